"""Matching names against things: spelling, types, properties, identifiers, batches."""

import csv
import json
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.server.reconcile import schemas
from tests.server.reconcile.conftest import Match, post
from tests.support.serving import Client

NAMES = Path(__file__).with_name("names.csv")


def test_names_with_errors_and_aliases_lead_to_what_is_meant(service: Client) -> None:
    with NAMES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 200
    found, taken = 0, []
    for start in range(0, len(rows), 50):
        batch = {str(number): row for number, row in enumerate(rows[start : start + 50])}
        reply = post(service, queries={key: {"query": row["name"]} for key, row in batch.items()})
        assert schemas.conforms(reply.json, schemas.RESULTS)
        for key, row in batch.items():
            first = next(iter(reply.json[key]["result"]), {"id": None, "match": False})
            found += first["id"] == row["slug"]
            taken += [first["id"]] if first["match"] and first["id"] != row["slug"] else []
    assert taken == []
    assert found >= 195


def test_a_name_that_is_exact_and_alone_is_a_match(match: Match) -> None:
    first, *_ = match("United Kingdom")
    assert (first["id"], first["score"], first["match"]) == ("united-kingdom", 100, True)
    assert first["type"] == [{"id": "State", "name": "State"}]
    assert match("Norwey")[0]["match"] is False


def test_types_leave_out_what_is_not_of_them(match: Match) -> None:
    assert [row["id"] for row in match("Norway", type="Person")] == []
    assert match("Norway", type=["Person", "State"])[0]["id"] == "norway"
    assert match("Norway", type="https://w3id.org/entente/ontology#State")[0]["id"] == "norway"
    assert match("Norway", type=["Person", "State"], type_strict="all") == []
    loose = match("Norway", type="Person", type_strict="should")[0]
    assert (loose["id"], loose["match"]) == ("norway", True)
    assert loose["score"] < 100


def test_a_class_above_finds_what_is_of_a_class_below(match: Match) -> None:
    assert match("HMNZS Te Kaha", type="Asset")[0]["id"] == "hmnzs-te-kaha"


def test_properties_tell_like_names_apart(match: Match) -> None:
    either = match("Prime Minister", type="Post", limit=5)
    assert {"prime-minister-uk", "prime-minister-nz"} <= {row["id"] for row in either}
    for state in ("New Zealand", {"id": "new-zealand"}):
        first = match("Prime Minister", type="Post", properties=[{"pid": "postIn", "v": state}])[0]
        assert first["id"] == "prime-minister-nz"


@pytest.mark.parametrize(
    "pid, value",
    [("wikidata", "Q20"), ("IsoAlpha3", "NOR"), ("IsoNumeric", "578"), ("eu-country", "NOR")],
)
def test_an_identifier_is_enough(match: Match, pid: str, value: str) -> None:
    for query in ("", "Kongeriket Norge"):
        (first,) = match(query, properties=[{"pid": pid, "v": value}], limit=1)
        assert (first["id"], first["match"]) == ("norway", True)


def test_an_identifier_that_belongs_to_another_forbids_the_match(match: Match) -> None:
    rows = {
        row["id"]: row for row in match("Norway", properties=[{"pid": "wikidata", "v": "Q664"}])
    }
    assert rows["norway"]["match"] is False


@pytest.mark.parametrize(
    "address", ["http://www.wikidata.org/entity/Q20", "http://localhost:8000/id/norway", "norway"]
)
def test_an_address_or_identifier_stands_for_a_name(match: Match, address: str) -> None:
    assert match(address)[0]["id"] == "norway"
    assert match(address)[0]["score"] == 100


def test_dates_numbers_and_paths_are_compared(match: Match) -> None:
    trade = [{"pid": "inForceDate", "v": "2023-05-31"}, {"pid": "^partyTo/IsoAlpha2", "v": "NZ"}]
    first = match("free trade agreement UK New Zealand", properties=trade)[0]
    assert first["id"] == "uk-nz-fta"
    north = match("Norway", properties=[{"pid": "geo:lat", "v": 62}])[0]
    assert {"id": "properties", "value": 1.0} in north["features"]


def test_nothing_is_made_of_what_is_like_nothing(match: Match) -> None:
    assert match("zzzz qqqq") == []
    assert match("?!") == []


def test_a_query_goes_by_get_too(service: Client) -> None:
    queries = json.dumps({"a": {"query": "Norway", "limit": 1}, "b": {"query": "Ukraine"}})
    reply = service.get("/reconcile?" + urlencode({"queries": queries}))
    assert [reply.json[key]["result"][0]["id"] for key in ("a", "b")] == ["norway", "ukraine"]
    assert len(reply.json["a"]["result"]) == 1


@pytest.mark.parametrize(
    "queries, said",
    [
        ("{", "no JSON"),
        ("[]", "object"),
        ('{"a": 1}', "object"),
        ('{"a": {}}', "neither"),
        ('{"a": {"query": 7}}', "text"),
        ('{"a": {"query": "x", "properties": [{"pid": "memberOf"}]}}', "no v"),
        ('{"a": {"query": "x", "properties": [{"pid": "nonsense", "v": 1}]}}', "nonsense"),
        ('{"a": {"query": "x", "type_strict": "maybe"}}', "maybe"),
        ('{"a": {"query": "x", "limit": "many"}}', "whole number"),
    ],
)
def test_what_is_no_query_is_told(service: Client, queries: str, said: str) -> None:
    reply = service.get("/reconcile?" + urlencode({"queries": queries}))
    assert (reply.status, reply.type) == (400, "application/problem+json")
    assert said in reply.json["detail"]


def test_a_batch_that_is_too_long_is_sent_back(service: Client) -> None:
    reply = post(service, queries={str(n): {"query": "x"} for n in range(51)})
    assert (reply.status, reply.json["limit"]) == (413, 50)
