"""The interface that every read of the data goes through, but users' own queries."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Triple,
)

Subject = NamedNode | BlankNode | Triple
Term = NamedNode | BlankNode | Literal | Triple
GraphName = NamedNode | BlankNode | DefaultGraph
Answer = QuerySolutions | QueryBoolean | QueryTriples


class Reads(Protocol):
    """Reads of one published dataset, which does not change under them."""

    def quads_for_pattern(
        self,
        subject: Subject | None,
        predicate: NamedNode | None,
        object: Term | None,
        graph_name: GraphName | None = None,
        /,
    ) -> Iterator[Quad]:
        """Give the quads that match, in no order; a graph of None means every graph."""

    def query(self, query: str, /) -> Answer:
        """Answer a query of this house's own over the default graph and all named ones."""

    def contains_named_graph(self, graph_name: NamedNode, /) -> bool:
        """Tell whether there is a graph of that name."""
