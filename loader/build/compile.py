"""Quads to the files of a snapshot: store, inference, checks, dump, search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import DefaultGraph, Quad, Store

from ontology.checking import Breach, try_gallery
from ontology.dataset import STORE
from ontology.files import checks
from ontology.inference import infer
from ontology.iris import Base

from ..errors import LoaderError
from .finish import LARGE, finish, jobs_of
from .progress import Steps
from .store import fill, settle

#: Offenders of each check that a message shows.
SHOWN = 5


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
    workers: int = 1,
) -> Compiled:
    """Make a snapshot's files, all but the manifest, in a folder.

    Args:
        quads: The dataset before inference, in any order, repeats allowed.
        base: Address space of the dataset.
        folder: An empty folder.
        describe: Gives the dataset's description of itself from the finished store.
        steps: Where progress is shown and timed.
        workers: Number of processes that check, index and dump.

    Raises:
        UnfitError: When a check finds anything, or an example query fails.
    """
    with steps.step("load"):
        store = fill(folder / STORE, quads)
    with steps.step("infer"):
        inferred = infer(store, base.graph("inferred"))
    with steps.step("describe"):
        store.extend(list(describe(store)))
    with steps.step("settle"):
        settle(store)
        triples, helpers = _triples(store), workers if len(store) >= LARGE else 1
        del store  # closed, so that others may read it
    with steps.step("finish", len(jobs_of(folder, base))) as done:
        made = finish(folder, base, helpers, done)
    if made.breaches:
        raise UnfitError(made.breaches)
    with steps.step("ask"):
        examples = _ask(Store.read_only(str(folder / STORE)), base)
    names = tuple(check.name for check in checks())
    return Compiled(made.id, made.quads, triples, made.things, inferred, names, examples)


def _ask(store: Store, base: Base) -> tuple[str, ...]:
    answered, broken = try_gallery(store, base.iri)
    if broken:
        raise UnfitError(broken)
    return answered


def _triples(store: Store) -> int:
    return sum(1 for _ in store.quads_for_pattern(None, None, None, DefaultGraph()))
