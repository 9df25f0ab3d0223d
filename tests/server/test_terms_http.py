"""What the query editor completes: one JSON document for each snapshot."""

from typing import Any

import pytest

from tests.support.serving import Client


@pytest.fixture
def terms(client: Client) -> dict[str, dict[str, Any]]:
    return {row["name"]: row for row in client.get("/query/terms.json").json["terms"]}


def test_a_class_has_its_words_its_count_and_what_is_above_it(
    client: Client, terms: dict[str, dict[str, Any]]
) -> None:
    state = terms["ent:State"]
    told = client.query(
        "SELECT (COUNT(*) AS ?n) { ?s a <https://w3id.org/entente/ontology#State> }", "text/csv"
    )
    assert state["kind"] == "class"
    assert state["label"] == "State"
    assert state["definition"]
    assert {"Agent", "Place"} <= set(state["above"])
    assert state["count"] == int(told.text.split()[1]) > 0


def test_a_property_has_the_classes_that_it_joins(terms: dict[str, dict[str, Any]]) -> None:
    found = terms["ent:partyTo"]
    assert (found["kind"], found["domain"], found["range"]) == (
        "property",
        ["Agent"],
        ["Agreement"],
    )


def test_codes_and_the_properties_of_other_vocabularies_are_there(
    terms: dict[str, dict[str, Any]],
) -> None:
    assert terms["ent:Planned"]["kind"] == "code"
    assert terms["rdfs:label"]["kind"] == "property"
    assert terms["rdfs:label"]["count"] > 0


def test_prefixes_are_those_of_the_dataset(client: Client) -> None:
    prefixes = client.get("/query/terms.json").json["prefixes"]
    assert prefixes["id"].endswith("/id/")
    assert prefixes["ent"] == "https://w3id.org/entente/ontology#"


def test_it_is_made_once_whatever_follows_its_address(client: Client) -> None:
    first, second = client.get("/query/terms.json"), client.get("/query/terms.json?v=2")
    assert first.body == second.body
    again = client.get("/query/terms.json", headers={"If-None-Match": first.headers["etag"]})
    assert again.status == 304
