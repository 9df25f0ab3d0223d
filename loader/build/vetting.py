"""Holds each article against the shapes, and leaves out the claims that do not fit."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ontology.iris import Base
from ontology.shacl import Result

from ..articles.model import Article
from ..claims import Claim, Reading, Statement
from ..errors import ArticleError
from .cache import hash_article, program_hash
from .cluster import spread
from .codec import encode
from .harmonise import touched_only
from .naming import Names
from .pool import Rejected
from .shapes import violations


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its reading, to be held against the shapes."""

    article: Article
    reading: Reading
    base: Base

    @property
    def source(self) -> str:
        """Name the article's file for messages."""
        return self.article.source

    @property
    def key(self) -> str:
        """Hash everything that the verdict rests on (64 hex digits)."""
        reading = json.dumps(encode(self.reading), sort_keys=True)
        return hash_article(self.article, program_hash(), self.base.iri, reading)


@dataclass(frozen=True, slots=True)
class Vetted:
    """A reading that fits the shapes, and one sentence for each claim that was left out."""

    reading: Reading
    notes: tuple[str, ...] = ()


def vet_all(
    readings: Sequence[Reading],
    articles: Mapping[str, Article],
    base: Base,
    folder: Path,
    *,
    workers: int = 1,
    cluster: str = "",
    done: Callable[[], None] = lambda: None,
) -> Iterator[Vetted | Rejected]:
    """Vet articles, in their order; those that were found fit before are not looked at again.

    Args:
        readings: What was read; looked at one by one, more than once.
        articles: The articles by slug.
        base: Address space of the dataset.
        folder: Where it is kept which were fit, one empty file each.
        workers: Number of processes.
        cluster: Address of a Dask scheduler, or empty.
        done: Called after each article.
    """

    def case(reading: Reading) -> Case:
        return Case(articles[reading.article], reading, base)

    folder.mkdir(parents=True, exist_ok=True)
    marks = [folder / case(reading).key for reading in readings]
    fit = set(folder.iterdir()) & set(marks)
    numbered = range(len(marks))
    unknown = (case(readings[at]) for at in numbered if marks[at] not in fit)
    anew = spread(unknown, vet, workers, cluster)
    for at in numbered:
        mark = marks[at]
        outcome = Vetted(touched_only(readings[at])) if mark in fit else next(anew)
        if isinstance(outcome, Vetted) and not outcome.notes:
            mark.touch()
        done()
        yield outcome
    for path in set(folder.iterdir()) - set(marks):
        path.unlink()


def vet(case: Case) -> Vetted:
    """Leave out claims until the article fits the shapes.

    Raises:
        ArticleError: When something else than a claim is wrong.
    """
    reading, notes = touched_only(case.reading), list[str]()
    while found := violations(reading, case.article, case.base):
        names = Names(reading, case.base)
        kept = tuple(claim for claim in reading.claims if not _at_fault(claim, names, found))
        left_out = len(reading.claims) - len(kept)
        reasons = "; ".join(dict.fromkeys(str(one) for one in found))
        if not left_out:
            reason = f"what was read in it does not fit the shapes; please report it: {reasons}"
            raise ArticleError(case.source, reason)
        notes.append(f"{case.source}: {left_out} claims left out: {reasons}")
        reading = touched_only(replace(reading, claims=kept))
    return Vetted(reading, tuple(notes))


def _at_fault(claim: Claim, names: Names, found: tuple[Result, ...]) -> bool:
    node = names.claim(claim).value
    return any(
        one.focus == node or any(_says(one, statement, names) for statement in claim.statements)
        for one in found
    )


def _says(violation: Result, statement: Statement, names: Names) -> bool:
    triple = names.triple(statement)
    subject, predicate = names.ref(statement.subject).value, triple.predicate.value
    value = getattr(triple.object, "value", "")
    if violation.value and violation.path:
        wrong = (violation.focus, violation.path, violation.value)
        return wrong == (subject, predicate, value)
    return violation.focus in (subject, value)
