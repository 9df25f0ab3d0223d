"""Nicknames of formations: "the “Kingfishers” of Helicopter Squadron 7", "VFA-190 “Red Kites,”"."""

from __future__ import annotations

from collections.abc import Iterator

from .free import CLOSING, OPENING
from .model import Mention
from .view import View

_LONGEST = 4
_INNER = ("’", "'", "-", "and", "of", "the")


def with_nicknames(view: View, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Add the names in quotes before "of" and a formation, or right behind one: both are one thing.

    A state's name within such quotes names no state.

    Args:
        view: The sentence.
        found: Its mentions, in order.
    """
    units = [mention for mention in found if mention.thing.types == ("MilitaryFormation",)]
    if not units or not _QUOTES.intersection(view.texts):
        return found
    more = tuple(_nicknames(view, units))
    kept = [m for m in found if not any(n.first <= m.first and m.last <= n.last for n in more)]
    taken = {index for mention in kept for index in range(mention.first, mention.last)}
    new = [nick for nick in more if taken.isdisjoint(range(nick.first, nick.last))]
    return tuple(sorted((*kept, *new), key=lambda mention: mention.first))


def _nicknames(view: View, units: list[Mention]) -> Iterator[Mention]:
    begins = {mention.first: mention for mention in units}
    ends = {mention.last: mention for mention in units}
    for index, text in enumerate(view.texts):
        last = _end(view, index + 1) if text in OPENING else 0
        if not last:
            continue
        after = last + 1 + (view.text(last) in (",", "."))
        at = after + 1 + (view.low(after + 1) == "the")
        unit = begins.get(at) if view.text(after) == "of" else None
        unit = unit or ends.get(index)
        if unit:
            yield Mention(index + 1, last, unit.thing, state=unit.state)


def _end(view: View, first: int) -> int:
    """Give where a quoted name ends that begins at a token, 0 where none does."""
    for last in range(first + 1, min(first + _LONGEST, len(view.texts) - 1) + 1):
        comma = view.text(last) in (",", ".") and view.text(last + 1) in CLOSING
        inner = view.text(last) in _INNER and view.text(last + 1)[:1].isupper()
        if comma or (view.text(last) in CLOSING and not inner):
            return last
        if not (inner or view.text(last)[:1].isupper()):
            return 0
    return 0


_QUOTES = frozenset("“\"‘'«„")
