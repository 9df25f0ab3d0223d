"""Offsets of a repaired text, mapped to the source and back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from .spans import Span


@dataclass(frozen=True, slots=True)
class Edit:
    """A raw range and the clean range that stands in its place."""

    raw: Span
    clean: Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Maps clean spans to raw ones (call it) and raw spans to clean ones (``clean``).

    A span that cuts into an edited run is widened to the whole run, for half of a damaged
    character means nothing. Without edits the map changes nothing.

    Attributes:
        edits: Edited runs in order, none touching another's inside.

    >>> OffsetMap((Edit(Span(3, 5), Span(3, 4)),))(Span(0, 6))
    Span(start=0, end=7)
    """

    edits: tuple[Edit, ...] = ()

    def __call__(self, span: Span) -> Span:
        """Give the raw span that a clean span came from."""
        return _carry(span, [(edit.clean, edit.raw) for edit in self._near(span, clean=True)])

    def clean(self, span: Span) -> Span:
        """Give the clean span that a raw span became."""
        return _carry(span, [(edit.raw, edit.clean) for edit in self._near(span, clean=False)])

    def _near(self, span: Span, *, clean: bool) -> Iterable[Edit]:
        """Give the edits that decide where a span goes: the last before each of its ends."""

        def key(edit: Edit) -> int:
            return (edit.clean if clean else edit.raw).start

        first = bisect_right(self.edits, span.start, key=key) - 1
        last = bisect_left(self.edits, span.end, key=key) - 1
        return self.edits[max(first, 0) : max(last, first) + 1]


def _carry(span: Span, pairs: list[tuple[Span, Span]]) -> Span:
    """Move a span from the left coordinates of the pairs to the right ones."""
    start, end = span.start, span.end
    for here, there in pairs:
        if here.start <= span.start:
            start = _moved(span.start, here, there, inside=there.start)
        if here.start < span.end:
            end = _moved(span.end, here, there, inside=there.end)
    return Span(start, max(start, end))


def _moved(offset: int, here: Span, there: Span, *, inside: int) -> int:
    """Move one offset that does not lie before an edited run."""
    return inside if offset < here.end else there.end + offset - here.end
