"""The peers: how each loads, and how it is started."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import loading
from .data import Data


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
    loading.virtuoso_settings(folder, port, loading.free_port())
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
