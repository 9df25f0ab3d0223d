"""The command line of the loader; every verb is thin over a function of the library."""

from __future__ import annotations

import gzip
import os
import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

import click
from rich.console import Console

from ontology.dataset import DUMP, current_snapshot
from ontology.iris import DEFAULT_BASE, Base

from .articles import PUBLISH_TEXT, file_name_of
from .build.curated import curate_by
from .build.export import write_claims
from .build.extract import read_all
from .build.folders import log_of, sources_from
from .build.pipeline import build as build_snapshot
from .build.plan import Settings, uncurated
from .build.pool import Rejected
from .build.progress import Steps
from .build.publish_command import publish
from .build.snapshot import KEPT
from .build.withdraw import withdraw
from .check import open_rows, read_gold, read_judgements, render, run
from .curation import is_a
from .curation.commands import curate
from .explain import explain as explain_text
from .links import links
from .reading import read_article
from .refusals import reported
from .score import predict, write_annotated
from .score.commands import score
from .suggest import as_json
from .suggest import render as render_suggestions
from .suggest import suggest as suggest_from

SEEDS, OUT, GOLD = Path("seeds"), Path("build"), Path("tests/gold/facts.json")
FOLDER = click.Path(path_type=Path)
FORMATS = ("jsonl", "gold")
LOCAL = "Fetch addresses of this machine and of private networks too."


def _base(_: click.Context, __: click.Parameter, value: str) -> Base:
    try:
        return Base(value)
    except ValueError as error:
        raise click.BadParameter(str(error)) from error


@click.group(context_settings={"max_content_width": 100})
@click.version_option(package_name="entente")
def main() -> None:
    """Read articles about defence cooperation and publish what they say as linked data.

    Exit status: 0 done, 1 done but some input was rejected, 2 wrong usage or nothing done.
    """


main.add_command(curate)
main.add_command(links)
main.add_command(publish)
main.add_command(score)
main.add_command(withdraw)


@main.command()
@click.argument("places", nargs=-1)
@click.option("--out", type=FOLDER, default=OUT, show_default=True, help="Folder of the dataset.")
@click.option("--base", callback=_base, default=DEFAULT_BASE, show_default=True, help="Of IRIs.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes.")
@click.option("--cluster", default="", help="Dask scheduler to read on, such as tcp://host:8786.")
@click.option("--strict", is_flag=True, help="Publish nothing when any article is rejected.")
@click.option("--no-curation", is_flag=True, help="Leave the curation.jsonl of folders aside.")
@click.option(
    "--kept",
    type=click.IntRange(1),
    default=KEPT,
    show_default=True,
    help="Snapshots that stay, the newest; older ones are removed.",
)
@click.option(
    "--publish-text",
    type=click.Choice(PUBLISH_TEXT),
    default="full",
    show_default=True,
    help="How much of an article is published where its sidecar does not say.",
)
@click.option("--allow-local", is_flag=True, help=LOCAL)
@reported
def build(
    places: tuple[str, ...],
    out: Path,
    base: Base,
    workers: int,
    cluster: str,
    strict: bool,
    no_curation: bool,
    kept: int,
    publish_text: str,
    allow_local: bool,
) -> None:
    """Read the articles in PLACES (default: seeds) and publish a snapshot.

    A place is a file, a folder, an http(s) address, or - for standard input; files are text,
    Markdown, HTML, JSON Lines, WARC, RSS or Atom.

    When anything fails, the snapshot that was published before stays in place.
    """
    paths = places or (str(SEEDS),)
    sources = sources_from(paths, publish_text, allow_local=allow_local)
    log = None if no_curation else log_of(paths)
    now = datetime.now(UTC).isoformat(timespec="seconds")
    report = build_snapshot(
        sources,
        Settings(out, base, now, workers, strict, kept, cluster),
        read_article,
        curate=curate_by(log, sources.reference, base) if log else uncurated,
        steps=Steps(Console(stderr=True)),
    )
    click.echo(report.text())
    sys.exit(1 if report.rejected else 0)


@main.command()
@click.argument("places", nargs=-1, required=True)
@click.option(
    "--format", "form", type=click.Choice(["jsonl", "gold"]), default="jsonl", show_default=True
)
@click.option("--out", type=FOLDER, required=True, help="Folder for one file per text.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes.")
@click.option("--allow-local", is_flag=True, help=LOCAL)
@reported
def extract(places: tuple[str, ...], form: str, out: Path, workers: int, allow_local: bool) -> None:
    """Read the articles in PLACES, as build does, and write what each claims, without a graph.

    NN.txt becomes NN.jsonl: one claim a line, with its sentence and offsets; or, in the format of
    gold, NN.json: entities, mentions and flat facts, as the score command compares them. What is
    not alone in its file is named by the last part of its address.
    """
    sources = sources_from(places, allow_local=allow_local)
    rejected, written = list(sources.rejected), 0
    for article, outcome in read_all(sources.articles, read_article, workers=workers):
        if isinstance(outcome, Rejected):
            rejected.append(outcome)
        else:
            name = file_name_of(article)
            if form == "gold":
                write_annotated(predict(outcome, article, id=name), out / f"{name}.json")
            else:
                write_claims(outcome, out / f"{name}.{form}")
            written += 1
    for one in rejected:
        click.echo(f"left out {one}", err=True)
    sys.exit(2 if not written else 1 if rejected else 0)


@main.command()
@click.argument("folder", type=FOLDER, default=SEEDS)
@click.option("--facts", type=FOLDER, default=GOLD, show_default=True, help="The facts file.")
@click.option("--no-curation", is_flag=True, help="Check what rules find, and nothing else.")
@click.option("--explain", is_flag=True, help="List each missing fact and wrong status too.")
@click.option("--unjudged", is_flag=True, help="Print what awaits judgement, as JSON, instead.")
@reported
def check(folder: Path, facts: Path, no_curation: bool, explain: bool, unjudged: bool) -> None:
    """Tell which of the known facts were found: by rules, by curation, or not."""
    sources = sources_from([folder])
    articles = list(sources.articles)
    rules = [read_article(article) for article in articles]
    log = log_of([folder])
    curated = None
    if log.entries and not no_curation:
        curated = curate_by(log, sources.reference, Base())(rules, articles).readings
    result = run(
        read_gold(facts, articles),
        articles,
        rules,
        curated,
        judged=read_judgements(facts.with_name("judged.json")),
        is_a=is_a,
    )
    text = open_rows(result.last.extras) if unjudged else render(result, explain=explain)
    click.echo(text, nl=False)


@main.command()
@click.argument("sentence")
@click.option("--published", help="Date that relative dates count from, such as 2031-05-04.")
@reported
def explain(sentence: str, published: str | None) -> None:
    """Show how SENTENCE is read: tokens, names, groups, clauses, frames and claims."""
    click.echo(explain_text(sentence, published=published))


@main.command()
@click.argument("folders", nargs=-1, required=True, type=FOLDER)
@click.option("--top", type=click.IntRange(1), default=25, show_default=True, help="Rows a list.")
@click.option("--json", "as_data", is_flag=True, help="Print JSON instead of tables.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count() or 1, help="Processes.")
@reported
def suggest(folders: tuple[Path, ...], top: int, as_data: bool, workers: int) -> None:
    """Rank what the names and frames lack to read the articles in FOLDERS.

    Three lists: names that nothing knows, verbs between known things that no frame reads, and
    triggers in sentences that gave no claim. Last come lines for the table of names.
    """
    sources = sources_from(folders)
    found = suggest_from(sources.articles, top=top, workers=workers)
    rejected = [*map(str, sources.rejected), *found.rejected]
    for one in rejected:
        click.echo(f"left out {one}", err=True)
    click.echo(as_json(found) if as_data else render_suggestions(found))
    sys.exit(2 if not found.articles else 1 if rejected else 0)


@main.command()
@click.option("--out", type=FOLDER, default=OUT, show_default=True, help="Folder of the dataset.")
@reported
def dump(out: Path) -> None:
    """Write the published dataset to standard output as canonical N-Quads."""
    with gzip.open(current_snapshot(out) / DUMP, "rb") as packed:
        shutil.copyfileobj(packed, sys.stdout.buffer)
