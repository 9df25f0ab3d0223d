"""Hyphenated words, split where a name would be hidden in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .brill_tables import is_known
from .spans import Span

_PART = re.compile(r"[^-‐‑]+|[-‐‑]")
_NAME_VERBED = re.compile(
    r"\w{3,}ed|led|built|made|run|born|bound|class|wide|style|type|owned|flag|registered|held"
)
_NAME = re.compile(r"[^\W\d_a-z][^\W\d_]+(?:['’][^\W\d_]+)*")
_MAGNITUDE = re.compile(r"(?:m|bn|million|billion|trillion)")


def parts_of(word: str, first: bool) -> Iterator[Span]:
    """Give the parts of a word, the hyphens between split parts included.

    Args:
        word: A word, with or without hyphens.
        first: Whether it begins its sentence, where a capital does not tell a name.

    >>> [span.of("Chile-Peru-led") for span in parts_of("Chile-Peru-led", first=False)]
    ['Chile', '-', 'Peru', '-', 'led']
    >>> [span.of("P-3") for span in parts_of("P-3", first=False)]
    ['P-3']
    """
    pieces = list(_PART.finditer(word))
    start = 0
    for left, hyphen, right in zip(pieces[::2], pieces[1::2], pieces[2::2], strict=False):
        if _splits(left[0], right[0], first and left.start() == 0):
            yield Span(start, hyphen.start())
            yield Span(*hyphen.span())
            start = right.start()
    yield Span(start, len(word))


def _splits(left: str, right: str, first: bool) -> bool:
    """Tell whether a hyphen stands between a name and what it is joined to."""
    if left[0].isdecimal():
        return bool(_MAGNITUDE.fullmatch(right))
    if not _NAME.fullmatch(left):
        return False
    if _NAME.fullmatch(right):
        return True
    verbed = bool(_NAME_VERBED.fullmatch(right))
    return verbed and not (first and not left.isupper() and is_known(left.lower()))
