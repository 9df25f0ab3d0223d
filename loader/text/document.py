"""A text taken apart: the stages in order."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import chain

from ..articles.datelines import dateline_end
from .blocks import blocks_of
from .lemmas import lemma_of
from .model import Block, Document, Quotation, Sentence, Token
from .quotations import Stretches, stretches_of
from .repair import repair
from .sentences import sentences_of
from .spans import Span
from .tags import tags_of
from .tokens import is_possessive_mark, spans_of
from .turns import outside, turns_of

_FEWEST_QUOTED_WORDS = 6
_APOSTROPHES = ("'", "’")
_FEWEST_PARTIAL = 2
_OPENING_BLOCKS = 8


def take_apart(text: str) -> Document:
    """Give a text's clean characters, blocks, sentences with tagged tokens, and quotations.

    Every string is taken, an empty or damaged one too; the same text gives the same document.
    """
    clean, repairs, raw = repair(text)
    blocks = blocks_of(clean)
    turns = turns_of(clean, blocks)
    stretches = outside(stretches_of(clean, blocks), turns)
    sentences = _sentences(clean, blocks, list(chain.from_iterable(stretches)))
    tokens = [token for sentence in sentences for token in sentence.tokens]
    quotations = (
        *_quotations(clean, stretches, tokens),
        *(Quotation(t.spans, t.label) for t in turns),
    )
    return Document(clean, blocks, sentences, tuple(sorted(quotations, key=_place)), repairs, raw)


def _sentences(clean: str, blocks: Sequence[Block], quoted: Sequence[Span]) -> tuple[Sentence, ...]:
    found = [
        (number, span)
        for number, block in enumerate(blocks)
        if block.kind == "paragraph"
        for part in _parts(clean, number, block.span)
        for span in sentences_of(clean, part, quoted)
    ]
    return tuple(
        Sentence(index, number, span, _tokens(clean, span))
        for index, (number, span) in enumerate(found)
    )


def _parts(clean: str, number: int, block: Span) -> Iterator[Span]:
    """Set a dateline apart from the report that it opens: neither states what the other does."""
    report = dateline_end(clean, block.start, block.end) if number < _OPENING_BLOCKS else None
    if report is None:
        yield block
        return
    yield Span(block.start, block.start + len(clean[block.start : report].rstrip()))
    yield Span(report, block.end)


def _tokens(clean: str, sentence: Span) -> tuple[Token, ...]:
    spans = spans_of(clean, sentence)
    texts = [span.of(clean) for span in spans]
    possessive = [
        text in _APOSTROPHES and is_possessive_mark(clean, sentence, span)
        for text, span in zip(texts, spans, strict=True)
    ]
    tags = tags_of(texts, possessive)
    return tuple(
        Token(span, text, tag, lemma_of(text, tag))
        for span, text, tag in zip(spans, texts, tags, strict=True)
    )


def _place(quotation: Quotation) -> tuple[Span, ...]:
    return quotation.spans


def _quotations(
    clean: str, stretches: Sequence[Stretches], tokens: Sequence[Token]
) -> Iterator[Quotation]:
    for spans in stretches:
        if _says_something(clean, spans, tokens):
            yield Quotation(spans)
        elif _may_be_said(clean, spans, tokens):
            yield Quotation(spans, partial=True)


def _may_be_said(clean: str, spans: Stretches, tokens: Sequence[Token]) -> bool:
    """Tell a few words that somebody may have said from a name or a single term in marks."""
    words = [t for span in spans for t in _inside(span, tokens) if t.tag[0].isalpha()]
    small = any(word.text[0].islower() and len(word.text) > 3 for word in words)
    return len(words) >= _FEWEST_PARTIAL and (small or clean[spans[0].start].islower())


def _says_something(clean: str, spans: Stretches, tokens: Sequence[Token]) -> bool:
    """Tell what somebody said from a term in scare quotes.

    Enough words with a verb among them are said; so are few words that end as speech ends: with a
    comma, a question or exclamation mark, or as a sentence of their own.
    """
    tags = [token.tag for span in spans for token in _inside(span, tokens)]
    words = [tag for tag in tags if tag[0].isalpha()]
    whole = " ".join(span.of(clean) for span in spans).strip()
    spoken = whole[-1:] in (",", "?", "!") or (whole[:1].isupper() and whole[-1:] in (".", "…"))
    if spoken and len(words) > 1:
        return True
    return len(words) >= _FEWEST_QUOTED_WORDS and any(tag[:2] in ("VB", "MD") for tag in words)


def _inside(span: Span, tokens: Sequence[Token]) -> Sequence[Token]:
    """Give the tokens that begin within a span."""
    first = bisect_left(tokens, span.start, key=_start)
    return tokens[first : bisect_left(tokens, span.end, key=_start)]


def _start(token: Token) -> int:
    return token.span.start
