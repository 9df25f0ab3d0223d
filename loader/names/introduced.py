"""How a text brings in a person by name, titles and offices apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .speakers import Heard
from .view import View

_COLLEAGUES = (
    ("counterpart",),
    ("colleague",),
    ("homologue",),
    ("opposite", "number"),
    ("predecessor",),
    ("successor",),
)
_FIRST = frozenset(words[0] for words in _COLLEAGUES)
_LIST_REACH = 14
_PLACING = ("at", "in", "on", "near", "outside", "off")


@dataclass(frozen=True, slots=True)
class Called:
    """Words that name a person: title tokens ``first <= i < name``, name ``name <= i < last``.

    ``sure`` tells that a name may be made of plain words: what stands round it names a person.
    """

    first: int
    name: int
    last: int
    sure: bool = False


def introduced(view: View, heard: Heard) -> Iterator[Called]:
    """Yield the names that their surroundings show to be persons'.

    Args:
        view: The sentence.
        heard: Who speaks in the article.
    """
    if view.sentence.span.start in heard.labels:
        yield from _labelled(view, heard.labels[view.sentence.span.start])
    if len(view.name_words) < 2:
        return
    if not view.patterns.speech.isdisjoint(view.lemmas):
        yield from _speaking(view)
    if not view.patterns.roles.isdisjoint(view.lemmas):
        yield from _by_role(view)
        yield from _listed(view)
    if not _FIRST.isdisjoint(view.vocabulary):
        yield from _colleagues(view)
    for index in view.capitals:
        if view.text(index) in heard.surnames and (called := _run(view, index + 1, sure=True)):
            yield called
        after = view.text(index + 1)
        aged = view.text(index + 2).isdigit() and len(view.text(index + 2)) == 2
        told = after == "," and (view.text(index + 2) == "who" or aged)
        if (told or after == "who") and (called := _run(view, index + 1)):
            yield called


def _labelled(view: View, end: int) -> Iterator[Called]:
    """Yield the speaker of a turn: the last words of "MINISTER LEE:", titles and offices apart."""
    tokens = view.sentence.tokens
    last = next((i for i, t in enumerate(tokens) if t.span.start >= end or t.text in ("(", ",")), 0)
    start = last
    while start and view.text(start - 1)[:1].isalpha() and not _is_title(view, start - 1):
        start -= 1
    asks = {word.lower() for word in view.texts[start:last]} & view.patterns.askers
    if last > start and not asks and view.text(start)[0].isupper():
        yield Called(0, start, last, sure=True)


def _is_title(view: View, index: int) -> bool:
    """Tell whether a word of a label is a title or part of an office, in capitals too."""
    word = view.text(index)
    forms = (word, word.capitalize(), word.title())
    known = any(f in view.patterns.titles or f in view.patterns.generic for f in forms)
    return (
        known or word.lower() in view.patterns.roles or word.lower() in ("the", "of", "for", "and")
    )


def name_end(view: View, start: int, *, most: int = 4) -> int:
    """Give where a person's name ends that begins at a token; equal to it where there is none."""
    end = start
    while end < len(view.texts) and end - start < 2 * most:
        if _is_part(view, end) or (end > start and _leads_on(view, end)):
            end += 1
        else:
            break
    return end


def name_begin(view: View, end: int) -> int:
    """Give where a person's name begins that ends before a token."""
    start = end
    while start > 0 and (_is_part(view, start - 1) or _leads_on(view, start - 1)):
        start -= 1
    return start


def is_full(view: View, start: int, end: int) -> bool:
    """Tell whether a name has at least two words."""
    return sum(view.text(i)[:1].isupper() for i in range(start, end)) > 1


def titles_begin(view: View, index: int) -> int:
    """Give where the titles before a name begin."""
    start = index
    while view.text(start - 1) in view.patterns.titles:
        start -= 1
    return start


def _is_part(view: View, index: int) -> bool:
    text = view.text(index)
    if text in view.patterns.generic or text in view.patterns.titles or _is_other(view, index):
        return False
    if text in view.patterns.postnominals:
        return False
    if text[:3] in ("al-", "el-", "as-") and text[3:4].isupper():
        return True
    initial = len(text) == 2 and text[0].isupper() and text[1] == "."
    letters = text.replace("’", "").replace("'", "").replace("-", "").replace(".", "")
    shouting = text.isupper() and len(text) > 3
    return (view.is_name_word(index) and letters.isalpha() and not shouting) or initial


def _is_other(view: View, index: int) -> bool:
    """Tell whether a token belongs to a known name that is no person's."""
    match = view.name_at(index)
    return match is not None and any(n.thing.types != ("Person",) for n in match.names)


def _leads_on(view: View, index: int) -> bool:
    """Tell whether a particle or hyphen is followed by more of the name."""
    step = index
    while view.text(step) in view.patterns.particles and step < index + 2:
        step += 1
    if view.text(index) in ("-", "‑") and view.text(index - 1)[:1].isupper():
        step = index + 1
    return step > index and _is_part(view, step)


def _run(view: View, end: int, *, sure: bool = False) -> Called | None:
    """Give the full name that ends before a token, None where there is none."""
    start = name_begin(view, end)
    placed = not sure and view.text(start - 1).lower() in _PLACING
    if placed or not is_full(view, start, end) or name_end(view, start) != end:
        return None
    return Called(titles_begin(view, start), start, end, sure)


def _speaking(view: View) -> Iterator[Called]:
    """Yield full names that are the subject of a verb of saying, in either order."""
    for index, token in enumerate(view.sentence.tokens):
        if token.lemma in view.patterns.speech and token.tag in ("VBD", "VBZ", "VBP", "VBN"):
            called = _run(view, index)
            if called and view.text(called.name - 1).lower() != "the":
                yield called
            end = name_end(view, index + 1)
            if is_full(view, index + 1, end) and view.text(index - 1) in (",", "”", '"', "’"):
                yield Called(index + 1, index + 1, end)


def _by_role(view: View) -> Iterator[Called]:
    """Yield "navy spokesman Ann Lee": a full name right after what its bearer is."""
    for index, token in enumerate(view.sentence.tokens):
        if token.lemma in view.patterns.roles and token.tag in ("NN", "NNP", "JJ"):
            for first in {index + 1, _past_chain(view, index + 1)}:
                start = first
                while view.text(start) in view.patterns.titles:
                    start += 1
                end = name_end(view, start)
                led = view.text(first - 1) != ","
                behind = led or first == index + 1 or view.text(end) in (",", ".", ")", ";", "")
                if is_full(view, start, end) and behind:
                    yield Called(first, start, end)


def _past_chain(view: View, index: int) -> int:
    """Give where a name may begin behind "to Denmark," or "for DPAA"; ``index`` where none may."""
    at = index
    while view.lower[at : at + 1] and view.lower[at] in ("of", "to", "for", "at"):
        at += 1 + (view.text(at + 1) == "the")
        start = at
        while view.name_at(at) is not None or (view.text(at).isupper() and len(view.text(at)) > 1):
            at += 1
        if at == start:
            return index
    return at + (view.text(at) == ",") if at > index else index


def _colleagues(view: View) -> Iterator[Called]:
    """Yield "his Danish counterpart, Ann Lee", with or without the comma."""
    for index in range(len(view.texts)):
        for words in _COLLEAGUES:
            last = index + len(words)
            if view.lower[index:last] == words:
                start = last + (view.text(last) == ",")
                first = start
                while view.text(start) in view.patterns.titles:
                    start += 1
                end = name_end(view, start)
                if is_full(view, start, end):
                    yield Called(first, start, end, sure=True)


def _listed(view: View) -> Iterator[Called]:
    """Yield the names after a plural of roles: "the ministers of X and Y, Ann Lee and Bo Poe"."""
    for index, token in enumerate(view.sentence.tokens):
        if token.tag in ("NNS", "NNPS") and token.lemma in view.patterns.roles:
            found = _list_after(view, index + 1)
            if len(found) > 1:
                yield from found


def _list_after(view: View, start: int) -> list[Called]:
    """Give the full names of the list that begins nearest after a token."""
    for first in range(start, min(start + _LIST_REACH, len(view.texts))):
        found: list[Called] = []
        at = first
        while called := _at(view, at):
            found.append(called)
            at = called.last
            while view.text(at) in (",", "and"):
                at += 1
            if at == called.last:
                break
        if found:
            return found
    return []


def _at(view: View, start: int) -> Called | None:
    first = start
    while view.text(start) in view.patterns.titles:
        start += 1
    end = name_end(view, start)
    return Called(first, start, end) if is_full(view, start, end) else None
