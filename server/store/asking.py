"""The queries by which quads are read from an engine, and what its rows mean."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions

from ontology.curies import term
from ontology.endpoint import EndpointError

from .reads import GraphName, Subject, Term

DEFAULT = DefaultGraph()
INTEGER, DECIMAL = term("xsd:integer"), term("xsd:decimal")
PLACES = ("s", "p", "o")


@dataclass(frozen=True, slots=True)
class Layout:
    """Where a dataset's quads are in an engine.

    Attributes:
        base: Base IRI of the dataset; graphs outside it are none of it.
        merge: Graph that holds the merge; empty where the nameless graph does.
        decimals: Properties whose values are decimals: Virtuoso (7) gives whole ones as integers.
    """

    base: str
    merge: str = ""
    decimals: frozenset[NamedNode] = frozenset()

    def everywhere(self, values: str, pattern: str = "?s ?p ?o") -> str:
        """Ask for a pattern in every graph of the dataset, with ``?g`` unbound in the default one.

        Args:
            values: A VALUES block for what the pattern binds, or nothing.
            pattern: With the variables s, p, o as far as they are not given.
        """
        inside = f'FILTER(STRSTARTS(STR(?g), "{self.base}"))'
        named = f"{values} GRAPH ?g {{ {pattern} }} {inside}"
        if self.merge:
            return f"SELECT * {{ {named} }}"
        return f"SELECT * {{ {{ {values} {pattern} }} UNION {{ {named} }} }}"

    def inside(self, graph: GraphName, pattern: str) -> str:
        """Ask for a pattern in one graph."""
        if isinstance(graph, DefaultGraph) and not self.merge:
            return f"SELECT * {{ {pattern} }}"
        name = f"<{self.merge}>" if isinstance(graph, DefaultGraph) else str(graph)
        return f"SELECT * {{ GRAPH {name} {{ {pattern} }} }}"

    def quads(
        self,
        rows: QuerySolutions,
        given: tuple[Subject | None, NamedNode | None, Term | None] = (None, None, None),
        graph: GraphName | None = None,
    ) -> Iterator[Quad]:
        """Read rows as quads.

        Args:
            rows: What came, with a variable for each part that was not given.
            given: Subject, property and value as far as the pattern names them.
            graph: The one graph that was asked; None where rows name theirs.

        Raises:
            EndpointError: Where rows hold what no quad can.
        """
        names = {variable.value for variable in rows.variables}
        try:
            for row in rows:
                subject, predicate, value = (
                    row[name] if part is None and name in names else part
                    for name, part in zip(PLACES, given, strict=True)
                )
                where = graph or (row["g"] if "g" in names else None) or DEFAULT
                yield self._quad(subject, predicate, value, where)
        except (SyntaxError, TypeError, ValueError) as error:
            raise EndpointError("rubbish", f"it sent rows that cannot be read: {error}") from error

    def _quad(self, subject: object, predicate: object, value: object, graph: object) -> Quad:
        if value.__class__ is Literal and predicate in self.decimals:
            assert isinstance(value, Literal)  # noqa: S101 (the line before says so)
            if value.datatype == INTEGER:
                value = Literal(value.value, datatype=DECIMAL)
        if self.merge and isinstance(graph, NamedNode) and graph.value == self.merge:
            graph = DEFAULT
        return Quad(subject, predicate, value, graph)  # type: ignore[arg-type]


def values(variable: str, terms: Iterable[Term]) -> str:
    r"""Write a VALUES block.

    >>> values("s", [NamedNode("http://a/b"), Literal('"', language="en")])
    'VALUES ?s { <http://a/b> "\\""@en }'
    """
    return f"VALUES ?{variable} {{ {' '.join(map(str, terms))} }}"
