"""The SPARQL service description: what the endpoint is and can do."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ontology.curies import term
from ontology.dataset import GRAPHS as OWN_GRAPHS

from .config import SETTINGS, Config
from .formats import GRAPHS, RESULTS
from .reporting import contact_triples
from .snapshots import Snapshot

SD = "http://www.w3.org/ns/sparql-service-description#"
TYPE, INTEGER, TRIPLES = term("rdf:type"), term("xsd:integer"), term("void:triples")
LIMITS = frozenset(
    ("deadline_s", "memory_mb", "output_mb", "request_kb", "budget_s", "budget_failures")
)
LANGUAGES = ("SPARQL10Query", "SPARQL11Query")


def describe_service(snapshot: Snapshot, endpoint: str, config: Config) -> Iterator[Quad]:
    """Describe the endpoint (SPARQL 1.1 Service Description, section 3), without blank nodes.

    The default graph is a merge that the build wrote, so it is no ``sd:UnionDefaultGraph``.

    Args:
        snapshot: What is served.
        endpoint: Address of the endpoint as the client sees it.
        config: For the limits, and whether SERVICE may call anybody.
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
    if config.services:
        yield Quad(service, _sd("feature"), _sd("BasicFederatedQuery"))
    yield Quad(service, _sd("defaultDataset"), dataset)
    yield Quad(dataset, TYPE, _sd("Dataset"))
    yield Quad(dataset, _sd("defaultGraph"), graph)
    yield Quad(graph, TYPE, _sd("Graph"))
    yield from _named_graphs(snapshot, endpoint, dataset)
    yield from _limits(service, endpoint, config)
    contact = NamedNode(f"{endpoint}#contact")
    for triple in contact_triples(service, contact, config.report_to):
        yield Quad(triple.subject, triple.predicate, triple.object)


def _named_graphs(snapshot: Snapshot, endpoint: str, dataset: NamedNode) -> Iterator[Quad]:
    for name in OWN_GRAPHS:
        iri, node = snapshot.base.graph(name), NamedNode(f"{endpoint}#graph-{name}")
        if snapshot.store.contains_named_graph(iri):
            yield Quad(dataset, _sd("namedGraph"), node)
            yield Quad(node, TYPE, _sd("NamedGraph"))
            yield Quad(node, _sd("name"), iri)
    if count := snapshot.manifest.counts.get("triples"):
        yield Quad(dataset, TRIPLES, Literal(str(count), datatype=INTEGER))


def _limits(service: NamedNode, endpoint: str, config: Config) -> Iterator[Quad]:
    """Tell the limits that a query meets, each as a schema:PropertyValue."""
    for setting in SETTINGS:
        if setting.name in LIMITS:
            node = NamedNode(f"{endpoint}#limit-{setting.name}")
            yield Quad(service, _schema("additionalProperty"), node)
            yield Quad(node, TYPE, _schema("PropertyValue"))
            yield Quad(node, _schema("name"), Literal(setting.name))
            yield Quad(node, _schema("value"), Literal(getattr(config, setting.name)))
            yield Quad(node, _schema("unitText"), Literal(setting.unit))
            yield Quad(node, _schema("description"), Literal(setting.help, language="en"))


def _schema(name: str) -> NamedNode:
    return NamedNode(f"https://schema.org/{name}")


def _sd(name: str) -> NamedNode:
    return NamedNode(SD + name)
