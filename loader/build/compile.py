"""Quads to the files of a snapshot: store, inference, checks, dump, search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, Store

from ontology.checking import Breach, find_breaches, try_gallery
from ontology.dataset import DUMP, SEARCH, STORE
from ontology.files import checks
from ontology.inference import infer
from ontology.iris import Base

from ..errors import LoaderError
from .canonical import write_dump
from .dumps import write_other_dumps
from .progress import Steps
from .search import write_search
from .store import fill, settle

#: Offenders of each check that are looked at, and that a message shows.
MOST, SHOWN = 1000, 5


class UnfitError(LoaderError):
    """The dataset breaks a check; nothing was published.

    Attributes:
        breaches: What the checks found.
    """

    def __init__(self, breaches: tuple[Breach, ...]) -> None:
        first = [replace(breach, rows=breach.rows[:SHOWN]) for breach in breaches]
        super().__init__("\n".join(f"nothing built; check {breach}" for breach in first))
        self.breaches = breaches


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of the quads.

    Attributes:
        id: First 16 hex digits of the hash of the canonical N-Quads.
        quads: Number of quads, all graphs together.
        triples: Number of triples of the default graph.
        things: Number of things that have a name.
        inferred: Rule → number of triples that it inferred.
        checks: Names of the checks, all of which came back empty.
        examples: Names of the example queries that have an answer here; the others gave no error.
    """

    id: str
    quads: int
    triples: int
    things: int
    inferred: dict[str, int]
    checks: tuple[str, ...]
    examples: tuple[str, ...]


def compile_dataset(
    quads: Iterable[Quad],
    base: Base,
    folder: Path,
    describe: Callable[[Store], Iterator[Quad]],
    steps: Steps,
) -> Compiled:
    """Make a snapshot's files, all but the manifest, in a folder.

    Args:
        quads: The dataset before inference, in any order, repeats allowed.
        base: Address space of the dataset.
        folder: An empty folder.
        describe: Gives the dataset's description of itself from the finished store.
        steps: Where progress is shown and timed.

    Raises:
        UnfitError: When a check finds anything, or an example query fails.
    """
    with steps.step("load"):
        store = fill(folder / STORE, quads)
    with steps.step("infer"):
        inferred = infer(store, base.graph("inferred"))
    with steps.step("describe"):
        store.extend(list(describe(store)))
    with steps.step("check"):
        _check(store)
    with steps.step("ask"):
        examples = _ask(store, base)
    with steps.step("index"):
        things = write_search(store, base, folder / SEARCH)
    with steps.step("dump"):
        identity, count = write_dump(store, folder / DUMP)
        write_other_dumps(store, base, folder)
    with steps.step("settle"):
        settle(store)
    names = tuple(check.name for check in checks())
    return Compiled(identity, count, _triples(store), things, inferred, names, examples)


def _check(store: Store) -> None:
    if breaches := find_breaches(store, most_rows=MOST):
        raise UnfitError(breaches)


def _ask(store: Store, base: Base) -> tuple[str, ...]:
    answered, broken = try_gallery(store, base.iri)
    if broken:
        raise UnfitError(broken)
    return answered


def _triples(store: Store) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, DefaultGraph()))
