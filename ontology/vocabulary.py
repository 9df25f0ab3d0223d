"""The ontology as data: the terms' own descriptions, and the axioms that need lists."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse

from . import ONTOLOGY
from .files import FOLDER, VOCABULARY_FILES

Term = NamedNode | BlankNode | Literal | Triple
GENID = f"{ONTOLOGY}/.well-known/genid/"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The triples of ``core.ttl`` and ``codes.ttl``, without blank nodes.

    Attributes:
        descriptions: Types, labels, definitions, domains, … of terms: for every reader.
        axioms: Disjoint classes and property chains, whose lists stand under ``GENID`` in place of
            blank nodes (RDF 1.1 Concepts, section 3.5), by a hash that is the same in every build.
    """

    descriptions: tuple[Triple, ...]
    axioms: tuple[Triple, ...]

    def quads(self, graph: NamedNode) -> Iterator[Quad]:
        """Give the published quads: descriptions in the default graph, everything in ``graph``."""
        yield from _in_graph(self.descriptions, DefaultGraph())
        yield from _in_graph(self.descriptions, graph)
        yield from _in_graph(self.axioms, graph)


@cache
def load_vocabulary() -> Vocabulary:
    """Read the vocabulary of the package; sorted, the same in every process."""
    triples = [triple for name in VOCABULARY_FILES for triple in _read(name)]
    axioms = [triple for triple in triples if _has_blank(triple)]
    descriptions = [triple for triple in triples if not _has_blank(triple)]
    return Vocabulary(_sorted(descriptions), _sorted(_skolemised(axioms)))


def _in_graph(triples: Iterable[Triple], graph: NamedNode | DefaultGraph) -> Iterator[Quad]:
    return (Quad(t.subject, t.predicate, t.object, graph) for t in triples)


def _read(name: str) -> Iterator[Triple]:
    with (FOLDER / name).open("rb") as file:
        for quad in parse(file, format=RdfFormat.TURTLE):
            yield quad.triple


def _has_blank(triple: Triple) -> bool:
    return isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode)


def _sorted(triples: Iterable[Triple]) -> tuple[Triple, ...]:
    return tuple(sorted(set(triples), key=str))


def _skolemised(triples: list[Triple]) -> Iterator[Triple]:
    names = _Names(triples)
    for triple in triples:
        subject = names.of(triple.subject)
        assert isinstance(subject, NamedNode)  # noqa: S101
        yield Triple(subject, triple.predicate, names.of(triple.object))


class _Names:
    """IRIs for the blank nodes of tree-shaped axioms.

    A root is named by a hash of all that is said below it; any other node by its parent's name and
    the property that leads to it, so that two lists with the same end stay two lists.
    """

    def __init__(self, triples: list[Triple]) -> None:
        self._said: dict[BlankNode, list[Triple]] = {}
        self._leads_to: dict[BlankNode, Triple] = {}
        for triple in triples:
            if isinstance(triple.subject, BlankNode):
                self._said.setdefault(triple.subject, []).append(triple)
            if isinstance(triple.object, BlankNode):
                self._leads_to[triple.object] = triple

    def of(self, term: Term) -> NamedNode | Literal | Triple:
        """Name the term: itself, unless it is a blank node."""
        if not isinstance(term, BlankNode):
            return term
        parent = self._leads_to.get(term)
        text = self._content(term) if parent is None else self._path(parent)
        return NamedNode(GENID + hashlib.sha256(text.encode()).hexdigest()[:16])

    def _path(self, parent: Triple) -> str:
        return f"{self.of(parent.subject)} {parent.predicate}"

    def _content(self, term: Term) -> str:
        if not isinstance(term, BlankNode):
            return str(term)
        said = (f"{t.predicate} {self._content(t.object)}" for t in self._said[term])
        return f"[{' ; '.join(sorted(said))}]"
