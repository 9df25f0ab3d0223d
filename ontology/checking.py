"""Checking: the queries of ``checks/*.rq`` must come back empty on a dataset fit to publish."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from pyoxigraph import QuerySolutions, Store

from .files import QueryFile, checks


@dataclass(frozen=True, slots=True)
class Breach:
    """What a check found.

    Attributes:
        check: Name of the check.
        title: What the dataset should be like.
        rows: The first offenders, one text a row: ``name=value`` pairs in N-Triples syntax.
    """

    check: str
    title: str
    rows: tuple[str, ...]

    def __str__(self) -> str:
        return "\n  ".join([f"{self.check}: {self.title}; not so for", *self.rows])


def find_breaches(store: Store, *, most_rows: int = 5) -> tuple[Breach, ...]:
    """Run every check on the store; an empty answer means that the dataset is fit to publish.

    Args:
        store: A dataset laid out for publication, inferred triples included.
        most_rows: Largest number of offenders kept for each check.
    """
    found = ((check, run_check(check, store, most_rows=most_rows)) for check in checks())
    return tuple(Breach(check.name, check.title, rows) for check, rows in found if rows)


def run_check(check: QueryFile, store: Store, *, most_rows: int = 5) -> tuple[str, ...]:
    """Give the first offenders that one check finds."""
    result = store.query(check.text)
    if not isinstance(result, QuerySolutions):
        raise TypeError(f"check {check.name} is no SELECT query; make it one")
    names = [variable.value for variable in result.variables]
    return tuple(
        " ".join(f"{name}={row[name]}" for name in names if row[name] is not None)
        for row in islice(result, most_rows)
    )
