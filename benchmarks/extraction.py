"""How fast articles become claims: rate, memory, sameness of output, side by side in one run.

Usage: python benchmarks/extraction.py [--articles N] [--large]
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
TARGET = 40
"""Articles a second on one core that the loader is meant to read."""


@dataclass(frozen=True, slots=True)
class Run:
    """A measurement to take, with what it is compared for."""

    label: str
    articles: int
    processes: int = 1
    names: int = 0
    hash_seed: int = 0


def main() -> None:
    """Take all measurements and print them as one table with its ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="articles of a run")
    parser.add_argument("--large", action="store_true", help="also ten times as many")
    options = parser.parse_args()
    results = []
    print(f"{'run':34}{'articles/s':>11}{'per core':>10}{'MB':>7}{'load s':>8}  output")
    for run in _runs(options.articles, large=options.large):
        result = _measured(run)
        results.append((run, result))
        print(
            f"{run.label:34}{result['rate']:11.1f}{result['core_rate']:10.1f}"
            f"{result['megabytes']:7.0f}{result['loading']:8.2f}  {result['output']}",
            flush=True,
        )
    print("\n".join(_ratios(results)))


def _runs(count: int, *, large: bool) -> Iterable[Run]:
    part = max(count // 5, 1)
    yield Run(f"{part} articles, 1 process", part)
    yield Run(f"{part} articles, 5,000 more names", part, names=5_000)
    yield Run(f"{part} articles, 50,000 more names", part, names=50_000)
    yield Run(f"{count} articles, 1 process", count)
    yield Run(f"{count} articles, 2 processes", count, processes=2)
    yield Run(f"{count} articles, 2, other hash seed", count, processes=2, hash_seed=1)
    if large:
        yield Run(f"{10 * count} articles, 1 process", 10 * count)
        yield Run(f"{10 * count} articles, 2 processes", 10 * count, processes=2)


def _measured(run: Run) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.measure", "--articles", str(run.articles)]
    command += ["--processes", str(run.processes), "--names", str(run.names)]
    environment = {**os.environ, "PYTHONHASHSEED": str(run.hash_seed)}
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE)
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _ratios(results: list[tuple[Run, dict[str, Any]]]) -> Iterable[str]:
    few, some, many, one, two = (result for _, result in results[:5])
    yield ""
    yield f"per core against the target of {TARGET}: {one['core_rate'] / TARGET:.2f}"
    yield f"two processes against one: {two['rate'] / one['rate']:.2f}"
    yield f"memory of the most articles against the fewest: {_growth(results):.2f}"
    yield f"rate with 5,000 more names: {some['core_rate'] / few['core_rate']:.2f}"
    yield f"rate with 50,000 more names: {many['core_rate'] / few['core_rate']:.2f}"
    yield f"claims an article: {one['claims']:.1f}"
    yield f"same output for any workers and hash seed: {'yes' if _same(results) else 'NO'}"


def _growth(results: list[tuple[Run, dict[str, Any]]]) -> float:
    """Compare the memory of the longest and the shortest run in one process."""
    alone = [(run.articles, r["megabytes"]) for run, r in results if run.processes == 1]
    plain = sorted(alone[:1] + alone[3:])
    return float(plain[-1][1]) / float(plain[0][1])


def _same(results: list[tuple[Run, dict[str, Any]]]) -> bool:
    outputs: dict[tuple[int, int], set[str]] = {}
    for run, result in results:
        outputs.setdefault((run.articles, run.names), set()).add(result["output"])
    return all(len(found) == 1 for found in outputs.values())


if __name__ == "__main__":
    main()
