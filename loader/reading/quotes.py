"""Quotations: whose words they are, and what they are about.

Direct quotation attribution by sieves, after Muzny et al. (EACL 2017): the verb of saying beside
the quotation, the lead-in before it, then the speaker who was speaking already.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..syntax import Clause, Parse
from ..text import Document, Quotation, Sentence, Span
from .discourse import Discourse
from .entities import Entity

_SAYING = frozenset((
    "say", "state", "add", "remark", "note", "tell", "comment", "explain", "declare", "announce",
    "write", "continue", "stress", "emphasise", "emphasize", "warn", "argue", "insist", "reply",
    "conclude", "tweet", "post", "affirm", "confirm", "underline", "highlight", "praise", "observe",
    "recall", "reiterate", "assert", "quip", "joke", "laugh", "promise", "caution", "claim",
    "ask", "answer", "admit", "acknowledge", "repeat", "respond", "report", "deny", "welcome",
    "vow", "pledge", "urge", "speak", "call", "describe", "put",
))  # fmt: skip
_SPEAKERS = ("Person", "Post", "Organisation")


class Quotes:
    """The quotations of a document and who is found to speak them, sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.speakers: dict[int, Entity] = {}
        self.attributed: dict[int, int] = {}
        self._lead_in: tuple[Entity, int] | None = None
        self._last: tuple[Entity, int] | None = None

    def within(self, sentence: Sentence) -> list[int]:
        """Give the indices of the quotations that the sentence overlaps."""
        return [
            index
            for index, quotation in enumerate(self.document.quotations)
            if any(_overlap(span, sentence.span) for span in quotation.spans)
        ]

    def at(self, offset: int) -> int | None:
        """Give the index of the quotation that covers a clean offset."""
        for index, quotation in enumerate(self.document.quotations):
            if any(span.start <= offset < span.end for span in quotation.spans):
                return index
        return None

    def attribute(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> None:
        """Find who speaks in this sentence, and give the quotations in or after it to them."""
        speaker = self._speaker(sentence, parse, discourse)
        here = [index for index in self.within(sentence) if index not in self.speakers]
        if speaker is not None:
            self._last = (speaker, sentence.block)
            ends_open = sentence.tokens[-1].text == ":"
            self._lead_in = (speaker, sentence.index) if ends_open else None
        for index in here:
            known = speaker or self._carried(sentence)
            if known is not None:
                self.speakers[index] = known
                self.attributed[index] = self._where(sentence, speaker)
                self._last = (known, sentence.block)

    def _where(self, sentence: Sentence, speaker: Entity | None) -> int:
        if speaker is None and self._lead_in is not None:
            return self._lead_in[1]
        return sentence.index

    def _carried(self, sentence: Sentence) -> Entity | None:
        """Take the lead-in just before, else the speaker of the same paragraph."""
        if self._lead_in is not None and sentence.index - self._lead_in[1] <= 1:
            return self._lead_in[0]
        if self._last is not None and self._last[1] == sentence.block:
            return self._last[0]
        return None

    def _speaker(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> Entity | None:
        for clause in parse.clauses:
            start = sentence.tokens[clause.verb.last - 1].span.start
            says = clause.verb.lemma in _SAYING or self._beside(sentence, clause)
            if says and self.at(start) is None:
                for group in clause.subjects:
                    outside = self.at(sentence.tokens[group.first].span.start) is None
                    found = [e for e in discourse.things(group) if e.is_a(_SPEAKERS)]
                    if outside and len(found) == 1:
                        return found[0]
        return None

    def _beside(self, sentence: Sentence, clause: Clause) -> bool:
        """Tell whether the clause stands right after a quotation: “…,” she laughs."""
        first = min((g.first for g in clause.subjects), default=clause.verb.first)
        first = min(first, clause.verb.first)
        before = sentence.tokens[first - 1] if first else None
        return before is not None and before.text in ("”", '"', "’", "'")


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def span_of(quotation: Quotation) -> Span:
    """Give the range from the first word of a quotation to its last."""
    return Span(quotation.spans[0].start, quotation.spans[-1].end)


def passages_of(quotation: Quotation, sentences: Sequence[Sentence]) -> tuple[int, ...]:
    """Give the indices of the sentences that a quotation touches."""
    return tuple(
        s.index for s in sentences if any(_overlap(span, s.span) for span in quotation.spans)
    )
