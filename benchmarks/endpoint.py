"""The endpoint beside ``oxigraph serve-read-only`` on the same store, in one run.

Usage: python benchmarks/endpoint.py [--seconds S] [--rounds N]. Needs ``oxigraph`` (pip) and
``wrk`` (Debian). The rounds take turns, so that what else the machine does meets both.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from pyoxigraph import RdfFormat, Store

from ontology import dataset

THINGS = 100_000
"""Things in the store; each has six triples in the default graph and in one of fifty others."""
BASE = "http://localhost:8000/"
NAMES = "PREFIX e: <https://w3id.org/entente/ontology#> "
RESULTS = "application/sparql-results+json"
HERE = Path(sys.executable).parent
HEAVY = {
    "aggregation": NAMES
    + "SELECT ?t (COUNT(?s) AS ?n) (SUM(?v) AS ?m) { ?s a ?t ; e:value ?v } GROUP BY ?t LIMIT %d",
    "sort of 100k rows": NAMES + "SELECT ?s ?v { ?s e:value ?v } ORDER BY DESC(?v) ?s LIMIT %d",
    "join": NAMES
    + "SELECT (COUNT(*) AS ?n) { ?a e:partOf ?b . ?b e:participatesIn ?c . ?c a ?t } LIMIT %d",
}
MILLION = "SELECT * { { GRAPH ?g { ?s ?p ?o } } UNION { ?s ?p ?o } } LIMIT 1000000"
LUA = """
local number = tonumber(os.getenv("START"))
function request()
  if os.getenv("FIRST") == "1" then number = (number + 1) % 100000 end
  local query = "SELECT%20%3Fp%20%3Fo%20%7B%20%3Chttp://localhost:8000/id/e" .. number
  local path = os.getenv("PLACE") .. "?query=" .. query .. "%3E%20%3Fp%20%3Fo%20%7D"
  return wrk.format("GET", path, {["Accept"] = "application/sparql-results+json"})
end
"""


@dataclass(frozen=True, slots=True)
class Peer:
    """A server under measurement."""

    name: str
    address: str
    process: subprocess.Popen[bytes]


def main() -> None:
    """Measure both and print each figure with its ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=3, help="length of one measurement")
    parser.add_argument("--rounds", type=int, default=3, help="turns that each server has")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, servers(Path(folder)) as peers:
        (Path(folder) / "load.lua").write_text(LUA)
        for first, what in ((False, "repeated"), (True, "first-time")):
            rates = loads(Path(folder), peers, options.rounds, options.seconds, first=first)
            tell(f"{what} small queries, requests/s", rates, rates[0] / rates[1])
        for name, query in HEAVY.items():
            times = timed(peers, query, options.rounds)
            tell(f"{name}, ms", [1000 * one for one in times], times[0] / times[1])
        for peer in peers:
            print(f"{peer.name}: {stream(peer)}")


def tell(what: str, values: list[float], ratio: float) -> None:
    """Print one line: ours, theirs, ratio."""
    ours, theirs = values
    print(f"{what:40}{ours:10.0f}{theirs:10.0f}   ratio {ratio:.2f}", flush=True)


@contextmanager
def servers(folder: Path) -> Iterator[tuple[Peer, Peer]]:
    """Run both over one store."""
    store = publish(folder)
    ours = [
        str(HERE / "entente-serve"),
        *f"--snapshots {folder} --port 8771 --output-mb 1024 --deadline-s 30".split(),
    ]
    theirs = [str(HERE / "oxigraph"), *f"serve-read-only -l {store} -b 127.0.0.1:8772".split()]
    peers = [
        Peer("entente", "http://127.0.0.1:8771/sparql", start(ours)),
        Peer("oxigraph", "http://127.0.0.1:8772/query", start(theirs)),
    ]
    try:
        for peer in peers:
            wait(peer)
        yield peers[0], peers[1]
    finally:
        for peer in peers:
            peer.process.terminate()
            peer.process.wait()


def start(command: Sequence[str]) -> subprocess.Popen[bytes]:
    """Start a server whose words go nowhere."""
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait(peer: Peer) -> None:
    """Wait until a server answers."""
    for _ in range(100):
        try:
            ask(peer, "ASK {}")
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise SystemExit(f"{peer.name} did not start")


def publish(folder: Path) -> Path:
    """Write a snapshot of 1.2 million quads; give its store."""
    place = folder / "snapshots" / "00000000000000aa"
    place.mkdir(parents=True)
    store = Store(place / dataset.STORE)
    store.bulk_load(input="".join(lines()).encode(), format=RdfFormat.N_QUADS)
    store.optimize()
    store.flush()
    manifest = dataset.Manifest(place.name, BASE, "2026-01-02T03:04:05Z", {}, {"entente": "0"})
    manifest.write(place)
    (folder / "current").symlink_to(place)
    return place / dataset.STORE


def lines() -> Iterator[str]:
    """Give the quads of the made-up things."""
    thing, names = f"<{BASE}id/e%d>", "<https://w3id.org/entente/ontology#%s>"
    for number in range(THINGS):
        values = {
            "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>": names % f"K{number % 17}",
            "<http://www.w3.org/2000/01/rdf-schema#label>": f'"Made-up thing {number}"@en',
            names % "value": f'"{number * 7919 % 999_983}"'
            "^^<http://www.w3.org/2001/XMLSchema#integer>",
            names % "partOf": thing % (number * 31 % THINGS),
            names % "participatesIn": thing % (number * 101 % THINGS),
            names % "year": f'"{2000 + number % 25}"',
        }
        for predicate, value in values.items():
            triple = f"{thing % number} {predicate} {value}"
            yield f"{triple} .\n{triple} <{BASE}graph/g{number % 50}> .\n"


def loads(
    folder: Path, peers: tuple[Peer, Peer], rounds: int, seconds: int, *, first: bool
) -> list[float]:
    """Give the median rate of each server, with 8 connections."""
    rates: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for number in range(rounds):
        for peer in peers:
            rates[peer.name].append(load(folder, peer, seconds, 30_000 * number, first=first))
    return [statistics.median(rates[peer.name]) for peer in peers]


def load(folder: Path, peer: Peer, seconds: int, begin: int, *, first: bool) -> float:
    """Give the rate of one measurement."""
    host, _, path = peer.address.removeprefix("http://").partition("/")
    settings = {"FIRST": str(int(first)), "START": str(begin), "PLACE": f"/{path}"}
    wrk = shutil.which("wrk") or "wrk"
    script = str(folder / "load.lua")
    command = [wrk, "-t1", "-c8", f"-d{seconds}", "-s", script, f"http://{host}"]
    environment = os.environ | settings
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    if "Non-2xx" in done.stdout:
        raise SystemExit(f"{peer.name} failed: {done.stdout}")
    found = re.search(r"Requests/sec:\s+(\S+)", done.stdout)
    return float(found[1]) if found else 0.0


def timed(peers: tuple[Peer, Peer], query: str, rounds: int) -> list[float]:
    """Give the median time of a query that was not asked before, for each server."""
    times: dict[str, list[float]] = {peer.name: [] for peer in peers}
    for number in range(rounds):
        for peer in peers:
            began = time.perf_counter()
            ask(peer, query % (100 + number))
            times[peer.name].append(time.perf_counter() - began)
    return [statistics.median(times[peer.name]) for peer in peers]


def request(peer: Peer, query: str) -> urllib.request.Request:
    """Make the request for a query."""
    address = f"{peer.address}?{urlencode({'query': query})}"
    return urllib.request.Request(address, headers={"Accept": RESULTS})  # noqa: S310 (loopback)


def ask(peer: Peer, query: str) -> bytes:
    """Give the whole answer to a query."""
    with urllib.request.urlopen(request(peer, query)) as answer:  # noqa: S310 (loopback)
        body: bytes = answer.read()
        return body


def stream(peer: Peer) -> str:
    """Read a million rows; say when the first byte came, when the last, and how memory grew."""
    before, began = memory_mb(peer.process.pid), time.perf_counter()
    most, size = before, 0
    with urllib.request.urlopen(request(peer, MILLION)) as answer:  # noqa: S310 (loopback)
        size += len(answer.read(1))
        first = time.perf_counter() - began
        while piece := answer.read(1 << 20):
            size += len(piece)
            most = max(most, memory_mb(peer.process.pid)) if size % 16 < 2 else most
    whole = time.perf_counter() - began
    facts = {"first byte ms": first * 1000, "whole s": whole, "MB": size / 1e6}
    facts |= {"memory MB before": before, "at most": most}
    return json.dumps({name: round(value, 1) for name, value in facts.items()})


def memory_mb(process: int) -> float:
    """Give the memory of a process and of all that it started."""
    status = Path(f"/proc/{process}/status").read_text()
    own = re.search(r"^VmRSS:\s+(\d+)", status, re.MULTILINE)
    started = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return (int(own[1]) / 1024 if own else 0.0) + sum(memory_mb(int(one)) for one in started)


if __name__ == "__main__":
    main()
