"""Full text over the names of things: an SQLite FTS5 file beside the store."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ontology import NAMESPACE
from ontology.iris import Base, slugify

from .vocabulary import ALT_LABEL, LABEL, A

SCHEMA = """
CREATE VIRTUAL TABLE things USING fts5(
    slug UNINDEXED, label, names, type UNINDEXED, folded,
    tokenize = "unicode61 remove_diacritics 2", prefix = "2 3"
)
"""
Row = tuple[str, str, str, str, str]


def write_search(store: Store, base: Base, path: Path) -> int:
    """Write the table ``things``: one row a thing, in the order of slugs.

    Columns: ``slug``; ``label``; ``names`` (other names, one a line); ``type`` (local names of its
    stated classes, by a space); ``folded`` (all names in plain ASCII letters and digits).

    Returns:
        How many things it holds.
    """
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(SCHEMA)
        connection.executemany("INSERT INTO things VALUES (?, ?, ?, ?, ?)", rows(store, base))
        (count,) = connection.execute("SELECT count(*) FROM things").fetchone()
        return int(count)


def rows(store: Store, base: Base) -> Iterator[Row]:
    """Give the rows of the table, sorted by slug."""
    others, types = _texts(store, ALT_LABEL), _types(store, base)
    for subject, labels in sorted(_texts(store, LABEL).items()):
        path = base.path(subject) or ""
        if not path.startswith("id/"):
            continue
        label, names = labels[0], others.get(subject, [])
        folded = " ".join(filter(None, map(_fold, [label, *names])))
        types_of = " ".join(sorted(types.get(subject, ())))
        yield path.removeprefix("id/"), label, "\n".join(names), types_of, folded


def _texts(store: Store, predicate: NamedNode) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for quad in store.quads_for_pattern(None, predicate, None, DefaultGraph()):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal):
            found[quad.subject.value].append(quad.object.value)
    return {subject: sorted(texts) for subject, texts in found.items()}


def _types(store: Store, base: Base) -> Mapping[str, set[str]]:
    inferred, found = base.graph("inferred"), defaultdict(set)
    for quad in store.quads_for_pattern(None, A, None, DefaultGraph()):
        local = str(getattr(quad.object, "value", "")).removeprefix(NAMESPACE)
        known = any(store.quads_for_pattern(quad.subject, A, quad.object, inferred))
        if isinstance(quad.subject, NamedNode) and ":" not in local and not known:
            found[quad.subject.value].add(local)
    return found


def _fold(name: str) -> str:
    try:
        return slugify(name, max_length=200).replace("-", " ")
    except ValueError:
        return ""
