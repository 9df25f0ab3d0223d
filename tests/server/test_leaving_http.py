"""A client that leaves takes its query with it, and no one else's."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.serving import Client, serving

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
DEADLINE_S = 25


@pytest.fixture(scope="module")
def single(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("single") / "server.log"
    flags = ("--workers", "1", "--query-workers", "1", "--deadline-s", str(DEADLINE_S))
    with serving(tiny_out, log, *flags) as found:
        yield found


def start(client: Client, query: str) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", client.port))
    path = "/sparql?query=" + quote(query)
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return connection


def test_the_query_of_a_client_that_left_frees_its_place(single: Client) -> None:
    began = time.monotonic()
    with start(single, FOREVER):
        time.sleep(0.6)
    assert single.query("ASK {}").status == 200
    assert time.monotonic() - began < DEADLINE_S / 2


def test_a_query_that_waits_for_a_place_leaves_with_its_client(single: Client) -> None:
    began = time.monotonic()
    with start(single, FOREVER), start(single, f"{FOREVER} LIMIT 2"):
        time.sleep(0.8)
    assert single.query("ASK { ?s ?p ?o }").status == 200
    assert time.monotonic() - began < DEADLINE_S / 2


def test_equal_queries_end_when_all_their_clients_have_left(single: Client) -> None:
    began = time.monotonic()
    with start(single, FOREVER), start(single, FOREVER):
        time.sleep(0.8)
    assert single.query("ASK { ?s ?p 1 }").status == 200
    assert time.monotonic() - began < DEADLINE_S / 2


def test_who_stays_gets_the_answer_that_another_left(single: Client) -> None:
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c { SELECT * { ?d ?e ?f } LIMIT 300 } }"
    with start(single, slow):
        time.sleep(0.05)
        stays = start(single, slow)
        time.sleep(0.1)
    with stays:
        stays.settimeout(DEADLINE_S)
        assert b" 200 " in stays.recv(20)
