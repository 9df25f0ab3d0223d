"""Punctuation of which only the first byte survived.

A typographic mark is three bytes in UTF-8. Read in a one-byte encoding, the first becomes ``ā`` or
``â`` and the other two are control characters, which many systems drop. Which mark it was is a
guess from its neighbours; letters of real words (Māori, Kātua, Pākehā) are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from .brill_tables import is_known
from .model import Repair
from .spans import Span

_LETTER = r"[^\W\d_]"
_POSSESSIVE = re.compile(rf"({_LETTER}+)([āâ])(?=s(?!\w))")
_PLURAL = re.compile(rf"({_LETTER}*s)([āâ])(?=\s+{_LETTER})")
_CONTRACTION = re.compile(
    r"\b((?:do|does|did|is|are|was|were|has|have|had|ca|wo|would|should|could)n)([āâ])(?=t\b)"
    r"|\b(I|we|you|they|he|she|it|that|there|who)([āâ])(?=(?:re|ve|ll|m|d|s)\b)",
    re.IGNORECASE,
)
_DASH = re.compile(r"(?<=\w )([āâ])(?= \w)")
_OPENING = re.compile(r"(?:(?<=\s)|\A)([āâ])(?=[A-Z][a-z]*\b)", re.MULTILINE)
_CLOSING = re.compile(r"(?<=[.,!?])([āâ])(?=\s|\Z)")
_REASON = "mark that lost two bytes, guessed from its neighbours"


def lost_marks(text: str) -> Iterator[Repair]:
    """Find remnants of marks, with the mark that each must have been."""
    if not ("ā" in text or "â" in text):
        return
    for pattern in (_POSSESSIVE, _PLURAL):
        for match in pattern.finditer(text):
            if _is_word(match[1], text, match.start()):
                yield _repair(match, 2, "’")
    for match in _CONTRACTION.finditer(text):
        if not _POSSESSIVE.match(text, match.start()):
            yield _repair(match, 2 if match[2] else 4, "’")
    for pattern, mark in ((_DASH, "–"), (_OPENING, "“"), (_CLOSING, "”")):
        for match in pattern.finditer(text):
            yield _repair(match, 1, mark)


def _repair(match: re.Match[str], group: int, mark: str) -> Repair:
    return Repair(Span(*match.span(group)), match[group], mark, _REASON)


def _is_word(stem: str, text: str, start: int) -> bool:
    """Tell whether a stem is a word: known to the lexicon, or used elsewhere in the text."""
    if is_known(stem):
        return True
    alone = re.compile(rf"\b{re.escape(stem)}\b(?![āâ])")
    return any(match.start() != start for match in alone.finditer(text))
