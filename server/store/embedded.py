"""The store inside a snapshot's folder, read in this process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from .reads import Answer, GraphName, Subject, Term


class EmbeddedStore:
    """Reads of an Oxigraph store, straight through."""

    __slots__ = ("_store",)

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def oxigraph(self) -> Store:
        """The engine's own store."""
        return self._store

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        object: Term | None,
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[Quad]:
        """Give the quads that match, in the store's order."""
        return self._store.quads_for_pattern(subject, predicate, object, graph_name)

    def query(self, query: str, /) -> Answer:
        """Answer a query."""
        return self._store.query(query)

    def contains_named_graph(self, graph_name: NamedNode, /) -> bool:
        """Tell whether there is a graph of that name."""
        return self._store.contains_named_graph(graph_name)


def open_embedded(folder: Path) -> EmbeddedStore:
    """Open a store's folder read-only.

    Raises:
        OSError: When there is none, or it cannot be read.
        ValueError: When it is damaged.
    """
    return EmbeddedStore(Store.read_only(str(folder)))
