"""The SPARQL service description: what the endpoint is and can do."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ontology.curies import term
from ontology.dataset import GRAPHS as OWN_GRAPHS

from .formats import GRAPHS, RESULTS
from .snapshots import Snapshot

SD = "http://www.w3.org/ns/sparql-service-description#"
TYPE, INTEGER, TRIPLES = term("rdf:type"), term("xsd:integer"), term("void:triples")
LANGUAGES = ("SPARQL10Query", "SPARQL11Query")


def describe_service(
    snapshot: Snapshot, endpoint: str, *, federates: bool = False
) -> Iterator[Quad]:
    """Describe the endpoint (SPARQL 1.1 Service Description, section 3), without blank nodes.

    The default graph is a merge that the build wrote, so it is no ``sd:UnionDefaultGraph``.

    Args:
        snapshot: What is served.
        endpoint: Address of the endpoint as the client sees it.
        federates: Whether SERVICE may call anybody.
    """
    service, dataset = NamedNode(f"{endpoint}#service"), NamedNode(f"{endpoint}#dataset")
    graph = NamedNode(f"{endpoint}#default-graph")
    yield Quad(service, TYPE, _sd("Service"))
    yield Quad(service, _sd("endpoint"), NamedNode(endpoint))
    for language in LANGUAGES:
        yield Quad(service, _sd("supportedLanguage"), _sd(language))
    for form in (*RESULTS, *GRAPHS):
        if form.engine:
            yield Quad(service, _sd("resultFormat"), NamedNode(form.engine.iri))
    if federates:
        yield Quad(service, _sd("feature"), _sd("BasicFederatedQuery"))
    yield Quad(service, _sd("defaultDataset"), dataset)
    yield Quad(dataset, TYPE, _sd("Dataset"))
    yield Quad(dataset, _sd("defaultGraph"), graph)
    yield Quad(graph, TYPE, _sd("Graph"))
    yield from _named_graphs(snapshot, endpoint, dataset)


def _named_graphs(snapshot: Snapshot, endpoint: str, dataset: NamedNode) -> Iterator[Quad]:
    for name in OWN_GRAPHS:
        iri, node = snapshot.base.graph(name), NamedNode(f"{endpoint}#graph-{name}")
        if snapshot.store.contains_named_graph(iri):
            yield Quad(dataset, _sd("namedGraph"), node)
            yield Quad(node, TYPE, _sd("NamedGraph"))
            yield Quad(node, _sd("name"), iri)
    if count := snapshot.manifest.counts.get("triples"):
        yield Quad(dataset, TRIPLES, Literal(str(count), datatype=INTEGER))


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
