"""Watches a server from outside while something is done to it: health, memory, connections."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.serving import ANSWER_S, Client

PROC = Path("/proc")
EVERY_S = 0.05
ANOTHER = "127.0.0.2"
"""Address that health is asked from: what one client does must not touch another."""
CONNECTED = "01"
"""State of an established connection in ``/proc/net/tcp``; 02 is one on its way out."""


@dataclass
class Watched:
    """What was seen.

    Attributes:
        waits: Seconds that each look at ``/healthz`` took; infinite where it failed.
        peak_mb: Most memory of the server and its query processes together (proportional set).
        calls: Addresses outside that the server or a query process was connected to, in hex.
    """

    waits: list[float] = field(default_factory=list)
    peak_mb: float = 0.0
    calls: set[str] = field(default_factory=set)


@contextmanager
def watching(client: Client, process: int) -> Iterator[Watched]:
    """Watch the server and the processes below it until the block ends."""
    seen, stop = Watched(), threading.Event()
    threads = [
        threading.Thread(target=_watch_health, args=(client, seen, stop)),
        threading.Thread(target=_watch_processes, args=(client.port, process, seen, stop)),
    ]
    for thread in threads:
        thread.start()
    try:
        yield seen
    finally:
        stop.set()
        for thread in threads:
            thread.join()


def _watch_health(client: Client, seen: Watched, stop: threading.Event) -> None:
    while not stop.is_set():
        start = time.monotonic()
        fine = _is_healthy(client.port)
        seen.waits.append(time.monotonic() - start if fine else float("inf"))
        stop.wait(EVERY_S)


def _is_healthy(port: int) -> bool:
    connection = http.client.HTTPConnection(
        "127.0.0.1", port, timeout=ANSWER_S, source_address=(ANOTHER, 0)
    )
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == 200
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _watch_processes(port: int, process: int, seen: Watched, stop: threading.Event) -> None:
    while not stop.is_set():
        held = 0.0
        for one in family(process):
            with suppress(OSError):
                held += _memory_mb(one)
                seen.calls |= set(_calls(one, port))
        seen.peak_mb = max(seen.peak_mb, held)
        stop.wait(EVERY_S)


def family(process: int) -> Iterator[int]:
    """Give a process and all below it."""
    yield process
    with suppress(OSError):
        for task in (PROC / str(process) / "task").iterdir():
            for child in (task / "children").read_text().split():
                yield from family(int(child))


def _memory_mb(process: int) -> float:
    for line in (PROC / str(process) / "smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _calls(process: int, port: int) -> Iterator[str]:
    """Give the far ends of the process's connections that nobody made to the server's port."""
    links = (fd.readlink().name for fd in (PROC / str(process) / "fd").iterdir())
    own = {name[8:-1] for name in links if name.startswith("socket:[")}
    for table in ("tcp", "tcp6"):
        for line in (PROC / str(process) / "net" / table).read_text().splitlines()[1:]:
            columns = line.split()
            near, far, state, inode = columns[1], columns[2], columns[3], columns[9]
            is_ours = int(near.rpartition(":")[2], 16) == port
            if inode in own and state in (CONNECTED, "02") and not is_ours:
                yield far
