"""A sentence spelled out as one line, so that grammars can be written as patterns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from ..text.model import Sentence, Token


@dataclass(frozen=True, slots=True)
class Line:
    """The characters of a sentence's tokens at their own distances, gaps filled with spaces.

    Attributes:
        text: The line; ``text[i]`` stands at clean offset ``i + origin``.
        tokens: The tokens of the sentence.
        starts: Where each token starts in the line.
    """

    text: str
    tokens: tuple[Token, ...]
    starts: tuple[int, ...]

    def tokens_of(self, start: int, end: int) -> tuple[int, int]:
        """Give ``first, last`` of the tokens that the characters ``start <= i < end`` touch."""
        return max(bisect_right(self.starts, start) - 1, 0), bisect_right(self.starts, end - 1)

    def text_of(self, first: int, last: int) -> str:
        """Give the characters of the tokens ``first <= i < last``."""
        return self.text[
            self.starts[first] : self.starts[last - 1] + len(self.tokens[last - 1].text)
        ]

    def token(self, index: int) -> Token | None:
        """Give a token, or None beyond either end of the sentence."""
        return self.tokens[index] if 0 <= index < len(self.tokens) else None


def line_of(sentence: Sentence) -> Line:
    """Spell a sentence out; a sentence without tokens gives an empty line."""
    origin = sentence.tokens[0].span.start if sentence.tokens else 0
    starts: list[int] = []
    text = ""
    for token in sentence.tokens:
        text = text.ljust(token.span.start - origin)
        starts.append(len(text))
        text += token.text
    return Line(text, sentence.tokens, tuple(starts))
