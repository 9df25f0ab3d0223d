"""No dead address: a crawl from the first page, and over every address that the data names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from server.formats import GRAPHS
from tests.support.crawling import Crawl
from tests.support.gold import build_gold
from tests.support.serving import Client, serving

BASE = "http://localhost:8000/"
EVERY = """SELECT DISTINCT ?iri {
  { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o }
  VALUES ?place { 1 2 3 4 }
  BIND (IF(?place = 1, ?s, IF(?place = 2, ?p, IF(?place = 3, ?o, ?g))) AS ?iri)
  FILTER (isIRI(?iri) && STRSTARTS(STR(?iri), "http://localhost:8000/"))
}"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("crawl")
    build_gold(folder / "out")
    with serving(folder / "out", folder / "log") as client:
        yield client


@pytest.fixture(scope="module")
def crawl(site: Client) -> Crawl:
    found = Crawl(site)
    found.walk()
    return found


@pytest.fixture(scope="module")
def named(site: Client) -> dict[str, set[str]]:
    """Give path → fragments of every address of ours that the data names."""
    rows = site.query(EVERY).json["results"]["bindings"]
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        path, _, fragment = row["iri"]["value"].removeprefix(BASE).partition("#")
        found[f"/{path}"].add(fragment)
    assert len(rows) > 800
    assert {path.split("/")[1] for path in found} >= {"", "id", "article", "graph", "rule"}
    return found


def test_every_link_of_every_page_leads_somewhere(crawl: Crawl, named: dict[str, set[str]]) -> None:
    assert crawl.failures == []
    assert crawl.dangling() == []
    pages = {path.partition("?")[0] for path in crawl.pages}
    assert len(pages) > 120
    assert len(crawl.pages) > 400
    assert {path for path in named if path.startswith("/article/")} <= pages
    assert any(path.startswith("/release/") for path in pages)


@pytest.mark.parametrize("accept", ["text/html", *(row.media_type for row in GRAPHS)])
def test_every_address_that_the_data_names_answers_in_every_format(
    site: Client, named: dict[str, set[str]], accept: str
) -> None:
    crawl, failures = Crawl(site), []
    files = {path for path in named if path.startswith("/dump/")}
    assert len(files) == 4
    pages = {"/about"} if accept != "text/html" else set()
    for path in sorted(named.keys() - files - pages):
        reply = crawl.follow(path, accept)
        if (reply.status, reply.type) != (200, accept) or not reply.body:
            failures.append(f"{path}: {reply.status} {reply.type}")
    assert failures == []
    assert crawl.statuses[303] > 250


def test_every_fragment_is_an_anchor_of_its_page_and_a_subject_of_its_document(
    site: Client, crawl: Crawl, named: dict[str, set[str]]
) -> None:
    checked = 0
    for path, fragments in named.items():
        wanted = fragments - {""}
        if not wanted:
            continue
        quads = parse(site.get(path, "application/n-quads").body, format=RdfFormat.N_QUADS)
        nodes = {node.value for quad in quads for node in quad if isinstance(node, NamedNode)}
        assert {f"{BASE}{path[1:]}#{fragment}" for fragment in wanted} <= nodes, path
        shown = {fragment for fragment in wanted if not fragment.startswith("mention=")}
        assert shown <= crawl.pages[path].anchors, path
        checked += len(shown)
    assert checked > 200


def test_terms_of_the_ontology_are_anchors_of_its_page(site: Client, crawl: Crawl) -> None:
    quads = parse(site.get("/ontology.nt").body, format=RdfFormat.N_TRIPLES)
    begin = "https://w3id.org/entente/ontology#"
    subjects = {quad.subject.value for quad in quads if isinstance(quad.subject, NamedNode)}
    terms = {iri.removeprefix(begin) for iri in subjects if iri.startswith(begin)}
    assert len(terms) > 150
    assert terms - crawl.pages["/ontology"].anchors == set()
