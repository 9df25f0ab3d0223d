"""Documents in RDF 1.2, where each claim reifies what it states; the default stays RDF 1.1."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
from pyoxigraph import (
    Literal,
    NamedNode,
    Quad,
    QuerySolutions,
    RdfFormat,
    Store,
    Triple,
    parse,
)

from ontology.curies import term
from tests.support.serving import Client
from tests.support.tiny import BASE, quads

TWELVE, ELEVEN = f"{BASE}graph/meta#profile-rdf12", f"{BASE}graph/meta#profile-rdf11"
CLAIMS = {f"{BASE}article/duck#claim-00000000000000{end}" for end in ("a1", "b2")}
FORMS = {"ttl": "text/turtle", "nt": "application/n-triples", "trig": "application/trig",
         "nq": "application/n-quads"}  # fmt: skip
#: The same in RDF 1.2, asked for in each of the ways that there are.
ASKED = {
    "?profile=rdf12": {"Accept": "text/turtle"},
    "?_profile=rdf12": {},
    f"?profile={TWELVE.replace('#', '%23')}": {"Accept": "*/*"},
    "?": {"Accept": "text/turtle;version=1.2, text/turtle;q=0.5"},
    "?a=1": {"Accept": "text/html;q=0.1, Text/Turtle; Version=1.2"},
    "?a=2": {"Accept": "text/turtle", "Accept-Profile": f"<{TWELVE}>, <{ELEVEN}>;q=0.5"},
}
#: What is no wish for RDF 1.2.
OTHERWISE = {
    "": {},
    "?profile=rdf11": {"Accept": "text/turtle;version=1.2"},
    "?": {"Accept": "text/turtle, text/turtle;version=1.2;q=0.9"},
    "?a=1": {"Accept": "text/turtle;version=1.1"},
    "?a=2": {"Accept": "text/turtle", "Accept-Profile": "<urn:example:other>"},
    "?a=3": {"Accept": "application/ld+json;version=1.2"},
}


def stated() -> set[tuple[str, Triple]]:
    """Give what each claim states, by the claim's name."""
    graphs = ((q.graph_name, q.triple) for q in quads() if isinstance(q.graph_name, NamedNode))
    return {(graph.value, triple) for graph, triple in graphs if graph.value in CLAIMS}


def reified(found: Iterable[Quad]) -> set[tuple[str, Triple]]:
    return {
        (quad.subject.value, quad.object)
        for quad in found
        if quad.predicate == term("rdf:reifies")
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, Triple)
    }


@pytest.mark.parametrize("path", ["/data/freedonia", "/article/duck"])
@pytest.mark.parametrize("form", FORMS)
def test_each_claim_reifies_what_it_states(client: Client, path: str, form: str) -> None:
    reply = client.get(f"{path}.{form}?profile=rdf12")
    assert reply.status == 200
    kind = FORMS[form] + ("; charset=utf-8" if form == "ttl" else "") + "; version=1.2"
    assert reply.headers["content-type"] == kind
    found = set(parse(reply.body, format=RdfFormat.from_extension(form)))
    assert reified(found) == stated()
    bare = {quad.triple for quad in found if quad.graph_name == quads()[-1].graph_name}
    triples = {quad.triple for quad in found}
    for claim, triple in stated():
        if claim.endswith("a1"):
            assert triple in triples, "what is asserted stands beside the claim that reifies it"
        elif form in ("ttl", "nt"):
            assert triple not in triples | bare, "what is quoted is reified, and not asserted"


@pytest.mark.parametrize("path", ["/data/freedonia", "/article/duck", "/rule/takesPart.inExercise"])
@pytest.mark.parametrize("query", ASKED)
def test_every_way_of_asking_gives_the_same(client: Client, path: str, query: str) -> None:
    reply = client.get(path + query, headers=ASKED[query])
    assert reply.headers["content-type"] == "text/turtle; charset=utf-8; version=1.2"
    assert reply.text.startswith('VERSION "1.2"\n')
    assert f'<{TWELVE}>; rel="profile"' in reply.headers["link"]
    assert {"Accept", "Accept-Profile"} <= set(re.split(", *", reply.headers["vary"]))
    assert reply.body == client.get(f"{path}.ttl?profile=rdf12").body


@pytest.mark.parametrize("path", ["/data/freedonia", "/article/duck", "/graph/reference"])
@pytest.mark.parametrize("query", OTHERWISE)
def test_the_default_stays_rdf_1_1(client: Client, path: str, query: str) -> None:
    reply = client.get(path + query, headers=OTHERWISE[query])
    assert reply.status == 200
    assert "version" not in reply.headers["content-type"]
    assert b"reifies" not in reply.body
    assert f'<{ELEVEN}>; rel="profile"' in reply.headers["link"]


def test_a_thing_leads_to_its_document_in_the_profile(client: Client) -> None:
    for query, headers in ASKED.items():
        reply = client.get(f"/id/freedonia{query}", headers=headers)
        assert (reply.status, reply.headers["location"]) == (
            303,
            "/data/freedonia.ttl?profile=rdf12",
        )
    moved = client.get("/data/freedonian-republic.nt?profile=rdf12")
    assert moved.headers["location"] == "/data/freedonia.nt?profile=rdf12"


def test_the_forms_in_the_profile_are_named_and_answer(client: Client) -> None:
    for path in ("/data/freedonia.ttl", "/article/duck"):
        link = client.get(path, "text/turtle").headers["link"]
        pattern = rf'<([^<>]+)>; rel="alternate"; type="([^"]+)"; profile="{re.escape(TWELVE)}"'
        found = re.findall(pattern, link)
        assert {kind for _, kind in found} == set(FORMS.values())
        for target, kind in found:
            assert client.get(target).headers["content-type"].startswith(kind)


@pytest.mark.parametrize(
    "path",
    ["/data/freedonia.jsonld?profile=rdf12", "/data/freedonia.rdf?profile=rdf12",
     "/data/freedonia?profile=nonsense", "/article/duck.ttl?profile=nonsense"],
)  # fmt: skip
def test_what_cannot_be_had_in_a_profile_is_refused(client: Client, path: str) -> None:
    assert client.get(path).status == 406
    plain = client.get("/data/freedonia?profile=rdf12", "application/ld+json")
    assert plain.status == 406


def test_pages_are_pages_whatever_the_profile(client: Client) -> None:
    assert client.get("/article/duck?profile=rdf12", "text/html").type == "text/html"
    assert (
        client.get("/id/freedonia", "text/html;version=1.2").headers["location"].startswith("/page")
    )


def test_a_document_answers_sparql_1_2_as_the_recipe_says(client: Client) -> None:
    recipe = (Path(__file__).parents[2] / "RECIPES.md").read_text().partition("(RDF 1.2)")[2]
    query = recipe.split("```")[1]
    store = Store()
    store.load(client.get("/article/duck.ttl?profile=rdf12").body, format=RdfFormat.TURTLE)
    rows = store.query(query)
    assert isinstance(rows, QuerySolutions)
    found = [[term.value for term in row if isinstance(term, NamedNode | Literal)] for row in rows]
    sentence = "Freedonia is taking part in Exercise Duck."
    assert found == [[f"{BASE}id/freedonia", f"{BASE}id/exercise-duck", sentence]]
