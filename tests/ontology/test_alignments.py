"""Alignments name real terms of ours and stay apart from the vocabulary."""

from __future__ import annotations

import re

from rdflib import OWL, RDF, RDFS, SKOS, Graph, URIRef

from ontology import NAMESPACE
from ontology.files import ALIGNMENTS, VOCABULARY_FILES
from tests.ontology.graphs import vocabulary

RELATIONS = {RDFS.subClassOf, RDFS.subPropertyOf, SKOS.closeMatch}
WIKIDATA = "http://www.wikidata.org/entity/"
ITEMS = (
    "Q1127126 Q176799 Q252550 Q350604 Q3624078 Q4164871 Q645883 Q772547 Q11446 Q19832479 "
    "P31 P39 P17 P137 P176 P289 P361 P463 P504 P580 P582 P585 P710 P1365 P1891"
)


def alignments() -> Graph:
    return Graph().parse(ALIGNMENTS)


def matches() -> list[tuple[URIRef, URIRef, URIRef]]:
    return [
        (s, p, o)
        for s, p, o in alignments()
        if isinstance(s, URIRef) and isinstance(p, URIRef) and isinstance(o, URIRef)
        if p in RELATIONS
    ]


def test_alignments_start_from_terms_of_ours_and_lead_to_others() -> None:
    assert len(matches()) >= 90
    terms = set(vocabulary().subjects(RDF.type))
    for subject, _, target in matches():
        assert subject in terms
        assert not target.startswith(NAMESPACE)


def test_classes_are_under_classes_and_properties_under_properties() -> None:
    for subject, relation, target in matches():
        is_class = (subject, RDF.type, OWL.Class) in vocabulary()
        assert relation != RDFS.subClassOf or is_class
        assert relation != RDFS.subPropertyOf or not is_class
        last = re.split(r"[#/]", target)[-1]
        assert target.startswith(WIKIDATA) or last[0].isupper() == is_class, target


def test_wikidata_is_matched_closely_and_by_known_identifiers_only() -> None:
    found = [(p, o.removeprefix(WIKIDATA)) for _, p, o in matches() if o.startswith(WIKIDATA)]
    assert {p for p, _ in found} == {SKOS.closeMatch}
    assert {item for _, item in found} <= set(ITEMS.split())


def test_vocabulary_imports_no_alignment() -> None:
    others = {namespace.rsplit("/", 1)[0] for _, _, namespace in matches()}
    assert others
    assert "align.ttl" not in VOCABULARY_FILES
    assert not set(vocabulary().objects(None, OWL.imports))
    for subject, relation, target in matches():
        assert (subject, relation, target) not in vocabulary()
