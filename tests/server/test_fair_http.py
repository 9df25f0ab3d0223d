"""What F-UJI's metrics (https://www.f-uji.net, FsF 0.5) test of a dataset, held over HTTP.

A row of ``CHECKS`` is a test of theirs that can hold without a registry. What cannot:
FsF-F1-02D (a persistent identifier scheme: DOI, Handle or w3id for the data, which its publisher
registers), FsF-F4-01M-2 (DataCite), FsF-R1.3-01M-2 (re3data), FsF-R1-01MD-4 (variables measured in
tabular files).
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib.namespace import DCAT, DCTERMS, FOAF, PROV, RDF, VOID

from tests.support.gold import build_gold
from tests.support.serving import Client, Reply, serving

BASE = "http://localhost:8000/"
DATASET = rdflib.URIRef(BASE)
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
CORE = ("creator", "name", "identifier", "datePublished", "publisher", "@type", "description",
        "keywords")  # fmt: skip
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
OPEN = "http://publications.europa.eu/resource/authority/access-right/PUBLIC"


@dataclass(frozen=True)
class Site:
    """The served dataset: its landing page's JSON-LD, and its description by negotiation."""

    client: Client
    page: Reply
    told: dict[str, Any]
    graph: rdflib.Graph

    def value(self, predicate: rdflib.URIRef) -> rdflib.term.Node | None:
        return self.graph.value(DATASET, predicate)

    def downloads(self) -> list[tuple[rdflib.term.Node, Reply]]:
        found = []
        for node in self.graph.objects(DATASET, DCAT.distribution):
            address = str(self.graph.value(node, DCAT.downloadURL))
            found.append((node, self.client.get(address.replace(BASE, "/"))))
        return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    out: Path = tmp_path_factory.mktemp("fair")
    build_gold(out)
    with serving(out, out / "log") as client:
        page = client.get("/", "text/html")
        (text,) = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', page.text, re.DOTALL
        )
        graph = rdflib.Graph().parse(data=client.get("/", "text/turtle").body, format="turtle")
        yield Site(client, page, json.loads(text), graph)


def identifier_resolves(site: Site) -> bool:
    return site.told["@id"] == BASE and site.client.get("/", "*/*").status == 200


def offered_in_common_ways(site: Site) -> bool:
    kinds = ("text/turtle", "application/ld+json", "application/rdf+xml")
    link = site.page.headers["link"]
    return all(f'rel="describedby"; type="{kind}"' in link for kind in kinds[:2]) and all(
        site.client.get("/", kind).type == kind for kind in kinds
    )


def core_is_embedded(site: Site) -> bool:
    return all(site.told.get(name) for name in CORE)


def core_is_in_rdf(site: Site) -> bool:
    names = (DCTERMS.creator, DCTERMS.title, DCTERMS.identifier, DCTERMS.issued,
             DCTERMS.publisher, DCTERMS.type, DCTERMS.description, DCAT.keyword)  # fmt: skip
    agents = [site.value(DCTERMS.creator), site.value(DCTERMS.publisher)]
    named = all(agent and site.graph.value(agent, FOAF.name) for agent in agents)
    return named and all(site.value(name) is not None for name in names)


def files_have_name_size_and_type(site: Site) -> bool:
    needed = (DCTERMS.title, DCAT.byteSize, DCAT.mediaType, SPDX.checksum)
    files = site.told["distribution"]
    told = all(
        {"name", "contentSize", "encodingFormat", "contentUrl"} <= one.keys() for one in files
    )
    found = [node for node, _ in site.downloads()]
    return told and bool(found) and all(site.graph.value(n, by) for n in found for by in needed)


def downloads_are_there(site: Site) -> bool:
    found = site.downloads()
    embedded = {one["contentUrl"] for one in site.told["distribution"]}
    described = {str(site.graph.value(node, DCAT.downloadURL)) for node, _ in found}
    return embedded == described and all(reply.status == 200 for _, reply in found)


def downloads_are_as_described(site: Site) -> bool:
    sizes = {one["contentUrl"]: one["contentSize"] for one in site.told["distribution"]}
    return all(
        int(str(site.graph.value(node, DCAT.byteSize))) == len(reply.body)
        and sizes[str(site.graph.value(node, DCAT.downloadURL))] == f"{len(reply.body)} B"
        and bool(gzip.decompress(reply.body))
        for node, reply in site.downloads()
    )


def search_engines_can_read_it(site: Site) -> bool:
    return (site.told["@context"], site.told["@type"]) == ("https://schema.org", "Dataset")


def access_is_said(site: Site) -> bool:
    free = site.told["isAccessibleForFree"] is True and "open access" in str(site.told)
    return free and str(site.value(DCTERMS.accessRights)) == OPEN


def protocol_is_http(site: Site) -> bool:
    links = [site.told["url"], *(one["contentUrl"] for one in site.told["distribution"])]
    return all(link.startswith(("http://", "https://")) for link in links)


def graph_is_negotiated(site: Site) -> bool:
    query = "SELECT ?o { ?s ?p ?o } LIMIT 1"
    return len(site.graph) > 100 and site.client.query(query, "text/csv").status == 200


def known_vocabularies_are_used(site: Site) -> bool:
    used = {str(p) for p in site.graph.predicates()}
    known = (DCTERMS, DCAT, VOID, FOAF, PROV, SPDX)
    return all(any(one.startswith(str(namespace)) for one in used) for namespace in known)


def related_resources_are_linked(site: Site) -> bool:
    sets = list(site.graph.subjects(RDF.type, VOID.Linkset))
    targets = [site.graph.value(one, VOID.objectsTarget) for one in sets]
    related = site.value(DCTERMS.references) is not None and bool(site.told["isBasedOn"])
    return related and len(sets) >= 4 and all(targets)


def type_is_given(site: Site) -> bool:
    dcmi = rdflib.URIRef("http://purl.org/dc/dcmitype/Dataset")
    return site.value(DCTERMS.type) == dcmi and (DATASET, RDF.type, DCAT.Dataset) in site.graph


def variables_are_named(site: Site) -> bool:
    parts = list(site.graph.objects(DATASET, VOID.propertyPartition))
    return bool(site.told["variableMeasured"]) and len(parts) > 40


def service_has_endpoint_and_protocol(site: Site) -> bool:
    service = site.value(DCAT.service)
    if service is None:
        return False
    endpoint = str(site.graph.value(service, DCAT.endpointURL))
    protocol = str(site.graph.value(service, DCTERMS.conformsTo))
    asked = site.client.get(endpoint.replace(BASE, "/") + "?query=ASK%7B%7D", "application/json")
    return protocol.endswith("/sparql11-protocol/") and bool(asked.json["boolean"])


def licence_is_valid(site: Site) -> bool:
    return {str(site.told["license"]), str(site.value(DCTERMS.license))} == {LICENCE}


def provenance_is_told(site: Site) -> bool:
    build = site.value(PROV.wasGeneratedBy)
    if build is None or site.graph.value(build, PROV.endedAtTime) is None:
        return False
    program = site.graph.value(build, PROV.wasAssociatedWith)
    return (program, RDF.type, PROV.SoftwareAgent) in site.graph


def standard_of_the_field_is_used(site: Site) -> bool:
    return {DCAT.Dataset, VOID.Dataset} <= set(site.graph.objects(DATASET, RDF.type))


def formats_are_open(site: Site) -> bool:
    kinds = {str(site.graph.value(node, DCAT.mediaType)) for node, _ in site.downloads()}
    names = ("application/n-quads", "application/trig", "application/ld+json", "text/turtle")
    return {f"https://www.iana.org/assignments/media-types/{name}" for name in names} == kinds


CHECKS: dict[str, Callable[[Site], bool]] = {
    "FsF-F1-01D-1": identifier_resolves,
    "FsF-F2-01M-1": offered_in_common_ways,
    "FsF-F2-01M-2": core_is_embedded,
    "FsF-F2-01M-3": core_is_in_rdf,
    "FsF-F3-01M-1": files_have_name_size_and_type,
    "FsF-F3-01M-2": downloads_are_there,
    "FsF-F4-01M-1": search_engines_can_read_it,
    "FsF-A1-01M-1": access_is_said,
    "FsF-A1-01M-2": access_is_said,
    "FsF-A1-02M-1": protocol_is_http,
    "FsF-A1-03D-1": downloads_are_there,
    "FsF-I1-01M-1": search_engines_can_read_it,
    "FsF-I1-01M-2": graph_is_negotiated,
    "FsF-I2-01M-1": known_vocabularies_are_used,
    "FsF-I2-01M-2": known_vocabularies_are_used,
    "FsF-I3-01M-1": related_resources_are_linked,
    "FsF-I3-01M-2": related_resources_are_linked,
    "FsF-R1-01MD-1a": type_is_given,
    "FsF-R1-01MD-1b": downloads_are_there,
    "FsF-R1-01MD-2a": files_have_name_size_and_type,
    "FsF-R1-01MD-2b": variables_are_named,
    "FsF-R1-01MD-2c": service_has_endpoint_and_protocol,
    "FsF-R1-01MD-3": downloads_are_as_described,
    "FsF-R1.1-01M-1": licence_is_valid,
    "FsF-R1.1-01M-2": licence_is_valid,
    "FsF-R1.2-01M-1": provenance_is_told,
    "FsF-R1.2-01M-2": provenance_is_told,
    "FsF-R1.3-01M-1": standard_of_the_field_is_used,
    "FsF-R1.3-02D-1": formats_are_open,
}


@pytest.mark.parametrize("name", CHECKS)
def test_a_check_of_f_uji_holds(site: Site, name: str) -> None:
    assert CHECKS[name](site)


def test_no_check_holds_of_a_bare_page(site: Site) -> None:
    bare = Site(site.client, Reply(200, {"link": ""}, b""), {}, rdflib.Graph())
    for name, check in CHECKS.items():
        try:
            assert not check(bare), name
        except KeyError:
            continue
