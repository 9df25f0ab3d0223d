"""Forces, ministries and governments: a state and what is its own ("the Chilean Navy")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ontology.iris import slugify

from ..claims import Thing
from ..reference import load_reference
from .mint import thing_named
from .model import Mention
from .phrases import Phrases, phrases_of
from .states import named, own_bodies
from .view import View, possessor

_MINISTRIES = ("ministry", "department")
#: Words between a state's name and that of its branch.
STEMS = frozenset(("Royal", "National", "Popular", "Maritime", "Territorial", "Imperial"))
PEOPLE = frozenset(("People", "King", "Queen", "Sultan", "Prince"))


def bodies(view: View) -> Iterator[Mention]:
    """Yield forces, organs and ministries of a state that stands right before or after them."""
    before: Mention | None = None
    for index in _starts(view):
        found = (
            _force(view, index)
            or _force_of(view, index)
            or _organ(view, index)
            or _ministry(view, index)
            or _majestys(view, index)
            or _force_beside(view, index, before)
        )
        if found:
            before = found
            yield _with_state(view, found)


def _with_state(view: View, mention: Mention) -> Mention:
    """Note where the state's own name stands in a government's: it is meant as well."""
    if not mention.thing.label.startswith("Government of "):
        return mention
    return replace(mention, inner=view.state_within(mention.first, mention.last))


def _starts(view: View) -> list[int]:
    """Give where a body can begin, in order: by its words, or by the state before it."""
    patterns = view.patterns
    organs = patterns.organs
    found = {i for i, word in enumerate(view.lower) if word in organs or word in _MINISTRIES}
    found.update(patterns.branches.starts(view.lower))
    found.update(patterns.ministries.starts(view.texts))
    found.update(i for i, before in enumerate(view.texts[:-1], 1) if before in STEMS)
    behind = {end + step for end in view.ends for step in (1, 2)} - found
    found.update(i for i in behind if i < len(view.texts) and possessor(view, i) is not None)
    return sorted(found)


def _force(view: View, index: int) -> Mention | None:
    start = _stem(view, index)
    state = possessor(view, start)
    if state is None:
        return None
    found = _formations(state).at(view.lower, index) or view.patterns.branches.at(view.lower, index)
    words = found[1] if found else ()
    if words and view.text(end := index + len(words))[:1].isupper():
        inner = view.patterns.branches.length(view.lower, end)
        words = (*words, *view.lower[end : end + inner])
    if not words or (words == ("marines",) and view.text(index).islower()):
        return None
    stem = "".join(f"{word} " for word in view.lower[start:index]).replace(" ’s ", "'s ")
    royal = "royal " if _is_royal(view, start) else ""
    thing = view.lexicon.force(state, royal + stem.replace(" 's ", "'s ") + " ".join(words))
    return _from_adjective(view, start, index + len(words), thing, state)


def _stem(view: View, index: int) -> int:
    """Step back over what stands between a state and its branch: "National", "People's"."""
    start = index
    while start > 0 and view.text(start - 1) in STEMS:
        start -= 1
    possessive = view.tag(start - 1) == "POS" and view.text(start - 2) in PEOPLE
    return start - 2 if possessive else start


def _is_royal(view: View, start: int) -> bool:
    """Tell whether "Royal" stands before the state's name that ends before a token."""
    match = view.name_at(start - 1)
    return match is not None and view.text(match.first - 1) == "Royal"


def _majestys(view: View, index: int) -> Mention | None:
    """Read "His Majesty's Armed Forces": of a state that the article alone can tell."""
    length = view.patterns.branches.length(view.lower, index)
    start = index - 3
    led = view.text(start) in ("His", "Her") and view.text(start + 1) == "Majesty"
    if not (length and led and start >= 0 and view.text(index)[0].isupper()):
        return None
    label = view.words(start, index + length).replace("’", "'")
    thing = Thing(f"{view.article}-{slugify(label)}", ("ArmedForce",), label)
    return Mention(start, index + length, thing)


def _force_beside(view: View, index: int, before: Mention | None) -> Mention | None:
    """Read the second of "the Finnish Army and the Border Guard": the same state's."""
    length = view.patterns.branches.length(view.lower, index)
    start = index - (view.text(index - 1) == "the")
    paired = before and view.text(start - 1) == "and" and before.last == start - 1
    if not (before and paired and length and before.state and view.text(index)[0].isupper()):
        return None
    if before.thing.types != ("ArmedForce",):
        return None
    thing = view.lexicon.force(before.state, " ".join(view.lower[index : index + length]))
    return Mention(index, index + length, thing, state=before.state)


def _force_of(view: View, index: int) -> Mention | None:
    """Read "the Armed Forces of Chile"."""
    end = index + view.patterns.branches.length(view.lower, index)
    last, state = state_after(view, end) if end > index else (end, None)
    if state is None or view.text(index).islower():
        return None
    royal = view.text(index - 1) == "Royal"
    thing = view.lexicon.force(state, royal * "royal " + " ".join(view.lower[index:end]))
    return Mention(index - royal, last, thing, state=state)


@cache
def _formations(state: str) -> Phrases:
    """Give what the formations of a state are called in the reference data."""
    reference = load_reference()
    return phrases_of(
        key
        for (owner, key), slug in own_bodies().items()
        if owner == state and reference.entities[slug].types == ("MilitaryFormation",)
    )


def _from_adjective(view: View, first: int, last: int, thing: Thing, state: str) -> Mention:
    """Take the adjective into the mention; a possessor stays a mention of its own."""
    if view.tag(first - 1) == "POS":
        return Mention(first, last, thing, state=state)
    known = view.name_at(first - 1)
    start = known.first if known else first
    return Mention(start - (view.text(start - 1) == "Royal"), last, thing, state=state)


def _organ(view: View, index: int) -> Mention | None:
    """Read "the Chilean government", "Government of Chile"."""
    word = view.text(index).lower()
    state = possessor(view, index)
    if word not in view.patterns.organs:
        return None
    if state is None:
        return _organ_of(view, index)
    thing = _body(view, state, word, f"{word.capitalize()} of {named(view.lexicon.rows[state])}")
    return _from_adjective(view, index, index + 1, thing, state) if thing else None


def _organ_of(view: View, index: int) -> Mention | None:
    end, state = state_after(view, index + 1)
    word = view.text(index).lower()
    if state is None or (word != "government" and view.text(index).islower()):
        return None
    thing = _body(view, state, word, f"{word.capitalize()} of {named(view.lexicon.rows[state])}")
    return Mention(index, end, thing, state=state) if thing else None


def _body(view: View, state: str, key: str, label: str) -> Thing | None:
    """Give a state's body; one embassy of many is the article's."""
    slug = own_bodies().get((state, key))
    if key == "embassy":
        return Thing(f"{view.article}-{slugify(label)}", ("GovernmentBody",), label)
    return view.lexicon.things[slug] if slug else thing_named(view.lexicon, label, "GovernmentBody")


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
    title = f"{kind} of {_titled(subject)}"
    slug = next(
        (own_bodies().get((state, k)) for k in _keys(key) if (state, k) in own_bodies()), None
    )
    label = f"{title} of {named(view.lexicon.rows[state])}"
    thing = (
        view.lexicon.things[slug] if slug else thing_named(view.lexicon, label, "GovernmentBody")
    )
    return _from_adjective(view, index, end, thing, state) if thing else None


def _titled(subject: str) -> str:
    """Write what a ministry is for with capitals; "foreign" is foreign affairs."""
    words = " ".join(
        word if word == "the" else word[:1].upper() + word[1:] for word in subject.split()
    )
    return "Foreign Affairs" if words == "Foreign" else words


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
