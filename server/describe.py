"""All that a snapshot says about one IRI: the one basis of RDF documents and of pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from ontology import terms
from ontology.curies import term

from .snapshots import Snapshot
from .store import Reads

DEFAULT = DefaultGraph()
TYPE, LABEL = term("rdf:type"), term("rdfs:label")
# Things that only join others: whoever reads of a thing reads them whole.
JOINING = frozenset({terms.Participation, terms.Tenure, terms.Figure})


@dataclass(frozen=True, slots=True)
class Description:
    """What is said about an IRI.

    Attributes:
        iri: The thing.
        outgoing: Triples of the default graph with it as subject.
        incoming: Triples of the default graph with it as object, at most the limit.
        incoming_count: How many there are in all.
        nodes: Triples about participations, tenures and figures that join it to others.
        stated: Everything that the claims which touch it state, of the first claims up to the
            limit; the graph names the claim. Quoted and denied claims are here only, for what they
            state is not in the default graph.
        claims_count: How many claims touch it in all.
        evidence: Triples about these claims, their passages and articles.
        labels: Labels and types of the things that all of the above name.
    """

    iri: NamedNode
    outgoing: tuple[Quad, ...]
    incoming: tuple[Quad, ...]
    incoming_count: int
    nodes: tuple[Quad, ...]
    stated: tuple[Quad, ...]
    claims_count: int
    evidence: tuple[Quad, ...]
    labels: tuple[Quad, ...]

    def __bool__(self) -> bool:
        """Whether anything is said about it."""
        return bool(self.outgoing or self.incoming or self.stated)

    def shortened(self) -> str:
        """Say what was left out, in a sentence; empty when nothing was."""
        claims = len({quad.graph_name for quad in self.stated})
        pairs = (
            (len(self.incoming), self.incoming_count, "links to it"),
            (claims, self.claims_count, "claims about it"),
        )
        parts = [f"{shown} of {count} {what}" for shown, count, what in pairs if shown < count]
        return f"Holds {' and '.join(parts)}; the rest is to be had by SPARQL." if parts else ""

    def triples(self) -> Iterator[Quad]:
        """Give what a document without graphs holds, without doubles."""
        parts = (self.outgoing, self.incoming, self.nodes, self.evidence, self.labels)
        yield from dict.fromkeys(quad for part in parts for quad in part)

    def quads(self) -> Iterator[Quad]:
        """Give what a document with graphs holds: the triples, and each claim's graph."""
        yield from self.triples()
        yield from self.stated


def describe(snapshot: Snapshot, iri: NamedNode, *, incoming_limit: int = 500) -> Description:
    """Collect what the snapshot says about an IRI; an unknown one gives an empty description."""
    store = snapshot.store
    outgoing = _sorted(store.quads_for_pattern(iri, None, None, DEFAULT))
    count = sum(1 for _ in store.quads_for_pattern(None, None, iri, DEFAULT))
    incoming = _sorted(islice(store.quads_for_pattern(None, None, iri, DEFAULT), incoming_limit))
    joining = [node for node in _iris(incoming, outgoing) if node != iri and _joins(store, node)]
    nodes = _about(store, joining)
    touching = claims_about(store, [iri, *joining])
    claims = touching[:incoming_limit]
    stated = tuple(quad for claim in claims for quad in _graph(store, claim))
    evidence = describe_claims(store, claims)
    named = _iris(outgoing, incoming, nodes, stated, evidence)
    return Description(
        iri,
        outgoing,
        incoming,
        count,
        nodes,
        stated,
        len(touching),
        evidence,
        _labels(store, named),
    )


def claims_about(
    store: Reads, things: Iterable[NamedNode], *, limit: int | None = None
) -> tuple[NamedNode, ...]:
    """Name the claims that state something about any of the things, sorted; None means all."""
    found: dict[NamedNode, None] = {}
    for thing in things:
        for pattern in ((thing, None, None), (None, None, thing)):
            for quad in store.quads_for_pattern(*pattern):
                if isinstance(quad.graph_name, NamedNode) and "#claim-" in quad.graph_name.value:
                    found[quad.graph_name] = None
    return tuple(sorted(found, key=lambda claim: claim.value)[:limit])


def claims_in(snapshot: Snapshot, article: NamedNode) -> tuple[NamedNode, ...]:
    """Name the claims that an article's own graph describes, sorted."""
    found = snapshot.store.quads_for_pattern(None, TYPE, terms.Claim, article)
    claims = (quad.subject for quad in found if isinstance(quad.subject, NamedNode))
    return tuple(sorted(claims, key=lambda claim: claim.value))


def describe_claims(store: Reads, claims: Iterable[NamedNode]) -> tuple[Quad, ...]:
    """Collect what the default graph says of claims, of their passages and of the articles."""
    about = _about(store, claims)
    passages = _objects(about, terms.inPassage)
    sentences = _about(store, passages)
    return about + sentences + _about(store, _objects(sentences, terms.inArticle))


def describe_graph(snapshot: Snapshot, name: NamedNode) -> tuple[Quad, ...]:
    """Give everything in one named graph, sorted."""
    return _graph(snapshot.store, name)


def _graph(store: Reads, name: NamedNode) -> tuple[Quad, ...]:
    return _sorted(store.quads_for_pattern(None, None, None, name))


def _about(store: Reads, things: Iterable[NamedNode]) -> tuple[Quad, ...]:
    every = (_sorted(store.quads_for_pattern(thing, None, None, DEFAULT)) for thing in things)
    return tuple(quad for quads in every for quad in quads)


def _joins(store: Reads, node: NamedNode) -> bool:
    types = store.quads_for_pattern(node, TYPE, None, DEFAULT)
    return any(quad.object in JOINING for quad in types)


def _labels(store: Reads, things: Iterable[NamedNode]) -> tuple[Quad, ...]:
    quads: list[Quad] = []
    for thing in things:
        for predicate in (LABEL, TYPE):
            quads += store.quads_for_pattern(thing, predicate, None, DEFAULT)
    return tuple(quads)


def _objects(quads: Iterable[Quad], predicate: NamedNode) -> list[NamedNode]:
    found = (quad.object for quad in quads if quad.predicate == predicate)
    return list(dict.fromkeys(term for term in found if isinstance(term, NamedNode)))


def _iris(*parts: Iterable[Quad]) -> list[NamedNode]:
    found: dict[NamedNode | BlankNode | Literal | Triple, None] = {}
    for quads in parts:
        for quad in quads:
            found[quad.subject], found[quad.predicate], found[quad.object] = None, None, None
    return [node for node in found if isinstance(node, NamedNode)]


def _sorted(quads: Iterable[Quad]) -> tuple[Quad, ...]:
    return tuple(sorted(quads, key=str))
