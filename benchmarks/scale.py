"""What builds and servers of many articles take: ``python -m benchmarks.scale --articles 1000``.

For each number: a full build by the command itself, one where nothing changed, one where 1 % did;
then a server over the result. Memory is that of all processes together, shared pages counted once
(PSS), looked at five times a second.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from .serving import served
from .synthetic import article

ROOT = Path(__file__).resolve().parent.parent
LOAD = "from loader.cli import main; main()"
COUNT = re.compile(r"(\d[\d,]*) (\w+)")
STEP = re.compile(r"(\w+) ([\d.]+) s[,;]")


@dataclass(frozen=True, slots=True)
class Built:
    """What one build took.

    Attributes:
        seconds: By the clock, start of the program included.
        megabytes: Most memory of all its processes together.
        counts: What the report counts.
        steps: Step → seconds.
    """

    seconds: float
    megabytes: float
    counts: dict[str, int]
    steps: dict[str, float]


def main() -> None:
    """Build and serve each number of articles in turn, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, nargs="+", default=[1000])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--out", type=Path, help="folder that is kept; by habit a temporary one")
    options = parser.parse_args()
    for count in options.articles:
        folder = options.out or Path(tempfile.mkdtemp(prefix="entente-scale-"))
        try:
            _measure(count, options.workers, folder / str(count))
        finally:
            if options.out is None:
                shutil.rmtree(folder)


def _measure(count: int, workers: int, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "articles.jsonl", count, changed=0)
    print(f"{count:,} articles, {workers} workers, load {os.getloadavg()[0]:.1f}", flush=True)
    full = _tell("full build", _build(folder, workers), count)
    _tell("nothing changed", _build(folder, workers), count)
    _write(folder / "articles.jsonl", count, changed=max(count // 100, 1))
    _tell("1 % changed", _build(folder, workers), count)
    current = folder / "out" / "current"
    disk = {part: _size(current / part) for part in ("store", "data.nq.gz", "names.sqlite")}
    disk["cache"] = _size(folder / "out" / "cache")
    print("  disk: " + ", ".join(f"{name} {mb:,.0f} MB" for name, mb in disk.items()))
    print(f"  {full.counts['quads'] / count:,.0f} quads an article", flush=True)
    for line in served(folder / "out"):
        print(f"  {line}", flush=True)


def _write(path: Path, count: int, changed: int) -> None:
    """Write articles of 60 to 690 words as JSON Lines; the first ``changed`` of another seed."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            made = article(number, seed=1 if number < changed else 0, words=_words(number))
            title, _, text = made.text.partition("\n\n")
            row = {"title": title, "text": text, "published": made.published}
            row["url"] = f"https://news.example/{made.slug}"
            file.write(json.dumps(row) + "\n")


def _words(number: int) -> int:
    return 60 + (number * 7919) % 631


def _build(folder: Path, workers: int) -> Built:
    command = [sys.executable, "-c", LOAD, "build", str(folder / "articles.jsonl")]
    command += ["--out", str(folder / "out"), "--workers", str(workers)]
    start = time.perf_counter()
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=quiet, text=True
    ) as run:
        watch = Watch(run.pid)
        output = run.communicate()[0]
        peak = watch.stop()
    if run.returncode not in (0, 1):
        raise SystemExit(f"the build ended with status {run.returncode}: {output}")
    lines = output.splitlines()
    counts = {name: int(number.replace(",", "")) for number, name in COUNT.findall(lines[1])}
    steps = {name: float(seconds) for name, seconds in STEP.findall(lines[2])}
    return Built(time.perf_counter() - start, peak, counts, steps)


def _tell(what: str, built: Built, count: int) -> Built:
    steps = ", ".join(f"{name} {seconds:.1f}" for name, seconds in built.steps.items())
    quads = built.counts["quads"]
    print(
        f"  {what}: {built.seconds:.1f} s, {count / built.seconds:.1f} articles/s, "
        f"{quads:,} quads, {quads / built.seconds:,.0f} quads/s, {built.megabytes:,.0f} MB\n"
        f"    {steps}",
        flush=True,
    )
    return built


def _size(path: Path) -> float:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


class Watch:
    """Looks at the memory of a process and its children until it is stopped."""

    def __init__(self, pid: int) -> None:
        self.peak, self._pid, self._over = 0.0, pid, threading.Event()
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def stop(self) -> float:
        """Give the most memory that was seen, in megabytes."""
        self._over.set()
        self._thread.join()
        return self.peak

    def _look(self) -> None:
        while not self._over.wait(0.2):
            self.peak = max(self.peak, sum(map(_pss, family(self._pid))) / 1000)


def family(pid: int) -> Iterator[int]:
    """Give a process and all that it started, from Linux's ``/proc``."""
    yield pid
    try:
        found = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return
    for child in found:
        yield from family(int(child))


def _pss(pid: int) -> int:
    """Give a process's share of memory in kilobytes; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


if __name__ == "__main__":
    main()
