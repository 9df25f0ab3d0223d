"""Work on many items by as many processes as are wanted; one that fails costs only itself."""

from __future__ import annotations

import multiprocessing
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import chain, islice
from typing import Protocol, TypeVar

from ..errors import ArticleError, LoaderError

MOST_DEATHS = 5
AHEAD = 8


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
    items: Iterable[Item], work: Callable[[Item], Result], workers: int = 1
) -> Iterator[Result | Rejected]:
    """Give what comes of each item, in the order of the items, whatever the number of workers.

    Few items are taken ahead of what is given, so that any number of them takes little memory.

    Args:
        items: The items.
        work: A function of a module's top level, so that other processes find it.
        workers: Number of processes; 1 works in this one.
    """
    source = iter(items)
    first = list(islice(source, 2))
    if workers <= 1 or len(first) <= 1:
        yield from (outcome_of(work, item) for item in chain(first, source))
        return
    with _pool(workers) as pool, _Careful.open() as careful:
        waiting: deque[tuple[Item, Future[Result | Rejected]]] = deque()
        for item in chain(first, source):
            waiting.append((item, _submit(pool, work, item)))
            if len(waiting) > AHEAD * workers:
                yield _waited_for(*waiting.popleft(), careful, work)
        while waiting:
            yield _waited_for(*waiting.popleft(), careful, work)


def _waited_for(
    item: Item,
    future: Future[Result | Rejected],
    careful: _Careful,
    work: Callable[[Item], Result],
) -> Result | Rejected:
    try:
        return future.result()
    except BrokenProcessPool:
        return careful.outcome(work, item)


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
) -> Future[Result | Rejected]:
    try:
        return pool.submit(outcome_of, work, item)
    except BrokenProcessPool as error:
        broken: Future[Result | Rejected] = Future()
        broken.set_exception(error)
        return broken


@dataclass(slots=True)
class _Careful:
    """One process for one item at a time, so that who kills it is known; a new one when it dies.

    Attributes:
        stack: Ends the process that is at work.
        pool: That process, or None when there is none.
        deaths: How many died in a row.
    """

    stack: ExitStack
    pool: ProcessPoolExecutor | None = None
    deaths: int = 0

    @classmethod
    @contextmanager
    def open(cls) -> Iterator[_Careful]:
        with ExitStack() as stack:
            yield cls(stack)

    def outcome(self, work: Callable[[Item], Result], item: Item) -> Result | Rejected:
        if self.pool is None:
            self.pool = self.stack.enter_context(_pool(1))
        try:
            outcome = self.pool.submit(outcome_of, work, item).result()
        except BrokenProcessPool as error:
            self.pool, self.deaths = None, self.deaths + 1
            if self.deaths == MOST_DEATHS:
                raise LoaderError(
                    f"{self.deaths} processes in a row died, the last with {item.source}; "
                    "free some memory, or try with one worker"
                ) from error
            reason = "the process that read it died, perhaps for want of memory; shorten the text"
            return Rejected(item.source, reason)
        self.deaths = 0
        return outcome


@contextmanager
def _pool(workers: int) -> Iterator[ProcessPoolExecutor]:
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        try:
            yield pool
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise
