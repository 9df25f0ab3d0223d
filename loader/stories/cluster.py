"""Groups texts by the story that they tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .candidates import candidates
from .likeness import CONTAINED, EXACT, Likeness, likeness
from .shingles import Print, fingerprint

Found = Mapping[str, Print]


@dataclass(frozen=True, slots=True, order=True)
class Copied:
    """That one text is a copy of another, by their names; an excerpt comes first."""

    one: str
    other: str
    kind: str
    score: float


def cluster(texts: Mapping[str, str]) -> tuple[tuple[str, ...], ...]:
    """Group texts by story; every name is in one group, in any order of the texts the same.

    Copies that are exact or near make one group, with what they are copies of in turn. An excerpt
    joins the group of the one text that holds most of it, so that a statement which two articles
    quote whole does not make one story of the two.

    Args:
        texts: Name → text.

    Returns:
        The groups, sorted, each sorted; a text that is alone is a group of one.
    """
    return _groups(texts, copies(texts))


def copies(texts: Mapping[str, str]) -> tuple[Copied, ...]:
    """Give what joins the groups: copies in pairs, sorted; of an excerpt only what it joins."""
    prints = {name: fingerprint(texts[name]) for name in sorted(texts)}
    same = list(_exact(prints))
    left_out = {copied.other for copied in same}
    rest = {name: one for name, one in prints.items() if name not in left_out}
    found = list(_compared(rest))
    whole = [copied for copied in found if copied.kind != CONTAINED]
    parts = [copied for copied in found if copied.kind == CONTAINED]
    return tuple(sorted([*same, *whole, *_best(parts, _roots(rest, whole), rest)]))


def _exact(prints: Found) -> Iterable[Copied]:
    first: dict[int, str] = {}
    for name, one in prints.items():
        if one.shingles and (other := first.setdefault(one.whole, name)) != name:
            yield Copied(other, name, EXACT, 1.0)


def _compared(prints: Found) -> Iterable[Copied]:
    for one, other in candidates(prints):
        found: Likeness | None = likeness(prints[one], prints[other])
        if found:
            yield Copied(one, other, found.kind, round(found.score, 4))


def _best(parts: Iterable[Copied], roots: Mapping[str, str], prints: Found) -> list[Copied]:
    """Keep one container for each group of excerpts: the one that holds most, then the shortest."""
    best: dict[str, tuple[tuple[float, int, str, str], Copied]] = {}
    for part in parts:
        group = roots[part.one]
        if roots[part.other] == group:
            continue
        rank = (-part.score, len(prints[part.other].shingles), part.other, part.one)
        best[group] = min(best.get(group, (rank, part)), (rank, part))
    return [part for _, part in best.values()]


def _groups(names: Iterable[str], joined: Iterable[Copied]) -> tuple[tuple[str, ...], ...]:
    groups: dict[str, list[str]] = defaultdict(list)
    for name, root in _roots(names, joined).items():
        groups[root].append(name)
    return tuple(sorted(tuple(sorted(group)) for group in groups.values()))


def _roots(names: Iterable[str], joined: Iterable[Copied]) -> dict[str, str]:
    """Give each name the first name, in order, of those that it is joined with (union-find)."""
    parent = {name: name for name in names}

    def root(name: str) -> str:
        while parent[name] != name:
            parent[name] = name = parent[parent[name]]
        return name

    for copied in joined:
        first, second = sorted((root(copied.one), root(copied.other)))
        parent[second] = first
    return {name: root(name) for name in parent}
