"""Half-open ranges of characters."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """A half-open range of code points; spans are ordered by start, then by end.

    Attributes:
        start: Offset of the first character, from 0.
        end: Offset after the last character; ``start <= end``.

    >>> Span(4, 9).of("The Hague agreed")
    'Hague'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """Give the characters of the span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end
