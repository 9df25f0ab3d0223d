"""Latencies, answers and failures of one server."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from statistics import median

from .rows import read_rows
from .running import Running
from .templates import Query, afresh

ROUNDS, QUICK_S, SLOW_S = 3, 0.3, 1.5
"""How often a query that takes less than 0.3 s is asked anew and again; one that takes more, once;
one that takes more than 1.5 s, not: its first time, which is fresh too, stands for it."""
LATE = "not asked: no time left"


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one query.

    Attributes:
        cold: Seconds of the first time it was asked; None where it failed or was not asked.
        fresh: Median seconds of asking the same in other words, so that no answer is kept.
        again: Median seconds of the same words again.
        body: The answer's bytes.
        failure: What was said in place of an answer.
    """

    cold: float | None = None
    fresh: float | None = None
    again: float | None = None
    body: bytes = b""
    failure: str = ""


def measure(
    running: Running, asked: Sequence[Query], limit_s: float, budget_s: float
) -> dict[str, Answer]:
    """Ask each query for the first time, then anew and again.

    Args:
        running: The server.
        asked: What is asked.
        limit_s: After so many seconds an answer counts as none.
        budget_s: After so many seconds in all nothing more is asked.
    """
    until, number = time.monotonic() + budget_s, count()
    found = {}
    for query in asked:
        first = _first(running, query, limit_s, until)
        found[query.name] = _further(running, query, first, limit_s, number)
    return found


def _further(
    running: Running, query: Query, first: Answer, limit_s: float, number: Iterator[int]
) -> Answer:
    if first.cold is None or first.cold > SLOW_S:
        return replace(first, fresh=first.cold)
    rounds = ROUNDS if first.cold < QUICK_S else 1
    texts = [afresh(query.text, next(number)) for _ in range(rounds)]
    fresh = list(_times(running, texts, limit_s))
    again = list(_times(running, [query.text] * rounds, limit_s))
    return replace(first, fresh=_median(fresh), again=_median(again))


def _first(running: Running, query: Query, limit_s: float, until: float) -> Answer:
    if time.monotonic() > until:
        return Answer(failure=LATE)
    began = time.perf_counter()
    try:
        body = running.ask(query.text, limit_s)
        took = time.perf_counter() - began
        read_rows(body)
    except (OSError, ValueError) as error:
        late = "timed out" in str(error)
        if late:
            running.revive()
        return Answer(failure=f"over {limit_s:g} s" if late else str(error))
    return Answer(cold=took, body=body)


def _times(running: Running, texts: Sequence[str], limit_s: float) -> Iterator[float]:
    for text in texts:
        began = time.perf_counter()
        try:
            running.ask(text, limit_s)
        except OSError:
            running.revive()
            continue
        yield time.perf_counter() - began


def _median(values: list[float]) -> float | None:
    return median(values) if values else None
