"""The scores as a table."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from .mapping import PREDICATES
from .measure import GROUPS, Scored
from .run import Result
from .tally import Tally, interval, share, total

Part = Callable[[Scored], Tally]
_WIDE = 22


def render(result: Result, beside: Result | None = None, *, speed: str = "") -> str:
    """Write the table: facts by predicate and by group, then names, status and evidence.

    Args:
        result: The scores.
        beside: Scores of the seeds, to stand beside; None where there are none.
        speed: A line on time and memory, empty where not measured.
    """
    lines = [*_facts(result, beside), "", *_names(result, beside), "", *_rest(result)]
    return "\n".join([*lines, *([speed] if speed else [])]) + "\n"


def _facts(result: Result, beside: Result | None) -> Iterator[str]:
    yield _head(f"{len(result.articles)} articles", beside)
    for predicate in PREDICATES:
        part = partial(_of, (predicate,))
        tallies, others = _tallies(result, part), _tallies(beside, part)
        if total(tallies) != Tally() or total(others) != Tally():
            yield _line(predicate, tallies, others)
    yield ""
    for name, predicates in GROUPS.items():
        part = partial(_of, predicates)
        tallies = _tallies(result, part)
        yield _line(name, tallies, _tallies(beside, part)) + _interval(tallies)
    tallies = _tallies(result, _joint)
    yield _line("all, with status", tallies, _tallies(beside, _joint)) + _interval(tallies)


def _of(predicates: Sequence[str], one: Scored) -> Tally:
    return one.of(predicates)


def _joint(one: Scored) -> Tally:
    return one.joint


def _names(result: Result, beside: Result | None) -> Iterator[str]:
    yield _head("names", beside)
    parts: dict[str, Part] = {
        "mentions, strict": lambda one: one.strict,
        "mentions, relaxed": lambda one: one.relaxed,
        "entities": lambda one: one.entities,
        "qualifiers": lambda one: one.qualifiers,
    }
    for name, part in parts.items():
        yield _line(name, _tallies(result, part), _tallies(beside, part))


def _rest(result: Result) -> Iterator[str]:
    links = total([one.links for one in result.articles])
    linked = links.right + links.false
    yield (
        f"links right {_share(links.right, linked)}, linked {_share(linked, linked + links.missed)}"
    )
    status = total([one.status for one in result.articles])
    yield f"status right {_share(status.right, status.right + status.false)} of facts found"
    evidence = total([one.evidence for one in result.articles])
    yield f"evidence found {_share(evidence.right, evidence.right + evidence.false)}"
    yield from (f"left out {reason}" for reason in result.rejected)
    yield f"unsupported {sum(len(one.unsupported) for one in result.articles)}"


def _tallies(result: Result | None, part: Part) -> list[Tally]:
    return [part(one) for one in result.articles] if result else []


def _head(title: str, beside: Result | None) -> str:
    columns = "gold found right     P     R    F1"
    return f"{title:{_WIDE}}{columns}" + (f"  | seeds: {columns}" if beside else "")


def _line(name: str, tallies: Sequence[Tally], others: Sequence[Tally]) -> str:
    shown = f"{name:{_WIDE}}{_counts(total(tallies))}"
    return shown + (f"  |        {_counts(total(others))}" if others else "")


def _counts(one: Tally) -> str:
    rates = "".join(f"{_rate(rate):>6}" for rate in (one.precision, one.recall, one.f1))
    return f"{one.right + one.missed:4}{one.right + one.false:6}{one.right:6}{rates}"


def _interval(tallies: Sequence[Tally]) -> str:
    found = interval(tallies)
    return f"  F1 95 %: {_rate(found[0])} to {_rate(found[1])}" if found else ""


def _rate(rate: float | None) -> str:
    return "–" if rate is None else f"{rate:.2f}"


def _share(part: int, whole: int) -> str:
    return f"{_rate(share(part, whole))} ({part} of {whole})"
