"""The vocabulary as quads: whole, without blank nodes, the same every time."""

from __future__ import annotations

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from rdflib import BNode, Graph
from rdflib.compare import isomorphic
from rdflib.term import Node

from ontology.canon import to_lines
from ontology.vocabulary import GENID, load_vocabulary
from tests.ontology.datasets import BASE
from tests.ontology.graphs import graph_of, vocabulary

GRAPH = BASE.graph("ontology")


def quads() -> list[Quad]:
    return list(load_vocabulary().quads(GRAPH))


def _unskolemised(graph: Graph) -> Graph:
    back = Graph()
    for s, p, o in graph:
        back.add((_blank(s), p, _blank(o)))
    return back


def _blank(term: Node) -> Node:
    text = str(term)
    return BNode(text.removeprefix(GENID)) if text.startswith(GENID) else term


def test_graph_of_the_ontology_says_all_that_the_files_say() -> None:
    found = graph_of([quad for quad in quads() if quad.graph_name == GRAPH])
    assert len(found) > 1000
    assert isomorphic(_unskolemised(found), vocabulary())


def test_no_blank_node_is_published() -> None:
    assert not any(isinstance(quad.object, BlankNode) for quad in quads())
    assert len(to_lines(quads())) == len(set(quads()))


def test_default_graph_takes_descriptions_and_no_lists() -> None:
    default = [quad for quad in quads() if quad.graph_name == DefaultGraph()]
    named = [term for q in default for term in (q.subject, q.object) if isinstance(term, NamedNode)]
    assert len(default) > 1000
    assert not any(term.value.startswith(GENID) for term in named)


def test_names_of_axiom_lists_are_the_same_in_every_reading() -> None:
    first = load_vocabulary().axioms
    load_vocabulary.cache_clear()
    assert load_vocabulary().axioms == first
    assert len(first) > 40
