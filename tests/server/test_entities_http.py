"""Dereferencing things (303, 301, 410, 404, 406) and what the documents hold."""

from pathlib import Path

import pytest

from server.formats import GRAPHS
from tests.support.serving import Client, serving

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
ACCEPTS = [
    ("", "/data/freedonia.ttl"),
    ("*/*", "/data/freedonia.ttl"),
    ("text/turtle", "/data/freedonia.ttl"),
    ("application/ld+json", "/data/freedonia.jsonld"),
    ("application/rdf+xml", "/data/freedonia.rdf"),
    ("application/n-triples", "/data/freedonia.nt"),
    ("application/n-quads", "/data/freedonia.nq"),
    ("application/trig", "/data/freedonia.trig"),
    ("text/html", "/page/freedonia"),
    (BROWSER, "/page/freedonia"),
    ("text/html;q=0.1, text/turtle", "/data/freedonia.ttl"),
    ("application/xhtml+xml", "/page/freedonia"),
]


@pytest.mark.parametrize("accept, target", ACCEPTS)
def test_a_thing_sends_on_to_the_document_that_is_accepted(
    client: Client, accept: str, target: str
) -> None:
    reply = client.get("/id/freedonia", accept)
    assert (reply.status, reply.headers["location"]) == (303, target)
    assert "Accept" in reply.headers["vary"]
    followed = client.get(target, accept)
    assert followed.status == 200


def test_a_thing_that_cannot_be_sent_as_asked_lists_its_forms(client: Client) -> None:
    reply = client.get("/id/freedonia", "image/png")
    assert reply.status == 406
    assert "text/turtle" in reply.json["formats"]


@pytest.mark.parametrize("path", ["/id/{}", "/page/{}", "/data/{}.ttl", "/data/{}"])
def test_a_merged_thing_leads_to_what_it_became(client: Client, path: str) -> None:
    reply = client.get(path.format("freedonian-republic"))
    assert (reply.status, reply.headers["location"]) == (301, path.format("freedonia"))


@pytest.mark.parametrize("path", ["/id/atlantis", "/page/atlantis", "/data/atlantis.nt"])
def test_a_withdrawn_thing_is_gone_and_says_why(client: Client, path: str) -> None:
    reply = client.get(path)
    assert reply.status == 410
    assert "misreading" in reply.json["detail"]


UNKNOWN = [
    "/id/nowhere",
    "/id/Freedonia",
    "/id/freedonia/",
    "/id/%00",
    "/id/..%2f..%2fetc%2fpasswd",
    "/id/%0d%0aX-Evil:1",
    "/page/nowhere",
    "/data/nowhere.ttl",
    "/data/freedonia.exe",
    "/data/freedonia.ttl.ttl",
    "/data/.ttl",
    "/article/nowhere",
    "/article/duck.exe",
    "/article/nowhere.css",
    "/graph/nowhere",
    "/rule/nowhere",
    "/curator/nowhere",
    "/ontology/9.9.9",
    "/static/nowhere.css",
    "/static/../cli.py",
    "/wp-login.php",
]


@pytest.mark.parametrize("path", UNKNOWN)
@pytest.mark.parametrize("accept", ["", "text/html"])
def test_what_is_not_there_is_not_found(client: Client, path: str, accept: str) -> None:
    reply = client.get(path, accept)
    assert reply.status == 404
    assert reply.type == ("text/html" if accept else "application/problem+json")
    assert "x-evil" not in reply.headers


def test_a_document_names_its_other_forms_and_its_thing(client: Client) -> None:
    for path in ("/id/freedonia", "/page/freedonia", "/data/freedonia.ttl"):
        links = client.get(path, "text/html").headers["link"]
        assert '<http://localhost:8000/id/freedonia>; rel="describes"' in links
        for row in GRAPHS:
            assert (
                f'</data/freedonia.{row.extension}>; rel="alternate"; type="{row.media_type}"'
                in links
            )


def test_a_document_without_a_suffix_is_chosen_by_accept(client: Client) -> None:
    reply = client.get("/data/freedonia", "application/ld+json")
    assert (reply.status, reply.type) == (200, "application/ld+json")
    assert reply.headers["content-location"] == "/data/freedonia.jsonld"
    assert "Accept" in reply.headers["vary"]
    assert client.get("/data/freedonia", "image/png").status == 406


def test_a_document_has_what_is_said_and_the_sentence_that_says_so(client: Client) -> None:
    text = client.get("/data/freedonia.ttl").text
    assert "ent:participatesIn id:exercise-duck" in text
    assert "Freedonia is taking part in Exercise Duck." in text
    assert "Exercise Duck" in text
    assert "ent:supports" not in text
    assert "ent:supports" in client.get("/data/freedonia.trig").text


@pytest.mark.parametrize("path", ["/data/freedonia.ttl", "/page/freedonia", "/article/duck"])
def test_a_document_is_the_same_again_and_answers_304(client: Client, path: str) -> None:
    first, second = client.get(path, BROWSER), client.get(path, BROWSER)
    assert first.status == 200
    assert first.body == second.body
    tag = first.headers["etag"]
    reply = client.get(path, BROWSER, {"If-None-Match": tag})
    assert (reply.status, reply.body) == (304, b"")
    assert "max-age" in reply.headers["cache-control"]


HEADED = ["/", "/id/freedonia", "/page/freedonia", "/data/freedonia.ttl", "/article/duck",
          "/ontology", "/graph/reference", "/health", "/dump/data.nq.gz", "/robots.txt",
          "/query", "/about", "/search?q=a", "/.well-known/void", "/nowhere"]  # fmt: skip


@pytest.mark.parametrize("path", HEADED)
def test_head_gives_what_get_gives_without_the_body(client: Client, path: str) -> None:
    get, head = client.get(path), client.send("HEAD", path)
    assert head.status == get.status
    assert head.body == b""
    assert {k: v for k, v in head.headers.items() if k != "date"} == {
        k: v for k, v in get.headers.items() if k != "date"
    }


def test_a_document_that_had_to_be_shortened_says_so(tiny_out: Path, tmp_path: Path) -> None:
    with serving(tiny_out, tmp_path / "log", "--incoming-limit", "1") as narrow:
        text = narrow.get("/data/freedonia.ttl").text
    assert "<http://localhost:8000/data/freedonia> rdfs:comment" in text
    assert "1 of 2 claims about it" in text
