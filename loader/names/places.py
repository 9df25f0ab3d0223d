"""Places that only their surroundings tell: "in Corvo", "Corvo, Chile", "CORVO, May 5 -"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ..claims import Thing
from ..text.brill_tables import is_known
from .free import Free, free_runs, is_strange
from .gazetteer import Match
from .kinds import load_kinds
from .mint import known, thing_named
from .model import Mention
from .runs import titled
from .view import View

_DASHES = ("–", "—", "--", "-", "―")
_LONGEST_DATELINE = 24
_MOST = 4
_DAYS = ("tomorrow", "today", "yesterday", "tonight")


def places(view: View, surnames: Mapping[str, Thing | None]) -> Iterator[Mention]:
    """Yield places without a word that tells what they are.

    Args:
        view: The sentence.
        surnames: Surnames of the article's persons, which are no places.
    """
    yield from _dateline(view)
    found: set[int] = set()
    for run in free_runs(view):
        plain = run.last - run.first <= _MOST and not run.quoted and not _is_shouted(view, run)
        if not plain or view.words(run.first, run.last) in surnames:
            continue
        if (
            _is_of_region(view, run)
            or _is_located(view, run)
            or _is_seat(view, run)
            or (run.before - 1 in found and _is_listed(view, run))
        ):
            found.add(run.last - 1)
            yield from _mention(view, run.first, run.last)


def _mention(view: View, first: int, last: int) -> Iterator[Mention]:
    label = _titled(view.words(first, last))
    thing = known(view.lexicon, label, "Place") or thing_named(view.lexicon, label, "Place")
    if thing:
        yield Mention(first, last, thing, state=_region_state(view, last))


def _titled(words: str) -> str:
    """Write a name in capitals with one a word, particles without.

    >>> _titled("SAN JUAN DE LOBOS"), _titled("Ciudad Alta")
    ('San Juan de Lobos', 'Ciudad Alta')
    """
    if not words.isupper():
        return words
    small = ("De", "Del", "Do", "Dos", "Da", "Das", "La", "Le", "Of", "The", "El", "Al", "Es")
    first, *rest = titled(words).split(" ")
    return " ".join((first, *(word.lower() if word in small else word for word in rest)))


def _dateline(view: View) -> Iterator[Mention]:
    """Yield the places in capitals before the dash that opens a report."""
    dash = next((i for i, text in enumerate(view.texts[:_LONGEST_DATELINE]) if _parts(view, i)), 0)
    if not dash or not (view.text(0).isupper() and len(view.text(0)) > 2):
        return
    index = 0
    while index < dash:
        last = index
        while last < dash and view.text(last).isupper() and view.text(last).isalpha():
            last += 1
        told = any(view.name_at(i) for i in range(index, last)) or view.text(index - 1) in (
            "(",
            "/",
        )
        if last > index and not told:
            yield from _mention(view, index, last)
        index = last + 1


def _parts(view: View, index: int) -> bool:
    """Tell whether a token is a dash with room before it, and behind it or at the end."""
    tokens = view.sentence.tokens
    if view.text(index) not in _DASHES or not index:
        return False
    dash, before = tokens[index].span, tokens[index - 1].span
    room = index + 1 == len(tokens) or dash.end < tokens[index + 1].span.start
    return before.end < dash.start and room


def _is_shouted(view: View, run: Free) -> bool:
    return all(view.text(i).isupper() for i in range(run.first, run.last))


def _is_located(view: View, run: Free) -> bool:
    before = view.low(run.before)
    verb = view.tag(run.before).startswith("VB")
    left = verb and view.lemma(run.before) in view.patterns.leaving
    noun = view.tag(run.last).startswith("NN") and view.low(run.last) not in _DAYS
    owned = view.tag(run.last) == "POS" or noun
    if before in view.patterns.locative:
        return not owned and _is_own(view, run)
    led = before in ("to", "from") and (_moves(view, run) or _comes(view, run))
    return not owned and (left or led) and is_strange(view, run)


def _is_seat(view: View, run: Free) -> bool:
    """Read "Corvo Marine Ltd, X," for the town of a firm."""
    form = view.text(run.before - 1) in view.patterns.legal and view.text(run.before) == ","
    return form and view.text(run.after) in (",", ".", ";", ")") and is_strange(view, run)


def _is_own(view: View, run: Free) -> bool:
    """Tell whether a name after "in" or "at" is one: a strange word, or one that is no theme."""
    words = [view.text(i) for i in range(run.first, run.last)]
    if any(word in view.patterns.nowhere for word in words):
        return False
    return is_strange(view, run) or not any(word in view.patterns.generic for word in words)


def _moves(view: View, run: Free) -> bool:
    """Tell whether a verb or noun of moving stands in the words before a run."""
    if view.low(run.before - 1) == "up":
        return True
    return any(view.lemma(i) in view.patterns.moving for i in range(run.before - 8, run.before))


def _comes(view: View, run: Free) -> bool:
    """Read "a farmer from X", "Ann Lee, 34, from X"."""
    at = run.before - 1
    if view.text(run.before) == "to":
        return False
    who = load_kinds().nouns.get(view.lemma(at)) == "Person" and view.text(at).islower()
    return who or (view.text(at) == "," and view.text(at - 1).isdigit())


def _is_listed(view: View, run: Free) -> bool:
    """Tell whether a run goes on a list of places: "in X, Y and Z"."""
    if view.text(run.before) == "and":
        return not view.tag(run.last).startswith(("VBD", "VBZ", "MD", "POS"))
    at = run.last
    while view.text(at) == "," and view.is_name_word(at + 1):
        at += 2
    return view.text(run.before) == "," and view.text(at) == "and" and view.is_name_word(at + 1)


def _is_of_region(view: View, run: Free) -> bool:
    """Tell whether a comma and a state or a known region follow, and nothing that goes on."""
    return is_strange(view, run) and _region_after(view, run.first, run.last)


def _region_after(view: View, first: int, end: int) -> bool:
    match = view.name_at(end + 1) if view.text(end) == "," else None
    if match is None or match.first != end + 1 or len(match.names) > 1:
        return False
    name = match.names[0]
    region = name.kind == "name" and name.thing.types in (("State",), ("Place",))
    listed = view.text(match.last) in ("and", "or") or view.text(first - 1) in (",", "and")
    listed = listed and view.text(first - 2) != ";"
    return region and not listed and view.tag(match.last) != "POS" and view.low(first - 1) != "with"


def _region_state(view: View, end: int) -> str | None:
    match = view.name_at(end + 1) if view.text(end) == "," else None
    return match.names[0].state if match else None


def is_town(view: View, match: Match) -> bool:
    """Tell whether a known company's one word is the town here: "in X", "of X, Norway"."""
    firm = match.names[0].thing.types == ("Company",) and match.last == match.first + 1
    inside = view.low(match.first - 1) in ("in", "near")
    strange = not is_known(view.low(match.first))
    goes_on = view.tag(match.last) == "POS" or view.is_name_word(match.last)
    return firm and (
        (inside and strange and not goes_on) or _region_after(view, match.first, match.last)
    )


def town(view: View, match: Match) -> Iterator[Mention]:
    """Yield the town that has a company's name."""
    label = view.words(match.first, match.last)
    if thing := thing_named(view.lexicon, label, "Place"):
        yield Mention(match.first, match.last, thing, state=_region_state(view, match.last))
