"""Articles, graphs, makers, the ontology, the dump and what monitors look for."""

import gzip

import pytest
from pyoxigraph import NamedNode, RdfFormat, parse

from ontology.dataset import GRAPHS as OWN_GRAPHS
from tests.support.serving import Client
from tests.support.tiny import BASE, quads

DOCUMENTS = [
    "/article/duck",
    "/graph/reference",
    "/graph/ontology",
    "/graph/curated",
    "/rule/takesPart.inExercise",
    "/curator/anna",
    "/ontology",
    "/ontology/0.1.0",
]
POLICY = "default-src 'none'"
HEADED = ["/", "/page/freedonia", "/nowhere", "/sparql", "/data/freedonia.ttl"]


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_answers_in_place_by_accept(client: Client, path: str) -> None:
    for accept, kind in (("", "text/turtle"), ("application/ld+json", "application/ld+json"),
                         ("text/html", "text/html")):  # fmt: skip
        reply = client.get(path, accept)
        assert (reply.status, reply.type) == (200, kind)
        assert "Accept" in reply.headers["vary"]
        assert f'<{path}.ttl>; rel="alternate"; type="text/turtle"' in reply.headers["link"]
    assert client.get(path, "image/png").status == 406
    suffixed = client.get(f"{path}.nt", "text/html")
    assert (suffixed.status, suffixed.type) == (200, "application/n-triples")
    assert suffixed.body


@pytest.mark.parametrize("accept", ["text/turtle", "text/html"])
def test_every_address_of_ours_in_the_data_leads_to_a_document(client: Client, accept: str) -> None:
    iris = {term.value for quad in quads() for term in quad if isinstance(term, NamedNode)}
    paths = {iri.partition("#")[0].removeprefix(BASE) for iri in iris if iri.startswith(BASE)}
    gone = {"id/freedonian-republic": 301, "id/atlantis": 410, "id/freedonia": 303}
    chosen = sorted(path for path in paths if "/link-" not in path)
    assert len(chosen) >= 10
    for path in chosen:
        reply = client.get(f"/{path}", accept)
        expected = gone.get(path, 303 if path.startswith("id/") else 200)
        assert reply.status == expected, path
        if reply.status == 303:
            assert client.get(reply.headers["location"], accept).status == 200, path


def test_an_article_with_graphs_holds_each_claims_graph(client: Client) -> None:
    body = client.get("/article/duck.trig").body
    graphs = {
        q.graph_name.value
        for q in parse(body, format=RdfFormat.TRIG)
        if isinstance(q.graph_name, NamedNode)
    }
    article = "http://localhost:8000/article/duck"
    claims = {f"{article}#claim-00000000000000a1", f"{article}#claim-00000000000000b2"}
    assert graphs == {article, *claims}


def test_the_article_has_its_style_sheet(client: Client) -> None:
    reply = client.get("/article/duck.css")
    assert (reply.status, reply.type) == (200, "text/css")


@pytest.mark.parametrize("name", OWN_GRAPHS)
def test_a_graph_is_given_under_its_name(client: Client, name: str) -> None:
    iri = f"http://localhost:8000/graph/{name}"
    expected = {str(q) for q in quads() if str(q.graph_name) == f"<{iri}>"}
    found = parse(client.get(f"/graph/{name}.nq").body, format=RdfFormat.N_QUADS)
    assert {str(quad) for quad in found} == expected
    assert expected


def test_the_dump_is_every_quad_in_canonical_order(client: Client) -> None:
    reply = client.get("/dump/data.nq.gz")
    lines = gzip.decompress(reply.body).decode().splitlines()
    assert reply.type == "application/gzip"
    assert lines == sorted({f"{quad} ." for quad in quads()})
    again = client.get("/dump/data.nq.gz", headers={"If-None-Match": reply.headers["etag"]})
    assert again.status == 304
    part = client.get("/dump/data.nq.gz", headers={"Range": "bytes=0-9"})
    assert (part.status, part.body) == (206, reply.body[:10])


def test_the_dataset_describes_itself_where_crawlers_look(client: Client) -> None:
    reply = client.get("/.well-known/void")
    assert (reply.status, reply.type) == (200, "text/turtle")
    assert "void:Dataset" in reply.text


def test_robots_may_read_pages_but_not_ask_queries(client: Client) -> None:
    lines = client.get("/robots.txt").text.splitlines()
    assert "Disallow: /sparql" in lines
    assert "Disallow: /" not in lines


def test_health_names_the_snapshot(client: Client) -> None:
    found = client.get("/health").json
    assert found["status"] == "ok"
    assert len(found["snapshot"]) == 16


@pytest.mark.parametrize(
    "path", ["/", "/page/freedonia", "/nowhere", "/sparql", "/data/freedonia.ttl"]
)
def test_every_answer_carries_the_security_headers(client: Client, path: str) -> None:
    headers = client.get(path, "text/html").headers
    assert headers["content-security-policy"].startswith(POLICY)
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_documents_hold_no_blank_nodes(client: Client) -> None:
    for path in (*(f"{name}.nq" for name in DOCUMENTS), "/data/freedonia.nq"):
        assert b"_:" not in client.get(path).body
    assert b"_:" not in client.get("/sparql", "application/n-triples").body
