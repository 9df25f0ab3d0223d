"""Reference data as RDF: types, labels, codes and links, and nothing that an article could state.

Each link's source stands beside it as ``dcterms:source`` of the address that it leads to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from ontology import terms
from ontology.curies import term
from ontology.iris import Base

from .model import Link, Reference, Row

LATITUDE, LONGITUDE = term("geo:lat"), term("geo:long")
DECIMAL, BOOLEAN = term("xsd:decimal"), term("xsd:boolean")
TYPE, LABEL = term("rdf:type"), term("rdfs:label")
ALT_LABEL, NOTATION = term("skos:altLabel"), term("skos:notation")
SOURCE = term("dcterms:source")


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
        yield Triple(thing, TYPE, term(name))
    yield Triple(thing, LABEL, Literal(row.label, language="en"))
    for alias in sorted({*row.aliases} - {row.label}):
        yield Triple(thing, ALT_LABEL, Literal(alias, language="en"))
    for code in row.codes:
        yield Triple(thing, NOTATION, Literal(code.text, datatype=term(code.scheme)))
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
    yield Triple(thing, term(link.predicate), target)
    yield Triple(target, SOURCE, Literal(link.source))
