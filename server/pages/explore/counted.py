"""The counts of ``/explore`` and its page of things, from the table that the loader made.

It answers all but what is chosen by publisher or manner, or sorted by more than the name.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from pyoxigraph import Literal, NamedNode

from .choice import ACTIVITIES, GROUPS, KINDS, ROOTS, Choice
from .sparql import PAGE_ROWS

FACETS = {"class": KINDS, "status": (), "year": (), "activity": ACTIVITIES, "state": ()}
_WITH = "SELECT DISTINCT thing FROM facet WHERE name = ? AND value IN"
Arguments = list[str]
Row = dict[str, NamedNode | Literal | None]


def count_facets(file: Path, choice: Choice) -> list[Row] | None:
    """Count as the counts query does: rows of ``facet``, ``value``, ``label`` and ``n``.

    Returns:
        None where the table has no answer to it.
    """
    if not _answers(file, choice):
        return None
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        chosen, given = _chosen(choice)
        ((total,),) = connection.execute(f"SELECT COUNT(*) FROM ({chosen})", given)  # noqa: S608
        rows = [("all", "", "", total)]
        for facet, values in FACETS.items():
            chosen, given = _chosen(choice, facet)
            found = connection.execute(
                "SELECT value, COALESCE(label, ''), n FROM ("  # noqa: S608 (fixed words, marks)
                f"SELECT value, COUNT(*) AS n FROM facet WHERE name = ? AND thing IN ({chosen}) "
                "GROUP BY value) LEFT JOIN thing ON slug = value",
                [facet, *given],
            )
            rows += [(facet, *row) for row in found if not values or row[0] in values]
    names = ("facet", "value", "label", "n")
    return [dict(zip(names, (Literal(str(one)) for one in row), strict=True)) for row in rows]


def slugs_of_page(file: Path, choice: Choice) -> list[str] | None:
    """List the things of a page that is in the order of names; None where the table cannot."""
    if choice.sort not in ("name", "-name") or not _answers(file, choice):
        return None
    chosen, given = _chosen(choice)
    # What has the greatest name comes first then, but equal names stay in their order.
    way = "DESC" if choice.sort == "-name" else "ASC"
    page = [str(PAGE_ROWS), str((choice.page - 1) * PAGE_ROWS)]
    query = (
        f"SELECT slug FROM listed WHERE thing IN ({chosen}) "  # noqa: S608 (fixed words, marks)
        f"ORDER BY folding {way}, slug LIMIT ? OFFSET ?"
    )
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        return [slug for (slug,) in connection.execute(query, [*given, *page])]


def _answers(file: Path, choice: Choice) -> bool:
    if choice.source or choice.modality or not file.is_file():
        return False
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        made = "SELECT 1 FROM sqlite_master WHERE name = 'facet'"
        return connection.execute(made).fetchone() is not None


def _chosen(choice: Choice, but: str = "") -> tuple[str, Arguments]:
    """Write the query for the things that fit, one facet left out of the choice."""
    parts = [("class", [choice.kind] if choice.kind and but != "class" else list(ROOTS))]
    if but != "state":
        parts += [("state", [slug]) for slug in choice.states]
    status = "group" if choice.status in GROUPS else "status"
    plain = [("activity", choice.activity), (status, choice.status), ("year", choice.year)]
    left_out = "group" if but == "status" else but
    parts += [(name, [one]) for name, one in plain if one and name not in (but, left_out)]
    queries = [f"{_WITH} ({', '.join('?' * len(values))})" for _, values in parts]
    given = [one for name, values in parts for one in (name, *values)]
    return " INTERSECT ".join(queries), given
