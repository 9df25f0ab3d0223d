"""What clients look for: VoID and DCAT with checksums, sitemap, robots, feed, schema.org, dumps."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import rdflib
from lxml import etree
from rdflib.namespace import DCTERMS, RDF, SDO, SH, SKOS, VOID

from ontology.dataset import current_snapshot, read_manifest
from server.pages.structured import schema_types
from tests.support.gold import build_gold
from tests.support.readings import build_small, small_article
from tests.support.serving import Client, serving

BASE = "http://localhost:8000/"
DATASET = rdflib.URIRef(BASE)
DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
SPDX = rdflib.Namespace("http://spdx.org/rdf/terms#")
XML = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "a": "http://www.w3.org/2005/Atom"}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("metadata")
    build_small(folder, [small_article(1)])
    build_gold(folder)
    return folder


@pytest.fixture(scope="module")
def site(out: Path) -> Iterator[Client]:
    with serving(out, out / "log") as client:
        yield client


@pytest.fixture(scope="module")
def described(site: Client) -> rdflib.Graph:
    reply = site.get("/.well-known/void", "text/turtle")
    return rdflib.Graph().parse(data=reply.body, format="turtle")


def test_the_dataset_is_described_with_version_time_and_licence(
    described: rdflib.Graph, out: Path
) -> None:
    manifest = read_manifest(current_snapshot(out))
    assert {VOID.Dataset, DCAT.Dataset} <= set(described.objects(DATASET, RDF.type))
    assert str(described.value(DATASET, DCAT.version)) == manifest.id
    assert (
        str(described.value(DATASET, DCAT.previousVersion)) == f"{BASE}release/{manifest.previous}/"
    )
    for name in (DCTERMS.title, DCTERMS.description, DCTERMS.license, DCTERMS.modified):
        assert described.value(DATASET, name) is not None
    assert len(set(described.objects(DATASET, VOID.classPartition))) > 20
    assert len(set(described.objects(DATASET, VOID.propertyPartition))) > 40
    assert len(set(described.subjects(RDF.type, VOID.Linkset))) >= 4
    assert len(set(described.objects(DATASET, SH.declare))) > 10


def test_every_download_has_the_size_and_checksum_that_it_is_said_to_have(
    site: Client, described: rdflib.Graph
) -> None:
    distributions = list(described.objects(DATASET, DCAT.distribution))
    assert len(distributions) == 4
    for one in distributions:
        address = str(described.value(one, DCAT.downloadURL))
        reply = site.get(address.replace(BASE, "/"))
        assert (reply.status, reply.type) == (200, "application/gzip")
        checksum = described.value(one, SPDX.checksum)
        assert int(str(described.value(one, DCAT.byteSize))) == len(reply.body)
        assert (
            str(described.value(checksum, SPDX.checksumValue))
            == hashlib.sha256(reply.body).hexdigest()
        )
        assert gzip.decompress(reply.body)


def test_example_queries_in_the_data_are_answered(site: Client) -> None:
    query = (
        "PREFIX sh: <http://www.w3.org/ns/shacl#> SELECT ?query ?text "
        "{ GRAPH ?g { ?query a sh:SPARQLExecutable ; sh:select ?text } }"
    )
    rows = site.query(query).json["results"]["bindings"]
    assert len(rows) >= 23
    for row in rows:
        reply = site.query(row["text"]["value"])
        assert reply.status == 200, row["query"]["value"]
        assert reply.json["results"]["bindings"], row["query"]["value"]


def test_the_sitemap_lists_pages_that_are_there(site: Client) -> None:
    index = etree.fromstring(site.get("/sitemap.xml").body)
    parts = [node.text or "" for node in index.findall("s:sitemap/s:loc", XML)]
    assert parts == [f"{BASE}sitemap-1.xml"]
    tree = etree.fromstring(site.get("/sitemap-1.xml").body)
    pages = [node.text or "" for node in tree.findall("s:url/s:loc", XML)]
    assert len(pages) == len(set(pages)) > 200
    assert f"{BASE}page/norway" in pages
    assert f"{BASE}article/uk-norway" in pages
    for page in pages[::7]:
        assert site.get(page.replace(BASE, "/"), "text/html").status == 200
    assert site.get("/sitemap-2.xml").status == 404
    assert site.get("/sitemap-0.xml").status == 404


def test_robots_are_told_of_the_sitemap_and_kept_from_queries(site: Client) -> None:
    lines = site.get("/robots.txt").text.splitlines()
    assert f"Sitemap: {BASE}sitemap.xml" in lines
    closed = [line.removeprefix("Disallow: ") for line in lines if line.startswith("Disallow")]
    assert "/sparql" in closed
    assert not any("/page/norway".startswith(path) for path in closed)
    assert not any("/id/norway".startswith(path) for path in closed)


def test_the_feed_tells_of_snapshots_and_what_changed(site: Client, out: Path) -> None:
    reply = site.get("/releases.atom")
    assert reply.type == "application/atom+xml"
    tree = etree.fromstring(reply.body)
    entries = tree.findall("a:entry", XML)
    assert len(entries) == 2
    manifest = read_manifest(current_snapshot(out))
    links = {
        node.get("rel"): node.get("href") or ""
        for e in entries
        for node in e.findall("a:link", XML)
    }
    patch = site.get(links["related"].replace(BASE, "/"))
    assert gzip.decompress(patch.body).startswith(f"H id <urn:entente:{manifest.id}>".encode())
    for node in tree.iter(f"{{{XML['a']}}}link"):
        path = (node.get("href") or "").replace(BASE, "/")
        assert site.get(path, "*/*").status == 200, path


def embedded(html: str) -> dict[str, Any]:
    (text,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)
    told: dict[str, Any] = json.loads(text)
    return told


@pytest.mark.parametrize(
    "path, kind, iri",
    [
        ("/", "Dataset", BASE),
        ("/about", "Dataset", BASE),
        ("/page/norway", "Country", f"{BASE}id/norway"),
        ("/page/keir-starmer", "Person", f"{BASE}id/keir-starmer"),
        ("/page/operation-interflex", "Event", f"{BASE}id/operation-interflex"),
        ("/page/uk-nz-fta", "Thing", f"{BASE}id/uk-nz-fta"),
        ("/page/hms-prince-of-wales", "Vehicle", f"{BASE}id/hms-prince-of-wales"),
        ("/article/uk-norway", "NewsArticle", f"{BASE}article/uk-norway"),
    ],
)
def test_pages_tell_search_engines_what_they_are_about(
    site: Client, path: str, kind: str, iri: str
) -> None:
    told = embedded(site.get(path, "text/html").text)
    assert (told["@context"], told["@type"], told["@id"]) == ("https://schema.org", kind, iri)
    assert told["url"].startswith(BASE)


def test_a_page_tells_names_links_and_place(site: Client) -> None:
    told = embedded(site.get("/page/norway", "text/html").text)
    assert told["name"] == "Norway"
    assert "http://www.wikidata.org/entity/Q20" in told["sameAs"]
    assert told["geo"] == {"@type": "GeoCoordinates", "latitude": "62", "longitude": "10"}


def test_types_of_schema_org_are_those_that_the_ontology_is_aligned_with() -> None:
    graph = rdflib.Graph().parse(Path(__file__).parents[2] / "ontology" / "align.ttl")
    ent = "https://w3id.org/entente/ontology#"
    assert len(schema_types()) > 10
    for name, kind in schema_types().items():
        node, target = rdflib.URIRef(ent + name), SDO[kind]
        aligned = set(graph.objects(node, rdflib.RDFS.subClassOf))
        assert target in aligned | set(graph.objects(node, SKOS.closeMatch)), name


def test_browsers_find_the_search_and_its_suggestions(site: Client) -> None:
    assert 'rel="search"' in site.get("/", "text/html").text
    tree = etree.fromstring(site.get("/opensearch.xml").body)
    urls = {node.get("type"): node.get("template") for node in tree if node.get("template")}
    here = f"http://127.0.0.1:{site.port}"
    assert urls["text/html"] == f"{here}/search?q={{searchTerms}}"
    template = urls["application/x-suggestions+json"].replace("{searchTerms}", "nor")
    reply = site.get(template.removeprefix(here))
    typed, names, _, pages = reply.json
    assert (reply.type, typed, names[0]) == ("application/x-suggestions+json", "nor", "Norway")
    assert pages[0] == f"{here}/page/norway"
    assert site.get("/suggest?q=%3F").json == ["?", [], [], []]
