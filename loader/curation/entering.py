"""``curate enter``: takes entries that were made elsewhere, such as those a site's pages offer."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TextIO

import click

from ..articles import Article, read_articles
from ..refusals import reported
from .anchors import locate
from .log import append, read_log
from .model import Edit

Row = dict[str, Any]


@click.command()
@click.argument("file", type=click.File(encoding="utf-8"), default="-")
@click.option("--author", envvar="ENTENTE_CURATOR", help="Who judges, where a line does not say.")
@click.option("--date", help="Likewise; today by default.")
@click.option("--reason", help="Why, likewise; published with the judgement.")
@click.option("--lacking", help="Which machinery is missing, likewise.")
@click.pass_obj
def enter(where: tuple[Path, Path], /, file: TextIO, **given: str | None) -> None:
    """Add entries from FILE, one JSON object a line; by default from standard input.

    The page /correct of a site writes such lines. All are added or, where one is wrong, none.
    """
    given["date"] = given["date"] or datetime.now(UTC).date().isoformat()
    rows = [_completed(line, given) for line in file if line.strip()]
    if not rows:
        raise click.UsageError("there is no entry to add")
    reported(_check_anchors)(where[1], rows)
    for entry in reported(append)(where[0], rows):
        click.echo(f"added {entry} to {where[0]}")


def _completed(line: str, given: dict[str, str | None]) -> Row:
    """Read a line, and fill in what it does not say and its operation takes."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise click.UsageError(f"not JSON ({error}): {line[:60]}") from error
    if not isinstance(row, dict):
        raise click.UsageError(f"not a JSON object: {line[:60]}")
    takes = set(given) - (set() if row.get("op") in ("add", "replace") else {"lacking"})
    said = {key: value for key, value in row.items() if value != ""}
    return said | {key: given[key] for key in sorted(takes - said.keys()) if given[key]}


def _check_anchors(folder: Path, rows: Iterable[Row]) -> None:
    """Refuse an entry whose words do not stand in its article."""
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    edits = [entry for entry in read_log(lines, "entry").entries if isinstance(entry, Edit)]
    found = (one for one in read_articles([folder]) if isinstance(one, Article)) if edits else ()
    texts = {article.slug: article.text for article in found}
    for edit in edits:
        if edit.article not in texts:
            raise click.UsageError(f"no article {edit.article!r} in {folder}")
        try:
            locate(edit.anchor, texts[edit.article])
        except LookupError as error:
            raise click.UsageError(f"{edit.article}: {error.args[0]}") from error
