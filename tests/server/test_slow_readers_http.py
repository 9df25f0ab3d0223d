"""Readers that take nothing keep nobody else waiting."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.serving import Client, serving

PATIENCE_S = 30.0
LARGE = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 20000"
FLAGS = (
    *("--workers", "1", "--page-threads", "2", "--query-workers", "1"),
    *("--query-queue", "1", "--streams", "2"),
)


@pytest.fixture(scope="module")
def narrow(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("narrow") / "server.log"
    with serving(tiny_out, log, *FLAGS) as found:
        yield found


def start(client: Client, path: str) -> socket.socket:
    """Ask, read the status line, then take nothing more."""
    connection = socket.socket()
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(30)
    connection.connect(("127.0.0.1", client.port))
    connection.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    return connection


def test_slow_readers_of_large_answers_take_only_their_places(narrow: Client) -> None:
    with ExitStack() as stack:
        path = "/sparql?query=" + quote(LARGE)
        taken = []
        for _ in range(4):
            connection = stack.enter_context(start(narrow, path))
            taken.append(connection.recv(12)[-3:])
        assert taken == [b"200", b"200", b"503", b"503"]
        for _ in range(5):
            assert narrow.get("/health").status == 200
            assert narrow.get("/page/freedonia", "text/html").status == 200
            assert narrow.query("ASK {}").json["boolean"] is True


def test_readers_that_leave_free_their_places(narrow: Client) -> None:
    path = "/sparql?query=" + quote(LARGE)
    for number in range(6):
        with start(narrow, f"{path}%23{number}") as connection:
            assert connection.recv(12)[-3:] in (b"200", b"503")
    until = time.monotonic() + PATIENCE_S
    while (reply := narrow.query(LARGE, "text/csv")).status == 503:
        assert time.monotonic() < until
    assert reply.status == 200
    assert reply.text.count("\r\n") == 20_001


def test_a_reader_that_takes_nothing_loses_its_place(tiny_out: Path, tmp_path: Path) -> None:
    flags = (*FLAGS, "--stall-s", "1")
    with serving(tiny_out, tmp_path / "log", *flags) as client, ExitStack() as stack:
        path = "/sparql?query=" + quote(LARGE)
        for _ in range(2):
            stack.enter_context(start(client, path))
        until = time.monotonic() + PATIENCE_S
        while client.query(LARGE.replace("20000", "20001"), "text/csv").status == 503:
            assert time.monotonic() < until
            time.sleep(0.1)
