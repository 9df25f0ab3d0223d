"""The peers: how each loads, is started, and what its requests look like."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from server.store.hiding import fit_dataset

from . import loading
from .data import Data

RESULTS = "application/sparql-results+json"
START_S = 300.0


@dataclass(frozen=True, slots=True)
class Peer:
    """A kind of server.

    Attributes:
        name: What it is called.
        path: Where under its root it takes queries.
        version: What it says of its version; None where the machine lacks it.
        load: Loads data into a folder, before it is started.
        command: How it is started, of folder, data and port.
        has_nameless: Whether it has a graph without a name.
        most: Quads beyond which it is not tried.
    """

    name: str
    path: str
    version: Callable[[], str | None]
    load: Callable[[Data, Path], None]
    command: Callable[[Data, Path, int], list[str]]
    has_nameless: bool = True
    most: int = 10**9


@dataclass(frozen=True, slots=True)
class Running:
    """A server that runs."""

    peer: Peer
    base: str
    port: int
    process: int
    started_s: float

    def parameters(self, query: str) -> list[tuple[str, str]]:
        """Give the parameters of a request; what an engine lacks is bridged, as in our relay."""
        if self.peer.has_nameless:
            return [("query", query)]
        text, graphs = fit_dataset(query, self.base, f"{self.base}graph/default")
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


def _python(name: str) -> str:
    own = Path(sys.executable).with_name(name)
    return str(own) if own.is_file() else shutil.which(name) or ""


def _said(command: str, *arguments: str) -> str | None:
    if not command:
        return None
    done = subprocess.run([command, *arguments], capture_output=True, text=True, check=False)
    return (done.stdout + done.stderr).strip()


def _first(command: str, *arguments: str) -> str | None:
    said = _said(command, *arguments)
    return said.splitlines()[0].strip() if said else None


def _ours(data: Data, folder: Path, port: int) -> list[str]:
    settings = f"--port {port} --deadline-s 30 --output-mb 1024 --query-queue 64"
    return [_python("entente-serve"), "--snapshots", str(folder), *settings.split()]


def _oxigraph(data: Data, folder: Path, port: int) -> list[str]:
    store, place = str(folder / "store"), f"127.0.0.1:{port}"
    return [_python("oxigraph"), "serve-read-only", "--location", store, "--bind", place]


def _virtuoso(data: Data, folder: Path, port: int) -> list[str]:
    loading.virtuoso_settings(folder, port, free_port())
    return ["virtuoso-t", "+foreground", "+configfile", str(folder / "virtuoso.ini")]


def _rdflib(data: Data, folder: Path, port: int) -> list[str]:
    command = _python("rdflib-endpoint")
    return [command, "serve", "--host", "127.0.0.1", "--port", str(port), str(data.file)]


def peers(rdflib_most: int) -> tuple[Peer, ...]:
    """Give the peers, ours first.

    Args:
        rdflib_most: Quads beyond which rdflib-endpoint, which reads all at start, is left out.
    """
    return (
        Peer("entente", "/sparql", lambda: "this checkout", loading.entente, _ours),
        Peer("oxigraph", "/query", lambda: _first(_python("oxigraph"), "--version"),
             loading.oxigraph, _oxigraph),
        Peer("virtuoso", "/sparql", virtuoso_version, loading.virtuoso, _virtuoso,
             has_nameless=False),
        Peer("rdflib-endpoint", "/", rdflib_version, loading.nothing, _rdflib, most=rdflib_most),
    )  # fmt: skip


def virtuoso_version() -> str | None:
    """Give the version line; None where the package is missing."""
    said = _said(shutil.which("virtuoso-t") or "", "-?")
    lines = [line for line in (said or "").splitlines() if "ersion" in line]
    return lines[0].strip() if lines else None


def rdflib_version() -> str | None:
    """Give the version of the package that holds the command; None where it is missing."""
    command = _python("rdflib-endpoint")
    ask = "import importlib.metadata as m; print('rdflib-endpoint', m.version('rdflib-endpoint'))"
    return _first(str(Path(command).resolve().with_name("python")), "-c", ask) if command else None


@contextmanager
def running(peer: Peer, data: Data, folder: Path) -> Iterator[Running]:
    """Run a server over what was loaded, until the block ends."""
    port = free_port()
    command = peer.command(data, folder, port)
    began = time.monotonic()
    with (folder / "words.txt").open("wb") as words:
        process = subprocess.Popen(command, cwd=folder, stdout=words, stderr=words, env=os.environ)
        try:
            found = Running(peer, data.base, port, process.pid, 0.0)
            _wait(found, process)
            started = time.monotonic() - began
            yield Running(peer, data.base, port, process.pid, started)
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait(found: Running, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        try:
            found.ask("SELECT * { <urn:x:a> <urn:x:b> ?c }", 30)
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"{found.peer.name} did not start")


def free_port() -> int:
    """Give a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
