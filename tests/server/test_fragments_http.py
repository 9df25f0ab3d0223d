"""Triple Pattern Fragments: patterns, pages, counts, controls; asked by Comunica too."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, parse

from server.formats import GRAPHS
from tests.support.peers import COMUNICA
from tests.support.serving import Client, serving
from tests.support.tiny import publish, quads

HYDRA = "http://www.w3.org/ns/hydra/core#"
ENT = "https://w3id.org/entente/ontology#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
FREEDONIA = "http://localhost:8000/id/freedonia"
DEFAULT = [quad for quad in quads() if quad.graph_name == DefaultGraph()]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("fragments")
    publish(folder / "out")
    with serving(folder / "out", folder / "log") as client:
        yield client


def ask(client: Client, path: str = "", **parts: str) -> tuple[list[Quad], list[Quad]]:
    """Give the triples of a page, and what is said of it."""
    path = path or f"/fragments?{urlencode(parts)}"
    reply = client.get(path, "application/n-quads")
    assert reply.status == 200, reply.text
    found = list(parse(reply.body, format=RdfFormat.N_QUADS))
    data = [quad for quad in found if quad.graph_name == DefaultGraph()]
    return data, [quad for quad in found if quad.graph_name != DefaultGraph()]


def said(about: list[Quad], name: str) -> list[str]:
    return [str(getattr(q.object, "value", "")) for q in about if q.predicate.value == HYDRA + name]


@pytest.mark.parametrize(
    "parts",
    [
        {"subject": FREEDONIA},
        {"predicate": LABEL},
        {"object": f"{ENT}State"},
        {"subject": FREEDONIA, "predicate": LABEL},
        {"object": '"Freedonia"@en'},
        {"object": '"41"^^http://www.w3.org/2001/XMLSchema#integer'},
        {"object": '"41"^^<http://www.w3.org/2001/XMLSchema#integer>'},
        {"subject": "?s", "predicate": f"<{LABEL}>", "object": "?o"},
        {"subject": "http://localhost:8000/id/nowhere"},
        {"object": '"nothing"'},
    ],
)
def test_a_fragment_holds_what_matches_and_how_many(site: Client, parts: dict[str, str]) -> None:
    data, about = ask(site, **parts)
    found = {(quad.subject, quad.predicate, quad.object) for quad in data}
    expected = {
        (quad.subject, quad.predicate, quad.object) for quad in DEFAULT if fits(quad, parts)
    }
    assert found == expected
    assert said(about, "totalItems") == [str(len(expected))]
    assert said(about, "next") == []


def fits(quad: Quad, parts: dict[str, str]) -> bool:
    for name, text in parts.items():
        node = getattr(quad, name)
        if text.startswith("?"):
            continue
        plain = text.strip("<>") if not text.startswith('"') else re.split(r'(?<=")', text)[1][:-1]
        if node.value != plain:
            return False
    return True


def test_pages_lead_through_all_triples_once(site: Client) -> None:
    path, seen, pages = "/fragments", [], 0
    while path:
        data, about = ask(site, path)
        seen += data
        pages += 1
        (first,) = said(about, "first")
        assert first == f"http://127.0.0.1:{site.port}/fragments"
        following = said(about, "next")
        path = following[0].removeprefix(f"http://127.0.0.1:{site.port}") if following else ""
    assert pages >= 8
    assert len(seen) == len(set(seen)) == len(set(DEFAULT))
    assert site.get(f"/fragments?page={pages + 1}").status == 404


def test_controls_say_how_to_ask(site: Client) -> None:
    _, about = ask(site, subject=FREEDONIA)
    address = f"http://127.0.0.1:{site.port}/fragments"
    assert said(about, "template") == [f"{address}{{?subject,predicate,object}}"]
    assert (
        said(about, "variable") == ["subject", "predicate", "object"]
        or len(said(about, "variable")) == 3
    )
    assert said(about, "variableRepresentation") == [f"{HYDRA}ExplicitRepresentation"]
    (topic,) = [q for q in about if q.predicate.value == "http://xmlns.com/foaf/0.1/primaryTopic"]
    asked = f"{address}?{urlencode({'subject': FREEDONIA})}"
    assert topic.object == NamedNode(asked)


@pytest.mark.parametrize("row", GRAPHS, ids=lambda row: row.extension)
def test_a_fragment_comes_in_every_format_and_is_cached(site: Client, row: object) -> None:
    kind = getattr(row, "media_type", "")
    reply = site.get(f"/fragments?subject={quote(FREEDONIA)}", kind)
    assert (reply.status, reply.type) == (200, kind)
    assert "max-age" in reply.headers["cache-control"]
    assert "Accept" in reply.headers["vary"]
    tag = {"If-None-Match": reply.headers["etag"]}
    assert site.get(f"/fragments?subject={quote(FREEDONIA)}", kind, tag).status == 304
    assert HYDRA.encode() in reply.body


@pytest.mark.parametrize(
    "query",
    ["subject=no%20iri", "predicate=%3C", "object=%22open", "object=%22a%22%40_", "page=0",
     "page=-1", "page=x", "page=%C2%B2", "object=%22a%22%5E%5Enothing%20like"],
)  # fmt: skip
def test_a_pattern_that_cannot_be_read_is_told(site: Client, query: str) -> None:
    reply = site.get(f"/fragments?{query}")
    assert (reply.status, reply.type) == (400, "application/problem+json")


def test_a_page_names_itself_as_it_was_asked_for(site: Client) -> None:
    for safe in ("", "/", "/:"):
        path = f"/fragments?subject={quote(FREEDONIA, safe)}"
        _, about = ask(site, path)
        (topic,) = [q.object for q in about if q.predicate.value.endswith("/primaryTopic")]
        assert topic == NamedNode(f"http://127.0.0.1:{site.port}{path}")


def test_an_address_that_is_no_iri_is_answered(site: Client) -> None:
    path = "/fragments?object=%22Freedonia%22%40en&x={a}|^"
    reply = site.get(path, "application/n-quads")
    assert reply.status == 200
    assert f"<{FREEDONIA}> <{LABEL}>".encode() in reply.body


def test_fragments_of_a_release_lead_on_in_the_release(site: Client) -> None:
    name = site.get("/health").json["snapshot"]
    _, about = ask(site, f"/release/{name}/fragments")
    (following,) = said(about, "next")
    assert following == f"http://127.0.0.1:{site.port}/release/{name}/fragments?page=2"


def test_comunica_joins_patterns_over_fragments(site: Client) -> None:
    program = Path(COMUNICA / "node_modules/@comunica/query-sparql/bin/query.js")
    if not (node := shutil.which("node")) or not program.is_file():
        pytest.skip("Comunica is not here: `make peers` fetches it where Node.js is")
    query = (
        f"PREFIX ent: <{ENT}> SELECT ?name {{ ?state a ent:State ; ent:participatesIn ?exercise . "
        f"?exercise <{LABEL}> ?name }}"
    )
    command = [node, str(program), f"http://127.0.0.1:{site.port}/fragments", "-q", query]
    done = subprocess.run(
        [*command, "-t", "application/sparql-results+json"],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    rows = json.loads(done.stdout)["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Exercise Duck"]
