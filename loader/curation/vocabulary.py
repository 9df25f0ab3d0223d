"""The ontology's classes, properties and concepts by local name, for checking what people write."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from pyoxigraph import NamedNode, RdfFormat, Store

from ontology import NAMESPACE
from ontology.curies import term
from ontology.files import vocabulary_text

from ..frames import kinds_of

NOTE = "skos:note"


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What may be written.

    Attributes:
        classes: Names of classes.
        objects: Properties whose object is a thing.
        coded: Properties whose object is a concept of a code list.
        values: Properties whose object is a literal → local name of its XSD datatype, empty where
            the ontology leaves it open.
        concepts: Concept → its scheme.
    """

    classes: frozenset[str]
    objects: frozenset[str]
    coded: frozenset[str]
    values: Mapping[str, str]
    concepts: Mapping[str, str]

    @property
    def properties(self) -> frozenset[str]:
        """Every property that a statement may have."""
        return self.objects | self.coded | frozenset(self.values)


def is_a(kind: str, above: str) -> bool:
    """Tell whether the first class is the second or below it; an unknown one only itself."""
    return above in kinds_of(kind)


@cache
def vocabulary() -> Vocabulary:
    """Read the packaged ontology."""
    store = Store()
    store.load(vocabulary_text().encode(), format=RdfFormat.TURTLE)
    objects = _members(store, "owl:ObjectProperty")
    coded = frozenset(name for name in objects if "Concept" in _ends(store, name, "rdfs:range"))
    values = _members(store, "owl:DatatypeProperty")
    return Vocabulary(
        classes=_members(store, "owl:Class"),
        objects=objects - coded,
        coded=coded,
        values={name: min(_ends(store, name, "rdfs:range"), default="") for name in values}
        | {NOTE: "string"},
        concepts={
            name: min(_ends(store, name, "skos:inScheme"), default="")
            for name in _members(store, "skos:Concept")
        },
    )


def nearest(name: str, names: frozenset[str] | Mapping[str, object]) -> str:
    """Give the known name that is most like an unknown one, quoted, or a hint where none is."""
    found = get_close_matches(name, sorted(names), n=1, cutoff=0.4)
    return f"did you mean {found[0]!r}?" if found else f"known are {', '.join(sorted(names)[:8])} …"


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def _members(store: Store, kind: str) -> frozenset[str]:
    found = store.quads_for_pattern(None, term("rdf:type"), term(kind), None)
    return frozenset(
        _local(quad.subject.value)
        for quad in found
        if isinstance(quad.subject, NamedNode) and quad.subject.value.startswith(NAMESPACE)
    )


def _ends(store: Store, name: str, predicate: str) -> set[str]:
    found = store.quads_for_pattern(term(name), term(predicate), None, None)
    return {_local(quad.object.value) for quad in found if isinstance(quad.object, NamedNode)}
