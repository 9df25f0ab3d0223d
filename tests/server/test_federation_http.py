"""SERVICE through the real server, to a real endpoint on loopback."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.support.serving import Client, serving

ROWS = (
    b'{"head":{"vars":["x"]},"results":{"bindings":[{"x":{"type":"literal","value":"far away"}}]}}'
)


class Endpoint(BaseHTTPRequestHandler):
    """Answers any query with one row; sends on from ``/listed/moved``; fails at ``/listed/ill``."""

    asked: list[str]

    def do_POST(self) -> None:
        self.asked.append(self.path)
        self.rfile.read(int(self.headers["Content-Length"]))
        body = ROWS if self.path in ("/listed/well", "/other") else b""
        self.send_response({"/listed/moved": 302, "/listed/ill": 500}.get(self.path, 200))
        self.send_header("Location", "/other")
        self.send_header("Content-Type", "application/sparql-results+json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def far() -> Iterator[tuple[str, list[str]]]:
    Endpoint.asked = []
    with ThreadingHTTPServer(("127.0.0.1", 0), Endpoint) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/", Endpoint.asked
        server.shutdown()


@pytest.fixture(scope="module")
def federated(
    tiny_out: Path, tmp_path_factory: pytest.TempPathFactory, far: tuple[str, list[str]]
) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("far") / "server.log"
    with serving(tiny_out, log, "--services", f"{far[0]}listed/") as found:
        yield found


def calling(target: str, silent: str = "") -> str:
    return f"SELECT ?x {{ SERVICE {silent} {target} {{ ?s ?p ?x }} }}"


def test_a_listed_endpoint_is_called_and_its_rows_come_back(
    federated: Client, far: tuple[str, list[str]]
) -> None:
    for query in (
        calling(f"<{far[0]}listed/well>"),
        f"BASE <{far[0]}> " + calling("<listed/well>"),
    ):
        reply = federated.query(query, "text/csv")
        assert (reply.status, reply.text) == (200, "x\r\nfar away\r\n")
        assert reply.headers["cache-control"] == "no-store"
    assert far[1] == ["/listed/well"] * 2


def test_what_is_not_listed_is_never_called(federated: Client, far: tuple[str, list[str]]) -> None:
    far[1].clear()
    for target in (f"<{far[0]}other>", f"<{far[0]}listed/../other>", "?x", "<other>"):
        for silent in ("", "SILENT"):
            reply = federated.query(calling(target, silent))
            assert (reply.status, reply.json["code"]) == (403, "service-refused")
            assert federated.get(reply.json["list"]).json == {"allowed": [f"{far[0]}listed/"]}
    assert far[1] == []


def test_a_redirect_is_no_way_out(federated: Client, far: tuple[str, list[str]]) -> None:
    far[1].clear()
    reply = federated.query(calling(f"<{far[0]}listed/moved>"))
    assert (reply.status, reply.json["code"]) == (502, "service-failed")
    silent = federated.query(calling(f"<{far[0]}listed/moved>", "SILENT"), "text/csv")
    assert (silent.status, silent.text) == (200, "x\r\n\r\n")
    assert far[1] == ["/listed/moved"] * 2


def test_an_endpoint_that_fails_is_told_as_such(
    federated: Client, far: tuple[str, list[str]]
) -> None:
    reply = federated.query(calling(f"<{far[0]}listed/ill>"))
    assert (reply.status, reply.json["code"]) == (502, "service-failed")
    assert "500" in reply.json["detail"]


def test_the_service_description_tells_whether_it_federates(
    federated: Client, client: Client
) -> None:
    assert "BasicFederatedQuery" in federated.get("/sparql").text
    assert "BasicFederatedQuery" not in client.get("/sparql").text
    assert client.get("/federation").json == {"allowed": []}
