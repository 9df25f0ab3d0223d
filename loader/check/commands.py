"""The ``check`` command: the facts of a list, found by rules, by curation, or missing."""

from __future__ import annotations

from pathlib import Path

import click

from ..articles import Article, read_articles
from ..claims import Thing
from ..curation import apply, load_log, vocabulary
from ..errors import LoaderError
from ..reading import read_article
from ..reference import Row, load_reference
from .gold import read_gold
from .judged import open_rows, read_judgements
from .render import render
from .run import Result, run

CHECKOUT = Path(__file__).parents[2]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=CHECKOUT / "seeds")
@click.option(
    "--facts",
    type=click.Path(path_type=Path),
    default=CHECKOUT / "tests" / "gold" / "facts.json",
    help="The list of facts; tests/gold/facts.json of the checkout by default.",
)
@click.option(
    "--judged",
    type=click.Path(path_type=Path),
    default=CHECKOUT / "tests" / "gold" / "judged.json",
    help="Judgements of statements that the list lacks.",
)
@click.option("--no-curation", is_flag=True, help="Leave the folder's curation.jsonl out.")
@click.option("--explain", is_flag=True, help="List missing facts and wrong stages too.")
@click.option("--unjudged", is_flag=True, help="Print what awaits judgement as JSON, and no table.")
def check(
    folder: Path, facts: Path, judged: Path, no_curation: bool, explain: bool, unjudged: bool
) -> None:
    """Compare what is read in FOLDER with a list of the facts in it.

    Rules alone are measured first, then rules and curation log together. Example: entente-load
    check --explain
    """
    try:
        result = check_folder(folder, facts, judged, curation=not no_curation)
    except LoaderError as error:
        raise click.ClickException(str(error)) from error
    click.echo(open_rows(result.last.extras) if unjudged else render(result, explain=explain))


def check_folder(folder: Path, facts: Path, judged: Path, *, curation: bool = True) -> Result:
    """Read a folder of articles and compare it with a facts file.

    Raises:
        LoaderError: When an article, the facts file, the judgements or the log cannot be used.
    """
    articles = []
    for found in read_articles([folder]):
        if not isinstance(found, Article):
            raise found
        articles.append(found)
    gold = read_gold(facts, articles)
    readings = [read_article(article) for article in articles]
    log = load_log(folder / "curation.jsonl")
    known = {slug: _thing(row) for slug, row in load_reference().rows.items()}
    curated = apply(log, readings, articles, known).readings if curation and log.entries else None
    judgements = read_judgements(judged)
    return run(gold, articles, readings, curated, judged=judgements, is_a=vocabulary().is_a)


def _thing(row: Row) -> Thing:
    return Thing(row.slug, row.types, row.label, row.aliases, "reference")
