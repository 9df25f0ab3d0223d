"""Queries that are sent on to an engine keep the endpoint's promises."""

from __future__ import annotations

import pytest

from tests.server.stores.conftest import Served

JSON = "application/sparql-results+json"


@pytest.mark.parametrize(
    "accept", [JSON, "application/sparql-results+xml", "text/csv", "text/tab-separated-values"]
)
def test_results_come_in_every_format(served: Served, accept: str) -> None:
    reply = served.client.query("SELECT ?s { ?s ?p ?o } LIMIT 3", accept)
    assert (reply.status, reply.type) == (200, accept)
    assert reply.headers["etag"].startswith("W/")


@pytest.mark.parametrize("accept", ["text/turtle", "application/n-triples", "application/ld+json"])
def test_graphs_come_in_every_format(served: Served, accept: str) -> None:
    reply = served.client.query("CONSTRUCT WHERE { ?s a ?kind } LIMIT 3", accept)
    assert (reply.status, reply.type) == (200, accept)


def test_truth_values_are_true_and_false(served: Served) -> None:
    text = "SELECT DISTINCT ?o { ?s ?p ?o FILTER(DATATYPE(?o) = xsd:boolean) }"
    prefix = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
    rows = served.client.query(prefix + text, JSON).json["results"]["bindings"]
    assert {row["o"]["value"] for row in rows} <= {"true", "false"}
    assert rows


def test_a_faulty_query_is_told_where(served: Served) -> None:
    reply = served.client.query("SELECT ?s {\n ?s ?p }", JSON)
    assert reply.status == 400
    assert (reply.json["code"], reply.json["line"]) == ("query-syntax", 2)


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { <urn:a> <urn:b> <urn:c> }",
        "DROP ALL",
        "define input:same-as 'yes' SELECT * { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ; DROP ALL",
    ],
)
def test_only_queries_are_sent_on(served: Served, text: str) -> None:
    before = served.client.query("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "text/csv").body
    assert served.client.query(text, JSON).status == 400
    again = served.client.query("SELECT (COUNT(*) AS ?n) # again\n{ ?s ?p ?o }", "text/csv").body
    assert again == before


def test_an_update_is_refused(served: Served) -> None:
    kind = "application/sparql-update"
    assert served.client.post("DROP ALL", kind).status == 403


def test_no_answer_that_was_cut_looks_whole(served: Served, local_size: int) -> None:
    for text, accept in (
        ("SELECT * { GRAPH ?g { ?s ?p ?o } }", "text/csv"),
        ("CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }", "application/n-triples"),
    ):
        reply = served.client.query(text, accept)
        lines = reply.body.count(b"\n")
        assert reply.status == 413 or (reply.status == 200 and lines >= local_size / 4)
        assert reply.status == 200 or reply.json["code"] == "store-cut"


def test_several_default_graphs_are_refused(served: Served) -> None:
    reply = served.client.query("SELECT * FROM <urn:a> FROM <urn:b> { ?s ?p ?o }", JSON)
    assert (reply.status, reply.json["code"]) == (400, "dataset")
