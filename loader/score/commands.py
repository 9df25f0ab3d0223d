"""The ``score`` command: how much of what articles say was found."""

from __future__ import annotations

import resource
import time
from pathlib import Path

import click

from ..articles import Article, read_articles
from ..reading import read_article
from ..refusals import reported
from .explain import explain as explained
from .render import render
from .run import Result, cases_from, run
from .seeds import seed_cases

FOLDER = click.Path(path_type=Path)


@click.command()
@click.argument("gold", metavar="GOLD_DIR", type=FOLDER)
@click.argument("texts", metavar="TEXT_DIR", type=FOLDER)
@click.option("--explain", is_flag=True, help="List misses and false facts, with their frames.")
@click.option(
    "--seeds",
    type=FOLDER,
    default=Path("seeds"),
    show_default=True,
    help="Articles whose score stands beside, where the facts file is there.",
)
@click.option(
    "--facts",
    type=FOLDER,
    default=Path("tests/gold/facts.json"),
    show_default=True,
    help="The facts file of the seeds.",
)
@reported
def score(gold: Path, texts: Path, explain: bool, seeds: Path, facts: Path) -> None:
    """Compare what is found in the articles of TEXT_DIR with their gold in GOLD_DIR.

    NN.json in GOLD_DIR is the gold of NN.txt in TEXT_DIR. The seeds' score stands beside: the gap
    between the two is the measure of overfitting.

    \b
    A gold file is one JSON object:
      id, dateline   the dateline is the article's date; it may be missing
      entities       id, name, type, mentions (texts), wikidata (may be empty)
      facts          s, p, o, q (qualifiers), status, sentence (its beginning)
    An object (o) is an entity's id, or a number, an ISO date, words, or money as
    {"amount": 12, "currency": "EUR"}.
    """  # noqa: D301
    cases = list(cases_from(gold, texts))
    beside = _of_seeds(seeds, facts)
    begun = time.perf_counter()
    result = run(cases, read_article)
    taken = time.perf_counter() - begun
    click.echo(render(result, beside, speed=_speed(len(cases), taken)), nl=False)
    if explain:
        click.echo("\n" + explained(result), nl=False)


def _of_seeds(folder: Path, facts: Path) -> Result | None:
    if not facts.is_file() or not folder.is_dir():
        return None
    articles = [one for one in read_articles([folder]) if isinstance(one, Article)]
    return run(seed_cases(facts, articles), read_article)


def _speed(number: int, seconds: float) -> str:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"{number / seconds:.1f} articles/s on one core, peak memory {peak:.0f} MB"
