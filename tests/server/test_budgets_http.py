"""Budgets over a real connection: they count what runs, by client, and nothing else."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.serving import Client, Reply, serving

BAD = "SELECT nonsense # %d"


@pytest.fixture
def charged(tiny_out: Path, tmp_path: Path) -> Iterator[Client]:
    flags = ("--budget-local", "1", "--budget-failures", "3", "--workers", "1", "--proxies", "1")
    with serving(tiny_out, tmp_path / "log", *flags) as found:
        yield found


def ask(client: Client, query: str, address: str, agent: str = "test") -> Reply:
    headers = {"X-Forwarded-For": address, "User-Agent": agent}
    body = query.encode()
    kind = {"Content-Type": "application/sparql-query"}
    return client.send("POST", "/sparql", body, headers | kind)


def test_who_fails_too_often_has_to_wait_and_nobody_else(charged: Client) -> None:
    assert ask(charged, "ASK { ?s a ?o }", "192.0.2.1").status == 200
    statuses = [ask(charged, BAD % number, "192.0.2.1").status for number in range(4)]
    assert statuses == [400, 400, 400, 429]
    refused = ask(charged, "SELECT * {} LIMIT 7", "192.0.2.1")
    assert (refused.status, refused.json["code"]) == (429, "budget")
    assert 0 < int(refused.headers["retry-after"]) <= 120
    assert ask(charged, "SELECT * {} LIMIT 7", "192.0.2.2").status == 200
    assert ask(charged, "SELECT * {} LIMIT 7", "192.0.2.1", "other").status == 200


def test_who_has_to_wait_still_has_pages_documents_and_known_answers(charged: Client) -> None:
    assert ask(charged, "ASK {}", "192.0.2.1").status == 200
    for number in range(4):
        ask(charged, BAD % number, "192.0.2.1")
    assert ask(charged, "ASK { }", "192.0.2.1").status == 429
    assert ask(charged, "ASK {}", "192.0.2.1").status == 200
    headers = {"X-Forwarded-For": "192.0.2.1", "User-Agent": "test"}
    for path in ("/page/freedonia", "/data/freedonia.ttl", "/health", "/sparql"):
        assert charged.get(path, headers=headers).status == 200
    page = charged.get("/query?query=ASK+%7B+%3Fs+a+1+%7D", "text/html", headers)
    assert page.status == 429
    assert "retry-after" in page.headers


def test_a_client_cannot_choose_the_address_that_is_counted(charged: Client) -> None:
    chains = [f"203.0.113.{number}, 192.0.2.9" for number in range(4)]
    statuses = [ask(charged, BAD % n, chain).status for n, chain in enumerate(chains)]
    assert statuses == [400, 400, 400, 429]


def test_this_machine_is_not_charged_by_default(tiny_out: Path, tmp_path: Path) -> None:
    with serving(tiny_out, tmp_path / "log", "--budget-failures", "1", "--workers", "1") as client:
        assert {client.post(BAD % number).status for number in range(5)} == {400}
