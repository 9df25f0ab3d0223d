"""Ours beside other servers: loads, starts and asks each in turn, and writes a page about it.

What the machine lacks is left out, and the page says so. Debian: virtuoso-opensource-7, wrk; PyPI:
oxigraph, and rdflib-endpoint, which may be in a folder of ``PATH``.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from ontology.iris import Base
from tests.support.questions import load_questions

from .data import Data, multiplied, seeds, subjects
from .findings import Found
from .loading import disk_mb
from .measuring import measure
from .plot import plot
from .report import report
from .running import running
from .servers import Peer, peers
from .templates import queries
from .throughput import rates

HERE = Path(__file__).resolve().parent.parent


def main() -> None:
    """Measure each dataset with each peer; page and picture are written anew after each."""
    options = _options()
    began = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="entente-peers-"))
    try:
        small = seeds(folder)
        datasets = [small, multiplied(small, options.quads)] if options.quads else [small]
        _say(f"data: {', '.join(f'{one.name} {one.quads:,} quads' for one in datasets)}")
        found: dict[Data, list[Found]] = {}
        for data in datasets:
            for peer in _chosen(options):
                found.setdefault(data, []).append(_measured(peer, data, options))
                _write(found, options, time.monotonic() - began)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    _say(f"written to {options.out / 'PEERS.md'}")


def _write(found: dict[Data, list[Found]], options: argparse.Namespace, took_s: float) -> None:
    base = next(iter(found)).base
    gold = {one.id[2:].zfill(2): one.rows for one in load_questions(Base(base))}
    command = " ".join(["python -m benchmarks.peers", *sys.argv[1:]])
    options.out.mkdir(parents=True, exist_ok=True)
    text = report(found, _versions(options), gold, took_s, command)
    (options.out / "PEERS.md").write_text(text, encoding="utf-8")
    (options.out / "peers.svg").write_text(plot(found), encoding="utf-8")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--quads", type=int, default=1_000_000, help="of the larger set; 0 for none"
    )
    parser.add_argument("--peers", nargs="+", help="names, ours first; by habit all there are")
    parser.add_argument("--limit-s", type=float, default=3, help="longest time of an answer")
    parser.add_argument("--budget-s", type=float, default=45, help="longest time of all answers")
    parser.add_argument("--seconds", type=float, default=1, help="length of each throughput")
    parser.add_argument("--rdflib-most", type=int, default=100_000, help="quads it must load")
    parser.add_argument("--out", type=Path, default=HERE, help="folder of page and picture")
    return parser.parse_args()


def _chosen(options: argparse.Namespace) -> Sequence[Peer]:
    every = peers(options.rdflib_most)
    return [one for one in every if not options.peers or one.name in options.peers]


def _versions(options: argparse.Namespace) -> dict[str, str | None]:
    return {one.name: one.version() for one in _chosen(options)}


def _measured(peer: Peer, data: Data, options: argparse.Namespace) -> Found:
    place = data.file.parent / peer.name
    place.mkdir()
    try:
        return _one(peer, data, place, options)
    except (RuntimeError, subprocess.CalledProcessError) as error:
        return Found(peer.name, skipped=f"failed: {error}")
    finally:
        shutil.rmtree(place)


def _one(peer: Peer, data: Data, place: Path, options: argparse.Namespace) -> Found:
    if peer.version() is None:
        return Found(peer.name, skipped="not installed on this machine")
    if data.quads > peer.most:
        return Found(peer.name, skipped=f"reads all at each start; not tried beyond {peer.most:,}")
    began = time.monotonic()
    peer.load(data, place)
    loaded = time.monotonic() - began
    disk = disk_mb(place)
    things = subjects(data, 5000)
    with running(peer, data, place) as server:
        _say(f"{data.name}, {peer.name}: loaded in {loaded:.1f} s, {disk:.0f} MB")
        answers = measure(server, queries(data.base), options.limit_s, options.budget_s)
        quick = rates(server, things, place, options.seconds)
        start, again = server.started_s, server.restarts
        result = Found(peer.name, loaded, start, disk, answers, quick, restarts=again)
    _say(f"  {len(result.failures())} failed, {', '.join(f'{one.rate:.0f}/s' for one in quick)}")
    return result


def _say(words: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {words}", flush=True)


if __name__ == "__main__":
    main()
