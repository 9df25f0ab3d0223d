"""The tagger's tables, read from their files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_COMMENT = ";;;"


def table_lines(name: str) -> Iterator[str]:
    """Give the lines of a table that are no comments."""
    text = files("loader").joinpath("data", "brill", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith(_COMMENT))


@cache
def lexicon() -> dict[str, str]:
    """Give the most frequent tag of each known word form; case counts."""
    entries = (line.partition(" ") for line in table_lines("en-lexicon.txt"))
    return {word: tag for word, _, tag in entries}


def is_known(word: str) -> bool:
    """Tell whether the lexicon has a word form, as written."""
    return word in lexicon()
