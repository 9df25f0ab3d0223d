"""The SPARQL 1.1 Graph Store HTTP Protocol, for reading."""

from urllib.parse import quote

import pytest
from pyoxigraph import RdfFormat, Store

from tests.support.serving import Client

REFERENCE = "http://localhost:8000/graph/reference"
NAMED = f"/graphs?graph={quote(REFERENCE, safe='')}"


def triples(text: str, form: RdfFormat) -> set[str]:
    store = Store()
    store.load(input=text.encode(), format=form)
    return {str(quad.triple) for quad in store}


def test_a_graph_is_given_whole_by_its_name(client: Client) -> None:
    reply = client.get(NAMED)
    assert (reply.status, reply.type) == (200, "text/turtle")
    query = f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH <{REFERENCE}> {{ ?s ?p ?o }} }}"
    same = client.query(query, "application/n-triples")
    assert triples(reply.text, RdfFormat.TURTLE) == triples(same.text, RdfFormat.N_TRIPLES)
    assert len(triples(reply.text, RdfFormat.TURTLE)) == 9


def test_its_own_address_gives_a_graph_as_well(client: Client) -> None:
    direct = client.get("/graph/reference", "application/n-triples")
    indirect = client.get(NAMED, "application/n-triples")
    form = RdfFormat.N_TRIPLES
    assert triples(direct.text, form) == triples(indirect.text, form)


def test_the_default_graph_is_given_too(client: Client) -> None:
    reply = client.get("/graphs?default", "application/n-triples")
    count = client.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").text
    assert reply.status == 200
    assert str(len(reply.text.splitlines())) == count.splitlines()[1]


def test_it_has_validators_and_answers_head(client: Client) -> None:
    get, head = client.get(NAMED), client.send("HEAD", NAMED)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["etag"] == get.headers["etag"]
    assert head.headers["content-type"] == get.headers["content-type"]
    assert client.get(NAMED, headers={"If-None-Match": get.headers["etag"]}).status == 304


@pytest.mark.parametrize(
    "method, path, accept, status",
    [
        ("GET", "/graphs", "", 400),
        ("GET", f"{NAMED}&default", "", 400),
        ("GET", "/graphs?graph=http%3A//localhost%3A8000/graph/none", "", 404),
        ("GET", "/graphs?graph=no+iri", "", 404),
        ("GET", NAMED, "text/csv", 406),
        ("PUT", NAMED, "", 405),
        ("POST", NAMED, "", 405),
        ("DELETE", NAMED, "", 405),
        ("PATCH", NAMED, "", 405),
    ],
)
def test_what_cannot_be_given_is_told_why(
    client: Client, method: str, path: str, accept: str, status: int
) -> None:
    reply = client.send(method, path, None, {"Accept": accept} if accept else {})
    assert reply.status == status
    assert reply.type == "application/problem+json"
    assert reply.json["detail"]
