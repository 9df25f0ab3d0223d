"""Rules of context: a tag gives way to another beside certain words and tags."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import NamedTuple

from .brill_tables import table_lines
from .possible_tags import can_be

_ANY = "*"

_Rules = dict[str, dict[str, tuple["_Rule", ...]]]
"""Rules by the tag that they change, then by their clue: the word or tag that they look for."""

_Test = Callable[[Sequence[str], Sequence[str], int, str, str], bool]
"""Takes words, tags (both with margins of three), an index, and the rule's two arguments."""

_TESTS: dict[str, _Test] = {
    "PREVTAG": lambda w, t, i, x, y: t[i - 1] == x,
    "NEXTTAG": lambda w, t, i, x, y: t[i + 1] == x,
    "PREV2TAG": lambda w, t, i, x, y: t[i - 2] == x,
    "NEXT2TAG": lambda w, t, i, x, y: t[i + 2] == x,
    "PREV1OR2TAG": lambda w, t, i, x, y: x in (t[i - 1], t[i - 2]),
    "NEXT1OR2TAG": lambda w, t, i, x, y: x in (t[i + 1], t[i + 2]),
    "PREV1OR2OR3TAG": lambda w, t, i, x, y: x in (t[i - 1], t[i - 2], t[i - 3]),
    "SURROUNDTAG": lambda w, t, i, x, y: t[i - 1] == x and t[i + 1] == y,
    "PREVBIGRAM": lambda w, t, i, x, y: t[i - 2] == x and t[i - 1] == y,
    "NEXTBIGRAM": lambda w, t, i, x, y: t[i + 1] == x and t[i + 2] == y,
    "CURWD": lambda w, t, i, x, y: w[i] == x,
    "PREVWD": lambda w, t, i, x, y: w[i - 1] == x,
    "NEXTWD": lambda w, t, i, x, y: w[i + 1] == x,
    "PREV1OR2WD": lambda w, t, i, x, y: x in (w[i - 1], w[i - 2]),
    "WDPREVTAG": lambda w, t, i, x, y: t[i - 1] == x and w[i] == y,
    "WDNEXTTAG": lambda w, t, i, x, y: w[i] == x and t[i + 1] == y,
    "WDAND2AFT": lambda w, t, i, x, y: w[i] == x and w[i + 2] == y,
    "WDAND2TAGBFR": lambda w, t, i, x, y: t[i - 2] == x and w[i] == y,
    "WDAND2TAGAFT": lambda w, t, i, x, y: w[i] == x and t[i + 2] == y,
    "LBIGRAM": lambda w, t, i, x, y: w[i - 1] == x and w[i] == y,
    "RBIGRAM": lambda w, t, i, x, y: w[i] == x and w[i + 1] == y,
}


class _Rule(NamedTuple):
    """A rule: its place among the rules, the tag it gives, its test and what the test needs."""

    rank: int
    new: str
    test: _Test
    x: str
    y: str


def tag_in_context(words: Sequence[str], tags: Sequence[str], index: int) -> str:
    """Give the tag of one word after each rule that holds, in the order of the rules.

    Args:
        words: The words of a sentence with a margin of three on both sides.
        tags: Their tags so far, with the same margins.
        index: The word's place in both.
    """
    clues = {*words[index - 2 : index + 2], *tags[index - 3 : index], *tags[index + 1 : index + 3]}
    tag, rank = tags[index], -1
    while (rule := _first(words, tags, index, clues, tag, rank)) is not None:
        rank, tag = rule.rank, rule.new
    return tag


def _first(
    words: Sequence[str], tags: Sequence[str], index: int, clues: set[str], tag: str, after: int
) -> _Rule | None:
    """Give the first rule after a rank that changes the tag, looks for a clue, and holds."""
    by_clue = _rules().get(tag) or _rules()[_ANY]
    if by_clue.keys().isdisjoint(clues):
        return None
    found: _Rule | None = None
    for clue in by_clue.keys() & clues:
        for rule in by_clue[clue]:
            rank = rule.rank
            if rank > after and (found is None or rank < found.rank):
                holds = rule.test(words, tags, index, rule.x, rule.y)
                if holds and can_be(words[index], rule.new):
                    found = rule
    return found


@cache
def _rules() -> _Rules:
    """Give the rules, those for any tag among each."""
    rows = [(rank, line.split()) for rank, line in enumerate(table_lines("en-context.txt"))]
    changed = {fields[0] for _, fields in rows}
    return {
        old: _by_clue(_rule(rank, fields) for rank, fields in rows if fields[0] in (old, _ANY))
        for old in changed
    }


def _by_clue(rules: Iterable[_Rule]) -> dict[str, tuple[_Rule, ...]]:
    found: dict[str, tuple[_Rule, ...]] = {}
    for rule in rules:
        found[rule.x] = (*found.get(rule.x, ()), rule)
    return found


def _rule(rank: int, fields: list[str]) -> _Rule:
    _, new, test, x, *rest = fields
    return _Rule(rank, new, _TESTS[test], x, rest[0] if rest else "")
