"""The marks of quotations that a page sets apart."""

from __future__ import annotations

import re
from collections.abc import Sequence

_OPENS = ("“", '"', "‘", "'", "«", "„")
_BY_LINE = re.compile(r"[—–―-] ?\S")
_DOUBLE = re.compile('[“”"„«»]')
_WORD = re.compile(r"[^\W_]+")
_FEWEST_REPEATED = 5


def with_marks(paragraphs: Sequence[str]) -> list[str]:
    """Put marks around the paragraphs of a quotation, where it has none of its own.

    Double marks are taken, single ones where double ones stand within. A last paragraph that begins
    with a dash names the speaker and stays outside.

    >>> with_marks(["We stand together.", "We train as one.", "— The minister"])
    ['“We stand together.', '“We train as one.”', '— The minister']
    """
    by_line = len(paragraphs) > 1 and bool(_BY_LINE.match(paragraphs[-1]))
    words, rest = (paragraphs[:-1], paragraphs[-1:]) if by_line else (paragraphs, [])
    if any(text.startswith((*_OPENS, "• ")) for text in words):
        return list(paragraphs)
    single = any(_DOUBLE.search(text) for text in words)
    opening, closing = ("‘", "’") if single else ("“", "”")
    marked = [opening + text for text in words]
    return [*marked[:-1], marked[-1] + closing, *rest]


def is_repeated(paragraphs: Sequence[str], others: Sequence[str]) -> bool:
    """Tell whether a quotation only repeats words of the running text, as pulled quotes do."""
    words = [_bare(text) for text in paragraphs if not _BY_LINE.match(text)]
    running = " ".join(map(_bare, others))
    return bool(words) and all(
        len(text.split()) >= _FEWEST_REPEATED and text in running for text in words
    )


def _bare(text: str) -> str:
    """Give the words alone, in small letters, single spaces around them."""
    return " ".join(["", *_WORD.findall(text.lower()), ""])
