"""Forces, ministries and governments: a state and what is its own ("the Chilean Navy")."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..claims import Thing
from ..reference import load_reference
from .lexicon import Lexicon
from .mint import thing_named
from .model import Mention
from .phrases import Phrases, phrases_of
from .states import named, own_bodies
from .view import View, possessor

_MINISTRIES = ("ministry", "department")


def bodies(view: View) -> Iterator[Mention]:
    """Yield forces, organs and ministries of a state that stands right before or after them."""
    for index in _starts(view):
        found = (
            _force(view, index)
            or _force_of(view, index)
            or _organ(view, index)
            or _ministry(view, index)
        )
        if found:
            yield found


def _starts(view: View) -> list[int]:
    """Give where a body can begin, in order: by its words, or by the state before it."""
    patterns = view.patterns
    organs = patterns.organs
    found = {i for i, word in enumerate(view.lower) if word in organs or word in _MINISTRIES}
    found.update(patterns.branches.starts(view.lower))
    found.update(patterns.ministries.starts(view.texts))
    found.update(i for i, before in enumerate(view.texts[:-1], 1) if before == "Royal")
    behind = {end + step for end in view.ends for step in (1, 2)} - found
    found.update(i for i in behind if i < len(view.texts) and possessor(view, i) is not None)
    return sorted(found)


def _force(view: View, index: int) -> Mention | None:
    state = possessor(view, index) or _behind_royal(view, index)
    if state is None:
        return None
    found = _formations(state).at(view.lower, index) or view.patterns.branches.at(view.lower, index)
    words = found[1] if found else ()
    if not words or (words == ("marines",) and view.text(index).islower()):
        return None
    royal = "royal " if view.text(index - 1) == "Royal" else ""
    thing = view.lexicon.force(state, royal + " ".join(words))
    return _from_adjective(view, index, index + len(words), thing, state)


def _force_of(view: View, index: int) -> Mention | None:
    """Read "the Armed Forces of Chile"."""
    end = index + view.patterns.branches.length(view.lower, index)
    last, state = state_after(view, end) if end > index else (end, None)
    if state is None or view.text(index).islower():
        return None
    thing = view.lexicon.force(state, " ".join(view.lower[index:end]))
    return Mention(index, last, thing, state=state)


@cache
def _formations(state: str) -> Phrases:
    """Give what the formations of a state are called in the reference data."""
    reference = load_reference()
    return phrases_of(
        key
        for (owner, key), slug in own_bodies().items()
        if owner == state and reference.entities[slug].types == ("MilitaryFormation",)
    )


def _behind_royal(view: View, index: int) -> str | None:
    return possessor(view, index - 1) if view.text(index - 1) == "Royal" else None


def _from_adjective(view: View, first: int, last: int, thing: Thing, state: str) -> Mention:
    """Take the adjective into the mention; a possessor stays a mention of its own."""
    start = first - 1 if view.text(first - 1) == "Royal" else first
    known = view.name_at(start - 1) if view.tag(start - 1) != "POS" else None
    return Mention(known.first if known else start, last, thing, state=state)


def _organ(view: View, index: int) -> Mention | None:
    """Read "the Chilean government", "Government of Chile"."""
    word = view.text(index).lower()
    state = possessor(view, index)
    if word not in view.patterns.organs:
        return None
    if state is None:
        return _organ_of(view, index)
    thing = _body(
        view.lexicon, state, word, f"{word.capitalize()} of {named(view.lexicon.rows[state])}"
    )
    return _from_adjective(view, index, index + 1, thing, state) if thing else None


def _organ_of(view: View, index: int) -> Mention | None:
    end, state = state_after(view, index + 1)
    word = view.text(index).lower()
    if state is None or (word != "government" and view.text(index).islower()):
        return None
    thing = _body(
        view.lexicon, state, word, f"{word.capitalize()} of {named(view.lexicon.rows[state])}"
    )
    return Mention(index, end, thing, state=state) if thing else None


def _body(lexicon: Lexicon, state: str, key: str, label: str) -> Thing | None:
    slug = own_bodies().get((state, key))
    return lexicon.things[slug] if slug else thing_named(lexicon, label, "GovernmentBody")


def state_after(view: View, index: int) -> tuple[int, str | None]:
    """Read "of (the) STATE" at a token: where it ends, and the state."""
    if view.text(index) != "of":
        return index, None
    start = index + 1 + (view.text(index + 1).lower() == "the")
    match = view.name_at(start)
    if match is None or match.first != start or len(match.names) > 1:
        return index, None
    name = match.names[0]
    is_state = name.thing.types == ("State",) and name.kind == "name"
    return (match.last, name.thing.slug) if is_state else (index, None)


def _ministry(view: View, index: int) -> Mention | None:
    """Read "Ministry of Defence (of Chile)" and "Chilean Defence Ministry"."""
    kind, subject, end = _ministry_words(view, index)
    if not subject:
        return None
    last, state = state_after(view, end)
    state = state or possessor(view, index)
    if state is None:
        return None
    end = max(end, last)
    key = f"{kind} of {subject}".lower().replace("defense", "defence").replace("of the", "of")
    title = f"{kind} of {subject}"
    slug = next(
        (own_bodies().get((state, k)) for k in _keys(key) if (state, k) in own_bodies()), None
    )
    label = f"{title} of {named(view.lexicon.rows[state])}"
    thing = (
        view.lexicon.things[slug] if slug else thing_named(view.lexicon, label, "GovernmentBody")
    )
    return _from_adjective(view, index, end, thing, state) if thing else None


def _keys(key: str) -> tuple[str, ...]:
    plain = key.replace(" of ", " ")
    return (plain, plain.replace("national ", ""), f"federal {plain}", key)


def _ministry_words(view: View, index: int) -> tuple[str, str, int]:
    if view.text(index) in ("Ministry", "Department") and view.text(index + 1) in ("of", "for"):
        end = index + 2 + view.patterns.ministries.length(view.texts, index + 2)
        return view.text(index), " ".join(view.texts[index + 2 : end]), end
    end = index + view.patterns.ministries.length(view.texts, index)
    if end > index and view.text(end).lower() in ("ministry", "department"):
        return view.text(end).capitalize(), " ".join(view.texts[index:end]), end + 1
    return "", "", index
