"""What things can be chosen by: a table in the file of names, which the loader writes.

``facet`` has one row for each ``(name, value, thing)``: ``class`` and ``activity`` (of a thing that
is one, or has a part in one) by local name, ``state`` by slug, ``status`` and ``group`` by local
name of the concept and of the one above it, ``year`` by its four digits. ``listed`` has the things
in the order of their labels in small letters.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Protocol

from pyoxigraph import DefaultGraph, NamedNode, Quad

from . import NAMESPACE
from .curies import term
from .iris import Base

A, BROADER = term("rdf:type"), term("skos:broader")
DATES = tuple(
    f"{NAMESPACE}{name}" for name in ("startDate", "endDate", "signedDate", "inForceDate")
)
PARTS = tuple(
    f"{NAMESPACE}{name}" for name in ("participatesIn", "intendsToParticipateIn", "leads")
)
STATUS = f"{NAMESPACE}currentStatus"
_TABLES = (
    "CREATE TABLE facet(name TEXT NOT NULL, value TEXT NOT NULL, "
    "thing INTEGER NOT NULL REFERENCES thing, PRIMARY KEY (name, value, thing)) WITHOUT ROWID",
    "CREATE TABLE listed(folding TEXT NOT NULL, slug TEXT NOT NULL, thing INTEGER NOT NULL, "
    "PRIMARY KEY (folding, slug)) WITHOUT ROWID",
)
Facet = tuple[str, str, str]


class Source(Protocol):
    """Whatever has quads."""

    def quads_for_pattern(
        self,
        subject: None,
        predicate: NamedNode | None,
        object: None,
        graph_name: NamedNode | DefaultGraph,
        /,
    ) -> Iterator[Quad]:
        """Give the quads that match."""


def write_facets(store: Source, base: Base, path: Path) -> None:
    """Add the facets of all things to the file of their names."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("BEGIN")  # all or nothing, so that a table that is there is whole
        for table in _TABLES:
            connection.execute(table)
        named = connection.execute("SELECT id, slug, label FROM thing").fetchall()
        numbers = {f"{base.iri}id/{slug}": number for number, slug, _ in named}
        listed = sorted((label.lower(), slug, number) for number, slug, label in named)
        connection.executemany("INSERT INTO listed VALUES (?, ?, ?)", listed)
        rows = (
            (name, value, numbers[iri])
            for iri, name, value in _facets(store, base)
            if iri in numbers
        )
        connection.executemany("INSERT OR IGNORE INTO facet VALUES (?, ?, ?)", rows)
        connection.execute("ANALYZE")


def _facets(store: Source, base: Base) -> Iterator[Facet]:
    """Give ``(IRI, facet, value)`` of all things, some of them more than once."""
    classes = _classes(store)
    broader = {
        quad.subject.value: _local(quad.object.value)
        for quad in store.quads_for_pattern(None, BROADER, None, DefaultGraph())
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode)
    }
    for iri, kinds in classes.items():
        yield from ((iri, "class", kind) for kind in kinds)
        if "Activity" in kinds:
            yield from ((iri, "activity", kind) for kind in kinds)
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode):
            yield from _of_quad(quad, quad.subject.value, classes, broader, f"{base.iri}id/")


def _of_quad(
    quad: Quad, subject: str, classes: dict[str, list[str]], broader: dict[str, str], things: str
) -> Iterator[Facet]:
    predicate, value = quad.predicate.value, getattr(quad.object, "value", "")
    assert isinstance(value, str)  # noqa: S101 (terms have text)
    if predicate in DATES:
        yield subject, "year", value[:4]
    elif isinstance(quad.object, NamedNode):
        for thing, other in ((subject, value), (value, subject)):
            if "State" in classes.get(other, ()):
                yield thing, "state", other.removeprefix(things)
        if predicate == STATUS:
            yield subject, "status", _local(value)
            yield subject, "group", broader.get(value, "")
        elif predicate in PARTS and "Activity" in classes.get(value, ()):
            yield from ((subject, "activity", kind) for kind in classes[value])


def _classes(store: Source) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, A, None, DefaultGraph()):
        kind = quad.object.value if isinstance(quad.object, NamedNode) else ""
        if isinstance(quad.subject, NamedNode) and kind.startswith(NAMESPACE):
            found[quad.subject.value].append(_local(kind))
    return found


def _local(iri: str) -> str:
    return iri.removeprefix(NAMESPACE)
