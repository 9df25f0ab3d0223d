"""What is made of a finished store: checks, full text and dumps, side by side in processes.

Each of them only reads, so that they share the work of all processors; a small store is done in
this process, before others would have started.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from pyoxigraph import Store

from ontology.checking import Breach, run_check
from ontology.dataset import DUMP, OTHER_DUMPS, SEARCH, STORE
from ontology.files import checks
from ontology.iris import Base
from ontology.names import write_search

from .canonical import write_dump
from .dumps import write_other_dump

#: Offenders of each check that are looked at.
MOST = 1000
#: Quads from which on other processes help.
LARGE = 200_000
Job = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Finished:
    """What came of a store.

    Attributes:
        id: First 16 hex digits of the hash of the canonical N-Quads.
        quads: Number of quads.
        things: Number of things that have a name.
        breaches: What the checks found, in the order of their names.
    """

    id: str
    quads: int
    things: int
    breaches: tuple[Breach, ...]


def jobs_of(folder: Path, base: Base) -> list[Job]:
    """Give the jobs of a snapshot, the longest first; each opens the store for itself."""
    return [
        partial(_dump, folder),
        *(partial(_other_dump, folder, base, name) for name in OTHER_DUMPS),
        partial(_index, folder, base),
        *(partial(_check, folder, number) for number in range(len(checks()))),
    ]


def finish(
    folder: Path, base: Base, workers: int, done: Callable[[], None] = lambda: None
) -> Finished:
    """Check, index and dump the store of a snapshot that nobody writes to any more.

    Args:
        folder: The snapshot; its store is flushed and closed.
        base: Address space of the dataset.
        workers: Number of processes, for a large store.
        done: Called after each job.
    """
    results: list[Any] = []
    for result in _run(jobs_of(folder, base), workers):
        results.append(result)
        done()
    index = results[1 + len(OTHER_DUMPS)]
    found = results[2 + len(OTHER_DUMPS) :]
    identity, quads = results[0]
    return Finished(identity, quads, index, tuple(breach for breach in found if breach))


def _run(jobs: Iterable[Job], workers: int) -> Iterator[Any]:
    if workers <= 1:
        yield from (job() for job in jobs)
        return
    context = multiprocessing.get_context("forkserver")
    with ProcessPoolExecutor(workers, mp_context=context) as pool:
        yield from pool.map(_call, jobs)


def _call(job: Job) -> Any:
    return job()


def _dump(folder: Path) -> tuple[str, int]:
    return write_dump(_store(folder), folder / DUMP)


def _other_dump(folder: Path, base: Base, name: str) -> None:
    write_other_dump(_store(folder), base, folder, name)


def _index(folder: Path, base: Base) -> int:
    return write_search(_store(folder), base, folder / SEARCH)


def _check(folder: Path, number: int) -> Breach | None:
    check = checks()[number]
    rows = run_check(check, _store(folder), most_rows=MOST)
    return Breach(check.name, check.title, rows) if rows else None


def _store(folder: Path) -> Store:
    return Store.read_only(str(folder / STORE))
