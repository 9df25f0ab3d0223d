"""The first lines of a thing's page: at most three of its strongest facts, by template."""

from __future__ import annotations

from .model import FactRow, Group, Link

MOST = 3
Part = tuple[str, Link | None]
# Groups whose facts tell most of a thing, the most telling first.
ORDER = ("posts", "agreements", "operations", "partners", "conflicts", "visits", "stances",
         "forces", "purpose", "places", "transfers", "activities")  # fmt: skip
_NO_FULL_SENTENCE = ("about", "belongsTo", "dateText", "postIn", "purpose", "status")


def lede(groups: tuple[Group, ...]) -> tuple[Part, ...]:
    """Write the lede as text and links in turn; empty when no fact is worth one."""
    by_key = {group.key: group for group in groups}
    parts = _together(by_key)
    facts = [row for key in ORDER if key in by_key for row in _best(by_key[key])]
    return (*parts, *_clauses(facts[: MOST - bool(parts)]))


def _best(group: Group) -> list[FactRow]:
    telling = [row for row in group.rows if row.object.href and row.kind not in _NO_FULL_SENTENCE]
    return telling[:1]


def _together(by_key: dict[str, Group]) -> tuple[Part, ...]:
    for key, before, after in (("parties", "Between ", ". "), ("participants", "With ", ". ")):
        if key in by_key:
            stated = [row.object for row in by_key[key].rows if row.evidence]
            links = list(dict.fromkeys(stated))[:MOST]
            return _listing(before, links, after) if links else ()
    return ()


def _listing(before: str, links: list[Link], after: str) -> tuple[Part, ...]:
    joints = [before] + [", "] * (len(links) - 2) + ([" and "] if len(links) > 1 else [])
    return (*zip(joints, links, strict=True), (after, None))


def _clauses(rows: list[FactRow]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for index, row in enumerate(rows):
        joint = "" if index == 0 else " and " if index == len(rows) - 1 else ", "
        words = row.relation if index else row.relation[:1].upper() + row.relation[1:]
        parts.append((f"{joint}{words} ", row.object))
        if row.stage:
            parts.append((f" ({row.stage.word.lower()})", None))
    return (*parts, (".", None)) if parts else ()
