"""Capitals that no known name covers, as runs: the names that only their surroundings can tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..text.brill_tables import is_known
from .kinds import load_kinds
from .patterns import load_patterns
from .view import View, once

OPENING = ("“", '"', "‘", "'", "«", "„", "``")
CLOSING = ("”", '"', "’", "'", "»", "“", "''")
_NUMBER = re.compile(r"\d{1,4}[A-Z]?")
_VERSION = re.compile(r"\d{1,2}\.\d")
#: Share of capitals from which on a line is a heading whose capitals tell nothing.
_HEADED = 0.6


@dataclass(frozen=True, slots=True)
class Free:
    """Tokens ``first <= i < last`` that could name something.

    Attributes:
        first: Index of the first token.
        last: Index after the last.
        quoted: Whether quotation marks stand right around them.
    """

    first: int
    last: int
    quoted: bool = False

    @property
    def before(self) -> int:
        """Give the index of the token before the run and its quotation mark."""
        return self.first - 1 - self.quoted

    @property
    def after(self) -> int:
        """Give the index of the token after the run and its quotation mark."""
        return self.last + self.quoted


@once
def free_runs(view: View) -> tuple[Free, ...]:
    """Give the runs of a sentence; none in a heading, nor where every word is plain or a title."""
    if is_heading(view):
        return ()
    return tuple(run for run in _runs(view) if _names(view, run))


def is_heading(view: View) -> bool:
    """Tell whether so many words have a capital that capitals tell nothing."""
    words = [text for text in view.texts if text[:1].isalpha() and len(text) > 3]
    capitals = sum(text[0].isupper() for text in words)
    closed = view.texts[-1:] in ((".",), ("?",), ("!",), ("”",), (";",), (":",))
    return not closed and len(words) > 2 and capitals / len(words) > _HEADED


def _runs(view: View) -> Iterator[Free]:
    index = 0
    while index < len(view.texts):
        if not _is_word(view, index) or view.text(index)[-1] in "$€£":
            index += 1
            continue
        last, first = _end(view, index), index - _opens(view, index)
        quoted = view.text(first - 1) in OPENING and view.text(last) in CLOSING
        if not _is_part_of_known(view, first, last):
            yield Free(first, last, quoted)
        index = last


def _opens(view: View, index: int) -> bool:
    """Tell whether the plain noun that opens the sentence before a name is a word of it."""
    first = index - 1
    if first < 0 or first in view.covers or any(t[:1].isalnum() for t in view.texts[:first]):
        return False
    word, plain = view.text(first), view.low(first)
    kinds = load_kinds()
    other = word in view.patterns.never or word in view.patterns.generic or plain in kinds.calling
    noun = view.tag(first).startswith("NN") or plain in kinds.opening
    kind = view.lemma(first) in kinds.nouns or word in view.patterns.titles
    return word[:1].isupper() and noun and not other and not kind


def _end(view: View, start: int) -> int:
    end = start + 1
    while step := _step(view, end):
        end += step
    return end


def _step(view: View, index: int) -> int:
    """Give how many tokens lead on from a name to more of it."""
    if _is_word(view, index):
        return 1
    text = view.text(index)
    if text in load_patterns().particles or text in load_kinds().inner:
        return 2 if _is_word(view, index + 1) else 0
    if _VERSION.fullmatch(text) and view.text(index - 1).isalnum():
        return int(view.tag(index + 1) not in ("CD", "%"))
    if _NUMBER.fullmatch(text) and view.tag(index + 1) not in ("%", "NN", "NNS", "CD"):
        return 1
    if text in ("-", "‑") and (_is_word(view, index + 1) or view.text(index + 1).isdigit()):
        return 2
    return 0


def _is_word(view: View, index: int) -> bool:
    return index in view.name_words and index not in view.covers


def _is_part_of_known(view: View, first: int, last: int) -> bool:
    """Tell whether a known name that is no state's touches the run."""
    for match in (view.name_at(first - 1), view.name_at(last)):
        if match and match.names[0].thing.types != ("State",):
            return True
    joined = view.text(last) in ("-", "/", "&") or view.text(first - 1) in ("-", "/", "&")
    return joined and view.text(last + 1) not in ("type", "class", "style", "led", "based")


def _names(view: View, run: Free) -> bool:
    words = [view.text(i) for i in range(run.first, run.last) if view.text(i)[:1].isalpha()]
    patterns = view.patterns
    own = [word for word in words if word not in patterns.generic]
    return bool(own) and not any(word in patterns.titles for word in words)


def is_strange(view: View, run: Free) -> bool:
    """Tell whether a word of the run is none of plain English."""
    words = (view.text(i) for i in range(run.first, run.last))
    return any(w[:1].isalpha() and not is_known(w.lower()) and len(w) > 1 for w in words)
