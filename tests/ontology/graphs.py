"""rdflib graphs for tests: the vocabulary, the examples, what pyshacl and owlrl need."""

from __future__ import annotations

from functools import cache

import pyshacl
from pyoxigraph import Quad, RdfFormat, serialize
from rdflib import RDFS, Graph

from ontology import PREFIXES
from ontology.files import FOLDER, SHAPES
from ontology.generate import read_graph

HEADER = "".join(f"PREFIX {p}: <{iri}>\n" for p, iri in PREFIXES.items())


@cache
def vocabulary() -> Graph:
    return read_graph()


@cache
def class_tree() -> Graph:
    """Give what shapes look up in the vocabulary: which class is under which."""
    tree = Graph()
    for subject, general in vocabulary().subject_objects(RDFS.subClassOf):
        tree.add((subject, RDFS.subClassOf, general))
    return tree


@cache
def shapes() -> Graph:
    return Graph().parse(SHAPES)


@cache
def style() -> Graph:
    return Graph().parse(FOLDER / "style.ttl")


def graph_of(quads: list[Quad]) -> Graph:
    """Give all triples, whatever their graph, as one rdflib graph."""
    triples = {quad.triple for quad in quads}
    return Graph().parse(data=serialize(triples, format=RdfFormat.N_TRIPLES) or b"", format="nt")


def with_more(graph: Graph, turtle: str) -> Graph:
    """Give a copy of the graph that has the Turtle's triples too."""
    copy = Graph()
    copy += graph
    return copy.parse(data=HEADER + "PREFIX id: <http://localhost:8000/id/>\n" + turtle)


def complaints(data: Graph, shapes_graph: Graph, ontology: Graph | None = None) -> str:
    """Validate with pyshacl; give its report, or nothing where the data conforms."""
    conforms, _, report = pyshacl.validate(data, shacl_graph=shapes_graph, ont_graph=ontology)
    return "" if conforms else str(report)
