"""A small graph as shapes look at it: by subject, by property, by class."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

Term = NamedNode | BlankNode | Literal | Triple
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
SUBCLASS = NamedNode("http://www.w3.org/2000/01/rdf-schema#subClassOf")
_NOTHING: Mapping[Term, None] = {}


@dataclass(frozen=True, slots=True)
class Classes:
    """The tree of classes.

    Attributes:
        above: Class → itself and every class above it.
    """

    above: Mapping[Term, frozenset[Term]]

    @classmethod
    def of(cls, triples: Iterable[Triple]) -> Classes:
        """Close the tree that ``rdfs:subClassOf`` makes."""
        direct: dict[Term, set[Term]] = {}
        for triple in triples:
            if triple.predicate == SUBCLASS:
                direct.setdefault(triple.subject, set()).add(triple.object)
        return cls({name: frozenset(_climb(name, direct)) for name in direct})

    def over(self, kind: Term) -> frozenset[Term]:
        """Give a class and every class above it."""
        return self.above.get(kind) or frozenset((kind,))


def _climb(name: Term, direct: Mapping[Term, set[Term]]) -> Iterator[Term]:
    seen, waiting = {name}, [name]
    while waiting:
        here = waiting.pop()
        yield here
        fresh = direct.get(here, set()) - seen
        seen |= fresh
        waiting += fresh


class Index:
    """The triples of one graph, repeats dropped, in the order in which they came.

    Args:
        triples: The graph.
        classes: The tree of classes.
    """

    def __init__(self, triples: Iterable[Triple], classes: Classes) -> None:
        self._out: dict[Term, dict[Term, dict[Term, None]]] = {}
        self._by_property: dict[Term, dict[Term, dict[Term, None]]] = {}
        for triple in triples:
            subject, predicate, value = triple.subject, triple.predicate, triple.object
            self._out.setdefault(subject, {}).setdefault(predicate, {})[value] = None
            self._by_property.setdefault(predicate, {}).setdefault(value, {})[subject] = None
        self._kinds = {
            node: frozenset(kind for one in said[TYPE] for kind in classes.over(one))
            for node, said in self._out.items()
            if TYPE in said
        }
        self._members: dict[Term, list[Term]] = {}
        for node, kinds in self._kinds.items():
            for kind in kinds:
                self._members.setdefault(kind, []).append(node)

    def objects(self, subject: Term, predicate: Term) -> Sequence[Term]:
        """Give what a property of a node leads to."""
        said = self._out.get(subject)
        return tuple(said.get(predicate, _NOTHING)) if said else ()

    def subjects(self, predicate: Term, value: Term) -> Sequence[Term]:
        """Give what leads to a node by a property."""
        return tuple(self._by_property.get(predicate, {}).get(value, _NOTHING))

    def objects_of(self, predicate: Term) -> Iterable[Term]:
        """Give every object of a property, once."""
        return self._by_property.get(predicate, _NOTHING)

    def subjects_of(self, predicate: Term) -> Iterable[Term]:
        """Give every subject of a property, once."""
        found = self._by_property.get(predicate, {})
        return dict.fromkeys(subject for subjects in found.values() for subject in subjects)

    def members(self, kind: Term) -> Iterable[Term]:
        """Give every node of a class or of one below it, once."""
        return self._members.get(kind, ())

    def is_a(self, node: Term, kind: Term) -> bool:
        """Tell whether a node is of a class or of one below it."""
        return kind in self._kinds.get(node, ())
