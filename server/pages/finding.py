"""What the search page shows: things found by name; where there are none, those of like names."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .. import search
from .graph import Graph, ent
from .model import Link

MOST_FOUND, MOST_NEAR = 50, 5


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
    hits = tuple(_hit(graph, found) for found in search.complete(file, words, MOST_FOUND))
    return SearchView(words, hits, () if hits else tuple(near_names(file, words)))


def near_names(file: Path, words: str) -> list[Link]:
    """List things whose names are much like the words, or else like some of them."""
    found = search.resemble(file, words, MOST_NEAR)
    for word in sorted(words.split(), key=len, reverse=True):
        if len(found) < MOST_NEAR and len(word) > 2:
            found += search.complete(file, word, MOST_NEAR) or search.resemble(file, word, 1)
    named = {hit.slug: Link(hit.label, f"page/{hit.slug}") for hit in found}
    return list(named.values())[:MOST_NEAR]


def _hit(graph: Graph, found: search.Hit) -> Hit:
    kinds = tuple(graph.link(ent(kind)) for kind in found.kinds)
    return Hit(Link(found.label, f"page/{found.slug}"), kinds, found.names)
