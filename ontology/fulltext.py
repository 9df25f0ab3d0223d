"""The full text over names: an SQLite file that the loader writes and the server reads.

``thing`` has one row a thing: nodes that only join others last, else those with the most links to
them first, so that rows of a lower ``id`` matter more. ``name`` has one row for each of its names,
folded. Over them stand two FTS5 tables without text of their own: ``words`` (a thing's names as
words, whose beginnings are found) and ``trigrams`` (a name as runs of three characters, by which
what is spelt wrongly is found).
"""

from __future__ import annotations

import sqlite3
import unicodedata
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from .iris import slugify

#: Classes of nodes that only join things; they come last.
JOINING = frozenset(("Participation", "Tenure", "Figure"))
_LONGEST = 400
_TABLES = """
CREATE TABLE thing(
    id INTEGER PRIMARY KEY, slug TEXT NOT NULL UNIQUE, label TEXT NOT NULL, names TEXT NOT NULL,
    kinds TEXT NOT NULL, classes TEXT NOT NULL, links INTEGER NOT NULL, folded TEXT NOT NULL
);
CREATE TABLE name(
    id INTEGER PRIMARY KEY, thing INTEGER NOT NULL REFERENCES thing, folded TEXT NOT NULL
);
CREATE INDEX name_folded ON name(folded);
CREATE INDEX name_thing ON name(thing);
CREATE INDEX name_begin ON name(substr(folded, 1, 1), length(folded));
CREATE VIRTUAL TABLE words USING fts5(
    folded, content = 'thing', content_rowid = 'id', tokenize = 'unicode61', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE trigrams USING fts5(
    folded, content = 'name', content_rowid = 'id', tokenize = 'trigram', detail = 'none'
);
CREATE VIRTUAL TABLE trigram_counts USING fts5vocab(trigrams, row);
"""
_INDEX = """
INSERT INTO words(words) VALUES ('rebuild');
INSERT INTO trigrams(trigrams) VALUES ('rebuild');
INSERT INTO words(words) VALUES ('optimize');
INSERT INTO trigrams(trigrams) VALUES ('optimize');
ANALYZE;
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A thing as it is found by name.

    Attributes:
        slug: Last part of its IRI.
        label: Its label.
        names: Its other names.
        kinds: Local names of its stated classes.
        classes: Local names of all its classes, inferred ones too.
        links: How many triples lead to it.
    """

    slug: str
    label: str
    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    classes: tuple[str, ...] = ()
    links: int = 0

    @property
    def joins(self) -> bool:
        """Whether it only joins other things."""
        return not JOINING.isdisjoint(self.kinds)


def fold(name: str) -> str:
    """Write a name in lower-case ASCII words; one without any ASCII letter keeps its own letters.

    >>> fold("Tromsø–Bodø  Line"), fold("Κύπρος"), fold("?!")
    ('tromso bodo line', 'κυπροσ', '')
    """
    try:
        return slugify(name, max_length=_LONGEST).replace("-", " ")
    except ValueError:
        return _own_letters(name)


def _own_letters(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.casefold())
    kept = (c if c.isalnum() else " " for c in apart if not unicodedata.combining(c))
    return " ".join("".join(kept).split())[:_LONGEST]


def write(path: Path, things: Iterable[Named]) -> int:
    """Write the file; the same things give the same rows, whatever their order.

    Returns:
        How many things it holds.
    """
    ordered = sorted(things, key=lambda one: (one.joins, -one.links, one.slug))
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(_TABLES)
        for number, thing in enumerate(ordered, 1):
            _insert(connection, number, thing)
        connection.executescript(_INDEX)
    return len(ordered)


def _insert(connection: sqlite3.Connection, number: int, thing: Named) -> None:
    folded = list(dict.fromkeys(filter(None, map(fold, (thing.label, *thing.names)))))
    row = (
        number,
        thing.slug,
        thing.label,
        "\n".join(thing.names),
        " ".join(thing.kinds),
        " ".join(thing.classes),
        thing.links,
        "\n".join(folded),
    )
    connection.execute("INSERT INTO thing VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)
    pairs = [(number, name) for name in folded]
    connection.executemany("INSERT INTO name(thing, folded) VALUES (?, ?)", pairs)
