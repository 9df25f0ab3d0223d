"""Nicknames of formations: "the “Kingfishers” of Helicopter Squadron 7"."""

from __future__ import annotations

from .free import free_runs
from .model import Mention
from .view import View


def with_nicknames(view: View, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """Add the names in quotes before "of" and a formation, or right behind one: both are one thing.

    Args:
        view: The sentence.
        found: Its mentions, in order.
    """
    units = [mention for mention in found if mention.thing.types == ("MilitaryFormation",)]
    if not units or not _QUOTES.intersection(view.texts):
        return found
    begins = {mention.first: mention for mention in units}
    ends = {mention.last: mention for mention in units}
    taken = {index for mention in found for index in range(mention.first, mention.last)}
    more = []
    for run in free_runs(view):
        at = run.after + 1 + (view.low(run.after + 1) == "the")
        unit = begins.get(at) if view.text(run.after) == "of" else None
        unit = unit or ends.get(run.before + 1)
        if run.quoted and unit and taken.isdisjoint(range(run.first, run.last)):
            more.append(Mention(run.first, run.last, unit.thing, state=unit.state))
    return tuple(sorted((*found, *more), key=lambda mention: mention.first))


_QUOTES = frozenset("“\"‘'«„")
