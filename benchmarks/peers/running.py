"""A server that runs, and what its requests look like."""

from __future__ import annotations

import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from server.store.hiding import fit_dataset

from .data import Data
from .loading import free_port
from .servers import Peer

RESULTS = "application/sparql-results+json"
PROBE = "SELECT * { <urn:x:a> <urn:x:b> ?c }"
START_S, ALIVE_S, STOP_S = 300.0, 3.0, 30.0


class Running:
    """A server over what was loaded into a folder.

    Attributes:
        peer: Its kind.
        port: Where it listens, on loopback.
        started_s: Seconds until it first answered.
        restarts: How often it had to be started anew, as it answered nothing after a late query.
    """

    def __init__(self, peer: Peer, data: Data, folder: Path) -> None:
        self.peer, self.port, self.restarts = peer, free_port(), 0
        self._base, self._folder = data.base, folder
        self._command = peer.command(data, folder, self.port)
        began = time.monotonic()
        self._start()
        self.started_s = time.monotonic() - began

    def parameters(self, query: str) -> list[tuple[str, str]]:
        """Give the parameters of a request; what an engine lacks is bridged, as in our relay."""
        if self.peer.has_nameless:
            return [("query", query)]
        text, graphs = fit_dataset(query, self._base, f"{self._base}graph/default")
        return [("query", text), *graphs]

    def ask(self, query: str, limit_s: float) -> bytes:
        """Give the whole answer.

        Raises:
            OSError: Where there is none; a refusal says its status.
        """
        data = urlencode(self.parameters(query)).encode()
        address = f"http://127.0.0.1:{self.port}{self.peer.path}"
        request = Request(address, data, {"Accept": RESULTS})
        try:
            with urlopen(request, timeout=limit_s) as answer:  # noqa: S310 (loopback)
                body: bytes = answer.read()
        except HTTPError as error:
            words = error.read(2000).decode(errors="replace")
            raise OSError(f"{error.code} {' '.join(words.split())[:160]}") from error
        return body

    def revive(self) -> None:
        """Start it anew where it answers nothing after a late query."""
        try:
            self.ask(PROBE, ALIVE_S)
        except OSError:
            self._process.kill()
            self._process.wait()
            self.restarts += 1
            self._start()

    def stop(self) -> None:
        """End it; by force where it does not end by itself."""
        self._process.terminate()
        try:
            self._process.wait(STOP_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> None:
        with (self._folder / "words.txt").open("ab") as words:
            self._process = subprocess.Popen(
                self._command, cwd=self._folder, stdout=words, stderr=words
            )
        until = time.monotonic() + START_S
        while time.monotonic() < until and self._process.poll() is None:
            try:
                self.ask(PROBE, 30)
            except OSError:
                time.sleep(0.1)
            else:
                return
        self.stop()
        raise RuntimeError(f"{self.peer.name} did not start")


@contextmanager
def running(peer: Peer, data: Data, folder: Path) -> Iterator[Running]:
    """Run a server until the block ends."""
    server = Running(peer, data, folder)
    try:
        yield server
    finally:
        server.stop()
