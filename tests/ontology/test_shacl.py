"""Shapes as the loader compiles them, held against pySHACL: the same results, fault by fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Triple, parse
from pyshacl import validate
from rdflib import RDF, RDFS, SH, Graph, URIRef

from ontology.files import SHAPES, examples
from ontology.shacl import Classes, Index, Result, UnknownConstructError, compile_shapes
from tests.ontology.datasets import example_quads
from tests.ontology.graphs import class_tree, graph_of, shapes, vocabulary, with_more
from tests.ontology.test_shapes import ADDED, sound_graph

COMPILED = compile_shapes(SHAPES.read_bytes())
HEAD = """@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> . @prefix : <urn:> .
"""
#: One shape for each construct, and values of its property: some fit, some do not.
CONSTRUCTS = [
    ("sh:minCount 2", ":a", ":a, :b"),
    ("sh:maxCount 1", ":a", ":a, :b"),
    ("sh:datatype xsd:decimal", "1.5", "'x'^^xsd:decimal", "1", ":a"),
    ("sh:datatype xsd:boolean", "true", "'maybe'^^xsd:boolean", "'true'"),
    ("sh:datatype xsd:gYearMonth", "'2031-04'^^xsd:gYearMonth", "'2031'^^xsd:gYear"),
    ("sh:datatype xsd:date", "'2031-04-05'^^xsd:date", "'2031-04-35'^^xsd:date"),
    ("sh:datatype xsd:nonNegativeInteger", "'4'^^xsd:nonNegativeInteger", "4"),
    ("sh:datatype xsd:string", "'x'", "'x'@en", "1"),
    ("sh:class :Ship", ":ship", ":frigate", ":port", "'ship'"),
    ("sh:in ( :a 1 )", ":a", "1", ":b"),
    ("sh:nodeKind sh:IRI", ":a", "'a'"),
    ("sh:pattern '^urn:[ab]$'", ":a", ":c", "'urn:b'"),
    ("sh:languageIn ( 'en' )", "'x'@en", "'x'@en-GB", "'x'@de", "'x'"),
    ("sh:minLength 1", "'x'", "''", ":a"),
    ("sh:minInclusive 0", "0", "0.5", "-1", "'x'"),
    ("sh:maxInclusive 1.0", "1", "0.5", "2", ":a"),
    ("sh:lessThan :limit", "1", "5", "9", "'x'"),
    ("sh:or ( [ sh:class :Ship ] [ sh:class :Port ] )", ":ship", ":port", ":x"),
    ("sh:xone ( [ sh:class :Ship ] [ sh:class :Frigate ] )", ":ship", ":frigate", ":x"),
    ("sh:not [ sh:class :Frigate ]", ":ship", ":frigate"),
    ("sh:not [ sh:or ( [ sh:class :Port ] [ sh:class :Frigate ] ) ]", ":ship", ":frigate"),
]
WORLD = """:ship a :Ship . :frigate a :Frigate . :Frigate rdfs:subClassOf :Ship . :port a :Port .
:x :limit 5 .
"""


def peers_results(data: Graph, shapes_graph: Graph, tree: Graph | None = None) -> set[Result]:
    """Give what pySHACL finds."""
    _, found, _ = validate(data, shacl_graph=shapes_graph, ont_graph=tree, inference="none")
    return {
        Result(
            str(found.value(one, SH.resultMessage)),
            str(found.value(one, SH.focusNode)),
            _iri(found.value(one, SH.resultPath)),
            "" if (value := found.value(one, SH.value)) is None else str(value),
        )
        for one in found.subjects(RDF.type, SH.ValidationResult)
    }


def _iri(path: object) -> str:
    return str(path) if isinstance(path, URIRef) else ""


def triples_of(graph: Graph) -> list[Triple]:
    text = graph.serialize(format="nt")
    return [quad.triple for quad in parse(text, format=RdfFormat.N_TRIPLES)]


def our_results(data: Graph, tree: Graph) -> set[Result]:
    return set(COMPILED.results(Index(triples_of(data), Classes.of(triples_of(tree)))))


@pytest.mark.parametrize("path", examples(), ids=lambda path: path.stem)
def test_examples_fit(path: Path) -> None:
    data = graph_of(list(example_quads(path)))
    assert our_results(data, class_tree()) == set()


@pytest.mark.parametrize("fault, words", ADDED)
def test_a_planted_fault_is_found_as_pyshacl_finds_it(fault: str, words: str) -> None:
    data = with_more(sound_graph(), fault)
    ours = our_results(data, class_tree())
    assert any(words in result.message for result in ours)
    assert ours == peers_results(data, shapes(), class_tree())


def test_ends_of_the_wrong_class_are_found_as_pyshacl_finds_them() -> None:
    data = Graph()
    for relation in (RDFS.range, RDFS.domain):
        for property_ in vocabulary().subjects(relation):
            data.add((URIRef(f"{property_}-subject"), URIRef(str(property_)), URIRef("urn:object")))
    ours = our_results(data, class_tree())
    assert len(ours) > 60
    assert ours == peers_results(data, shapes(), class_tree())


@pytest.mark.parametrize("construct, values", [(row[0], row[1:]) for row in CONSTRUCTS])
def test_a_construct_means_what_it_means_to_pyshacl(
    construct: str, values: tuple[str, ...]
) -> None:
    text = f"{HEAD} :shape a sh:PropertyShape ; sh:message 'No.' ; sh:path :p ; "
    text += f"sh:targetSubjectsOf :p ; {construct} ."
    found = []
    for value in values:
        data = Graph().parse(data=f"{HEAD}{WORLD} :x :p {value} .", format="turtle")
        results = set(
            compile_shapes(text.encode()).results(
                Index(triples_of(data), Classes.of(triples_of(data)))
            )
        )
        assert results == peers_results(data, Graph().parse(data=text, format="turtle"))
        found.append(bool(results))
    assert set(found) == {True, False}


@pytest.mark.parametrize(
    "shape",
    [
        "sh:path :p ; sh:equals :q ; sh:message 'No.'",
        "sh:path :p ; sh:datatype xsd:duration ; sh:message 'No.'",
        "sh:path ( :p :q ) ; sh:minCount 1 ; sh:message 'No.'",
        "sh:path :p ; sh:minCount 1",
    ],
)
def test_what_is_not_known_is_refused(shape: str) -> None:
    text = f"{HEAD} :shape a sh:PropertyShape ; sh:targetSubjectsOf :p ; {shape} ."
    with pytest.raises(UnknownConstructError):
        compile_shapes(text.encode())
