"""Every kind of resource against every sort of Accept header; HEAD, validators, signposts."""

import re

import pytest

from server.formats import GRAPHS, HTML
from tests.support.serving import Client

TTL, JSONLD, PAGE = "text/turtle", "application/ld+json", "text/html"
# What is asked for, and what comes where data and pages are to be had alike.
BOTH = {
    "": TTL,
    "*/*": TTL,
    "text/*": TTL,
    "application/*": JSONLD,
    "text/html": PAGE,
    "application/xhtml+xml": PAGE,
    "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8": PAGE,
    "text/turtle": TTL,
    "TEXT/TURTLE": TTL,
    "application/ld+json": JSONLD,
    "application/json": JSONLD,
    'application/ld+json; profile="http://www.w3.org/ns/json-ld#compacted"': JSONLD,
    "application/rdf+xml": "application/rdf+xml",
    "application/n-triples": "application/n-triples",
    "application/trig": "application/trig",
    "application/n-quads": "application/n-quads",
    "text/html;q=0.2, text/turtle;q=0.9": TTL,
    "text/turtle;q=0.2, text/html;q=0.9": PAGE,
    "text/turtle;q=0, */*;q=0.1": JSONLD,
    "text/turtle;q=0.5;charset=utf-8, application/ld+json;q=0.6": JSONLD,
    "image/png, */*;q=0.01": TTL,
    "image/png": None,
    "text/turtle;q=0": None,
    "application/zip, image/*": None,
    "nonsense": None,
    ";;;q=,,": None,
    "text/turtle;q=x": TTL,
}
KINDS = {
    "/id/freedonia": 303,
    "/article/duck": 200,
    "/graph/reference": 200,
    "/rule/takesPart.inExercise": 200,
    "/curator/anna": 200,
    "/ontology": 200,
    "/ontology/0.1.0": 200,
}


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("accept", BOTH)
def test_each_kind_answers_each_accept_header_alike(client: Client, path: str, accept: str) -> None:
    reply, expected = client.get(path, accept), BOTH[accept]
    if expected is None:
        assert (reply.status, reply.type) == (406, "application/problem+json")
        assert set(reply.json["formats"]) >= {TTL, JSONLD, PAGE}
    else:
        assert reply.status == KINDS[path]
        if reply.status == 303:
            reply = client.get(reply.headers["location"], accept)
        assert (reply.status, reply.type) == (200, expected)
    assert "Accept" in client.get(path, accept).headers["vary"]


@pytest.mark.parametrize("accept", BOTH)
def test_the_first_page_is_the_dataset_to_who_asks_for_data(client: Client, accept: str) -> None:
    reply, expected = client.get("/", accept), BOTH[accept]
    if accept in ("", "*/*", "text/*", "image/png, */*;q=0.01", "text/turtle;q=x"):
        expected = PAGE
    if accept == "text/turtle;q=0, */*;q=0.1":
        expected = PAGE
    assert reply.status == (200 if expected else 406)
    assert expected is None or reply.type == expected


PATHS = ["/", "/id/freedonia", "/page/freedonia", "/data/freedonia", "/data/freedonia.jsonld",
         "/article/duck", "/article/duck.trig", "/graph/reference", "/rule/takesPart.inExercise",
         "/ontology", "/.well-known/void", "/id/atlantis", "/id/freedonian-republic",
         "/id/nowhere", "/releases", "/reconcile", "/sparql"]  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("accept", ["", PAGE, JSONLD, "image/png"])
def test_head_is_get_without_a_body(client: Client, path: str, accept: str) -> None:
    get = client.get(path, accept)
    head = client.send("HEAD", path, None, {"Accept": accept} if accept else {})
    assert (head.status, head.body) == (get.status, b"")
    assert dict(head.headers) | {"date": ""} == dict(get.headers) | {"date": ""}


@pytest.mark.parametrize("path", [p for p in PATHS if not p.startswith(("/id/", "/releases"))])
def test_what_has_not_changed_is_not_sent_again(client: Client, path: str) -> None:
    tag = client.get(path, PAGE if path.startswith("/page") else "").headers["etag"]
    accept = {"Accept": PAGE} if path.startswith("/page") else {}
    for sent in (tag, f'"other", {tag}', "*"):
        reply = client.get(path, headers=accept | {"If-None-Match": sent})
        assert (reply.status, reply.body) == (304, b"")
        assert reply.headers["etag"] == tag
    assert client.get(path, headers=accept | {"If-None-Match": '"other"'}).status == 200


SIGNED = {
    "/id/freedonia": "http://localhost:8000/id/freedonia",
    "/page/freedonia": "http://localhost:8000/id/freedonia",
    "/data/freedonia.ttl": "http://localhost:8000/id/freedonia",
    "/article/duck": "http://localhost:8000/article/duck",
    "/graph/reference": "http://localhost:8000/graph/reference",
    "/ontology": "https://w3id.org/entente/ontology",
    "/": "http://localhost:8000/",
    "/.well-known/void": "http://localhost:8000/",
}


def links(header: str) -> set[tuple[str, str, str]]:
    found = re.findall(r'<([^>]*)>; rel="([^"]+)"(?:; type="([^"]+)")?', header)
    return {(relation, target, kind) for target, relation, kind in found}


@pytest.mark.parametrize("path", SIGNED)
@pytest.mark.parametrize("host", ["127.0.0.1", "data.example.org"])
def test_a_document_says_what_it_is_about_whatever_the_host(
    client: Client, path: str, host: str
) -> None:
    for accept in (TTL, PAGE):
        reply = client.get(path, accept, {"Host": host})
        if reply.status == 406:
            continue
        found = links(reply.headers["link"])
        for relation in ("describes", "canonical", "cite-as"):
            assert [target for rel, target, _ in found if rel == relation] == [SIGNED[path]]
        assert ("license", "https://creativecommons.org/licenses/by/4.0/", "") in found
        assert ("collection", "http://localhost:8000/", "") in found
        is_page = reply.type == PAGE and reply.status == 200
        assert (("type", "https://schema.org/AboutPage", "") in found) == is_page
        forms = {(target, kind) for rel, target, kind in found if rel == "alternate"}
        assert {kind for _, kind in forms} == {row.media_type for row in (*GRAPHS, HTML)}
        for target, kind in forms | {(t, k) for rel, t, k in found if rel == "describedby"}:
            followed = client.get(target, kind)
            assert (followed.status, followed.type) == (200, kind), target


def test_a_document_is_the_same_whatever_the_host(client: Client) -> None:
    for path in ("/data/freedonia.ttl", "/page/freedonia", "/article/duck", "/"):
        here = client.get(path, PAGE if path == "/" else "")
        there = client.get(path, PAGE if path == "/" else "", {"Host": "data.example.org"})
        assert (here.status, here.body) == (there.status, there.body)
