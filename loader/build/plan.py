"""What a build is told: from what, how, and where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad

from ontology.iris import Base
from ontology.ledger import Gone

from ..articles.model import Article
from ..claims import Reading
from ..reference import Reference
from ..reference.accepted import Accepted
from .makers import Maker
from .pool import Rejected
from .snapshot import KEPT


@dataclass(frozen=True, slots=True)
class Sources:
    """What a build starts from.

    Attributes:
        articles: Articles, in any order.
        reference: Reference data.
        rejected: Input that could not be made an article.
        rules: The rules that read articles, to be described in the dataset.
        ledger: Addresses that are no longer, by the project's own data.
        links: Links that curators accepted.
    """

    articles: Sequence[Article]
    reference: Reference
    rejected: tuple[Rejected, ...] = ()
    rules: tuple[Maker, ...] = ()
    ledger: tuple[Gone, ...] = ()
    links: tuple[Accepted, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """How to build.

    Attributes:
        out: Folder of the dataset: snapshots, cache, the link to the current snapshot.
        base: Address space of the dataset.
        created: Time of the build, ISO 8601 in UTC; it goes into the manifest and nowhere else.
        workers: Number of processes that read articles.
        strict: Whether any rejected article fails the build.
        kept: Number of snapshots kept.
        cluster: Address of a Dask scheduler that reads in place of processes here, or empty.
    """

    out: Path
    base: Base
    created: str
    workers: int = 1
    strict: bool = False
    kept: int = KEPT
    cluster: str = ""


@dataclass(frozen=True, slots=True)
class Curation:
    """What judgements by hand make of the readings.

    Attributes:
        readings: The readings with claims added, rejected and corrected; the same articles.
        quads: Judgements of identity, for ``graph/curated``.
        notes: What no longer applies, one sentence each.
    """

    readings: Sequence[Reading]
    quads: tuple[Quad, ...] = ()
    notes: tuple[str, ...] = ()


Curate = Callable[[Sequence[Reading], Sequence[Article]], Curation]


def uncurated(readings: Sequence[Reading], _: Sequence[Article]) -> Curation:
    """Leave the readings as they are."""
    return Curation(readings)
