"""The query page: a form that works without script."""

from urllib.parse import quote

import pytest

from tests.support.serving import Client

NAMES = "PREFIX ent: <https://w3id.org/entente/ontology#> "


def ask(client: Client, query: str) -> tuple[int, str]:
    reply = client.get("/query?query=" + quote(query))
    assert reply.type == "text/html"
    return reply.status, reply.text


def test_without_a_query_the_form_is_empty(client: Client) -> None:
    reply = client.get("/query")
    assert (reply.status, reply.type) == (200, "text/html")
    assert "<textarea" in reply.text


def test_a_table_shows_its_rows_and_the_query(client: Client) -> None:
    status, text = ask(client, NAMES + "SELECT ?state { ?state a ent:State }")
    assert status == 200
    assert "state" in text
    assert "freedonia" in text
    assert "ent:State" in text


def test_truth_and_graphs_are_shown_too(client: Client) -> None:
    assert ask(client, "ASK {}")[0] == 200
    status, text = ask(client, "DESCRIBE <id/sylvania>")
    assert status == 200
    assert "Sylvania" in text


@pytest.mark.parametrize(
    "query, status, words",
    [
        ("SELECT ?s { ?s a ent:State }", 400, "PREFIX ent:"),
        ("SELECT ?s {\n ?s ?p }", 400, "line 2"),
        ("ASK { SERVICE ?x {} }", 403, "SERVICE is refused"),
    ],
)
def test_a_faulty_query_stays_in_the_form_beside_what_is_wrong(
    client: Client, query: str, status: int, words: str
) -> None:
    found, text = ask(client, query)
    assert found == status
    assert words in text
    assert "<textarea" in text


def test_hostile_text_stays_text(client: Client) -> None:
    evil = 'SELECT ("<script>alert(1)</script>" AS ?x) {} # </textarea><script>'
    status, text = ask(client, evil)
    assert status == 200
    assert "<script>alert" not in text
    assert "</textarea><script>" not in text


def test_a_browser_at_the_endpoint_gets_the_page_with_the_answer(client: Client) -> None:
    reply = client.query(NAMES + "SELECT ?s { ?s a ent:State }", "text/html,*/*;q=0.8")
    assert (reply.status, reply.type) == (200, "text/html")
    assert "sylvania" in reply.text
