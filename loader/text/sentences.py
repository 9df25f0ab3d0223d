"""Sentence boundaries within a block."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .abbreviations import goes_on, is_abbreviation
from .spans import Span
from .speech import SPEECH_VERBS

_STOP = re.compile(
    r"(?P<mark>\.\s?\.\s?\.(?:\s?\.)?|(?<![.!?…])[.!?…]++)(?P<close>(?:\s?[”»]|[’'\")\]])*(?:\[\d+\])*)(?=\s)"
    r"|(?<=[a-z]{3})(?P<glued>\.)(?=[“\"]?[A-Z][a-z]+[\s’'])"
)
_ELLIPSIS = re.compile(r"(?:…|\.\s?\.\s?\.)(?!\s?\.)")
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]\Z|[^\W_]+(?:[-’'][^\W_]+)*\Z")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[A-Z]\Z")
_STARTER = re.compile(
    r"(?:The|This|That|These|Those|A|An|It|Its|He|She|They|We|I|You|His|Her|Their|Our|My|But|And"
    r"|In|On|At|As|If|When|While|After|Before|For|From|With|By|However|Meanwhile|Both|Also|Since"
    r"|Under|During|Last|Earlier|There|Although|Other|Some|All|Each|Two|Three|No|Not|To)\b"
)
_ATTRIBUTION = re.compile(
    rf"(?:[A-Z][\w’'-]+\s+){{1,4}}(?:{'|'.join(sorted(SPEECH_VERBS))})\b"
    rf"|(?:{'|'.join(sorted(SPEECH_VERBS))})\b"
)
_SPACE = re.compile(r"\s+")
_LONGEST_WORD = 40
_AHEAD = 200
_OPENERS = "“\"‘'«„([—–-•·"


def sentences_of(clean: str, block: Span, quoted: Sequence[Span]) -> tuple[Span, ...]:
    """Give the sentences of a block, which together hold all its characters but the space between.

    Args:
        clean: The whole text.
        block: The stretch to split; it begins and ends with a character that is no space.
        quoted: Where somebody is quoted; an ellipsis there is an omission, not an end.
    """
    stops = [
        stop
        for stop in _STOP.finditer(clean, block.start, block.end)
        if _ends_sentence(
            stop, clean[stop.end() : min(stop.end() + _AHEAD, block.end)].lstrip(), quoted
        )
    ]
    starts = [block.start, *(_next_start(clean, stop.end()) for stop in stops)]
    ends = [*(stop.end() for stop in stops), block.end]
    return tuple(Span(start, end) for start, end in zip(starts, ends, strict=True))


def _next_start(clean: str, offset: int) -> int:
    match = _SPACE.match(clean, offset)
    return match.end() if match else offset


def _ends_sentence(stop: re.Match[str], following: str, quoted: Sequence[Span]) -> bool:
    """Tell whether a sentence ends at a mark, given the text after it."""
    bare = following.lstrip(_OPENERS)
    if not bare or bare[0].islower():
        return False
    mark, close = stop["mark"] or stop["glued"], stop["close"] or ""
    if _ELLIPSIS.search(mark):
        return bool(close) or not any(span.covers(Span(*stop.span())) for span in quoted)
    if close and mark[-1] in "!?":
        return not _ATTRIBUTION.match(following)
    return mark != "." or bool(close.strip(")]")) or _full_stop_ends(stop, following)


def _full_stop_ends(stop: re.Match[str], following: str) -> bool:
    """Tell the full stop of a sentence from that of an abbreviation or initial."""
    found = _WORD_BEFORE.search(stop.string, max(0, stop.start() - _LONGEST_WORD), stop.start())
    word = found[0] if found else ""
    if goes_on(word, following):
        return False
    if is_abbreviation(word) or _INITIALS.match(word):
        return bool(_STARTER.match(following.lstrip(_OPENERS)))
    return True
