"""Work spread over a Dask cluster (https://distributed.dask.org), whose workers may die and join.

The scheduler gives the work of a worker that is gone to others. An item that keeps ending its
workers, or that takes too long, costs only itself.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from ..errors import LoaderError
from .cache import program_hash
from .pool import Rejected, Sourced, outcome_of, outcomes

#: Seconds that an item may take, and that workers are waited for.
LIMIT_S, JOIN_S = 300.0, 60.0
#: Items that are under way at a time: so many a thread of the cluster, and no fewer than LEAST.
AHEAD, LEAST, LOOK = 8, 64, 64

Item = TypeVar("Item", bound=Sourced)
Result = TypeVar("Result")


def cluster_outcomes(
    items: Iterable[Item],
    work: Callable[[Item], Result],
    address: str,
    limit: float = LIMIT_S,
) -> Iterator[Result | Rejected]:
    """Give what comes of each item, in the order of the items, whichever workers there are.

    Args:
        items: The items; few are taken ahead of what is given.
        work: A function of a module's top level, which the workers have too.
        address: The scheduler's address, such as ``tcp://10.0.0.5:8786``.
        limit: Seconds that an item may take; then its worker is started anew.

    Raises:
        LoaderError: When the cluster cannot be reached, has no worker, or a worker has another
            version of the loader.
    """
    with _connected(address) as client:
        yield from _Spread(client, work, limit).outcomes(items)


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    try:
        from distributed import Client
    except ImportError as error:
        raise LoaderError("--cluster needs Dask; pip install 'entente[cluster]'") from error
    try:
        client = Client(address, timeout=JOIN_S, name="entente-load")
    except (OSError, ValueError) as error:
        raise LoaderError(f"no Dask scheduler answers at {address} ({error}); start one") from error
    with client:
        try:
            client.wait_for_workers(1, timeout=JOIN_S)
        except TimeoutError as error:
            reason = f"the cluster at {address} has no worker; start: dask worker {address}"
            raise LoaderError(reason) from error
        yield client


@dataclass(slots=True)
class _Spread(Generic[Item, Result]):
    """Items on their way through a cluster."""

    client: Any
    work: Callable[[Item], Result]
    limit: float

    def outcomes(self, items: Iterable[Item]) -> Iterator[Result | Rejected]:
        waiting: deque[tuple[Item, Any]] = deque()
        room = 0
        for number, item in enumerate(items):
            if number % LOOK == 0:
                room = max(LEAST, AHEAD * sum(self.client.nthreads().values()))
            waiting.append((item, self._submit(item)))
            while len(waiting) > room:
                yield self._outcome(*waiting.popleft())
        while waiting:
            yield self._outcome(*waiting.popleft())

    def _submit(self, item: Item) -> Any:
        return self.client.submit(on_worker, program_hash(), self.work, item, pure=False)

    def _outcome(self, item: Item, future: Any) -> Result | Rejected:
        """Wait for an item; when its workers died, once more, for another may have ended them."""
        from distributed import KilledWorker

        try:
            return self._waited_for(item, future)
        except KilledWorker:
            future = self._submit(item)
        try:
            return self._waited_for(item, future)
        except KilledWorker:
            reason = "each worker that read it died, perhaps for want of memory; shorten the text"
            return Rejected(item.source, reason)

    def _waited_for(self, item: Item, future: Any) -> Result | Rejected:
        while True:
            try:
                outcome: Result | Rejected = future.result(timeout=self.limit)
                return outcome
            except TimeoutError:
                if at_work := self._at_work(future.key):
                    return self._given_up(item, future, at_work)

    def _at_work(self, key: str) -> list[str]:
        """Name the workers that have an item; none while it waits for one."""
        return [worker for worker, keys in self.client.processing().items() if key in keys]

    def _given_up(self, item: Item, future: Any, workers: list[str]) -> Rejected:
        future.cancel(force=True)
        with suppress(ValueError):  # it has no nanny, or is gone: nobody here can end it
            self.client.restart_workers(workers, raise_for_error=False)
        return Rejected(item.source, f"reading it took over {self.limit:g} s; shorten the text")


def on_worker(program: str, work: Callable[[Item], Result], item: Item) -> Result | Rejected:
    """Work on one item where it is; by another version of the program, not at all.

    Raises:
        LoaderError: When the worker has another version.
    """
    if program_hash() != program:
        raise LoaderError("a worker has another version of the loader; install the same on all")
    return outcome_of(work, item)


def spread(
    items: Iterable[Item], work: Callable[[Item], Result], workers: int = 1, cluster: str = ""
) -> Iterator[Result | Rejected]:
    """Give what comes of each item, in order, from a cluster where one is named, else from here.

    Args:
        items: The items.
        work: A function of a module's top level.
        workers: Number of processes of this machine.
        cluster: Address of a Dask scheduler, or empty.
    """
    if cluster:
        return cluster_outcomes(items, work, cluster)
    return outcomes(items, work, workers)
