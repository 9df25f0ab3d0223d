"""Things found by name in the snapshot's full text (SQLite FTS5), the closest first."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from .graph import Graph, ent
from .model import Link

MOST_FOUND, MOST_NEAR = 50, 5
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
    """What the search page shows."""

    words: str
    hits: tuple[Hit, ...]


def search_view(graph: Graph, file: Path, words: str) -> SearchView:
    """Find things by name.

    Args:
        graph: The snapshot, for the names of classes.
        file: The snapshot's full text.
        words: What was typed; anything at all.
    """
    return SearchView(words, tuple(find(graph, file, words, MOST_FOUND)))


def find(graph: Graph, file: Path, words: str, most: int) -> list[Hit]:
    """Find the things whose names hold all words, or begin with them; none for no words."""
    return _matching(graph, file, match_text(words), words, most)


def near_names(graph: Graph, file: Path, words: str) -> list[Link]:
    """List things whose names hold some of the words of an address that leads nowhere."""
    some = " OR ".join(f'"{word}" *' for word in re.findall(r"\w{3,}", words)[:12])
    return [hit.thing for hit in _matching(graph, file, some, words, MOST_NEAR)]


def _matching(graph: Graph, file: Path, match: str, words: str, most: int) -> list[Hit]:
    if not match or not file.is_file():
        return []
    with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(_QUERY, {"match": match, "words": words, "most": most}).fetchall()
    return [_hit(graph, *row) for row in rows]


def match_text(words: str) -> str:
    """Write an FTS5 query of quoted prefixes, so that nothing typed is an operator.

    >>> match_text('HMS "Kent'), match_text("?!")
    ('"HMS" * "Kent" *', '')
    """
    return " ".join(f'"{word}" *' for word in re.findall(r"\w+", words)[:12])


def _hit(graph: Graph, slug: str, label: str, names: str, kinds: str) -> Hit:
    links = tuple(graph.link(ent(kind)) for kind in kinds.split())
    return Hit(Link(label, f"page/{slug}"), links, tuple(name for name in names.splitlines()))
