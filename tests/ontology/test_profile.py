"""core.ttl stays within OWL 2 DL and OWL 2 RL: a closed list of axiom kinds and datatypes."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, XSD, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from ontology import NAMESPACE, ONTOLOGY
from ontology.files import FOLDER
from tests.ontology.graphs import with_more

ENT = Namespace(NAMESPACE)
SCHEMA = Namespace("https://schema.org/")
KINDS = {
    OWL.Ontology,
    OWL.Class,
    OWL.ObjectProperty,
    OWL.DatatypeProperty,
    OWL.AnnotationProperty,
    OWL.SymmetricProperty,
    OWL.TransitiveProperty,
    OWL.AsymmetricProperty,
    OWL.IrreflexiveProperty,
    OWL.AllDisjointClasses,
}
AXIOMS = {RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range}
LISTS = {OWL.members, OWL.propertyChainAxiom, RDF.first, RDF.rest}
ONTOLOGY_ONLY = {OWL.versionIRI, OWL.versionInfo}
DATATYPES = {XSD.boolean, XSD.decimal, XSD.nonNegativeInteger, XSD.string}
ENTITY_KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty)


@cache
def core() -> Graph:
    return Graph().parse(FOLDER / "core.ttl")


def faults(graph: Graph) -> list[str]:
    """Tell what in the graph is outside the closed list."""
    return [*_kinds(graph), *_predicates(graph), *_axioms(graph), *_lists(graph), *_simple(graph)]


def _kinds(graph: Graph) -> list[str]:
    kinds = graph.subject_objects(RDF.type)
    found = [f"{s} is a {kind}" for s, kind in kinds if kind not in KINDS]
    counted = Counter(s for kind in ENTITY_KINDS for s in graph.subjects(RDF.type, kind))
    return found + [f"{term} is of {n} kinds" for term, n in counted.items() if n > 1]


def _predicates(graph: Graph) -> list[str]:
    annotations = {RDFS.label, RDFS.isDefinedBy, *graph.subjects(RDF.type, OWL.AnnotationProperty)}
    allowed = annotations | AXIOMS | LISTS | {RDF.type}
    found = [f"{p} on {s}" for s, p, _ in graph if p not in allowed | ONTOLOGY_ONLY]
    return found + [
        f"{p} on {s}" for s, p, _ in graph if p in ONTOLOGY_ONLY and s != URIRef(ONTOLOGY)
    ]


def _axioms(graph: Graph) -> list[str]:
    classes = set(graph.subjects(RDF.type, OWL.Class))
    objects, data = (
        set(graph.subjects(RDF.type, kind)) for kind in (OWL.ObjectProperty, OWL.DatatypeProperty)
    )
    found = [f"superclass {o}" for o in graph.objects(None, RDFS.subClassOf) if o not in classes]
    found += [f"domain {o}" for o in graph.objects(None, RDFS.domain) if o not in classes]
    for s, o in graph.subject_objects(RDFS.range):
        if o not in (classes if s in objects else DATATYPES):
            found.append(f"range {o} of {s}")
    for s, o in graph.subject_objects(RDFS.subPropertyOf):
        if not any({s, o} <= kind for kind in (objects, data)):
            found.append(f"{s} under {o}")
    return found


def _lists(graph: Graph) -> list[str]:
    classes = set(graph.subjects(RDF.type, OWL.Class))
    objects = set(graph.subjects(RDF.type, OWL.ObjectProperty))
    found = []
    for predicate, members in ((OWL.members, classes), (OWL.propertyChainAxiom, objects)):
        for head in graph.objects(None, predicate):
            found += [f"{m} in a list" for m in Collection(graph, head) if m not in members]
    found += [f"a blank node has {p}" for s, p, _ in graph if _is_odd(s, p)]
    return found


def _is_odd(subject: object, predicate: object) -> bool:
    allowed = {RDF.first, RDF.rest, RDF.type, OWL.members}
    return isinstance(subject, BNode) and predicate not in allowed


def _simple(graph: Graph) -> list[str]:
    """Tell of properties that must be simple and are not (OWL 2 Syntax, section 11.2)."""
    composite = set(graph.subjects(RDF.type, OWL.TransitiveProperty))
    composite |= set(graph.subjects(OWL.propertyChainAxiom))
    above = {up for p in composite for up in graph.transitive_objects(p, RDFS.subPropertyOf)}
    needy = set(graph.subjects(RDF.type, OWL.AsymmetricProperty))
    needy |= set(graph.subjects(RDF.type, OWL.IrreflexiveProperty))
    return [f"{p} must be simple" for p in needy & above]


def test_core_holds_no_axiom_outside_the_list() -> None:
    assert len(core()) > 900
    assert faults(core()) == []


@pytest.mark.parametrize(
    "turtle",
    [
        "ent:value rdfs:range xsd:gYear .",
        "ent:startDate rdfs:range xsd:date .",
        "ent:leads rdfs:range [ a owl:Class ; owl:unionOf ( ent:Activity ent:Alliance ) ] .",
        "ent:status a owl:FunctionalProperty .",
        "ent:State owl:hasKey ( ent:unMember ) .",
        "ent:Participation rdfs:subClassOf [ a owl:Restriction ; owl:onProperty ent:activity ] .",
        "ent:partOf a owl:IrreflexiveProperty .",
        "ent:State rdfs:subClassOf ent:Country .",
        "ent:State a owl:ObjectProperty .",
        "ent:value rdfs:subPropertyOf ent:status .",
        "ent:leads owl:inverseOf ent:ledBy .",
        "ent:State owl:equivalentClass ent:Agent .",
    ],
)
def test_profile_check_finds_what_is_outside(turtle: str) -> None:
    assert faults(with_more(core(), turtle))


def test_core_defines_no_term_of_others() -> None:
    own = {s for s in core().subjects() if isinstance(s, URIRef) and s in ENT}
    assert len(own) > 100
    strangers = {s for s in core().subjects() if isinstance(s, URIRef)} - own - {URIRef(ONTOLOGY)}
    for stranger in strangers:
        assert set(core().predicates(stranger)) <= {RDF.type, SKOS.scopeNote}, stranger


def test_every_term_that_is_used_is_declared() -> None:
    used = {o for p in (*AXIOMS, SCHEMA.domainIncludes) for o in core().objects(None, p)}
    declared = {s for kind in ENTITY_KINDS for s in core().subjects(RDF.type, kind)}
    assert used - declared - DATATYPES == set()


def test_classes_that_share_no_member_are_said_to_be_disjoint() -> None:
    tops = {c for c in core().subjects(RDF.type, OWL.Class) if str(c).startswith(NAMESPACE)}
    tops -= set(core().subjects(RDFS.subClassOf))
    named = {m for head in core().objects(None, OWL.members) for m in Collection(core(), head)}
    assert tops - named == set()


def test_literals_carry_no_other_datatype() -> None:
    found = {o.datatype for o in core().objects() if isinstance(o, Literal) and o.datatype}
    assert found == {XSD.date}
    assert {p for _, p, o in core() if isinstance(o, Literal) and o.datatype} == {
        URIRef("http://purl.org/dc/terms/created"),
        URIRef("http://purl.org/dc/terms/issued"),
        URIRef("http://purl.org/dc/terms/modified"),
    }
