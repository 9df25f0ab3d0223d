"""A sentence spelled out as one line, so that grammars can be written as patterns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..text.model import Sentence, Token
from .dates import Written, find_dates

_WINDOW = 40


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of a sentence's tokens at their own distances, gaps filled with spaces.

    Attributes:
        text: The line; ``text[i]`` stands at clean offset ``i + origin``.
        tokens: The tokens of the sentence.
        starts: Where each token starts in the line.
        dates: The dates in it, in no order; they may overlap.
        dated: Spans of those that name a day or month: numbers in them count nothing.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]
    dates: tuple[Written, ...] = ()
    dated: tuple[tuple[int, int], ...] = ()

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Give ``first, last`` of the tokens that the characters ``start <= i < end`` touch."""
        return max(bisect_right(self.starts, start) - 1, 0), bisect_right(self.starts, end - 1)

    def text_of(self, first: int, last: int) -> str:
        """Give the characters of the tokens ``first <= i < last``."""
        return self.text[
            self.starts[first] : self.starts[last - 1] + len(self.tokens[last - 1].text)
        ]

    def before(self, end: int) -> str:
        """Give the few characters before one: enough for a preposition or a phrase of bound."""
        return self.text[max(end - _WINDOW, 0) : end]

    def after(self, start: int) -> str:
        """Give the few characters from one on."""
        return self.text[start : start + _WINDOW]

    def token(self, index: int) -> Token | None:
        """Give a token, or None beyond either end of the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None


def line_of(sentence: Sentence) -> Line:
    """Spell a sentence out; a sentence without tokens gives an empty line."""
    origin = sentence.tokens[0].span.start if sentence.tokens else 0
    starts: list[int] = []
    pieces: list[str] = []
    length = 0
    for (begin, _), word, _, _ in sentence.tokens:
        start = begin - origin
        if start > length:
            pieces.append(" " * (start - length))
            length = start
        pieces.append(word)
        starts.append(length)
        length += len(word)
    text = "".join(pieces)
    dates = tuple(find_dates(text))
    dated = tuple((found.start, found.end) for found in dates if found.month)
    return Line(text, sentence.tokens, tuple(starts), dates, dated)
