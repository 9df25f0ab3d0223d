"""The ``curate`` commands: add a checked entry to the log, list it, see what no longer anchors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import click

from ..articles import Article, read_articles
from ..refusals import reported
from .anchors import anchor_at, locate
from .entering import enter
from .log import append, load_log
from .model import Anchor
from .summary import summarise

Row = dict[str, Any]
Command = Callable[..., None]


@click.group()
@click.option(
    "--log",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("seeds/curation.jsonl"),
    show_default=True,
    help="The log; entries are added to its end, never changed.",
)
@click.option(
    "--articles",
    type=click.Path(path_type=Path, exists=True),
    default=None,
    help="Folder of the articles that are quoted; the log's own folder by default.",
)
@click.pass_context
def curate(context: click.Context, path: Path, articles: Path | None) -> None:
    """Judge by hand what rules cannot read, or read wrongly.

    Example: entente-load curate add --article coral --quote "near Apia" --author "Ann Other"
    --reason "…" --lacking "…" --statement "exercise-coral-shield near apia"
    """
    context.obj = (path, articles or path.parent)


curate.add_command(enter)


def _signed(command: Command) -> Command:
    today = datetime.now(UTC).date
    for option in (
        click.option("--reason", required=True, help="Why; published with the judgement."),
        click.option("--date", default=lambda: today().isoformat(), help="Today by default."),
        click.option("--author", envvar="ENTENTE_CURATOR", required=True, help="Who judges."),
    ):
        command = option(command)
    return command


def _anchored(command: Command) -> Command:
    for option in (
        click.option("--quote", required=True, help="Words of the sentence, as the file has them."),
        click.option("--article", required=True, help="The article's slug."),
    ):
        command = option(command)
    return command


def _claiming(command: Command) -> Command:
    for option in (
        click.option("--lacking", required=True, help="Which machinery is missing."),
        click.option("--confidence", type=float, default=1.0, show_default=True),
        click.option("--cue", help="Words of the sentence that hedge it."),
        click.option("--date-basis", help="What a date in it was counted from, in words."),
        click.option("--speaker", help="Slug of the speaker; makes the claim a quoted one."),
        click.option("--denied", is_flag=True, help="The article says that it is not so."),
        click.option(
            "--thing",
            "things",
            multiple=True,
            help="A thing it introduces: 'slug Class[,Class] label'; '~' before the label of a "
            "thing that has no name.",
        ),
        click.option(
            "--statement", "statements", multiple=True, required=True, help="What it states."
        ),
    ):
        command = option(command)
    return command


_rejecting = click.option(
    "--rejects", multiple=True, required=True, help="A statement that the sentence does not make."
)


@curate.command()
@_anchored
@_claiming
@_signed
@click.pass_obj
def add(where: tuple[Path, Path], /, **given: Any) -> None:
    """Add a claim to a sentence."""
    _append(where, {"op": "add", **_edit(where, given)})


@curate.command()
@_anchored
@_rejecting
@_signed
@click.pass_obj
def reject(where: tuple[Path, Path], /, **given: Any) -> None:
    """Reject statements in a sentence, whichever rule finds them."""
    _append(where, {"op": "reject", **_edit(where, given)})


@curate.command()
@_anchored
@_rejecting
@_claiming
@_signed
@click.pass_obj
def replace(where: tuple[Path, Path], /, **given: Any) -> None:
    """Reject statements in a sentence and add a claim in their place."""
    _append(where, {"op": "replace", **_edit(where, given)})


@curate.command()
@click.argument("keep")
@click.argument("drop")
@_signed
@click.pass_obj
def merge(where: tuple[Path, Path], /, **given: Any) -> None:
    """Take two slugs to be one thing; the address of DROP then leads to KEEP."""
    _append(where, {"op": "merge", **given})


@curate.command()
@click.argument("things", nargs=2)
@_signed
@click.pass_obj
def distinct(where: tuple[Path, Path], /, things: Sequence[str], **given: Any) -> None:
    """Take two things not to be the same."""
    _append(where, {"op": "distinct", "things": list(things), **given})


@curate.command()
@click.argument("thing")
@click.option("--slug", help="Its new slug.")
@click.option("--label", help="Its new label.")
@click.option("--alias", "names", multiple=True, help="A further name.")
@_signed
@click.pass_obj
def name(where: tuple[Path, Path], /, **given: Any) -> None:
    """Give a thing a better slug, label or further names."""
    _append(where, {"op": "name", **_told(given)})


@curate.command()
@click.argument("thing")
@_signed
@click.pass_obj
def withdraw(where: tuple[Path, Path], /, **given: Any) -> None:
    """Take a thing out; its address then answers 410."""
    _append(where, {"op": "withdraw", **given})


@curate.command()
@click.argument("entry")
@_signed
@click.pass_obj
def retract(where: tuple[Path, Path], /, **given: Any) -> None:
    """Take back an earlier entry by its id; see: curate list."""
    _append(where, {"op": "retract", **given})


@curate.command("list")
@click.pass_obj
def list_entries(where: tuple[Path, Path]) -> None:
    """List the entries with their ids; those that no longer hold are marked."""
    log = reported(load_log)(where[0])
    live = {entry.signature.id for entry in log.live}
    for entry in log.entries:
        mark = " " if entry.signature.id in live else "-"
        signature = entry.signature
        signed = f"{signature.author}, {signature.date}: {signature.reason}"
        click.echo(f"{mark} {signature.id} {summarise(entry)} ({signed})")


def _edit(where: tuple[Path, Path], given: Row) -> Row:
    anchor = reported(_anchor)(where[1], given["article"], given["quote"])
    row = _told(given) | {"anchor": anchor}
    denied = row.pop("denied", False)
    row["modality"] = "Quoted" if row.get("speaker") else "Denied" if denied else "Asserted"
    row["things"] = [_thing(text) for text in row.get("things", ())]
    unneeded = {"quote"} | {key for key in ("things",) if not row[key]}
    if "statements" not in row:
        unneeded |= {"modality"}
    return {key: value for key, value in row.items() if key not in unneeded}


def _told(given: Row) -> Row:
    """Leave out what was not given; JSON has lists for tuples."""
    told = {key: value for key, value in given.items() if value not in (None, (), "")}
    return {key: list(v) if isinstance(v, tuple) else v for key, v in told.items()}


def _thing(text: str) -> Row:
    parts = text.split(None, 2)
    if len(parts) != 3:
        raise click.UsageError(f"--thing {text!r}: write 'slug Class[,Class] label'")
    slug, types, label = parts
    row = {"slug": slug, "types": types.split(","), "label": label.removeprefix("~").strip()}
    return row | {"named": False} if label.startswith("~") else row


def _anchor(folder: Path, slug: str, words: str) -> Row:
    article = _article(folder, slug)
    try:
        start, end = locate(Anchor(words), article.text)
    except LookupError as error:
        raise click.UsageError(f"--quote: {error.args[0]}") from error
    anchor = anchor_at(article.text, start, end)
    return {
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
    }


def _article(folder: Path, slug: str) -> Article:
    found = [one for one in read_articles([folder]) if isinstance(one, Article)]
    for article in found:
        if article.slug == slug:
            return article
    known = ", ".join(article.slug for article in found) or "none"
    raise click.UsageError(f"--article: no {slug!r} in {folder}; there are: {known}")


def _append(where: tuple[Path, Path], row: Row) -> None:
    (entry,) = reported(append)(where[0], [row])
    click.echo(f"added {entry} to {where[0]}")
