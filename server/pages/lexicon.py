"""What a snapshot says of the ontology's own terms, read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .graph import LABEL, TYPE, Graph, Term, known, local


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The ontology's graph in memory.

    Attributes:
        said: ``(term, property)`` → values, in the order of their text.
        whose: ``(property, value)`` → terms of ours that have it, in the order of their names.
    """

    said: Mapping[tuple[NamedNode, NamedNode], list[Term]]
    whose: Mapping[tuple[NamedNode, Term], list[NamedNode]]

    def objects(self, node: NamedNode, name: str) -> list[Term]:
        """List the values of a property, such as ``skos:example``."""
        return self.said.get((node, term(name)), [])

    def nodes(self, node: NamedNode, *names: str) -> list[NamedNode]:
        """List the IRIs that some properties lead to, each once."""
        found = [value for name in names for value in self.objects(node, name)]
        return list(dict.fromkeys(value for value in found if isinstance(value, NamedNode)))

    def text(self, node: NamedNode, name: str) -> str | None:
        """Give the value of a property as text; None when there is none."""
        return next((value.value for value in self.objects(node, name)), None)

    def subjects(self, name: str, value: NamedNode) -> list[NamedNode]:
        """List the terms of ours that have a value."""
        return self.whose.get((term(name), value), [])

    def label(self, node: NamedNode) -> str:
        """Name a term."""
        return next((one.value for one in self.said.get((node, LABEL), [])), local(node.value))

    def is_a(self, node: NamedNode, *kinds: str) -> bool:
        """Tell whether a term is of one of some kinds, such as ``owl:Class``."""
        found = self.said.get((node, TYPE), [])
        return any(term(kind) in found for kind in kinds)


def read_lexicon(graph: Graph) -> Lexicon:
    """Read the ontology that the snapshot was built with."""
    said: dict[tuple[NamedNode, NamedNode], list[Term]] = defaultdict(list)
    whose: dict[tuple[NamedNode, Term], list[NamedNode]] = defaultdict(list)
    text = f"SELECT ?s ?p ?o {{ GRAPH {graph.base.graph('ontology')} {{ ?s ?p ?o }} }}"
    for row in graph.select(text):
        subject, value = row["s"], known(row["o"])
        if isinstance(subject, NamedNode) and value is not None:
            said[subject, row["p"]].append(value)
            if subject.value.startswith(ENT):
                whose[row["p"], value].append(subject)
    return Lexicon(
        {key: sorted(values, key=str) for key, values in said.items()},
        {key: sorted(nodes, key=lambda one: one.value.lower()) for key, nodes in whose.items()},
    )
