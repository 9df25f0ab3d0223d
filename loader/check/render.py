"""Writes the result of the check as plain text."""

from __future__ import annotations

from collections.abc import Iterable

from .counts import Extra, Measured, StatusCheck, Tally, tally
from .gold import Fact
from .run import Result
from .sayings import say

_KINDS = (
    ("relation", "relations"),
    ("status", "status"),
    ("purpose", "purpose"),
    ("note", "notes"),
)
_HEAD = f"{'':<18}{'facts':>6}{'rules':>7}{'hand':>6}{'missing':>9}{'recall':>8}"
_HEAD += f"{'right':>8}{'false':>7}{'precision':>11}"


def render(result: Result, *, explain: bool = False) -> str:
    """Write the counts and what is false, with ``explain`` also what is missing or judged right.

    Facts are counted once: under "rules" where rules alone find them, under "hand" where it takes
    the curation log. Statements found that the facts file lacks and that nobody has judged right
    count as false.
    """
    parts = [("Rules alone", result.rules)]
    if result.both is not None:
        parts.append(("Rules and curation log", result.both))
    lines: list[str] = []
    for title, measured in parts:
        lines += [title, "", *_counts(measured), "", *_status(measured.status), ""]
    last = result.last
    lines += ["By relation", "", *_relations(last), "", *_identity(last)]
    lines += _extras(last, explain=explain)
    if explain:
        lines += ["", *_missing(last.missing), "", *_wrong_status(last.status)]
    return "\n".join(lines).rstrip() + "\n"


def _counts(measured: Measured) -> list[str]:
    rows = [(label, tally(measured, kind=kind)) for kind, label in _KINDS]
    return [_HEAD, *(_row(label, counted) for label, counted in rows), _row("all", tally(measured))]


def _row(label: str, counted: Tally) -> str:
    found = f"{label:<18}{counted.facts:>6}{counted.by_rule:>7}{counted.by_hand:>6}"
    share = f"{counted.missing:>9}{counted.recall:>8.1%}{counted.right:>8}{counted.false:>7}"
    return f"{found}{share}{counted.precision:>11.3f}"


def _status(checks: tuple[StatusCheck, ...]) -> list[str]:
    right = sum(check.right for check in checks)
    silent = sum(not check.found for check in checks)
    told = len(checks) - silent
    share = f", {right / told:.1%} of those told" if told else ""
    return [
        f"Stage of reality: {len(checks)} facts tell one; {right} read right{share}, "
        f"{told - right} wrong, {silent} not read."
    ]


def _relations(measured: Measured) -> list[str]:
    sayings = [match.fact.saying for match in measured.matches]
    sayings += [fact.saying for fact in measured.missing]
    sayings += [extra.saying for extra in measured.extras]
    names = sorted({saying.statement.predicate for saying in sayings})
    return [_HEAD, *(_row(name, tally(measured, predicate=name)) for name in names)]


def _identity(measured: Measured) -> list[str]:
    """Say where two articles disagree on which thing is which."""
    slugs: dict[str, set[str]] = {}
    identifiers: dict[str, set[str]] = {}
    for _, slug, identifier in measured.same:
        slugs.setdefault(identifier, set()).add(slug)
        identifiers.setdefault(slug, set()).add(identifier)
    lines = [
        f"  {identifier} is {' and '.join(sorted(found))}"
        for identifier, found in sorted(slugs.items())
        if len(found) > 1
    ]
    lines += [
        f"  {slug} stands for {' and '.join(sorted(found))}"
        for slug, found in sorted(identifiers.items())
        if len(found) > 1 and not slug.startswith("quote=")
    ]
    return ["Identity differs between articles", "", *lines, ""] if lines else []


def _extras(measured: Measured, *, explain: bool) -> list[str]:
    judged = [extra.verdict for extra in measured.extras]
    lines = [
        f"Statements that the facts file lacks: {len(judged)} ({judged.count('right')} judged "
        f"right, {judged.count('wrong')} judged wrong, {judged.count('unjudged')} not judged)",
        "",
    ]
    order = {"unjudged": 0, "wrong": 1, "right": 2}
    ranked = sorted(measured.extras, key=lambda extra: (order[extra.verdict], extra.saying.key))
    return lines + [_extra(extra) for extra in ranked if explain or extra.verdict != "right"]


def _extra(extra: Extra) -> str:
    saying = extra.saying
    start, end = saying.spots[0]
    told = "" if saying.modality == "Asserted" else f" [{saying.modality} {saying.speaker or ''}]"
    reason = f" – {extra.reason}" if extra.reason else ""
    makers = ", ".join(saying.makers)
    return (
        f"  {extra.verdict}: {extra.text}{told}{reason} ({saying.article} {start}–{end}; {makers})"
    )


def _missing(facts: Iterable[Fact]) -> list[str]:
    lines = [f"  {fact.id} {_fact(fact)}" for fact in facts]
    return ["Facts not found", "", *lines]


def _fact(fact: Fact) -> str:
    saying = fact.saying
    told = f" [{saying.modality} {saying.speaker}]" if saying.speaker else ""
    start, end = saying.spots[0]
    return f"{say(saying.statement)}{told} ({saying.article} {start}–{end})"


def _wrong_status(checks: Iterable[StatusCheck]) -> list[str]:
    lines = [
        f"  {check.fact.id} {_fact(check.fact)}: {check.expected} expected, "
        f"{', '.join(check.found) or 'none'} read"
        for check in checks
        if not check.right
    ]
    return ["Stage of reality not read right", "", *lines]
