"""Query processes that wait for work: a few for each snapshot that was asked lately."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable
from pathlib import Path
from typing import Generic, Protocol, TypeVar

SNAPSHOTS = 3
"""How many snapshots processes are kept for; the one that was asked longest ago gives way."""


class Process(Protocol):
    """What is kept."""

    @property
    def place(self) -> Path | str:
        """Where the snapshot that it has open is."""

    @property
    def alive(self) -> bool:
        """Whether it can answer."""

    def kill(self) -> None:
        """End it."""


P = TypeVar("P", bound=Process)


class Idle(Generic[P]):
    """Keeps processes by the snapshot that each has open, at most ``each`` of one.

    A query on a release so leaves those of the current snapshot as they are.
    """

    def __init__(self, each: int) -> None:
        self._each = each
        self._kept: OrderedDict[Path | str, list[P]] = OrderedDict()
        self._lock = threading.Lock()
        self._closed = False

    def take(self, place: Path | str) -> P | None:
        """Give a process that has the snapshot at a place open; None when none waits."""
        while True:
            with self._lock:
                waiting = self._kept.get(place)
                process = waiting.pop() if waiting else None
            if process is None or process.alive:
                return process
            process.kill()

    def put(self, process: P) -> None:
        """Keep a process; it is ended where enough of its snapshot wait, or all is closed."""
        with self._lock:
            waiting = self._kept.setdefault(process.place, [])
            self._kept.move_to_end(process.place)
            over = [process] if self._closed or len(waiting) >= self._each else []
            if not over:
                waiting.append(process)
            while len(self._kept) > SNAPSHOTS:
                over += self._kept.popitem(last=False)[1]
        _end(over)

    def close(self) -> None:
        """End every process that waits, and those that will be put here."""
        with self._lock:
            self._closed = True
            over = [process for waiting in self._kept.values() for process in waiting]
            self._kept.clear()
        _end(over)


def _end(processes: Iterable[Process]) -> None:
    for process in processes:
        process.kill()
