"""The store of a snapshot: filled in one go, then left alone."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from pathlib import Path

from pyoxigraph import Quad, Store

#: Quads that are loaded at a time: the store holds them, several times over, to sort them.
BATCH = 50_000


def fill(folder: Path, quads: Iterable[Quad]) -> Store:
    """Load quads into a fresh Oxigraph store without holding them in memory.

    Args:
        folder: Where the store is made; must not exist yet.
        quads: Any number, repeats allowed.

    Raises:
        FileExistsError: When the folder exists.
    """
    folder.mkdir()
    store = Store(folder)
    source = iter(quads)
    while batch := list(islice(source, BATCH)):
        store.bulk_extend(batch)
    return store


def settle(store: Store) -> None:
    """Compact the store and write all to disk, so that it opens at once, read-only."""
    store.optimize()
    store.flush()
