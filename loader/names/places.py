"""Places that only their surroundings tell: "in Corvo", "Corvo, Chile"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..claims import Thing
from ..text.brill_tables import is_known
from .mint import known, thing_named
from .model import Mention
from .runs import run_right
from .view import View

NONE: frozenset[str] = frozenset()


def places(view: View, surnames: Mapping[str, Thing | None]) -> Iterator[Mention]:
    """Yield places without a word that tells what they are.

    Args:
        view: The sentence.
        surnames: Surnames of the article's persons, which are no places.
    """
    for index in view.capitals:
        end = _end(view, index)
        if end == index or view.words(index, end) in surnames:
            continue
        if _is_of_region(view, index, end) or _is_located(view, index, end):
            label = view.words(index, end)
            thing = known(view.lexicon, label, "Place") or thing_named(view.lexicon, label, "Place")
            if thing:
                yield Mention(index, end, thing, state=_region_state(view, end))


def _end(view: View, start: int) -> int:
    """Give where a run of capitals ends that no known name touches; ``start`` where there is none.

    It begins after a word that is no capital, and holds a word that is no plain word.
    """
    if view.is_name_word(start - 1) or view.text(start - 1) in ("-", "/", "&"):
        return start
    end = run_right(view, start, NONE, most=3)
    if view.is_name_word(end) or view.text(end) in ("-", "/", "&"):
        return start
    if any(view.name_at(i) for i in range(start, end)):
        return start
    words = view.texts[start:end]
    strange = any(word.isalpha() and not is_known(word.lower()) for word in words)
    titled = any(word in view.patterns.titles or word in view.patterns.generic for word in words)
    shouted = all(word.isupper() for word in words)
    return end if strange and not (titled or shouted) else start


def _is_located(view: View, index: int, end: int) -> bool:
    before = view.lower[index - 1] if index else ""
    left = view.lemma(index - 1) in view.patterns.leaving and view.tag(index - 1).startswith("VB")
    owned = view.tag(end) == "POS" or view.tag(end).startswith("NN")
    led = before in view.patterns.locative or (before in ("to", "from") and _moves(view, index - 1))
    return left or (led and not owned)


def _moves(view: View, index: int) -> bool:
    """Tell whether a verb of moving stands in the four words before a token."""
    return any(view.lemma(i) in view.patterns.moving for i in range(index - 4, index))


def _is_of_region(view: View, index: int, end: int) -> bool:
    """Tell whether a comma and a state or a known region follow, and nothing that goes on."""
    match = view.name_at(end + 1) if view.text(end) == "," else None
    if match is None or match.first != end + 1 or len(match.names) > 1:
        return False
    name = match.names[0]
    region = name.kind == "name" and name.thing.types in (("State",), ("Place",))
    listed = view.text(match.last) in ("and", "or") or view.text(index - 1) in (",", "and")
    listed = listed and view.text(index - 2) != ";"
    return (
        region and not listed and view.tag(match.last) != "POS" and view.lower[index - 1] != "with"
    )


def _region_state(view: View, end: int) -> str | None:
    match = view.name_at(end + 1) if view.text(end) == "," else None
    return match.names[0].state if match else None
