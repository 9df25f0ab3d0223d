"""The shapes accept the worked examples and reject planted faults."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from rdflib import RDFS, SH, Graph, Namespace, URIRef

from ontology import NAMESPACE
from ontology.files import examples
from tests.ontology.datasets import example_quads
from tests.ontology.graphs import class_tree, complaints, graph_of, shapes, vocabulary, with_more

SCHEMA = Namespace("https://schema.org/")
ENT = Namespace(NAMESPACE)
ARTICLE = "<http://localhost:8000/article/coast-pact>"

SOUND = f"""
    id:norlund a ent:State ; rdfs:label "Norlund"@en .
    id:sudmark a ent:State ; rdfs:label "Sudmark"@en .
    id:coast-pact a ent:Agreement ; rdfs:label "Coast Pact"@en ; ent:status ent:Planned .
    {ARTICLE} a ent:Article ; rdfs:label "Pact"@en ; ent:published "2031-05-04"^^xsd:date ;
        ent:contentHash "{"0" * 64}" ; ent:text "Text." .
    """
# One fault each: what is added to sound data, and words of the message that must come.
ADDED = [
    ("<urn:c> a ent:Claim .", "has the one passage"),
    (
        "<urn:c> ent:inPassage <urn:p> ; ent:modality ent:Planned ; a ent:Claim .",
        "one of the three",
    ),
    ("<urn:c> a ent:Claim ; ent:modality ent:Quoted .", "attributed to its speaker"),
    ("<urn:c> a ent:Claim ; ent:confidence 1.5 .", "from 0 to 1"),
    ("<urn:c> a ent:Claim .", "which rule or curator"),
    ("<urn:c> a ent:Claim ; ent:inQuotation id:norlund .", "one quotation at most"),
    ("<urn:a> a ent:Article .", "hash of its bytes"),
    (f"{ARTICLE} ent:published '2031'^^xsd:gYear .", "at most one date"),
    (f"{ARTICLE} ent:text 'Another text.' .", "at most one text"),
    (f"{ARTICLE} ent:approximate 'maybe' .", "true or false"),
    (f"{ARTICLE} ent:countsAs {ARTICLE}, <urn:a> . <urn:a> a ent:Article .", "to one article"),
    ("<urn:p> a ent:Passage .", "in one article"),
    ("<urn:p> a ent:Passage ; ent:start 0 ; ent:end 1 .", "hash of its text"),
    ("<urn:p> a ent:Passage ; ent:start 9 ; ent:end 9 ; ent:text 'x' .", "one start"),
    ("<urn:p> a ent:Passage ; ent:text 'x' .", "one start"),
    ("<urn:p> a ent:Passage ; ent:text 'x', 'y' .", "at most one text"),
    ("<urn:p> a ent:Passage ; ent:repairedText 'x', 'y' .", "one repaired text"),
    ("<urn:p> ent:start 'zero' .", "whole number"),
    ("<urn:q> a ent:Quotation .", "at least one passage"),
    ("<urn:q> a ent:Quotation ; ent:speaker id:norlund, id:sudmark .", "one speaker"),
    ("<urn:m> a ent:Mention .", "refers to one thing"),
    ("<urn:m> a ent:Mention .", "lies in one passage"),
    ("id:x a ent:Participation ; ent:participant id:norlund .", "one activity"),
    ("id:x a ent:Participation .", "one participant"),
    ("id:x a ent:Participation .", "how real it is"),
    ("id:x a ent:Participation ; ent:role ent:Planned .", "list of roles"),
    ("id:x a ent:Figure ; ent:measure ent:Quantity .", "one value"),
    ("id:x a ent:Figure ; ent:upperValue 'x' .", "upper value"),
    ("id:x a ent:Figure ; ent:value 1.0 .", "one measure"),
    ("id:x a ent:Figure ; ent:value 1.0 .", "what it is about"),
    ("id:x a ent:Figure ; ent:bound ent:Planned .", "list of bounds"),
    ("id:x a ent:Figure ; ent:unit 'EUR', 'GBP' .", "one unit"),
    ("id:x a ent:Tenure .", "of one post"),
    ("id:x a ent:Tenure .", "one person's"),
    ("id:x a ent:Visit .", "one label"),
    ("id:norlund rdfs:label 'Norlund again'@en .", "one label"),
    ("id:x a ent:Visit ; rdfs:label 'Besuch'@de .", "one label"),
    ("id:x ent:startDate 'soon' .", "a year and month"),
    ("id:x ent:startDate '2031'^^xsd:integer .", "without a time zone"),
    ("id:coast-pact ent:status ent:Real .", "stage of the status list"),
    ("id:x ent:topic 'Kabel'@de .", "plain string"),
    ("id:norlund a ent:Person .", "exclude each other"),
    ("id:norlund a ent:Asset .", "excludes assets"),
    ("id:norlund a ent:Company .", "excludes places"),
]


@cache
def sound_graph() -> Graph:
    return with_more(Graph(), SOUND)


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_each_example_alone_has_the_shape_of_published_data(path: Path) -> None:
    data = graph_of(list(example_quads(path)))
    assert len(data) > 20
    assert complaints(data, shapes(), class_tree()) == ""


def test_data_that_faults_are_planted_in_are_sound() -> None:
    assert complaints(sound_graph(), shapes(), class_tree()) == ""


@pytest.mark.parametrize("fault, words", ADDED)
def test_shapes_reject_the_planted_fault(fault: str, words: str) -> None:
    report = complaints(with_more(sound_graph(), fault), shapes(), class_tree())
    assert words in report


def test_every_shape_says_in_words_what_it_wants() -> None:
    graph = shapes()
    targets = (SH.targetClass, SH.targetObjectsOf, SH.targetSubjectsOf)
    targeted = {shape for target in targets for shape in graph.subjects(target)}
    parts = {part for shape in targeted for part in graph.objects(shape, SH.property)}
    whole = {shape for shape in targeted if not set(graph.objects(shape, SH.property))}
    assert len(parts) >= 25
    assert len(whole) >= 60
    assert [part for part in parts | whole if graph.value(part, SH.message) is None] == []


def _typed(relation: URIRef, inclusive: URIRef) -> list[tuple[URIRef, set[URIRef]]]:
    graph = vocabulary()
    properties = {p for p in graph.subjects(relation) if isinstance(p, URIRef)}
    properties |= {p for p in graph.subjects(inclusive) if isinstance(p, URIRef)}
    classes = {p: {*graph.objects(p, relation), *graph.objects(p, inclusive)} for p in properties}
    named = {p: {c for c in v if isinstance(c, URIRef) and c in ENT} for p, v in classes.items()}
    return sorted((p, v) for p, v in named.items() if v)


def test_an_object_of_the_wrong_class_is_rejected_for_every_range() -> None:
    ranges = _typed(RDFS.range, SCHEMA.rangeIncludes)
    assert len(ranges) >= 30
    data = Graph()
    for property_, _ in ranges:
        data.add((URIRef("urn:subject"), property_, URIRef(f"urn:wrong-{_name(property_)}-")))
    report = complaints(data, shapes(), class_tree())
    missed = [p for p, _ in ranges if f"<urn:wrong-{_name(p)}->" not in report]
    assert missed == []


def test_a_subject_of_the_wrong_class_is_rejected_for_every_domain_of_facts() -> None:
    evidence = {"Article", "Claim", "Mention", "Passage", "Quotation"}
    domains = [
        (property_, classes)
        for property_, classes in _typed(RDFS.domain, SCHEMA.domainIncludes)
        if {_name(c) for c in classes} - evidence
    ]
    assert len(domains) >= 40
    data = Graph()
    for property_, _ in domains:
        data.add((URIRef(f"urn:wrong-{_name(property_)}-"), property_, URIRef("urn:object")))
    report = complaints(data, shapes(), class_tree())
    missed = [p for p, _ in domains if f"<urn:wrong-{_name(p)}->" not in report]
    assert missed == []


def _name(iri: URIRef) -> str:
    return iri.rpartition("#")[2]
