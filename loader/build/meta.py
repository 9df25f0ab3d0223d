"""The dataset's description of itself, in VoID and DCAT terms."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from urllib.parse import urlsplit

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store, Triple

from ontology import ONTOLOGY, PREFIXES
from ontology.iris import Base, slugify

from .naming import placed
from .offered import offered_triples, part_of_meta
from .vocabulary import LABEL, A, english, plain, term, typed

LINKS = ("owl:sameAs", "skos:exactMatch", "skos:closeMatch")
ABOUT = "Defence cooperation as the news reports it, each fact with the sentence that states it."
KEYWORDS = ("defence", "security cooperation", "international relations", "news", "linked data")
EXAMPLES = 5
MAKER = NamedNode("https://w3id.org/entente")
#: Open to all, by the table of access rights of the EU Publications Office.
OPEN = NamedNode("http://publications.europa.eu/resource/authority/access-right/PUBLIC")
LICENCE = NamedNode("https://creativecommons.org/licenses/by/4.0/")


def dataset_description(store: Store, base: Base, versions: Mapping[str, str]) -> Iterator[Quad]:
    """Describe the dataset in ``graph/meta``.

    Args:
        store: The dataset, inferred triples included.
        base: Its address space.
        versions: Name → version of what made it.
    """
    parts = _dataset(store, base, versions), _partitions(store, base), offered_triples(base)
    for triple in chain.from_iterable(parts):
        yield placed(triple, base.graph("meta"))


def _dataset(store: Store, base: Base, versions: Mapping[str, str]) -> Iterator[Triple]:
    node = NamedNode(base.iri)
    yield Triple(node, A, term("void:Dataset"))
    yield Triple(node, A, term("dcat:Dataset"))
    yield Triple(node, term("dcterms:title"), english("Entente"))
    yield Triple(node, term("dcterms:description"), english(ABOUT))
    yield Triple(node, term("dcterms:license"), LICENCE)
    yield from _responsible(node, base)
    yield Triple(node, term("void:vocabulary"), NamedNode(ONTOLOGY))
    yield Triple(node, term("void:uriSpace"), plain(f"{base.iri}id/"))
    yield Triple(node, term("void:sparqlEndpoint"), NamedNode(f"{base.iri}sparql"))
    yield Triple(node, term("dcat:landingPage"), NamedNode(f"{base.iri}about"))
    for keyword in KEYWORDS:
        yield Triple(node, term("dcat:keyword"), english(keyword))
    for thing in sorted(_things(store, base), key=_most_linked(store))[:EXAMPLES]:
        yield Triple(node, term("void:exampleResource"), thing)
    yield Triple(node, term("void:triples"), _count(_size(store)))
    yield Triple(node, term("void:entities"), _count(len(_things(store, base))))
    for name, version in sorted(versions.items()):
        yield Triple(node, term("owl:versionInfo"), plain(f"{name} {version}"))


def _responsible(node: NamedNode, base: Base) -> Iterator[Triple]:
    """Say who made and who publishes the dataset, of what kind it is, and who may have it."""
    publisher = part_of_meta(base, "publisher")
    yield Triple(node, term("dcterms:creator"), MAKER)
    yield Triple(MAKER, A, term("foaf:Agent"))
    yield Triple(MAKER, term("foaf:name"), plain("Entente"))
    yield Triple(node, term("dcterms:publisher"), publisher)
    yield Triple(publisher, A, term("foaf:Agent"))
    yield Triple(publisher, term("foaf:name"), plain(urlsplit(base.iri).netloc))
    yield Triple(publisher, term("foaf:homepage"), NamedNode(base.iri))
    yield Triple(node, term("dcterms:type"), NamedNode("http://purl.org/dc/dcmitype/Dataset"))
    yield Triple(node, term("dcterms:accessRights"), OPEN)
    yield Triple(OPEN, LABEL, english("public"))
    yield Triple(node, term("dcterms:language"), plain("en"))
    yield Triple(node, term("dcterms:conformsTo"), NamedNode(ONTOLOGY))
    yield Triple(node, term("dcterms:references"), NamedNode(ONTOLOGY))


def _most_linked(store: Store) -> Callable[[NamedNode], tuple[int, str]]:
    """Give the order of things by how many triples lead to them, the most first."""

    def rank(thing: NamedNode) -> tuple[int, str]:
        links = store.quads_for_pattern(None, None, thing, DefaultGraph())
        return -sum(1 for _ in links), thing.value

    return rank


def _partitions(store: Store, base: Base) -> Iterator[Triple]:
    classes: Counter[str] = Counter()
    properties: Counter[str] = Counter()
    links: Counter[tuple[str, str]] = Counter()
    linking = {term(name).value for name in LINKS}
    for quad in store.quads_for_pattern(None, None, None, DefaultGraph()):
        properties[quad.predicate.value] += 1
        if isinstance(quad.object, NamedNode):
            if quad.predicate == A:
                classes[quad.object.value] += 1
            elif quad.predicate.value in linking and base.path(quad.object.value) is None:
                links[urlsplit(quad.object.value).netloc, quad.predicate.value] += 1
    yield from _parts(base, "class", classes)
    yield from _parts(base, "property", properties)
    yield from _linksets(base, links)


def _parts(base: Base, kind: str, counts: Counter[str]) -> Iterator[Triple]:
    measure = {"class": "void:entities", "property": "void:triples"}[kind]
    for iri, count in sorted(counts.items()):
        part = part_of_meta(base, f"{kind}-{_short(iri)}")
        yield Triple(NamedNode(base.iri), term(f"void:{kind}Partition"), part)
        yield Triple(part, term(f"void:{kind}"), NamedNode(iri))
        yield Triple(part, term(measure), _count(count))


def _short(iri: str) -> str:
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            return f"{prefix}-{iri.removeprefix(namespace)}"
    return slugify(iri)


def _linksets(base: Base, counts: Counter[tuple[str, str]]) -> Iterator[Triple]:
    """Describe links to one host by one property as a set of their own."""
    dataset = NamedNode(base.iri)
    for (host, predicate), count in sorted(counts.items()):
        node = part_of_meta(base, f"links-{host}-{_short(predicate)}")
        target = part_of_meta(base, f"target-{host}")
        yield Triple(node, A, term("void:Linkset"))
        yield Triple(dataset, term("void:subset"), node)
        yield Triple(node, term("void:linkPredicate"), NamedNode(predicate))
        yield Triple(node, term("void:subjectsTarget"), dataset)
        yield Triple(node, term("void:objectsTarget"), target)
        yield Triple(node, term("void:triples"), _count(count))
        yield Triple(target, A, term("void:Dataset"))
        yield Triple(target, term("foaf:homepage"), NamedNode(f"https://{host}/"))


def _things(store: Store, base: Base) -> set[NamedNode]:
    labelled = store.quads_for_pattern(None, LABEL, None, DefaultGraph())
    nodes = {quad.subject for quad in labelled if isinstance(quad.subject, NamedNode)}
    return {node for node in nodes if (base.path(node.value) or "").startswith("id/")}


def _size(store: Store) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, DefaultGraph()))


def _count(number: int) -> Literal:
    return typed(str(number), "integer")
