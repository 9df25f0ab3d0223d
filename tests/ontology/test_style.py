"""The house style of the ontology: style.ttl holds, and what SHACL cannot say holds too."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

import pytest
from rdflib import OWL, RDF, RDFS, SKOS, Graph, Literal, Namespace, URIRef

from ontology import NAMESPACE, ONTOLOGY, PREFIXES, VERSION, prefixes_for
from ontology.files import FOLDER, VOCABULARY_FILES
from tests.ontology.datasets import BASE, all_examples
from tests.ontology.graphs import complaints, graph_of, style, vocabulary, with_more

ENT = Namespace(NAMESPACE)
SCHEMA = Namespace("https://schema.org/")
# Any thing may be the subject of these: the source decides what has a date, a place or a purpose.
ANY_SUBJECT = {"dateText", "endDate", "follows", "location", "near", "partOf", "purpose"}
ANY_SUBJECT |= {"startDate"}
# Any thing may be the object of these.
ANY_OBJECT = {"about", "carries", "figureOf", "follows", "partOf", "refersTo"}
DATES = {"endDate", "inForceDate", "published", "signedDate", "startDate"}
# Concepts of the status list that no report has itself.
BROADER_ONLY = {"Intended", "Real"}


@cache
def terms_of(kind: URIRef) -> tuple[URIRef, ...]:
    own = (s for s in vocabulary().subjects(RDF.type, kind) if isinstance(s, URIRef) and s in ENT)
    return tuple(sorted(own))


def properties() -> tuple[URIRef, ...]:
    return terms_of(OWL.ObjectProperty) + terms_of(OWL.DatatypeProperty)


def name(term: URIRef) -> str:
    return term.removeprefix(NAMESPACE)


def all_terms() -> list[URIRef]:
    return sorted({s for s in vocabulary().subjects() if isinstance(s, URIRef) and s in ENT})


def test_vocabulary_follows_the_style_shapes() -> None:
    assert len(all_terms()) >= 140
    assert complaints(vocabulary(), style()) == ""


@pytest.mark.parametrize(
    "fault, words",
    [
        ("ent:State rdfs:label 'Nation'@en .", "one label"),
        ("ent:State skos:definition 'Another one.'@en .", "one definition"),
        ("ent:State skos:example ' spaced '@en .", "without space"),
        ("ent:State skos:example 'untagged' .", "example"),
        ("ent:State skos:scopeNote 'no capital and no stop'@en .", "scope note"),
        ("ent:State owl:deprecated true .", "what replaces it"),
        ("ent:New a owl:Class ; rdfs:isDefinedBy <https://w3id.org/entente/ontology> .", "label"),
        ("ent:new a owl:Class .", "UpperCamelCase"),
        ("ent:New a owl:ObjectProperty .", "lowerCamelCase"),
        ("ent:leads rdfs:domain ent:Place .", "Two domains"),
        ("ent:location rdfs:range ent:State .", "Two ranges"),
        ("ent:leads owl:inverseOf ent:ledBy .", "one direction"),
        ("ent:New a skos:Concept .", "in one scheme"),
        ("<https://w3id.org/entente/ontology> owl:versionInfo '9' .", "version"),
    ],
)
def test_style_shapes_reject_the_planted_fault(fault: str, words: str) -> None:
    assert words in complaints(with_more(vocabulary(), fault), style())


def test_every_term_is_defined_here_and_typed() -> None:
    for term in all_terms():
        assert vocabulary().value(term, RDFS.isDefinedBy) == URIRef(ONTOLOGY), term
        assert vocabulary().value(term, RDF.type), term


@pytest.mark.parametrize("relation", [RDFS.label, SKOS.definition], ids=["label", "definition"])
def test_no_two_terms_share_a_text(relation: URIRef) -> None:
    texts = Counter(str(vocabulary().value(term, relation)) for term in all_terms())
    assert [text for text, n in texts.items() if n > 1] == []


def test_no_definition_is_circular_or_merges_two_ideas() -> None:
    for term in terms_of(OWL.Class):
        assert not re.search(r"(And|Or)[A-Z]", name(term)), term
        definition = str(vocabulary().value(term, SKOS.definition)).lower()
        assert not definition.startswith(f"a {name(term).lower()} "), term


@pytest.mark.parametrize("relation", [RDFS.subClassOf, RDFS.subPropertyOf, SKOS.broader])
def test_no_term_is_above_itself(relation: URIRef) -> None:
    starts = set(vocabulary().subjects(relation))
    assert starts
    for term in starts:
        above = {up for step in vocabulary().objects(term, relation)
                 for up in vocabulary().transitive_objects(step, relation)}  # fmt: skip
        assert term not in above


def test_no_axiom_uses_a_deprecated_term() -> None:
    graph = vocabulary()
    deprecated = set(graph.subjects(OWL.deprecated, Literal(True)))
    relations = (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, SKOS.broader)
    assert not deprecated & {o for relation in relations for o in graph.objects(None, relation)}


def test_every_class_is_connected() -> None:
    graph = vocabulary()
    for term in terms_of(OWL.Class):
        links = {p for _, p in graph.subject_predicates(term)}
        relations = {RDFS.subClassOf, RDFS.domain, RDFS.range, SCHEMA.domainIncludes}
        assert links & relations or (term, RDFS.subClassOf, None) in graph, term


def test_every_property_says_what_it_joins() -> None:
    graph = vocabulary()
    assert len(properties()) >= 60
    for term in properties():
        subjects = {*graph.objects(term, RDFS.domain), *graph.objects(term, SCHEMA.domainIncludes)}
        objects = {*graph.objects(term, RDFS.range), *graph.objects(term, SCHEMA.rangeIncludes)}
        assert bool(subjects) != (name(term) in ANY_SUBJECT), term
        assert bool(objects) != (name(term) in ANY_OBJECT | DATES), term


def test_symmetric_and_transitive_properties_stay_within_one_class() -> None:
    for kind in (OWL.SymmetricProperty, OWL.TransitiveProperty):
        assert terms_of(kind)
        for term in terms_of(kind):
            assert vocabulary().value(term, RDFS.domain) == vocabulary().value(term, RDFS.range)


@pytest.mark.parametrize("term", properties(), ids=name)
def test_example_of_a_property_is_turtle_that_uses_it(term: URIRef) -> None:
    prefixes = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in prefixes_for(BASE.iri).items())
    for example in vocabulary().objects(term, SKOS.example):
        graph = Graph().parse(data=f"BASE <{BASE.iri}>\n{prefixes}{example}", format="turtle")
        assert set(graph.predicates()) == {term}


def test_blocks_of_each_file_stand_in_alphabetical_order() -> None:
    core = (FOLDER / "core.ttl").read_text()
    names = re.findall(r"^ent:(\w+) a ", core, re.MULTILINE)
    assert len(names) == len(set(names)) >= 100
    assert names == sorted(n for n in names if n[0].isupper()) + sorted(
        n for n in names if n[0].islower()
    )
    for scheme in (FOLDER / "codes.ttl").read_text().split("\n# ")[2:]:
        names = re.findall(r"^ent:(\w+) a (?!skos:ConceptScheme)", scheme, re.MULTILINE)
        assert names == sorted(names)
        assert names


def test_every_term_is_used_in_a_worked_example() -> None:
    data = graph_of(all_examples())
    used = {*data.predicates(), *data.objects()}
    used |= {o.datatype for o in data.objects() if isinstance(o, Literal) and o.datatype}
    inferred = {"currentStatus", "intendsToParticipateIn"}
    unused = {name(t) for t in all_terms() if t not in used} - inferred - BROADER_ONLY
    assert unused == {name(scheme) for scheme in terms_of(SKOS.ConceptScheme)}


def test_every_class_has_an_individual_of_its_own_in_an_example() -> None:
    data = graph_of(all_examples())
    direct = set(data.objects(None, RDF.type))
    assert [name(c) for c in terms_of(OWL.Class) if c not in direct] == []


def test_version_and_prefixes_are_those_of_the_code() -> None:
    graph = vocabulary()
    ontology = URIRef(ONTOLOGY)
    assert str(graph.value(ontology, OWL.versionInfo)) == VERSION
    assert str(graph.value(ontology, OWL.versionIRI)) == f"{ONTOLOGY}/{VERSION}"
    for file in VOCABULARY_FILES:
        declared = re.findall(r"^@prefix (\w+): <(.+)> \.", (FOLDER / file).read_text(), re.M)
        assert {
            p: iri for p, iri in declared if p not in ("mod", "vann")
        }.items() <= PREFIXES.items()


def test_names_have_no_file_ending_and_one_spelling() -> None:
    for term in all_terms():
        assert re.fullmatch(r"[A-Za-z][A-Za-z0-9]*", name(term)), term
    words = " ".join(str(o) for o in vocabulary().objects() if isinstance(o, Literal))
    assert not re.search(r"\b(defense|organization|program|armored)\b", words, re.I)
