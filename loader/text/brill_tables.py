"""The files of the tagger's tables."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

_COMMENT = ";;;"


def table_lines(name: str) -> Iterator[str]:
    """Give the lines of a table that are no comments."""
    text = files("loader").joinpath("data", "brill", name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith(_COMMENT))
