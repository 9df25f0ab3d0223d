"""The ``links`` commands: check what there is, suggest what could be, accept it with a reason."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from ..reference import Link, Row, load_reference
from ..reference.accepted import CLOSE, EXACT, LINKS, SAME, Accepted, read_accepted
from ..refusals import Refused, reported
from .check import Covered, Finding, coverage, find_conflicts
from .live import ask_service, verify_labels
from .registers import REGISTERS
from .suggest import from_table, unlinked

LOG = click.option(
    "--log",
    "path",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("seeds") / LINKS,
    show_default=True,
    help="Links that were accepted; added to its end, never changed.",
)


@click.group()
def links() -> None:
    """Check, suggest and accept links to other datasets; nothing is linked without evidence."""


@links.command()
@LOG
@click.option("--live", help="SPARQL endpoint to verify labels against, such as Wikidata's.")
@click.option(
    "--begin", default=REGISTERS[0].begin, show_default=True, help="Addresses it is asked about."
)
@click.option("--json", "as_data", is_flag=True, help="Print JSON instead of tables.")
@reported
def check(path: Path, live: str | None, begin: str, as_data: bool) -> None:
    """Tell what is wrong with links, and how many things of each class have them.

    Exit status 1 when two things share an identifier, or one is of no known form, class or label.
    """
    rows = linked_rows(read_accepted(path))
    found = find_conflicts(rows)
    found += verify_labels(rows, live, begin) if live else []
    covered = coverage(rows)
    click.echo(_as_json(found, covered) if as_data else _as_text(found, covered))
    sys.exit(1 if any(one.kind != "thin" for one in found) else 0)


@links.command()
@LOG
@click.option("--table", type=click.Path(path_type=Path, exists=True), help="CSV: name, iri.")
@click.option("--service", help="Address of a reconciliation service.")
@click.option("--begin", default="", help="Only things without a link that begins so.")
@click.option("--most", type=click.IntRange(1), default=3, show_default=True, help="Of each.")
@reported
def suggest(path: Path, table: Path | None, service: str | None, begin: str, most: int) -> None:
    """Print candidates for links, one JSON object a line, from a table or a live service.

    Nothing is linked by this: look them over, and give those that hold to: links accept.
    """
    if (table is None) == (service is None):
        raise click.UsageError("name either --table or --service")
    rows = linked_rows(read_accepted(path))
    if table is not None:
        candidates = from_table(rows, table)
    else:
        candidates = ask_service(unlinked(rows, begin), service or "", most)
    for candidate in candidates:
        click.echo(candidate.line())


@links.command()
@click.argument("slug")
@click.argument("iri")
@LOG
@click.option("--predicate", type=click.Choice([SAME, EXACT, CLOSE]), default=CLOSE)
@click.option("--confidence", type=float, required=True, help="Over 0, at most 1.")
@click.option("--source", "sources", multiple=True, required=True, help="Where it was seen.")
@click.option("--author", envvar="ENTENTE_CURATOR", required=True, help="Who accepts it.")
@click.option("--reason", required=True, help="Why; published with the link.")
@reported
def accept(
    slug: str,
    iri: str,
    path: Path,
    predicate: str,
    confidence: float,
    sources: tuple[str, ...],
    author: str,
    reason: str,
) -> None:
    """Accept that IRI is SLUG elsewhere; the next build publishes it with its evidence.

    owl:sameAs and skos:exactMatch need two sources, or an item of Wikidata as a source.
    """
    today = f"{datetime.now(UTC):%Y-%m-%d}"
    try:
        link = Accepted(slug, iri, predicate, confidence, sources, author, today, reason)
    except ValueError as error:
        raise Refused(str(error)) from error
    before = read_accepted(path)
    new = {*find_conflicts(linked_rows((*before, link)))} - {*find_conflicts(linked_rows(before))}
    if link.iri in {one.iri for one in before if (one.slug, one.predicate) == (slug, predicate)}:
        raise Refused(f"not accepted; {slug} {predicate} {iri} was accepted before")
    if hard := [one for one in sorted(new, key=str) if one.kind not in ("thin", "register")]:
        raise Refused("\n".join(f"not accepted; {one}" for one in hard))
    with path.open("a", encoding="utf-8") as file:
        file.write(link.line())
    click.echo(f"accepted {slug} {predicate} {iri}")


def linked_rows(accepted: Sequence[Accepted]) -> list[Row]:
    """Give the rows of reference data, and of other things, with the links accepted for them."""
    rows = dict(load_reference().rows)
    for one in accepted:
        row = rows.get(one.slug) or Row(one.slug, ("Thing",), one.slug.replace("-", " "))
        link = Link(one.predicate, one.iri, "; ".join(one.sources))
        rows[one.slug] = replace(row, links=(*row.links, link))
    return list(rows.values())


def _as_json(found: Sequence[Finding], covered: Sequence[Covered]) -> str:
    told = {"findings": list(map(asdict, found)), "coverage": list(map(asdict, covered))}
    return json.dumps(told, ensure_ascii=False, indent=1)


def _shares(every: Covered) -> str:
    """Say in one line how much is linked: every thing, whatever its class."""
    once, twice = (100 * number / max(every.things, 1) for number in (every.one, every.two))
    return (
        f"{every.one:,} of {every.things:,} things ({once:.1f} %) are linked to a dataset, "
        f"{every.two:,} ({twice:.1f} %) to two at least"
    )


def _as_text(found: Sequence[Finding], covered: Sequence[Covered]) -> str:
    names = [register.name for register in REGISTERS]
    head = "".join(f"{name:>12}" for name in names)
    lines = [f"{'class':22}{'things':>7}{'linked':>8}{'twice':>7}{head}"]
    for one in covered:
        counts = "".join(f"{one.by[name]:>12}" for name in names)
        lines.append(f"{one.kind:22}{one.things:>7}{one.one:>8}{one.two:>7}{counts}")
    lines += ["", _shares(covered[0]), f"{len(found)} to look at", *(f"  {one}" for one in found)]
    return "\n".join(lines)
