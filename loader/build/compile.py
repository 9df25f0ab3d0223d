"""Quads to the files of a snapshot: store, inference, checks, dump, search."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, Store

from ontology.checking import Breach, find_breaches
from ontology.dataset import DUMP, SEARCH, STORE
from ontology.inference import infer
from ontology.iris import Base

from ..errors import LoaderError
from .canonical import write_dump
from .search import write_search
from .store import fill, settle


class UnfitError(LoaderError):
    """The dataset breaks a check; nothing was published."""

    def __init__(self, breaches: tuple[Breach, ...]) -> None:
        super().__init__("\n".join(f"check {breach}" for breach in breaches))
        self.breaches = breaches


@dataclass(frozen=True, slots=True)
class Compiled:
    """What came of the quads.

    Attributes:
        id: First 16 hex digits of the hash of the canonical N-Quads.
        quads: Number of quads, all graphs together.
        inferred: Rule → number of triples that it inferred.
        things: Number of things that have a name.
    """

    id: str
    quads: int
    inferred: dict[str, int]
    things: int


def compile_dataset(
    quads: Iterable[Quad],
    base: Base,
    folder: Path,
    describe: Callable[[Store], Iterator[Quad]],
) -> Compiled:
    """Make a snapshot's files, all but the manifest, in a folder.

    Args:
        quads: The dataset before inference, in any order, repeats allowed.
        base: Address space of the dataset.
        folder: An empty folder.
        describe: Gives the dataset's description of itself from the finished store.

    Raises:
        UnfitError: When a check finds anything.
    """
    store = fill(folder / STORE, quads)
    inferred = infer(store, base.graph("inferred"))
    if breaches := find_breaches(store):
        raise UnfitError(breaches)
    store.extend(list(describe(store)))
    things = write_search(store, base, folder / SEARCH)
    identity, count = write_dump(store, folder / DUMP)
    settle(store)
    return Compiled(identity, count, inferred, things)
