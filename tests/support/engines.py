"""Real SPARQL engines on loopback, each in the state in which its package comes."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from ontology.endpoint import Credentials, Endpoint, EndpointError
from tests.support.serving import free_port

OXIGRAPH = Path(sys.executable).with_name("oxigraph")
VIRTUOSO = "virtuoso-t"
VIRTUOSO_INI = Path("/etc/virtuoso-opensource-7/virtuoso.ini")
START_S, STOP_S = 120.0, 20.0
KINDS = ("oxigraph", "virtuoso")


@dataclass(frozen=True, slots=True)
class Engine:
    """An engine that runs.

    Attributes:
        query: Where it takes queries.
        update: Where it takes updates.
        user: Who may update; empty where anybody may.
        password: The user's.
    """

    query: str
    update: str
    user: str = ""
    password: str = ""

    def endpoint(self) -> Endpoint:
        return Endpoint(self.query, self.update, Credentials(self.user, self.password), 60.0)


def lacking(kind: str) -> str:
    """Say what this machine lacks for an engine; empty where it has all."""
    if kind == "oxigraph":
        return "" if OXIGRAPH.is_file() else "the oxigraph command: pip install '.[dev]'"
    has_it = shutil.which(VIRTUOSO) and VIRTUOSO_INI.is_file()
    return "" if has_it else "Virtuoso 7: apt-get install virtuoso-opensource-7"


def need(kind: str) -> None:
    """Leave the test out where this machine lacks an engine; a failure where all must run."""
    if missing := lacking(kind):
        pytest.skip(f"not here: {missing}")


@contextmanager
def engine(kind: str, folder: Path) -> Iterator[Engine]:
    """Run an engine over an empty folder until the block ends."""
    run = {"oxigraph": _oxigraph, "virtuoso": _virtuoso}[kind]
    command, found = run(folder)
    with (folder / "words.txt").open("wb") as words:
        process = subprocess.Popen(command, cwd=folder, stdout=words, stderr=words)
        try:
            _wait(found, process, folder)
            yield found
        finally:
            process.terminate()
            try:
                process.wait(STOP_S)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _oxigraph(folder: Path) -> tuple[list[str], Engine]:
    root = f"127.0.0.1:{free_port()}"
    command = [str(OXIGRAPH), "serve", "--location", str(folder / "store"), "--bind", root]
    return command, Engine(f"http://{root}/query", f"http://{root}/update")


def _virtuoso(folder: Path) -> tuple[list[str], Engine]:
    """Take the package's own settings but for folders and ports; a new database has dba as dba."""
    sql, http = free_port(), free_port()
    text = VIRTUOSO_INI.read_text()
    text = text.replace("/var/lib/virtuoso-opensource-7/db/", f"{folder}/")
    text = text.replace("/var/lib/virtuoso-opensource-7/vsp", f"{folder}/vsp")
    text = text.replace("= 1111", f"= 127.0.0.1:{sql}").replace("= 8890", f"= 127.0.0.1:{http}")
    (folder / "vsp").mkdir()
    (folder / "virtuoso.ini").write_text(text)
    command = [VIRTUOSO, "+foreground", "+configfile", str(folder / "virtuoso.ini")]
    root = f"http://127.0.0.1:{http}"
    return command, Engine(f"{root}/sparql", f"{root}/sparql-auth", "dba", "dba")


def _wait(found: Engine, process: subprocess.Popen[bytes], folder: Path) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        try:
            found.endpoint().select("ASK {}")
        except EndpointError:
            time.sleep(0.2)
        else:
            return
    raise RuntimeError(f"the engine did not start: {(folder / 'words.txt').read_text()[-2000:]}")


def credentials(found: Engine) -> dict[str, str]:
    """Give the environment of a command that may update."""
    own = {"ENTENTE_STORE_USER": found.user, "ENTENTE_STORE_PASSWORD": found.password}
    return {**os.environ, **(own if found.user else {})}
