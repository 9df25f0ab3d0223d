"""All that was found about one peer on one dataset, and ratios of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import geometric_mean, median

from pyoxigraph import QuerySolutions, Store

from .measuring import Answer
from .rows import OTHER, SAME, TYPES, compared, read_rows
from .templates import UNORDERED, Query
from .throughput import Rate


@dataclass(frozen=True, slots=True)
class Found:
    """What was found about one peer on one dataset.

    Attributes:
        peer: Its name.
        load_s: Seconds of loading.
        start_s: Seconds until it answers.
        disk_mb: What it holds on disk; 0 where it holds all in memory.
        answers: Query → what became of it.
        rates: One for each number of clients.
        skipped: Why it was left out.
        restarts: How often it was started anew, as it answered nothing after a late query.
    """

    peer: str
    load_s: float = 0.0
    start_s: float = 0.0
    disk_mb: float = 0.0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    rates: Sequence[Rate] = ()
    skipped: str = ""
    restarts: int = 0

    def failures(self) -> dict[str, str]:
        """Give query → what was said, for those that were not answered."""
        return {name: one.failure for name, one in self.answers.items() if one.failure}

    def middle(self, what: str) -> float | None:
        """Give the median, in seconds, of ``cold``, ``fresh`` or ``again`` over all queries."""
        values = [value for one in self.answers.values() if (value := getattr(one, what))]
        return median(values) if values else None


def differing(ours: Found, theirs: Found) -> dict[str, str]:
    """Give query → ``types`` or ``other``, for those that both answer and not alike."""
    found = {}
    for name, mine in ours.answers.items():
        other = theirs.answers.get(name, Answer(failure="not asked"))
        if mine.failure or other.failure:
            continue
        how = compared(read_rows(mine.body), read_rows(other.body), counted=name in UNORDERED)
        if how != SAME:
            found[name] = how
    return found


def ratio(ours: Found, theirs: Found, what: str) -> float | None:
    """Give how many times as long as ours theirs takes: geometric mean over what both answer.

    A query that they answer otherwise is left out.
    """
    wrong = {name for name, how in differing(ours, theirs).items() if how == OTHER}
    values = []
    for name, mine in ours.answers.items():
        one = getattr(mine, what)
        other = getattr(theirs.answers.get(name, Answer()), what)
        if one and other and name not in wrong:
            values.append(other / one)
    return geometric_mean(values) if values else None


def expected(found: Found, asked: Sequence[Query], gold: Mapping[str, object]) -> tuple[int, int]:
    """Give how many queries of the gallery give the rows of the competency questions, of how many.

    Args:
        found: Answers about the seeds.
        asked: All queries.
        gold: Number of a question → its rows, sorted, each a tuple of local names.
    """
    right, of = 0, 0
    for query in asked:
        wanted = gold.get(query.name[:2]) if query.is_gallery else None
        if isinstance(wanted, tuple) and wanted:
            of += 1
            answer = found.answers.get(query.name, Answer(failure="not asked"))
            right += not answer.failure and _local(query, answer.body, len(wanted[0])) == wanted
    return right, of


def _local(query: Query, body: bytes, width: int) -> tuple[tuple[str, ...], ...]:
    """Write rows as the gold writes them: the last columns, local names, literals cut at 70."""
    asked = Store().query(query.text)
    assert isinstance(asked, QuerySolutions)  # noqa: S101 (the gallery has no other)
    names = [variable.value for variable in asked.variables][-width:]
    rows = read_rows(body)
    return tuple(sorted(tuple(_short(row.get(name)) for name in names) for row in rows))


def _short(term: Mapping[str, str] | None) -> str:
    if term is None:
        return "-"
    value = term["value"]
    if term["type"] != "uri":
        return value[:70]
    return value.rpartition("#" if "#" in value else "/")[2]


MARK = {TYPES: "t", OTHER: "x"}
