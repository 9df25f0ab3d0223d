"""Entity tags, codings and caching of answers, over a real connection."""

import gzip
import sys
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import brotli
import pytest

from tests.support.serving import Client, serving

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

ALL = "/sparql?query=" + quote("SELECT * { ?s ?p ?o } ORDER BY ?s ?p ?o LIMIT 300")
LARGE = "/sparql?query=" + quote("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 4000")
DECODE: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "zstd": zstd.decompress,
}


@pytest.mark.parametrize("coding", DECODE)
@pytest.mark.parametrize("path", [ALL, LARGE, "/page/freedonia", "/data/freedonia.ttl"])
def test_a_body_comes_in_the_coding_asked_for(client: Client, path: str, coding: str) -> None:
    plain = client.get(path, headers={"Accept-Encoding": "identity"})
    coded = client.get(path, headers={"Accept-Encoding": coding})
    assert plain.status == coded.status == 200
    assert "content-encoding" not in plain.headers
    assert coded.headers["content-encoding"] == coding
    assert DECODE[coding](coded.body) == plain.body
    assert len(coded.body) < len(plain.body)
    assert coded.headers["etag"] != plain.headers["etag"]
    assert "accept-encoding" in plain.headers["vary"].lower()
    assert "accept-encoding" in coded.headers["vary"].lower()


@pytest.mark.parametrize("coding", ["identity", *DECODE])
@pytest.mark.parametrize("path", [ALL, LARGE, "/page/freedonia", "/data/freedonia.ttl"])
def test_who_has_it_is_told_so_by_the_tag_that_it_has(
    client: Client, path: str, coding: str
) -> None:
    accepting = {"Accept-Encoding": coding}
    tag = client.get(path, headers=accepting).headers["etag"]
    assert not tag.startswith("W/")
    again = client.get(path, headers=accepting | {"If-None-Match": f'"x", {tag}'})
    assert (again.status, again.body, again.headers["etag"]) == (304, b"", tag)
    assert "content-encoding" not in again.headers
    other = client.get(path, headers=accepting | {"If-None-Match": '"x"'})
    assert other.status == 200


def test_small_bodies_are_not_coded(client: Client) -> None:
    reply = client.get("/sparql?query=ASK%7B%7D", headers={"Accept-Encoding": "gzip, br, zstd"})
    assert "content-encoding" not in reply.headers
    assert reply.json["boolean"] is True


def test_head_names_the_coding_and_no_false_length(client: Client) -> None:
    for path in (ALL, "/page/freedonia"):
        accepting = {"Accept-Encoding": "gzip"}
        get, head = (client.send(way, path, None, accepting) for way in ("GET", "HEAD"))
        assert head.body == b""
        assert head.headers["etag"] == get.headers["etag"]
        assert head.headers["content-encoding"] == "gzip"
        assert head.headers.get("content-length", str(len(get.body))) == str(len(get.body))


SPELLINGS = (
    "SELECT ?s { ?s ?p 'a  #b' } # note",
    "  SELECT   ?s\t{\r\n?s ?p 'a  #b' }",
    "SELECT ?s { # c\n ?s ?p 'a  #b' }",
)


def test_white_space_and_comments_make_no_other_answer(client: Client) -> None:
    tags = {client.query(query).headers["etag"] for query in SPELLINGS}
    assert len(tags) == 1
    assert client.query("SELECT ?s { ?s ?p 'a #b' }").headers["etag"] not in tags


STRONG = (
    "SELECT ?t (COUNT(*) AS ?n) { ?s a ?t } GROUP BY ?t",
    "SELECT DISTINCT ?p ?o { GRAPH ?g { ?s ?p ?o } }",
    "SELECT ?b { <id/link-1> <https://w3id.org/entente/ontology#partOf>+ ?b }",
    "CONSTRUCT { ?s <a:b> ?o } { ?s ?p ?o }",
    "DESCRIBE <http://localhost:8000/id/freedonia>",
)


def test_equal_strong_tags_mean_equal_bytes_in_every_process(
    client: Client, tiny_out: Path, tmp_path: Path
) -> None:
    with serving(tiny_out, tmp_path / "log") as other:
        for query in STRONG:
            one, two = client.query(query), other.query(query)
            assert one.headers["etag"] == two.headers["etag"]
            assert not one.headers["etag"].startswith("W/")
            assert one.body == two.body, query


@pytest.mark.parametrize("template", ["?s <a:b> [ <a:c> ?o ]", "_:x <a:b> ?o", "?s <a:b> (?o)"])
def test_blank_nodes_that_a_template_makes_weaken_the_tag(client: Client, template: str) -> None:
    reply = client.query(f"CONSTRUCT {{ {template} }} {{ ?s ?p ?o }}")
    assert reply.headers["etag"].startswith('W/"')
