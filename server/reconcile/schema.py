"""Classes and properties as reconciliation clients name them, and what a property leads to.

A property is named by its local name in the ontology (``memberOf``), by a short name
(``skos:altLabel``), by the code list that a notation is of (``IsoAlpha3``) or by the register that
an identifier is of (``wikidata``). ``^partyTo`` goes against its direction, and steps are joined by
``/``, as in SPARQL's paths: ``^partyTo/signedDate``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard

from pyoxigraph import DefaultGraph, Literal, NamedNode

from ontology import NAMESPACE, PREFIXES
from ontology.curies import term

from ..errors import fail
from ..snapshots import Snapshot

DEFAULT = DefaultGraph()
TYPE, LABEL, ALT_LABEL = term("rdf:type"), term("rdfs:label"), term("skos:altLabel")
NOTATION, SUBCLASS = term("skos:notation"), term("rdfs:subClassOf")
DEFINITION, SAME = term("skos:definition"), (term("owl:sameAs"), term("skos:exactMatch"))
OBJECT, DATA = term("owl:ObjectProperty"), term("owl:DatatypeProperty")
#: Register → what its addresses begin with, and what people call it.
REGISTERS = {
    "wikidata": ("http://www.wikidata.org/entity/", "Wikidata item"),
    "dbpedia": ("http://dbpedia.org/resource/", "DBpedia resource"),
    "geonames": ("https://sws.geonames.org/", "GeoNames number"),
    "eu-country": ("http://publications.europa.eu/resource/authority/country/", "EU country code"),
    "ror": ("https://ror.org/", "Research Organization Registry"),
}
_PLAIN = {
    "rdfs:label": "label",
    "skos:altLabel": "other name",
    "skos:notation": "code",
    "owl:sameAs": "same thing elsewhere",
    "skos:exactMatch": "exact match elsewhere",
    "skos:closeMatch": "close match elsewhere",
    "geo:lat": "latitude",
    "geo:long": "longitude",
}
Node = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Term:
    """A class or property as it is told to clients.

    Attributes:
        id: Its identifier in the protocol.
        name: Its label.
        description: Its definition, or empty.
        broader: Identifiers of the classes directly above; empty for properties.
    """

    id: str
    name: str
    description: str = ""
    broader: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """What clients may name.

    Attributes:
        classes: Identifier → class.
        properties: Identifier → property, each way of a property by itself.
    """

    classes: Mapping[str, Term]
    properties: Mapping[str, Term]

    def label(self, kind: str) -> str:
        """Give the label of a class, or its identifier where it is none of ours."""
        return self.classes[kind].name if kind in self.classes else kind


def read_schema(snapshot: Snapshot) -> Schema:
    """Read the classes and properties of a snapshot's ontology."""
    return Schema(
        {one.id: one for one in _classes(snapshot)}, {one.id: one for one in _properties(snapshot)}
    )


def _classes(snapshot: Snapshot) -> list[Term]:
    above = _about(snapshot, SUBCLASS)
    found = []
    for one in _of_kind(snapshot, term("owl:Class")):
        broader = [local(node.value) for node in above.get(one.id, ()) if _is_ours(node)]
        found.append(Term(one.id, one.name, one.description, tuple(sorted(broader))))
    return found


def _properties(snapshot: Snapshot) -> list[Term]:
    between = _of_kind(snapshot, OBJECT)
    against = [Term(f"^{one.id}", f"{one.name} (from there)", one.description) for one in between]
    codes = _of_kind(snapshot, term("rdfs:Datatype"))
    plain = [Term(name, label) for name, label in _PLAIN.items()]
    registers = [Term(name, label) for name, (_, label) in REGISTERS.items()]
    found = [*between, *against, *_of_kind(snapshot, DATA), *codes, *plain, *registers]
    return sorted(found, key=lambda one: (one.id.lstrip("^"), one.id.startswith("^")))


def local(identifier: str) -> str:
    """Give a term's identifier from its whole IRI, or as it is."""
    return identifier.removeprefix(NAMESPACE)


class Path:
    """A property that clients name, ready to be followed."""

    def __init__(self, snapshot: Snapshot, schema: Schema, pid: str) -> None:
        """Read an identifier.

        Raises:
            ProblemError: 400 when no property is called so.
        """
        self.id, self._store = pid, snapshot.store
        known, steps = schema.properties, local(pid).split("/")
        for step in steps:
            if step not in known:
                raise fail(
                    400,
                    "property",
                    f"There is no property {pid[:80]!r}.",
                    "The service suggests those that there are at suggest/property.",
                )
        self.steps = tuple(steps)
        self.name = ", ".join(known[step].name for step in steps)

    @property
    def identifies(self) -> bool:
        """Whether its values are codes or identifiers, which no two things share."""
        return self.steps[-1] in REGISTERS or self.steps[-1][:1].isupper()

    def follow(self, start: NamedNode) -> list[Node]:
        """List what a thing leads to, each once, sorted by its text."""
        nodes: Iterable[Node] = [start]
        for step in self.steps:
            nodes = {
                other
                for node in nodes
                if isinstance(node, NamedNode)
                for other in self._step(node, step)
            }
        return sorted(nodes, key=str)

    def lead_back(self, value: str) -> Iterator[NamedNode]:
        """Give the things that one step leads from to this code or identifier."""
        (*others, step) = self.steps
        if others:
            return
        if step in REGISTERS:
            for predicate in SAME:
                for end in ("", "/"):
                    yield from self._subjects(predicate, f"{REGISTERS[step][0]}{value}{end}")
        elif step[:1].isupper():
            yield from self._codes(value, step)

    def _codes(self, value: str, step: str) -> Iterator[NamedNode]:
        code = Literal(value, datatype=term(step))
        for quad in self._store.quads_for_pattern(None, NOTATION, code, DEFAULT):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject

    def _subjects(self, predicate: NamedNode, iri: str) -> Iterator[NamedNode]:
        try:
            target = NamedNode(iri)
        except ValueError:
            return
        for quad in self._store.quads_for_pattern(None, predicate, target, DEFAULT):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject

    def _step(self, node: NamedNode, step: str) -> Iterator[Node]:
        if step in REGISTERS:
            return self._registered(node, REGISTERS[step][0])
        if step[:1].isupper():
            found = self._objects(node, NOTATION)
            return (one for one in found if isinstance(one, Literal) and one.datatype == term(step))
        if step.startswith("^"):
            quads = self._store.quads_for_pattern(None, term(step[1:]), node, DEFAULT)
            return (quad.subject for quad in quads if isinstance(quad.subject, NamedNode))
        return self._objects(node, term(step))

    def _registered(self, node: NamedNode, begin: str) -> Iterator[Node]:
        for predicate in SAME:
            for one in self._objects(node, predicate):
                if one.value.startswith(begin):
                    yield Literal(one.value.removeprefix(begin).rstrip("/"))

    def _objects(self, node: NamedNode, predicate: NamedNode) -> Iterator[Node]:
        for quad in self._store.quads_for_pattern(node, predicate, None, DEFAULT):
            if isinstance(quad.object, NamedNode | Literal):
                yield quad.object


def identifier_of(predicate: NamedNode) -> str | None:
    """Give the identifier of a property's IRI; None for what is not offered."""
    for prefix, namespace in PREFIXES.items():
        if predicate.value.startswith(namespace):
            name = predicate.value.removeprefix(namespace)
            if prefix == "ent":
                return name
            return f"{prefix}:{name}" if f"{prefix}:{name}" in _PLAIN else None
    return None


def _of_kind(snapshot: Snapshot, kind: NamedNode) -> list[Term]:
    labels, definitions = _about(snapshot, LABEL), _about(snapshot, DEFINITION)
    quads = snapshot.store.quads_for_pattern(None, TYPE, kind, snapshot.base.graph("ontology"))
    subjects = (quad.subject for quad in quads)
    names = sorted(local(node.value) for node in subjects if _is_ours(node))
    return [Term(name, _text(labels, name) or name, _text(definitions, name)) for name in names]


def _about(snapshot: Snapshot, predicate: NamedNode) -> dict[str, list[Node]]:
    found: dict[str, list[Node]] = {}
    graph = snapshot.base.graph("ontology")
    for quad in snapshot.store.quads_for_pattern(None, predicate, None, graph):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            found.setdefault(local(quad.subject.value), []).append(quad.object)
    return found


def _text(table: dict[str, list[Node]], name: str) -> str:
    return min((node.value for node in table.get(name, ())), default="")


def _is_ours(node: object) -> TypeGuard[NamedNode]:
    return isinstance(node, NamedNode) and node.value.startswith(NAMESPACE)
