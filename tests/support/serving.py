"""The real server on a real port, and a client that follows nothing and hides nothing."""

from __future__ import annotations

import http.client
import json
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

COMMAND = Path(sys.executable).with_name("entente-serve")
START_S, STOP_S, ANSWER_S = 30.0, 15.0, 60.0
Headers = Mapping[str, str]
FORM, DIRECT = "application/x-www-form-urlencoded", "application/sparql-query"


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole answer; header names are lower-case, repeated ones joined by ``, ``."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def type(self) -> str:
        return self.headers.get("content-type", "").partition(";")[0]

    @property
    def text(self) -> str:
        return self.body.decode()

    @property
    def json(self) -> Any:
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Client:
    """Talks to a server on loopback; one connection for each request.

    Attributes:
        port: Where it listens.
        process: Its number, where this house started it.
    """

    port: int
    process: int = 0

    def send(
        self, method: str, path: str, body: bytes | None = None, headers: Headers | None = None
    ) -> Reply:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=ANSWER_S)
        try:
            connection.request(method, path, body, dict(headers or {}))
            answer = connection.getresponse()
            return Reply(answer.status, _joined(answer.getheaders()), answer.read())
        finally:
            connection.close()

    def get(self, path: str, accept: str = "", headers: Headers | None = None) -> Reply:
        return self.send("GET", path, None, _accepting(accept) | dict(headers or {}))

    def query(self, text: str, accept: str = "", **parameters: str) -> Reply:
        return self.get("/sparql?" + urlencode({"query": text, **parameters}), accept)

    def post(self, body: str, kind: str = DIRECT, accept: str = "") -> Reply:
        headers = {"Content-Type": kind} | _accepting(accept)
        return self.send("POST", "/sparql", body.encode(), headers)


def _accepting(accept: str) -> dict[str, str]:
    return {"Accept": accept} if accept else {}


def _joined(pairs: list[tuple[str, str]]) -> dict[str, str]:
    joined: dict[str, str] = {}
    for name, value in pairs:
        key = name.lower()
        joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return joined


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(out: Path, log: Path, *flags: str) -> Iterator[Client]:
    """Run entente-serve over ``out`` until the block ends; its words go to ``log``."""
    port = free_port()
    command = [str(COMMAND), "--snapshots", str(out), "--port", str(port), *flags]
    with log.open("wb") as words:
        process = subprocess.Popen(command, stdout=words, stderr=words)
        client = Client(port, process.pid)
        try:
            _wait(client, process, log)
            yield client
        finally:
            process.terminate()
            process.wait(STOP_S)


def _wait(client: Client, process: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if client.get("/health").status == 200:
                return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server did not start: {log.read_text()}")
