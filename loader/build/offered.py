"""What the dataset's description offers clients: downloads, endpoint, prefixes, example queries."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Triple

from ontology import prefixes_for
from ontology.dataset import DUMP, OTHER_DUMPS, PROFILES, profile_iri
from ontology.files import gallery
from ontology.iris import Base

from .vocabulary import A, english, plain, term, typed

MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
PROTOCOL = "http://www.w3.org/TR/sparql11-protocol/"
FORMATS = "http://www.w3.org/ns/formats/"
#: File → media type, name in the W3C's list of formats, and what it holds.
_TYPES = {
    DUMP: ("application/n-quads", "N-Quads", "Everything, with a named graph for each claim."),
    "data.trig.gz": ("application/trig", "TriG", "Everything, with a named graph for each claim."),
    "data.jsonld.gz": ("application/ld+json", "JSON-LD", "Everything, as JSON-LD."),
    "data.ttl.gz": ("text/turtle", "Turtle", "What plain queries see: the default graph."),
}


def offered_triples(base: Base) -> Iterator[Triple]:
    """Describe downloads (DCAT, VoID), the endpoint (DCAT), profiles (PROF), prefixes, examples."""
    for name in (DUMP, *OTHER_DUMPS):
        yield from _distribution(base, name)
    yield from _service(base)
    yield from _prefixes(base)
    yield from _profiles(base)
    yield from _examples(base)


def part_of_meta(base: Base, fragment: str) -> NamedNode:
    """Name a part of the dataset's description."""
    return NamedNode(f"{base.graph('meta').value}#{fragment}")


def _distribution(base: Base, name: str) -> Iterator[Triple]:
    dataset, file = NamedNode(base.iri), NamedNode(f"{base.iri}dump/{name}")
    media_type, form, holds = _TYPES[name]
    node = part_of_meta(base, f"file-{name}")
    yield Triple(dataset, term("void:dataDump"), file)
    yield Triple(dataset, term("dcat:distribution"), node)
    yield Triple(node, A, term("dcat:Distribution"))
    yield Triple(node, term("dcterms:title"), english(f"{form}, compressed"))
    yield Triple(node, term("dcterms:description"), english(holds))
    yield Triple(node, term("dcat:downloadURL"), file)
    yield Triple(node, term("dcat:accessURL"), NamedNode(f"{base.iri}about"))
    yield Triple(node, term("dcat:mediaType"), NamedNode(f"{MEDIA_TYPES}{media_type}"))
    yield Triple(node, term("dcat:compressFormat"), NamedNode(f"{MEDIA_TYPES}application/gzip"))
    yield Triple(dataset, term("void:feature"), NamedNode(f"{FORMATS}{form.replace('-', '_')}"))


def _service(base: Base) -> Iterator[Triple]:
    node, dataset = part_of_meta(base, "endpoint"), NamedNode(base.iri)
    yield Triple(node, A, term("dcat:DataService"))
    yield Triple(node, term("dcterms:title"), english("SPARQL 1.1 endpoint"))
    yield Triple(node, term("dcat:endpointURL"), NamedNode(f"{base.iri}sparql"))
    yield Triple(node, term("dcat:servesDataset"), dataset)
    yield Triple(dataset, term("dcat:service"), node)
    yield Triple(node, term("dcat:endpointDescription"), NamedNode(f"{base.iri}sparql"))
    yield Triple(node, term("dcterms:conformsTo"), NamedNode(PROTOCOL))


def _prefixes(base: Base) -> Iterator[Triple]:
    for prefix, namespace in prefixes_for(base.iri).items():
        node = part_of_meta(base, f"prefix-{prefix}")
        yield Triple(NamedNode(base.iri), term("sh:declare"), node)
        yield Triple(node, A, term("sh:PrefixDeclaration"))
        yield Triple(node, term("sh:prefix"), plain(prefix))
        yield Triple(node, term("sh:namespace"), typed(namespace, "anyURI"))


def _profiles(base: Base) -> Iterator[Triple]:
    """Describe the profiles in which documents are to be had (PROF)."""
    for token, holds in PROFILES.items():
        node = NamedNode(profile_iri(base.iri, token))
        yield Triple(node, A, term("prof:Profile"))
        yield Triple(node, term("prof:hasToken"), typed(token, "token"))
        yield Triple(node, term("rdfs:label"), english(holds.partition(":")[0]))
        yield Triple(node, term("rdfs:comment"), english(holds))


def _examples(base: Base) -> Iterator[Triple]:
    for question in gallery(base.iri):
        node = part_of_meta(base, f"query-{question.name}")
        yield Triple(node, A, term("sh:SPARQLExecutable"))
        yield Triple(node, A, term("sh:SPARQLSelectExecutable"))
        yield Triple(node, term("rdfs:label"), english(question.question))
        yield Triple(node, term("rdfs:comment"), english(question.question))
        yield Triple(node, term("sh:select"), plain(question.text))
        yield Triple(node, term("sh:prefixes"), NamedNode(base.iri))
        yield Triple(node, term("schema:target"), NamedNode(f"{base.iri}sparql"))
