"""Things found by name in the snapshot's full text (SQLite FTS5), the closest first."""

from __future__ import annotations

import difflib
import re
import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from .graph import Graph, ent
from .model import Link

MOST_FOUND, MOST_NEAR, MOST_WORDS = 50, 5, 12
ALIKE = 0.75  # from 0 to 1: how alike a word of a name must be to one that was typed
# The whole of a name first, then its beginning; nodes that only join others last.
_QUERY = """
SELECT slug, label, names, type FROM things WHERE things MATCH :match
ORDER BY type IN ('Participation', 'Tenure', 'Figure'), lower(label) <> lower(:words),
    instr(char(10) || lower(names) || char(10), char(10) || lower(:words) || char(10)) = 0,
    instr(lower(label), lower(:words)) <> 1, rank, slug
LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found: its page, its classes and its other names."""

    thing: Link
    kinds: tuple[Link, ...]
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """What the search page shows: things found; where there are none, some with a like name."""

    words: str
    hits: tuple[Hit, ...]
    near: tuple[Link, ...] = ()


def search_view(graph: Graph, file: Path, words: str) -> SearchView:
    """Find things by name.

    Args:
        graph: The snapshot, for the names of classes.
        file: The snapshot's full text.
        words: What was typed; anything at all.
    """
    hits = tuple(find(graph, file, words, MOST_FOUND))
    return SearchView(words, hits, () if hits else tuple(near_names(graph, file, words)))


def find(graph: Graph, file: Path, words: str, most: int) -> list[Hit]:
    """Find the things whose names hold all words, or begin with them; none for no words."""
    return _matching(graph, file, match_text(words), words, most)


def near_names(graph: Graph, file: Path, words: str) -> list[Link]:
    """List things whose names hold some of the words, or words spelt much like them."""
    typed = re.findall(r"\w{3,}", words)[:MOST_WORDS]
    meant = _meant(file, typed)
    some = " OR ".join(f'"{word}" *' for word in dict.fromkeys([*typed, *meant]))
    return [hit.thing for hit in _matching(graph, file, some, " ".join(meant), MOST_NEAR)]


def _meant(file: Path, typed: list[str]) -> list[str]:
    """Put for each word the one in some name that differs least from it, itself where none is."""
    if not typed or not file.is_file():
        return typed
    with _opened(file) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.terms USING fts5vocab(main, things, row)")
        return [_closest(connection, _folded(word)) or word for word in typed]


def _closest(connection: sqlite3.Connection, word: str) -> str | None:
    query = "SELECT term FROM temp.terms WHERE term >= ?1 AND term < ?2"
    first = word[:1]
    terms = [term for (term,) in connection.execute(query, (first, first + "\U0010ffff"))]
    return next(iter(difflib.get_close_matches(word, terms, 1, ALIKE)), None)


def _folded(word: str) -> str:
    """Write a word as the full text's tokeniser does.

    >>> _folded("Tromsö"), _folded("OSLO")
    ('tromso', 'oslo')
    """
    apart = unicodedata.normalize("NFKD", word)
    return "".join(mark for mark in apart if not unicodedata.combining(mark)).lower()


def _matching(graph: Graph, file: Path, match: str, words: str, most: int) -> list[Hit]:
    if not match or not file.is_file():
        return []
    with _opened(file) as connection:
        rows = connection.execute(_QUERY, {"match": match, "words": words, "most": most}).fetchall()
    return [_hit(graph, *row) for row in rows]


def _opened(file: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True))


def match_text(words: str) -> str:
    """Write an FTS5 query of quoted prefixes, so that nothing typed is an operator.

    >>> match_text('HMS "Kent'), match_text("?!")
    ('"HMS" * "Kent" *', '')
    """
    return " ".join(f'"{word}" *' for word in re.findall(r"\w+", words)[:MOST_WORDS])


def _hit(graph: Graph, slug: str, label: str, names: str, kinds: str) -> Hit:
    links = tuple(graph.link(ent(kind)) for kind in kinds.split())
    return Hit(Link(label, f"page/{slug}"), links, tuple(name for name in names.splitlines()))
