"""Words and marks of a sentence, with offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .abbreviations import is_abbreviation
from .compounds import parts_of
from .spans import Span

_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_WORD = rf"(?:\d+(?:[.,]\d+)+|(?:{_LETTER}|\d)+)(?:['’]{_LETTER}+)*"
_PIECE = re.compile(
    rf"""
      (?P<plain>[A-Za-z][a-z]*(?=[ ]))
    | (?P<url>(?:https?://|www\.)[^\s<>“”"]+[\w/] | [\w.+-]{{1,64}}@[\w-]+(?:\.[\w-]+)+)
    | (?P<dotted>(?:{_LETTER}\.){{2,}}(?!\w) | [A-Z]\.(?=\s?[A-Z]))
    | (?P<currency>(?:US|AU|CA|NZ|HK|NT|A|C|S|R|Z)?\$ | [£€¥₹₩₴₽₺₪₫₱])
    | (?P<ordinal>\d+(?:,\d{{3}})*(?:st|nd|rd|th)\b | (?:'|’)?\d+0s\b)
    | (?P<amount>\d+(?:[.,]\d+)*)(?=(?:m|bn|tn|k|b|million|billion|trillion|thousand
        |km|kg|mm|cm|nm|mph|ft|kts|tonnes?|pc|hrs?)\b)
    | (?P<number>\d+(?:[.,]\d+)+ (?![\w-]))
    | (?P<joined>[A-Z]+&[A-Z]+\b)
    | (?P<word>{_WORD}(?:[-‐‑]{_WORD})*)
    | (?P<dots>\.\s\.\s\. | \.{{2,}} | -{{2,}})
    | (?P<mark>\S)
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?<=.)(?:[nN]['’][tT]|['’](?:[sS]|re|ve|ll|d|m|RE|VE|LL|D|M))\Z")
_REACH = 300
_OPEN_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)(?:[^’']|[’'](?=\w))*\Z")


def spans_of(clean: str, sentence: Span) -> tuple[Span, ...]:
    """Give the spans of the tokens of a sentence: every character but space is in one of them.

    Hyphenated words stay whole, unless a name stands before or between the hyphens; a possessive
    ending, a clitic (``n’t``, ``’ll``) and a currency sign are tokens of their own, and so are the
    digits and the unit of ``60m``. Numbers keep their separators, abbreviations their full stops.
    """
    spans: list[Span] = []
    offset = sentence.start
    while match := _PIECE.search(clean, offset, sentence.end):
        if match.lastgroup == "plain":
            offset = match.end()
            spans.append(Span(match.start(), offset))
        else:
            spans += _tokens(clean, sentence, match)
            offset = spans[-1].end
    return tuple(spans)


def _tokens(clean: str, sentence: Span, match: re.Match[str]) -> Iterator[Span]:
    """Give the tokens that one match of the pattern stands for."""
    if match.lastgroup != "word":
        yield Span(*match.span())
        return
    if match[0].isalnum():
        yield _with_full_stop(clean, sentence, Span(*match.span()))
        return
    clitic = _CLITIC.search(match[0]) if "'" in match[0] or "’" in match[0] else None
    end = match.start() + clitic.start() if clitic else match.end()
    parts = list(parts_of(match[0][: end - match.start()], _is_first(clean, sentence, match)))
    for part in parts[:-1]:
        yield Span(match.start() + part.start, match.start() + part.end)
    last = Span(match.start() + parts[-1].start, end)
    if clitic:
        yield last
        yield Span(end, match.end())
    else:
        yield _with_full_stop(clean, sentence, last)


def _is_first(clean: str, sentence: Span, match: re.Match[str]) -> bool:
    """Tell whether nothing but marks stands before a word in its sentence."""
    return not clean[sentence.start : match.start()].strip("“\"‘'(—– ")


def _with_full_stop(clean: str, sentence: Span, word: Span) -> Span:
    """Give an abbreviation its full stop, unless that ends the sentence."""
    inside = word.end + 1 < sentence.end and clean[word.end] == "."
    follows = inside and not clean[word.end + 1].isalnum() and clean[word.end + 1] not in '”"’.'
    if follows and is_abbreviation(word.of(clean)):
        return Span(word.start, word.end + 1)
    return word


def is_possessive_mark(clean: str, sentence: Span, span: Span) -> bool:
    """Tell an apostrophe after a plural from the mark that closes a quotation of its sentence."""
    if clean[span.start] not in "'’" or span.end - span.start > 1:
        return False
    before = clean[max(0, span.start - 1) : span.start]
    after = clean[span.end : span.end + 2]
    return (
        before in tuple("sSzx")
        and after[:1].isspace()
        and after[1:].isalnum()
        and not _OPEN_SINGLE.search(clean, max(sentence.start, span.start - _REACH), span.start)
    )
