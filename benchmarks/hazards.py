"""Prints how each hazard ends, and how many requests are lost over many snapshot switches.

Run as ``python -m benchmarks.hazards``; some minutes. The server is the real one, with two query
processes, over the small snapshot that the tests use.
"""

from __future__ import annotations

import argparse
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.support.hazards import DEEP, LARGE, LONG, RUNAWAYS, End, attempt, calls
from tests.support.serving import Client, serving
from tests.support.tiny import publish
from tests.support.watching import watching

ROW = "{:34} {:>34} {:>7} {:>7} {:>6} {:>10} {:>6}"
HEAD = ("hazard", "ended as", "s", "late s", "MB", "health ms", "calls")
MORE = "GRAPH <graph/curated> {{ id:osterlich-{} a ent:State . }}"
COUNT = "SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ ?s ?p ?o }} }} # {}"


def main() -> None:
    """Print both."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deadline-s", type=float, default=3.0)
    parser.add_argument("--memory-mb", type=int, default=1024)
    parser.add_argument("--switches", type=int, default=50)
    options = parser.parse_args()
    with TemporaryDirectory() as folder, ExitStack() as stack:
        out = Path(folder) / "out"
        publish(out)
        flags = ["--workers", "1", "--deadline-s", str(options.deadline_s)]
        flags += ["--memory-mb", str(options.memory_mb), "--output-mb", "64"]
        client = stack.enter_context(serving(out, Path(folder) / "log", *flags))
        print(f"deadline {options.deadline_s:g} s, memory {options.memory_mb} MiB a query process")
        print(ROW.format(*HEAD))
        for name, act in attempts(client):
            print(measured(client, name, act, options.deadline_s), flush=True)
        print(switched(client, out, options.switches))


def attempts(client: Client) -> Iterator[tuple[str, Callable[[], list[End]]]]:
    """Give each hazard and what does it."""
    queries = RUNAWAYS | LARGE | DEEP | LONG
    queries |= {f"SERVICE {name}": query for name, query in calls("http://127.0.0.1:9/").items()}
    for name, query in queries.items():
        yield name, lambda query=query: [attempt(client, query)]  # type: ignore[misc]

    def together() -> list[End]:
        slow = RUNAWAYS["count of a product"]
        with ThreadPoolExecutor(100) as pool:
            each = (slow.replace("?n)", f"?n{number})") for number in range(100))
            return list(pool.map(lambda query: attempt(client, query), each))

    yield "100 slow queries together", together


def measured(client: Client, name: str, act: Callable[[], list[End]], deadline_s: float) -> str:
    """Do it while the server is watched; give the line."""
    with watching(client, client.process) as seen:
        ends = act()
    said = Counter(_told(end) for end in ends)
    longest = max(end.seconds for end in ends)
    told = ", ".join(f"{number}×{what}" if number > 1 else what for what, number in said.items())
    numbers = (f"{longest:.2f}", f"{max(0.0, longest - deadline_s):.2f}", f"{seen.peak_mb:.0f}")
    return ROW.format(name[:34], told, *numbers, f"{1000 * max(seen.waits):.0f}", len(seen.calls))


def _told(end: End) -> str:
    """Give status and code, and that the body was cut where it did not come whole."""
    return f"{end.status} {end.code or 'whole' if end.is_whole else 'cut off'}"


def switched(client: Client, out: Path, times: int) -> str:
    """Publish so many snapshots under load; tell how many requests were lost."""
    stop, statuses = threading.Event(), Counter[int]()
    threads = [threading.Thread(target=load, args=(client, stop, statuses)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(times):
        new = publish(out, MORE.format(number)).id
        while client.get("/health").json["snapshot"] != new:
            time.sleep(0.01)
        time.sleep(0.2)
    stop.set()
    for thread in threads:
        thread.join()
    lost = sum(number for status, number in statuses.items() if status != 200)
    return f"{times} snapshot switches under load: {statuses.total()} requests, {lost} lost"


def load(client: Client, stop: threading.Event, statuses: Counter[int]) -> None:
    """Ask for a query, a document and a page, again and again."""
    number = 0
    while not stop.is_set():
        number += 1
        for path in ("/data/freedonia.ttl", "/page/freedonia", "/sparql"):
            statuses[client.get(path, "*/*").status] += 1
        statuses[client.query(COUNT.format(number)).status] += 1


if __name__ == "__main__":
    main()
