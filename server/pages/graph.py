"""What pages read from a snapshot's store: labels, kinds, stages, links. No HTML."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    QuerySolution,
    QuerySolutions,
    Triple,
)

from ontology import NAMESPACE as ENT
from ontology.curies import term
from ontology.iris import Base

from ..store import Reads
from .model import Link, Stage
from .words import STAGES, either, stage_words

TYPE, LABEL = term("rdf:type"), term("rdfs:label")
SUBCLASS, ALT_LABEL = term("rdfs:subClassOf"), term("skos:altLabel")

Term = NamedNode | Literal


@dataclass(slots=True)
class Held:
    """What was read already: of the default graph by subject or object, of claims what they state.

    Attributes:
        objects: ``(subject, property)`` → values, in the order of the terms' text.
        subjects: ``(property, value)`` → subjects, sorted.
        stated: Claim → what it states, sorted.
        named: Passage → ``(mention, thing)`` of the names in it, sorted.
    """

    objects: dict[tuple[NamedNode, NamedNode], list[Term]] = field(default_factory=dict)
    subjects: dict[tuple[NamedNode, Term], list[NamedNode]] = field(default_factory=dict)
    stated: dict[NamedNode, list[Quad]] = field(default_factory=dict)
    named: dict[NamedNode, list[tuple[NamedNode, NamedNode]]] = field(default_factory=dict)


def ent(name: str) -> NamedNode:
    """Name a term of the ontology."""
    return NamedNode(ENT + name)


def local(iri: str) -> str:
    """Give the last part of an IRI.

    >>> local("https://w3id.org/entente/ontology#State"), local("http://localhost:8000/id/norway")
    ('State', 'norway')
    """
    return iri.rstrip("/").rpartition("#" if "#" in iri else "/")[2]


@dataclass(slots=True)
class Graph:
    """Reads of one store, with what was looked up once kept for the page that is being made."""

    store: Reads
    base: Base
    held: Held = field(default_factory=Held)
    _kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _types: dict[str, set[str]] = field(default_factory=dict)
    _broader: dict[str, set[str]] = field(default_factory=dict)
    _above: dict[str, set[str]] = field(default_factory=dict)
    _tallies: dict[str, dict[NamedNode, int]] = field(default_factory=dict)

    def quads(
        self,
        subject: NamedNode | None = None,
        predicate: NamedNode | None = None,
        value: Term | None = None,
        graph: NamedNode | DefaultGraph | None = None,
    ) -> Iterator[Quad]:
        """Iterate over matching quads; a graph of None means every graph."""
        return self.store.quads_for_pattern(subject, predicate, value, graph)

    def objects(self, subject: NamedNode, predicate: NamedNode) -> list[Term]:
        """List what the default graph says of a subject, in the order of the terms' text."""
        key = (subject, predicate)
        if key not in self.held.objects:
            found = self.quads(subject, predicate, None, DefaultGraph())
            terms = (term for quad in found if (term := known(quad.object)))
            self.held.objects[key] = sorted(terms, key=str)
        return self.held.objects[key]

    def subjects(self, predicate: NamedNode, value: Term) -> list[NamedNode]:
        """List the subjects that the default graph has with this value, sorted."""
        key = (predicate, value)
        if key not in self.held.subjects:
            found = self.quads(None, predicate, value, DefaultGraph())
            named = (quad.subject for quad in found if isinstance(quad.subject, NamedNode))
            self.held.subjects[key] = sorted(named, key=lambda node: node.value)
        return self.held.subjects[key]

    def text(self, subject: NamedNode, predicate: NamedNode) -> str | None:
        """Give the value of a property as text; None when there is none."""
        return next((term.value for term in self.objects(subject, predicate)), None)

    def node(self, subject: NamedNode, predicate: NamedNode) -> NamedNode | None:
        """Give the IRI that a property leads to; None when there is none."""
        found = self.objects(subject, predicate)
        return next((term for term in found if isinstance(term, NamedNode)), None)

    def number(self, pattern: str) -> int:
        """Count the different things that a pattern of the default graph calls ``?x``."""
        (row,) = self.select(f"SELECT (COUNT(DISTINCT ?x) AS ?n) {{ {pattern} }}")
        return int(row["n"].value)

    def select(self, text: str) -> Iterator[QuerySolution]:
        """Give the rows of a SELECT, in which ``ent:`` is known."""
        found = self.store.query(f"PREFIX ent: <{ENT}> {text}")
        assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT gives nothing else)
        return found

    def tally(self, pattern: str) -> dict[NamedNode, int]:
        """Count the solutions of a pattern of the default graph for each IRI that is ``?x``."""
        if pattern not in self._tallies:
            text = f"SELECT ?x (COUNT(*) AS ?n) {{ {pattern} }} GROUP BY ?x"
            found = self.store.query(text)
            assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT gives nothing else)
            rows = ((row["x"], int(row["n"].value)) for row in found)
            self._tallies[pattern] = {x: n for x, n in rows if isinstance(x, NamedNode)}
        return self._tallies[pattern]

    def label(self, node: NamedNode) -> str:
        """Name a thing for people: its label, else the last part of its IRI."""
        return self.text(node, LABEL) or local(node.value)

    def kinds(self, node: NamedNode) -> tuple[str, ...]:
        """List the most specific classes of a thing, local names of the ontology, sorted."""
        if node.value not in self._kinds:
            found = {kind for kind in self.types(node) if kind.startswith(ENT)}
            broader = {above for kind in found for above in self.above(kind)}
            self._kinds[node.value] = tuple(sorted(local(kind) for kind in found - broader))
        return self._kinds[node.value]

    def types(self, node: NamedNode) -> set[str]:
        """Give the IRIs of a thing’s classes: merged, else those of denials."""
        if node.value not in self._types:
            merged = {term.value for term in self.objects(node, TYPE)}
            anywhere = () if merged else self.quads(node, TYPE)
            found = {term.value for quad in anywhere if (term := known(quad.object))}
            self._types[node.value] = merged or found
        return self._types[node.value]

    def above(self, kind: str) -> set[str]:
        """List the classes above a class, itself left out."""
        if not self._broader:
            for row in self.select(f"SELECT ?a ?b {{ ?a {SUBCLASS} ?b FILTER(?a != ?b) }}"):
                if isinstance(row["b"], NamedNode):
                    self._broader.setdefault(row["a"].value, set()).add(row["b"].value)
        if kind not in self._above:
            near = self._broader.get(kind, set())
            self._above[kind] = near | {top for one in near for top in self.above(one)}
        return self._above[kind]

    def below(self, kind: NamedNode) -> set[NamedNode]:
        """List a class and the classes below it."""
        direct = set(self.subjects(SUBCLASS, kind)) - {kind}
        return {kind} | {under for one in direct for under in self.below(one)}

    def is_a(self, node: NamedNode, kind: str) -> bool:
        """Tell whether a thing is of a class, subclasses counted."""
        found = self.types(node)
        return ENT + kind in found or any(ENT + kind in self.above(one) for one in found)

    def stage(self, node: NamedNode) -> Stage | None:
        """Give where a thing stands now, else as reported; None when no source says.

        Reports of one day that differ are all named; they count as real when all of them are.
        """
        now = self.objects(node, ent("currentStatus")) or self.objects(node, ent("status"))[:1]
        stages = [stage_of(term) for term in now]
        if len(stages) < 2:
            return stages[0] if stages else None
        words = either(stage.word for stage in stages)
        return Stage(stages[0].name, words, all(stage.real for stage in stages))

    def link(self, node: NamedNode, text: str | None = None) -> Link:
        """Make a link to where a reader finds out more about an IRI."""
        href, outside = self.address(node.value)
        return Link(text or self.label(node), href, outside)

    def address(self, iri: str) -> tuple[str | None, bool]:
        """Give a page's address for an IRI, and whether it is another host's."""
        if iri.startswith(ENT):
            return f"ontology#{local(iri)}", False
        path = self.base.path(iri)
        if path is not None:
            return path.replace("id/", "page/", 1) if path.startswith("id/") else path, False
        return (iri, True) if iri.startswith(("http://", "https://")) else (None, False)

    def is_claim(self, graph: NamedNode | DefaultGraph | BlankNode) -> bool:
        """Tell whether a graph is what one claim states."""
        return isinstance(graph, NamedNode) and "#claim-" in graph.value

    def claim_triples(self, claim: NamedNode) -> list[Quad]:
        """List what a claim states, sorted."""
        if claim not in self.held.stated:
            self.held.stated[claim] = sorted(self.quads(graph=claim), key=str)
        return self.held.stated[claim]

    def names_in(self, passage: NamedNode) -> list[tuple[NamedNode, NamedNode]]:
        """List the mentions in a passage, each with the thing that it means, sorted."""
        if passage not in self.held.named:
            said = f"GRAPH ?a {{ ?name ent:inPassage {passage} ; ent:refersTo ?thing }}"
            rows = self.select(f"SELECT DISTINCT ?name ?thing {{ {said} }}")
            self.held.named[passage] = sorted(((r["name"], r["thing"]) for r in rows), key=str)
        return self.held.named[passage]

    def slug(self, node: NamedNode) -> str | None:
        """Give the slug of a thing; None when the IRI names none."""
        path = self.base.path(node.value) or ""
        return path[len("id/") :] if path.startswith("id/") else None


def stage_of(term: Term) -> Stage:
    """Read a concept of the status scheme."""
    name = local(term.value)
    return Stage(name, stage_words(name), STAGES.get(name, False))


def known(term: NamedNode | Literal | BlankNode | Triple) -> Term | None:
    """Keep IRIs and literals; give None for what pages do not show."""
    return term if isinstance(term, NamedNode | Literal) else None


def in_order(nodes: Iterable[NamedNode]) -> list[NamedNode]:
    """Sort IRIs and drop doubles."""
    return sorted(set(nodes), key=lambda node: node.value)
