"""``/explore`` over HTTP: shareable addresses, and problems that say what is known."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from flask import Flask

from server import Config, create_app
from tests.support.serving import Client

COUNTED = "entente_queries_total{"


def test_empty_fields_of_the_form_are_dropped_from_the_address(client: Client) -> None:
    reply = client.get("/explore?class=Exercise&state=&year=")
    assert reply.status == 303
    assert reply.headers["location"].endswith("/explore?class=Exercise")
    shown = client.get("/explore?class=Exercise", "text/html")
    assert "Exercise Duck" in shown.text
    assert "etag" in shown.headers


def test_bad_values_say_what_is_known(client: Client) -> None:
    reply = client.get("/explore?class=Duck", "application/json")
    assert reply.status == 400
    assert "Exercise" in reply.json["hint"]
    near = client.get("/explore?state=fredonia", "application/json")
    assert near.status == 400
    assert near.json["near"] == {"/explore?state=freedonia": "Freedonia"}


def test_a_publisher_is_no_way_into_the_query(client: Client) -> None:
    reply = client.get("/explore?source=%22%29%20%7D%20%23", "text/html")
    assert reply.status == 200
    assert "Nothing" in reply.text


@pytest.fixture
def hurried(tiny_out: Path) -> Iterator[Flask]:
    """Give the application with a deadline that no query can keep."""
    app = create_app(Config(snapshots=tiny_out))
    pool = app.extensions["entente"].engine.pool
    pool.limits = replace(pool.limits, deadline_s=0.0005)
    yield app
    pool.close()


def test_a_view_that_takes_too_long_is_stopped_and_told_what_to_choose(hurried: Flask) -> None:
    asked = hurried.test_client()
    reply = asked.get("/explore?status=Intended", headers={"Accept": "application/json"})
    assert reply.status_code == 503
    assert reply.json is not None
    assert reply.json["code"] == "deadline"
    assert "Choose more" in reply.json["hint"]
    page = asked.get("/explore?status=Intended", headers={"Accept": "text/html"})
    assert page.status_code == 503
    assert "a kind, a state or a year" in page.text
    assert asked.get("/page/freedonia", headers={"Accept": "text/html"}).status_code == 200


def test_views_count_as_queries_of_who_asks_for_them(client: Client) -> None:
    before = _queries(client)
    assert client.get("/explore?class=Exercise&sort=-date", "text/html").status == 200
    assert _queries(client) > before


def _queries(client: Client) -> float:
    lines = client.get("/metrics").text.splitlines()
    return sum(float(line.split()[-1]) for line in lines if line.startswith(COUNTED))
