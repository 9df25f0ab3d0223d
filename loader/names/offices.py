"""Offices: "the Chilean Defence Minister", "Minister of Defence of Chile"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..claims import Thing
from .forces import state_after
from .introduced import name_end
from .model import Mention
from .phrases import Phrases
from .view import View, once


@dataclass(frozen=True, slots=True)
class Title:
    """Words of an office in tokens ``first <= i < last``.

    Attributes:
        first: Index of its first token, state left out.
        last: Index after its last token, state left out.
        weak: Whether the words alone could be something else.
    """

    first: int
    last: int
    weak: bool = False


@once
def titles(view: View) -> tuple[Title, ...]:
    """Give the titles of offices, longest at each place, without overlap."""
    openers, ranks = view.patterns.offices.openers, view.patterns.offices.ranks
    found: list[Title] = []
    for index, word in enumerate(view.lower):
        begins = word in openers or word.rstrip("-") in ranks
        apart = not found or index >= found[-1].last
        if begins and apart and (title := _title(view, index)):
            found.append(title)
    return tuple(found)


def _title(view: View, index: int) -> Title | None:
    start = index + (view.text(index).lower().rstrip("-") in view.patterns.offices.ranks)
    start += start > index and view.text(start) in ("-",)
    found = (
        _minister_of(view, start)
        or _subject_minister(view, start)
        or _chief(view, start)
        or _whole(view, start, view.patterns.offices.strong, weak=False)
        or _whole(view, start, view.patterns.offices.weak, weak=True)
    )
    return Title(index, found.last, found.weak) if found else None


def _whole(view: View, index: int, phrases: Phrases, *, weak: bool) -> Title | None:
    length = phrases.length(view.lower, index)
    return Title(index, index + length, weak) if length else None


def _subject(view: View, index: int) -> int:
    """Give where a subject of ministers that begins at a token ends."""
    return index + view.patterns.offices.subjects.length(view.lower, index)


def _subject_minister(view: View, index: int) -> Title | None:
    end = _subject(view, index)
    if end > index and view.text(end).lower() in view.patterns.offices.ministers:
        junior = view.low(index) == "state" and view.text(end + 1) == "for"
        last = _subject(view, end + 2) if junior else end + 1
        return Title(index, last if last > end + 2 else end + 1)
    return None


def _minister_of(view: View, index: int) -> Title | None:
    """Read "Minister of Defence", "Secretary of State for Foreign and Home Affairs"."""
    head = view.text(index).lower()
    at = index + 1
    if view.lower[at : at + 3] == ("of", "state", "for"):
        at += 2
    if head not in view.patterns.offices.ministers or view.text(at) not in ("of", "for"):
        return None
    start = at + 1 + (view.text(at + 1) == "the" and not _subject(view, at + 1) > at + 1)
    end = _subject(view, start)
    if end == start:
        return None
    while view.text(end) in ("and", ",") and (more := _subject(view, end + 1)) > end + 1:
        if view.text(end + 1)[0].islower() != view.text(start)[0].islower():
            break
        end = more
    return Title(index, end)


def _chief(view: View, index: int) -> Title | None:
    if view.text(index).lower() != "chief" or view.text(index + 1) != "of":
        return None
    length = view.patterns.offices.chiefs.length(view.lower, index + 2)
    return Title(index, index + 2 + length) if length else None


def offices(
    view: View,
    states: Mapping[str, str] = MappingProxyType({}),
    surnames: Mapping[str, Thing | None] = MappingProxyType({}),
    holders: Mapping[str, str] = MappingProxyType({}),
) -> Iterator[Mention]:
    """Yield the offices that a sentence mentions, one at a time; plurals are none.

    Args:
        view: The sentence.
        states: Title, in lower case → state, where the article tells it elsewhere.
        surnames: Surname → the one person of the article who has it.
        holders: Slug of a person → state whose office the article gives them.
    """
    for title in titles(view):
        first, last, state = _placed(view, title)
        words = view.words(title.first, title.last)
        if state is None and (holder := _holder(view, last, surnames)):
            row = view.lexicon.rows.get(holder.slug)
            state = holders.get(holder.slug) or (row.state if row else None)
        elif state is None and not _has_holder(view, title):
            state = states.get(words.lower())
        state = state or _own_state(view, words.lower())
        if state is None and title.weak and not _has_holder(view, title):
            continue
        post, inner = view.lexicon.post(words, state, view.article), view.state_within(first, last)
        yield Mention(first, last, post, "office", state, inner)


def _placed(view: View, title: Title) -> tuple[int, int, str | None]:
    """Find the state of a title: before it (an adjective becomes part), or after "of"."""
    end, state = state_after(view, title.last)
    if state:
        return title.first, end, state
    if state := _state_of_force(view, title.last):
        return title.first, title.last, state
    start = title.first
    while view.text(start - 1).lower() in view.patterns.offices.between:
        start -= 1
    if view.tag(start - 1) == "POS":
        owner = _owner(view, start - 2)
        return title.first, title.last, owner
    owner = _owner(view, start - 1)
    match = view.name_at(start - 1)
    inside = owner is not None and match is not None and start == title.first
    return (match.first if inside and match else title.first), title.last, owner


def _state_of_force(view: View, index: int) -> str | None:
    """Give the state of "of the Chilean Armed Forces"."""
    if view.text(index) != "of":
        return None
    match = view.name_at(index + 1 + (view.text(index + 1) == "the"))
    if match and match.names[0].thing.types[0] in ("State", "ArmedForce"):
        return match.names[0].state
    return None


def _owner(view: View, index: int) -> str | None:
    """Give the state whose name, or whose government's name, ends with a token."""
    state = view.state_at(index)
    return state.thing.slug if state else None


def _own_state(view: View, title: str) -> str | None:
    """Give the one state that has this title, or the title without its rank."""
    offices = view.patterns.offices
    rank, _, rest = title.partition(" ")
    return offices.own.get(title) or (offices.own.get(rest) if rank in offices.ranks else None)


def _has_holder(view: View, title: Title) -> bool:
    """Tell whether a capital title stands right before a name, or before a comma and one."""
    start = title.last + (view.text(title.last) == ",")
    return view.text(title.first)[0].isupper() and name_end(view, start) > start


def _holder(view: View, index: int, surnames: Mapping[str, Thing | None]) -> Thing | None:
    """Give the person who is named right after an office, by full name or surname."""
    if view.text(index) == "and" and (further := _title(view, index + 1)):
        index = further.last
    start = index + (view.text(index) == ",")
    while True:
        match = view.name_at(start)
        if match and match.first == start and match.names[0].thing.types == ("Person",):
            return match.names[0].thing
        if view.text(start) not in view.patterns.titles:
            break
        start += 1
    return surnames.get(view.text(start)) if view.text(start) else None
