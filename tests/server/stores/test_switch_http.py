"""Two engines take turns: a failure leaves the old one serving, and one triple switches."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from loader.build.engines import PublishError, publish
from ontology.endpoint import Endpoint, EndpointError, read_published
from tests.support.engines import Engine, engine, need
from tests.support.serving import serving
from tests.support.tiny import publish as write_tiny

MORE = "GRAPH <graph/curated> { id:osterlich a ent:State . }"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
PAIR = "oxigraph"


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Engine, Engine]]:
    need(PAIR)
    for name in "ab":
        (tmp_path / name).mkdir()
    with engine(PAIR, tmp_path / "a") as a, engine(PAIR, tmp_path / "b") as b:
        yield a, b


class Failing(Endpoint):
    """Breaks off in the middle of what it is sent."""

    def update(self, text: str) -> None:
        if self.trips > 8:
            raise EndpointError("away", "it broke off")
        super().update(text)


def test_readers_are_switched_and_what_fails_changes_nothing(
    pair: tuple[Engine, Engine], tmp_path: Path
) -> None:
    out, (a, b) = tmp_path / "out", pair
    engines = [a.endpoint(), b.endpoint()]
    first = write_tiny(out).id
    assert publish(out, engines, "2026-01-01T00:00:00").address == a.query
    assert publish(out, engines, "2026-01-02T00:00:00").quads == 0
    store = f"{a.query} {b.query}"
    with serving(out, tmp_path / "log", "--store", store, "--workers", "1") as client:
        before = client.query(COUNT, "text/csv").body
        second = write_tiny(out, MORE).id
        with pytest.raises(EndpointError):
            publish(out, [engines[0], Failing(b.query, b.update)], "2026-01-03T00:00:00")
        assert read_published(engines[1]) is None
        assert client.query(COUNT, "text/csv").body == before
        assert publish(out, engines, "2026-01-04T00:00:00").address == b.query
        time.sleep(1.1)
        client.query(COUNT, "text/csv")
        assert int(client.query(COUNT, "text/csv").body.split()[1]) == int(before.split()[1]) + 1
    assert first != second


def test_one_engine_that_serves_is_not_changed_unasked(
    pair: tuple[Engine, Engine], tmp_path: Path
) -> None:
    out, one = tmp_path / "out", [pair[0].endpoint()]
    write_tiny(out)
    publish(out, one, "2026-01-01T00:00:00")
    write_tiny(out, MORE)
    with pytest.raises(PublishError, match="second"):
        publish(out, one, "2026-01-02T00:00:00")
    assert publish(out, one, "2026-01-02T00:00:00", in_place=True).quads > 0


def test_an_engine_that_is_away_is_a_problem_that_says_so(tmp_path: Path) -> None:
    need(PAIR)
    out, place = tmp_path / "out", tmp_path / "a"
    write_tiny(out)
    place.mkdir()
    with engine(PAIR, place) as one:
        publish(out, [one.endpoint()], "2026-01-01T00:00:00")
        server = serving(out, tmp_path / "log", "--store", one.query, "--workers", "1")
        client = server.__enter__()
    try:
        for path in ("/data/freedonia.ttl", "/sparql?query=ASK%20%7B%20%3Fs%20%3Fp%201%20%7D"):
            reply = client.get(path, "application/problem+json, */*;q=0.1")
            assert reply.status == 502, path
            assert reply.json["code"] == "store-away"
            assert reply.headers["retry-after"]
    finally:
        server.__exit__(None, None, None)
