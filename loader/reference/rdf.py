"""Reference data as RDF: types, labels, codes and links, and nothing that an article could state.

Each link's source stands beside it as ``dcterms:source`` of the address that it leads to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from ontology import NAMESPACE, terms
from ontology.iris import Base

from .model import Link, Reference, Row

GEO = "http://www.w3.org/2003/01/geo/wgs84_pos#"
LATITUDE, LONGITUDE = NamedNode(f"{GEO}lat"), NamedNode(f"{GEO}long")
XSD = "http://www.w3.org/2001/XMLSchema#"
DECIMAL, BOOLEAN = NamedNode(f"{XSD}decimal"), NamedNode(f"{XSD}boolean")
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
LABEL = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
SKOS = "http://www.w3.org/2004/02/skos/core#"
ALT_LABEL, NOTATION = NamedNode(f"{SKOS}altLabel"), NamedNode(f"{SKOS}notation")
SOURCE = NamedNode("http://purl.org/dc/terms/source")
LINKS = {
    "owl:sameAs": NamedNode("http://www.w3.org/2002/07/owl#sameAs"),
    "skos:exactMatch": NamedNode(f"{SKOS}exactMatch"),
    "skos:closeMatch": NamedNode(f"{SKOS}closeMatch"),
}


def reference_quads(reference: Reference, base: Base, mentioned: Collection[str]) -> Iterator[Quad]:
    """Give what is published of the reference data, in its own graph and in the default graph.

    Args:
        reference: The rows.
        base: Address space of the dataset.
        mentioned: Slugs of the things that some article mentions: of the rows that are no states
            only these are published.
    """
    entities = (row for slug, row in reference.entities.items() if slug in mentioned)
    for row in (*reference.states.values(), *entities):
        for triple in row_triples(row, base.thing(row.slug)):
            for graph in (base.graph("reference"), DefaultGraph()):
                yield Quad(triple.subject, triple.predicate, triple.object, graph)


def row_triples(row: Row, thing: NamedNode) -> Iterator[Triple]:
    """Describe one row."""
    for name in row.types:
        yield Triple(thing, TYPE, NamedNode(NAMESPACE + name))
    yield Triple(thing, LABEL, Literal(row.label, language="en"))
    for alias in sorted({*row.aliases} - {row.label}):
        yield Triple(thing, ALT_LABEL, Literal(alias, language="en"))
    for code in row.codes:
        yield Triple(
            thing, NOTATION, Literal(code.text, datatype=NamedNode(NAMESPACE + code.scheme))
        )
    yield from _place(row, thing)
    for link in row.links:
        yield from _link(link, thing)


def _place(row: Row, thing: NamedNode) -> Iterator[Triple]:
    if row.position is not None:
        for name, degrees in zip((LATITUDE, LONGITUDE), row.position, strict=True):
            yield Triple(thing, name, Literal(degrees, datatype=DECIMAL))
    if row.un_member is not None:
        yield Triple(thing, terms.unMember, Literal(str(row.un_member).lower(), datatype=BOOLEAN))


def _link(link: Link, thing: NamedNode) -> Iterator[Triple]:
    target = NamedNode(link.iri)
    yield Triple(thing, LINKS[link.predicate], target)
    yield Triple(target, SOURCE, Literal(link.source))
