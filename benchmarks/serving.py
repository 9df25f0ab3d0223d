"""How long a server takes over a built snapshot: queries of the gallery, pages, reconciliation."""

from __future__ import annotations

import json
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from ontology.dataset import SEARCH
from ontology.files import gallery

ROOT = Path(__file__).resolve().parent.parent
SERVE = "from server.cli import main; main()"
SLOW_MS, PAGES = 100, 40


def served(out: Path) -> Iterator[str]:
    """Serve a dataset and say how long each kind of request takes."""
    with _server(out) as base:
        yield from _gallery(base)
        rows = _things(out)
        yield _told("pages of things", [_took(f"{base}page/{slug}") for slug, _ in rows])
        yield _told("things in Turtle", [_took(f"{base}data/{slug}.ttl") for slug, _ in rows])
        names = [_took(*_reconcile(base, label)) for _, label in rows if len(label) > 3]
        yield _told("reconciliation of a misspelt name", names)


def _gallery(base: str) -> Iterator[str]:
    spent, late = [], []
    for question in gallery(base):
        address = f"{base}sparql?{urlencode({'query': question.text})}"
        took, status = _took(address)
        spent.append((took, status))
        if took > SLOW_MS or status != 200:
            late.append(f"{question.name} {took:,.0f} ms ({status})")
    yield _told("queries of the gallery, first time", spent)
    if late:
        yield f"over {SLOW_MS} ms: {', '.join(late)}"


def _told(what: str, spent: list[tuple[float, int]]) -> str:
    times = sorted(took for took, _ in spent)
    failed = sum(status != 200 for _, status in spent)
    return (
        f"{what}: {len(times)}, median {median(times):.1f} ms, longest {times[-1]:.0f} ms, "
        f"{failed} failed"
    )


def _took(address: str, data: bytes | None = None) -> tuple[float, int]:
    """Give milliseconds and status of a request; the body is read whole."""
    accept = {"Accept": "text/csv, text/html, */*;q=0.5"}
    request = Request(address, data=data, headers=accept)  # noqa: S310 - http, see _server
    start = time.perf_counter()
    try:
        with urlopen(request, timeout=60) as answer:  # noqa: S310 - as above
            answer.read()
            status: int = answer.status
    except HTTPError as error:
        status = error.code
    return 1000 * (time.perf_counter() - start), status


def _things(out: Path) -> list[tuple[str, str]]:
    """Give slug and label of things spread from the most linked to the least."""
    with closing(sqlite3.connect(out / "current" / SEARCH)) as names:
        (count,) = names.execute("SELECT count(*) FROM thing").fetchone()
        step = max(count // PAGES, 1)
        query = "SELECT slug, label FROM thing WHERE id % ? = 1 ORDER BY id LIMIT ?"
        return [(quote(slug), label) for slug, label in names.execute(query, (step, PAGES))]


def _reconcile(base: str, label: str) -> tuple[str, bytes]:
    queries = {"q0": {"query": label[:2] + label[3:]}}
    return f"{base}reconcile", urlencode({"queries": json.dumps(queries)}).encode()


@contextmanager
def _server(out: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-c", SERVE, "--snapshots", str(out), "--port", str(port)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, stdout=quiet, stderr=quiet) as server:
        try:
            _wait_for(port)
            yield f"http://127.0.0.1:{port}/"
        finally:
            server.terminate()


def _wait_for(port: int) -> None:
    for _ in range(300):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                time.sleep(1)
                return
        time.sleep(0.1)
    raise TimeoutError(f"no server came up on port {port}")
