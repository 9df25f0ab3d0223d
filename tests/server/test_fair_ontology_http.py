"""What FOOPS! (https://foops.linkeddata.es) tests of an ontology, held over HTTP.

A row of ``CHECKS`` is a test of theirs that can hold without a registry. What cannot: FIND2, FIND3
and FIND_3_BIS (prefix.cc and Linked Open Vocabularies list what their editors took up), the DOI of
OM3 (a registry gives it) and its source (there is no work that this ontology was made from); that
https://w3id.org leads to the publisher's server rests on the redirect file, which is tested here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.namespace import DCTERMS, FOAF, OWL, RDF, RDFS, SKOS, VANN

from ontology import ONTOLOGY, VERSION
from tests.ontology.test_w3id import redirect
from tests.support.gold import build_gold
from tests.support.serving import Client, serving

IRI, NAMESPACE = rdflib.URIRef(ONTOLOGY), f"{ONTOLOGY}#"
MOD = rdflib.Namespace("https://w3id.org/mod#")
SERVER = "https://entente.example.org"
RDF_TYPES = ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")


@dataclass(frozen=True)
class Site:
    client: Client
    graph: rdflib.Graph

    def get(self, iri: str, accept: str) -> tuple[int, str]:
        """Follow a permanent address by the redirect file, as w3id.org would."""
        target = redirect(iri.partition("#")[0])
        if target is None:
            return 404, ""
        reply = self.client.get(target.removeprefix(SERVER), accept)
        return reply.status, reply.type

    def has(self, *names: rdflib.URIRef) -> bool:
        return all(self.graph.value(IRI, name) is not None for name in names)

    def terms(self) -> set[rdflib.term.Node]:
        kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
        found = {node for kind in kinds for node in self.graph.subjects(RDF.type, kind)}
        return {node for node in found if str(node).startswith(NAMESPACE)}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    out = tmp_path_factory.mktemp("foops")
    build_gold(out)
    with serving(out, out / "log") as client:
        body = client.get("/ontology", "text/turtle").body
        yield Site(client, rdflib.Graph().parse(data=body, format="turtle"))


def negotiates(site: Site) -> bool:
    found = [site.get(ONTOLOGY, kind) == (200, kind) for kind in (*RDF_TYPES, "text/html")]
    return all(found)


def has_html(site: Site) -> bool:
    page = site.client.get("/ontology", "text/html").text
    return site.get(ONTOLOGY, "text/html") == (200, "text/html") and "<h1>" in page


def loads_as_rdf(site: Site) -> bool:
    sizes = set()
    for kind in RDF_TYPES:
        body = site.client.get("/ontology", kind).body
        sizes.add(
            len({quad.triple for quad in parse(body, format=RdfFormat.from_media_type(kind))})
        )
    return len(sizes) == 1 and sizes.pop() > 1000


def declares_its_prefix(site: Site) -> bool:
    return str(site.graph.value(IRI, VANN.preferredNamespacePrefix)) == "ent"


def has_minimum(site: Site) -> bool:
    namespace = str(site.graph.value(IRI, VANN.preferredNamespaceUri))
    needed = (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.creator, OWL.versionIRI)
    return site.has(*needed) and namespace == NAMESPACE


def has_recommended(site: Site) -> bool:
    needed = (OWL.versionInfo, DCTERMS.created, DCTERMS.bibliographicCitation)
    return site.has(*needed) and VERSION in str(
        site.graph.value(IRI, DCTERMS.bibliographicCitation)
    )


def has_detailed(site: Site) -> bool:
    return site.has(DCTERMS.publisher, FOAF.logo, MOD.status, DCTERMS.issued, DCTERMS.modified)


def logo_is_there(site: Site) -> bool:
    return site.get(str(site.graph.value(IRI, FOAF.logo)), "image/*") == (200, "image/svg+xml")


def has_licence(site: Site) -> bool:
    known = "https://creativecommons.org/licenses/by/4.0/"
    return str(site.graph.value(IRI, DCTERMS.license)) == known


def has_provenance(site: Site) -> bool:
    return site.has(DCTERMS.creator, DCTERMS.created, DCTERMS.issued, DCTERMS.publisher)


def is_persistent(site: Site) -> bool:
    return set(site.graph.subjects(RDF.type, OWL.Ontology)) == {IRI} and "//w3id.org/" in ONTOLOGY


def resolves(site: Site) -> bool:
    return site.get(ONTOLOGY, "text/turtle") == (200, "text/turtle")


def version_resolves(site: Site) -> bool:
    version = str(site.graph.value(IRI, OWL.versionIRI))
    return version != ONTOLOGY and all(
        site.get(version, kind) == (200, kind) for kind in (*RDF_TYPES, "text/html")
    )


def reuses_metadata_terms(site: Site) -> bool:
    used = {str(predicate) for predicate in site.graph.predicates(IRI)}
    return all(any(one.startswith(str(ns)) for one in used) for ns in (DCTERMS, VANN, OWL))


def extends_others(site: Site) -> bool:
    reply = site.client.get("/ontology/align.ttl")
    aligned = rdflib.Graph().parse(data=reply.body, format="turtle")
    above = {str(o) for o in aligned.objects(None, RDFS.subClassOf)}
    return len({one.partition("#")[0] for one in above if not one.startswith(NAMESPACE)}) > 3


def terms_have_labels(site: Site) -> bool:
    return len(site.terms()) > 80 and all(site.graph.value(t, RDFS.label) for t in site.terms())


def terms_have_descriptions(site: Site) -> bool:
    defined = all(site.graph.value(term, SKOS.definition) for term in site.terms())
    return defined and len(site.terms()) > 80


def terms_have_anchors(site: Site) -> bool:
    page = site.client.get("/ontology", "text/html").text
    anchors = set(re.findall(r'\bid="([^"]+)"', page))
    return {str(term).removeprefix(NAMESPACE) for term in site.terms()} <= anchors


CHECKS: dict[str, tuple[Callable[[Site], bool], ...]] = {
    "CN1": (negotiates,),
    "DOC1": (has_html, terms_have_anchors),
    "FIND1": (declares_its_prefix,),
    "HTTP1": (is_persistent, resolves),
    "OM1": (has_minimum,),
    "OM2": (has_recommended, declares_its_prefix),
    "OM3 (but DOI and source)": (has_detailed, logo_is_there),
    "OM4.1": (has_licence,),
    "OM4.2 (a known address; licences are other hosts')": (has_licence,),
    "OM5.1": (has_provenance,),
    "OM5.2": (has_provenance,),
    "PURL1": (is_persistent,),
    "RDF1": (loads_as_rdf,),
    "URI1": (resolves,),
    "URI2": (is_persistent,),
    "VER1": (version_resolves,),
    "VER2": (version_resolves,),
    "VOC1": (reuses_metadata_terms,),
    "VOC2": (extends_others,),
    "VOC3": (terms_have_labels,),
    "VOC4": (terms_have_descriptions,),
}


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_of_foops_holds(site: Site, name: str) -> None:
    for check in CHECKS[name]:
        assert check(site), check.__name__


def test_every_address_of_the_redirect_file_answers(site: Site) -> None:
    for address in ("align", VERSION, ".well-known/genid/0123456789abcdef"):
        assert site.get(f"{ONTOLOGY}/{address}", "text/turtle") == (200, "text/turtle")
    assert site.get("https://w3id.org/entente/shapes", "*/*") == (200, "text/turtle")
