"""Checking: the queries of ``checks/*.rq`` must come back empty on a dataset fit to publish.

Those of ``gallery/*.rq``, which are published with it as examples, must give no error.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice

from pyoxigraph import QuerySolutions, Store

from .files import QueryFile, checks, gallery


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


def try_gallery(store: Store, base: str) -> tuple[tuple[str, ...], tuple[Breach, ...]]:
    """Ask each example query, and read the first row of its answer.

    Returns:
        The names of those that have an answer, and what is wrong with those that fail.
    """
    answered, broken = [], []
    for question in gallery(base):
        try:
            if _first_row(store, question.text):
                answered.append(question.name)
        except (SyntaxError, OSError, RuntimeError, ValueError, TypeError) as error:
            broken.append(Breach(f"gallery/{question.name}", question.question, (str(error),)))
    return tuple(answered), tuple(broken)


def _first_row(store: Store, text: str) -> bool:
    result = store.query(text)
    if not isinstance(result, QuerySolutions):
        raise TypeError("it is no SELECT query; make it one")
    return next(result, None) is not None
