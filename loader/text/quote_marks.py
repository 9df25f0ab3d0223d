"""Quotation marks of one paragraph, paired."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .spans import Span

OPENING = '“"„«'
"""Marks that can open or reopen a quotation at the start of a paragraph."""

_CLOSERS = {"“": '”"', '"': '"”', "„": "“”", "«": "»", "‘": "", "'": ""}
SINGLES = "‘'"
"""Marks that are apostrophes too."""
_MARK = re.compile(r"[“”„«»\"]|(?<!\w)‘(?=\w)|(?:(?<=\s)|(?<=\A))'(?=[A-Z])")
_AFTER_OPENING = re.compile(r"\s|\Z")
_SINGLE_END = re.compile(r"(?<=[.,!?…])[’'](?!\w)")
_SINGLE_WORD_END = re.compile(r"(?<=\w)’(?!\w)")


@dataclass(frozen=True, slots=True)
class Opened:
    """An open quotation: where its words begin, and the mark that opened it."""

    offset: int
    mark: str


def pairs_in(
    clean: str, block: Span, opened: Opened | None = None
) -> tuple[list[Span], Opened | None]:
    """Give the stretches between marks in a block, and the quotation still open at its end.

    A closing mark without an opening one is passed over, and so is an opening mark within a
    quotation.

    Args:
        clean: The whole text.
        block: The paragraph.
        opened: The quotation that the paragraph takes up from the one before.
    """
    if opened is not None and opened.mark in SINGLES:
        end = _single_end(clean, opened.offset, block.end)
        return ([], opened) if end is None else ([Span(opened.offset, end)], None)
    pairs: list[Span] = []
    offset = opened.offset if opened else block.start
    while match := _MARK.search(clean, offset, block.end):
        offset = match.end()
        if opened is None:
            opened = _opening(clean, block, match, pairs)
            offset = max(offset, pairs[-1].end + 1) if pairs else offset
        elif match[0] in _CLOSERS[opened.mark]:
            pairs.append(Span(opened.offset, match.start()))
            opened = None
    return pairs, opened


def _opening(clean: str, block: Span, match: re.Match[str], pairs: list[Span]) -> Opened | None:
    """Open a quotation at a mark; single marks are paired at once, being apostrophes too."""
    if match[0] in SINGLES:
        end = _single_end(clean, match.end(), block.end)
        pairs += [Span(match.end(), end)] if end is not None else []
        runs_on = end is None and match.start() == block.start
        return Opened(match.end(), match[0]) if runs_on else None
    opens = match[0] in OPENING and not _AFTER_OPENING.match(clean, match.end(), block.end)
    return Opened(match.end(), match[0]) if opens else None


def _single_end(clean: str, start: int, end: int) -> int | None:
    """Give the offset of the mark that closes a single-marked quotation, None if there is none."""
    limit = clean.find("‘", start, end)
    for pattern in (_SINGLE_END, _SINGLE_WORD_END):
        found = pattern.search(clean, start, end if limit < 0 else limit)
        if found:
            return found.start()
    return None
