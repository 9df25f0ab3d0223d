"""Names whose first words tell what they name: "HMS …", "Operation …", "Gulf of …"."""

from __future__ import annotations

from collections.abc import Iterator

from .mint import thing_named
from .model import Mention
from .patterns import Phrase
from .runs import phrase_at, run_right, titled
from .view import View, possessor

SHORT = {
    "Op": "Operation",
    "Op.": "Operation",
    "OPERATION": "Operation",
    "Ex": "Exercise",
    "EXERCISE": "Exercise",
    "Exercises": "Exercise",
}
WITH_NUMBER = frozenset(("MilitaryFormation",))


def ships(view: View) -> Iterator[Mention]:
    """Yield ships: a prefix such as HMS or USS and a name."""
    for index, text in enumerate(view.texts):
        if text in view.patterns.ships:
            end = run_right(view, index + 1, _stops(view))
            label = titled(view.words(index, end)) if end > index + 1 else ""
            thing = thing_named(view.lexicon, label, "Vessel") if label else None
            if thing:
                state = view.patterns.ships[text] or possessor(view, index)
                yield Mention(index, end, thing, state=state)


def _stops(view: View) -> frozenset[str]:
    """Give the words that cannot be part of a name which they follow."""
    heads = {words[0] for _, words in view.patterns.after if words[0] not in ("Sea", "Island")}
    return frozenset(heads | view.patterns.titles | set(view.patterns.ships))


def fronted(view: View) -> Iterator[Mention]:
    """Yield the names that begin with a word which tells their class."""
    for index in range(len(view.texts)):
        found = phrase_at(view, index, view.patterns.before)
        if found and view.texts[index - 1 : index] != ("-",):
            yield from _named(view, index, *found)


def _named(view: View, at: int, type_: str, words: Phrase) -> Iterator[Mention]:
    start = at + len(words)
    end = _numbered(view, start) if type_ in WITH_NUMBER else _end(view, start, type_)
    if end == start:
        return
    label = titled(_label(view, at, start, end))
    own = view.words(start, end)
    names = (own,) if type_ in ("Operation", "Exercise") else ()
    thing = thing_named(view.lexicon, label, type_, *names)
    if thing:
        yield Mention(at, end, thing, state=possessor(view, at))


def _end(view: View, start: int, type_: str) -> int:
    """Give where the name ends; a known name of a state or person in it ends it."""
    stops = _stops(view) if type_ not in ("Agreement", "Policy") else frozenset[str]()
    end = run_right(view, start, stops)
    for index in range(start + 1, end):
        known = view.name_at(index)
        if known and known.names[0].thing.types[0] == "Person":
            return index
    return end


def _numbered(view: View, start: int) -> int:
    text = view.text(start)
    number = text.isdigit() and len(text) <= 3
    return start + 1 if number else run_right(view, start, _stops(view), most=2)


def _label(view: View, at: int, start: int, end: int) -> str:
    word = view.words(at, start)
    return f"{SHORT.get(word, word)} {view.words(start, end)}"
