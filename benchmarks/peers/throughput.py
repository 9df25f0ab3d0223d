"""How many small questions a second a server answers to 1, 8 and 64 clients."""

from __future__ import annotations

import http.client
import os
import re
import shutil
import subprocess
import threading
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

from .running import RESULTS, Running

CLIENTS = (1, 8, 64)
ADDRESSES = 30_000
PATTERNS = {"lookups": "<THING> ?p ?o", "joins": "<THING> ?p ?o . ?o a ?class"}
LUA = """
local paths, number = {}, tonumber(os.getenv("START"))
for line in io.lines(os.getenv("PATHS")) do paths[#paths + 1] = line end
function request()
  number = number + 1
  return wrk.format("GET", paths[number % #paths + 1], {["Accept"] = "%s"})
end
""".replace("%s", RESULTS)


@dataclass(frozen=True, slots=True)
class Rate:
    """What came of one measurement.

    Attributes:
        what: Lookups or joins.
        clients: Connections at the same time.
        rate: Answers a second.
        failed: Requests that were refused, broken off or late.
    """

    what: str
    clients: int
    rate: float
    failed: int


def rates(running: Running, things: Sequence[str], folder: Path, seconds: float) -> list[Rate]:
    """Ask about one thing after another, no question twice."""
    (folder / "load.lua").write_text(LUA)
    found = []
    for what, pattern in PATTERNS.items():
        addresses = list(_addresses(running, things, pattern))
        (folder / "paths.txt").write_text("\n".join(addresses))
        for number, clients in enumerate(CLIENTS):
            start = number * len(addresses) // len(CLIENTS)
            if shutil.which("wrk"):
                answered, failed = _wrk(running, folder, clients, seconds, start)
            else:
                answered, failed = _threads(running, addresses[start:], clients, seconds)
            found.append(Rate(what, clients, answered, failed))
    return found


def _addresses(running: Running, things: Sequence[str], pattern: str) -> Iterator[str]:
    for number in range(ADDRESSES):
        thing = things[number % len(things)]
        limit = 1000 + number // len(things)
        query = f"SELECT * {{ {pattern.replace('THING', thing)} }} LIMIT {limit}"
        yield f"{running.peer.path}?{urlencode(running.parameters(query))}"


def _wrk(
    running: Running, folder: Path, clients: int, seconds: float, start: int
) -> tuple[float, int]:
    root = f"http://127.0.0.1:{running.port}"
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds:g}s", "--timeout", "10s", "-s"]
    settings = {"START": str(start), "PATHS": str(folder / "paths.txt")}
    said = subprocess.run(
        [*command, str(folder / "load.lua"), root],
        env=os.environ | settings,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    return _read(said)


def _read(said: str) -> tuple[float, int]:
    """Give answers a second and failures of what wrk says."""
    took = re.search(r"(\d+) requests in ([\d.]+)s", said)
    refused = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    broken = re.search(r"Socket errors: (.*)", said)
    bad = int(refused[1]) if refused else 0
    lost = sum(map(int, re.findall(r"\d+", broken[1]))) if broken else 0
    return ((int(took[1]) - bad) / float(took[2]) if took else 0.0), bad + lost


def _threads(
    running: Running, addresses: list[str], clients: int, seconds: float
) -> tuple[float, int]:
    """Do what wrk does, slower: where it is missing."""
    until, good, bad = time.monotonic() + seconds, [0] * clients, [0] * clients

    def client(number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=10)
        for address in addresses[number::clients]:
            if time.monotonic() > until:
                break
            try:
                connection.request("GET", address, headers={"Accept": RESULTS})
                answer = connection.getresponse()
                answer.read()
                is_good = answer.status == 200
            except (OSError, http.client.HTTPException):
                connection.close()
                is_good = False
            (good if is_good else bad)[number] += 1
        connection.close()

    threads = [threading.Thread(target=client, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(good) / seconds, sum(bad)
