"""What each client may use of the query processes: seconds and failures, in leaking buckets.

Only what runs counts: never pages, documents, or answers from the cache. Each pair of address and
agent has a budget, and each address four, so that changing the agent does not help for long.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .clients import Client
from .config import Config
from .errors import Problem, ProblemError

MOST_CLIENTS = 10_000
AGENTS = 4
_REFILL_S = 120.0
"""Time in which an empty budget is full again."""


@dataclass(slots=True)
class _Bucket:
    """What is left of one budget, and since when that holds."""

    left: float
    at: float


class Budget:
    """One kind of budget for all clients."""

    def __init__(self, size: float, clock: Callable[[], float] = time.monotonic) -> None:
        self._size, self._clock = size, clock
        self._buckets: OrderedDict[tuple[str, str], _Bucket] = OrderedDict()
        self._lock = threading.Lock()

    def wait_s(self, client: Client) -> float:
        """Give how long a client has to wait for one whole second or query; 0 when it has it."""
        with self._lock:
            needed = [self._wait(*row) for row in self._of(client)] if self._size else [0.0]
        return max(needed)

    def _wait(self, bucket: _Bucket, size: float) -> float:
        return max(0.0, (min(1.0, size) - bucket.left) * _REFILL_S / size)

    def charge(self, client: Client, amount: float) -> None:
        """Take an amount off a client's budget; it may fall below nothing."""
        if not self._size:
            return
        with self._lock:
            for bucket, _ in self._of(client):
                bucket.left -= amount

    def _of(self, client: Client) -> Iterator[tuple[_Bucket, float]]:
        yield self._bucket((client.address, client.agent), self._size), self._size
        yield self._bucket((client.address, "\n"), self._size * AGENTS), self._size * AGENTS

    def _bucket(self, key: tuple[str, str], size: float) -> _Bucket:
        now = self._clock()
        found = self._buckets.setdefault(key, _Bucket(size, now))
        self._buckets.move_to_end(key)
        found.left = min(size, found.left + (now - found.at) * size / _REFILL_S)
        found.at = now
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        return found


class Budgets:
    """The budgets of time and of failures."""

    def __init__(self, config: Config, clock: Callable[[], float] = time.monotonic) -> None:
        self._seconds = Budget(config.budget_s, clock)
        self._failures = Budget(config.budget_failures, clock)
        self._local = bool(config.budget_local)

    def admit(self, client: Client) -> None:
        """Let a client run one more query.

        Raises:
            ProblemError: 429 when it has used up one of its budgets.
        """
        if client.is_local and not self._local:
            return
        kinds = ((self._seconds, "query time"), (self._failures, "failed queries"))
        waits = [(budget.wait_s(client), what) for budget, what in kinds]
        wait, what = max(waits)
        if wait > 0:
            raise ProblemError(_used_up(math.ceil(wait), what))

    def charge(self, client: Client, seconds: float, *, failed: bool) -> None:
        """Note what a query used."""
        if client.is_local and not self._local:
            return
        self._seconds.charge(client, seconds)
        self._failures.charge(client, float(failed))


def _used_up(wait: int, what: str) -> Problem:
    return Problem(
        429,
        "budget",
        f"Your budget of {what} is used up for now.",
        f"Wait {wait} seconds, then go on more slowly; for much data take the dump.",
        {"retry_after_s": wait},
        {"Retry-After": str(wait)},
    )
