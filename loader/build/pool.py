"""Work on many items by as many processes as are wanted; one that fails costs only itself."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from typing import Protocol, TypeVar

from ..errors import ArticleError, LoaderError


class Sourced(Protocol):
    """Something that came from a file or address."""

    @property
    def source(self) -> str:
        """Name it for messages."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """Input that was left out, and why."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


Item = TypeVar("Item", bound=Sourced)
Result = TypeVar("Result")


def outcomes(
    items: Sequence[Item], work: Callable[[Item], Result], workers: int = 1
) -> Iterator[Result | Rejected]:
    """Give what comes of each item, in the order of the items, whatever the number of workers.

    Args:
        items: The items.
        work: A function of a module's top level, so that other processes find it.
        workers: Number of processes; 1 works in this one.
    """
    if workers <= 1 or len(items) <= 1:
        yield from (outcome_of(work, item) for item in items)
        return
    with _pool(min(workers, len(items))) as pool:
        waiting = [_submit(pool, work, item) for item in items]
        for wait in waiting:
            yield wait()


def outcome_of(work: Callable[[Item], Result], item: Item) -> Result | Rejected:
    """Work on one item; what goes wrong with it becomes a reason."""
    try:
        return work(item)
    except ArticleError as error:
        return Rejected(item.source, error.reason)
    except LoaderError:
        raise
    except Exception as error:  # a fault of ours must not cost the other articles
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
        reason = f"reading failed at {place} ({type(error).__name__}: {error}); please report it"
        return Rejected(item.source, reason)


def _submit(
    pool: ProcessPoolExecutor, work: Callable[[Item], Result], item: Item
) -> Callable[[], Result | Rejected]:
    try:
        return partial(_wait, pool.submit(outcome_of, work, item), work, item)
    except BrokenProcessPool:
        return partial(_apart, work, item)


def _wait(
    future: Future[Result | Rejected], work: Callable[[Item], Result], item: Item
) -> Result | Rejected:
    """Wait for an outcome; when a process died, try the item again in one of its own."""
    try:
        return future.result()
    except BrokenProcessPool:
        return _apart(work, item)


def _apart(work: Callable[[Item], Result], item: Item) -> Result | Rejected:
    """Work on an item in a process of its own, so that only it is lost when the process dies."""
    with _pool(1) as pool:
        try:
            return pool.submit(outcome_of, work, item).result()
        except BrokenProcessPool:
            reason = "the process that read it died, perhaps for want of memory; shorten the text"
            return Rejected(item.source, reason)


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
