"""Quotations: whose words they are, and what they are about.

Direct quotation attribution by sieves, after Muzny et al. (EACL 2017): the label of a turn, the
verb of saying beside the quotation, the lead-in before it, then who was speaking already.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..syntax import Clause, NounGroup, Parse
from ..text import Document, Quotation, Sentence, Span
from .cues import load_cues
from .discourse import Discourse
from .entities import Entity

_SPEAKERS = ("Person", "Organisation")
_CLOSING = ("”", '"', "’", "'", "»", "“")
_OPENING = ("“", '"', "‘", "'", "«", "„")
_FEWEST_ALONE = 3


class Act(NamedTuple):
    """Somebody says something in a sentence.

    Attributes:
        speaker: Who.
        place: Clean offset of the verb, or of the words that stand for one.
        plain: Whether what follows may be a few words in marks, and no term.
    """

    speaker: Entity
    place: int
    plain: bool


class Quotes:
    """The quotations of a document and who is found to speak them, sentence by sentence."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.speakers: dict[int, Entity] = {}
        self.attributed: dict[int, int] = {}
        self._speaking: Entity | None = None
        self._lead_in: tuple[Entity, int] | None = None
        self._last: tuple[Entity, int] | None = None
        places = [(span, index) for index, q in enumerate(document.quotations) for span in q.spans]
        self._places = sorted(places)
        self._starts = [span.start for span, _ in self._places]

    def within(self, sentence: Sentence) -> list[int]:
        """Give the indices of the quotations that the sentence overlaps."""
        first = max(0, bisect_right(self._starts, sentence.span.start) - 1)
        last = bisect_right(self._starts, sentence.span.end)
        found = [i for span, i in self._places[first:last] if _overlap(span, sentence.span)]
        return list(dict.fromkeys(found))

    def at(self, offset: int) -> int | None:
        """Give the index of the quotation that covers a clean offset.

        A few words in marks that nobody is found to say are no quotation.
        """
        place = bisect_right(self._starts, offset) - 1
        if place < 0 or not self._places[place][0].end > offset:
            return None
        index = self._places[place][1]
        return index if self.counts(index) else None

    def counts(self, index: int) -> bool:
        """Tell whether a quotation is one: whole, or with a speaker."""
        return not self.document.quotations[index].partial or index in self.speakers

    def attribute(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> None:
        """Find who speaks in this sentence, and give the quotations in or after it to them."""
        acts = self._acts(sentence, parse, discourse)
        here = [index for index in self.within(sentence) if index not in self.speakers]
        if acts:
            self._last = (acts[-1].speaker, sentence.block)
            ends_open = sentence.tokens[-1].text == ":"
            self._lead_in = (acts[-1].speaker, sentence.index) if ends_open else None
        for index in here:
            self._give(index, sentence, acts, parse, discourse)
        self._speaking = acts[-1].speaker if acts else None

    def note(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> None:
        """Remember, once a sentence is read, whom it was about."""
        discourse.cast.note(sentence, parse, discourse, self._speaking, self._outside)

    def _give(
        self,
        index: int,
        sentence: Sentence,
        acts: Sequence[Act],
        parse: Parse,
        discourse: Discourse,
    ) -> None:
        quotation = self.document.quotations[index]
        if quotation.label is not None:
            if quotation.label.start == sentence.span.start:
                self._last = self._lead_in = None
                speaker = self._labelled(quotation.label, sentence, parse, discourse)
                if speaker is not None:
                    self.speakers[index], self.attributed[index] = speaker, sentence.index
            return
        act = self._nearest(quotation, acts)
        if quotation.partial and not (act and self._is_said(quotation, act, sentence)):
            return
        known = act.speaker if act else self._carried(sentence)
        if known is not None:
            lead = self._lead_in if act is None else None
            self.speakers[index] = known
            self.attributed[index] = lead[1] if lead else sentence.index
            self._last = (known, sentence.block)

    def _labelled(
        self, label: Span, sentence: Sentence, parse: Parse, discourse: Discourse
    ) -> Entity | None:
        for group in parse.groups:
            if group.mention is None or not sentence.tokens[group.first].span.start < label.end:
                continue
            found = [e for e in discourse.things(group) if e.is_a(("Person",))]
            if len(found) == 1:
                return found[0]
        return None

    def _nearest(self, quotation: Quotation, acts: Sequence[Act]) -> Act | None:
        """Give the act that stands nearest to a quotation."""
        start, end = quotation.spans[0].start, quotation.spans[-1].end
        far = {act: min(abs(act.place - start), abs(act.place - end)) for act in acts}
        return min(acts, key=far.__getitem__, default=None)

    def _is_said(self, quotation: Quotation, act: Act, sentence: Sentence) -> bool:
        """Tell whether a few words in marks are what somebody says, not a term that they use."""
        span = quotation.spans[0]
        before = [t.lemma for t in sentence.tokens if t.span.end <= span.start][-2:]
        words = len(span.of(self.document.clean).split())
        predicate = bool(set(before) & {"be", "remain", "call", "as", "it"})
        return act.plain and (words >= _FEWEST_ALONE or predicate)

    def _carried(self, sentence: Sentence) -> Entity | None:
        """Take the lead-in just before, else the speaker of the same paragraph, or the one before.

        A paragraph that is but a quotation goes on with whom the paragraph before it quotes.
        """
        if self._lead_in is not None and sentence.index - self._lead_in[1] <= 1:
            return self._lead_in[0]
        if self._last is None:
            return None
        speaker, block = self._last
        goes_on = block == sentence.block - 1 and self._is_all_quoted(sentence.block)
        return speaker if block == sentence.block or goes_on else None

    def _is_all_quoted(self, block: int) -> bool:
        """Tell whether a block is quoted from mark to mark."""
        start, end = self.document.blocks[block].span
        return any(
            span.start <= start + 1 and span.end >= end - 1
            for quotation in self.document.quotations
            for span in quotation.spans
        )

    def _outside(self, offset: int) -> bool:
        return self.at(offset) is None

    def _acts(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> list[Act]:
        found = [
            *self._said(sentence, parse, discourse),
            *self._according(sentence, parse, discourse),
        ] or list(self._led(sentence, parse, discourse))
        return sorted(found, key=lambda act: act.place)

    def _said(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> Iterator[Act]:
        for clause in parse.clauses:
            start = sentence.tokens[clause.verb.last - 1].span.start
            says = clause.verb.lemma in load_cues().saying or self._beside(sentence, clause)
            is_told = clause.verb.passive and clause.verb.form == "finite"
            if not says or is_told or self.at(start) is not None:
                continue
            for group in clause.subjects:
                if self._outside(sentence.tokens[group.first].span.start):
                    speaker = self._speaker(group, sentence, parse, discourse)
                    if speaker is not None:
                        yield Act(speaker, start, clause.verb.lemma in load_cues().telling)
                        break

    def _according(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> Iterator[Act]:
        """Read "according to X", "says X, “…”", "“…,” X." and, at the start, "For X, … “…”"."""
        words = [token.text.lower() for token in sentence.tokens]
        for group in parse.groups:
            first = group.first
            led = words[max(0, first - 2) : first] == ["according", "to"]
            led |= first == 1 and words[0] == "for"
            led |= first > 0 and words[first - 1] in _CLOSING and self._is_bare(sentence, parse)
            led |= first > 1 and words[first - 2] in (",", "—", "–") and self._says(sentence, first)
            start = sentence.tokens[first].span.start
            people = [e for e in discourse.things(group) if e.is_a(("Person",))] if led else []
            if len(people) == 1 and self._outside(start):
                yield Act(people[0], start, True)

    def _led(self, sentence: Sentence, parse: Parse, discourse: Discourse) -> Iterator[Act]:
        """Read "X was doubtful: “…”": who the words before the colon are about."""
        tokens = sentence.tokens
        for index, token in enumerate(tokens[:-1]):
            opens = token.text == ":" and tokens[index + 1].text in _OPENING
            if opens and self._outside(token.span.start):
                person = discourse.cast.about(sentence, parse, discourse, index, self._outside)
                if person is not None:
                    yield Act(person, token.span.start, True)

    def _is_bare(self, sentence: Sentence, parse: Parse) -> bool:
        """Tell whether nothing but a name and its titles stands beside a quotation."""
        verbs = [sentence.tokens[clause.verb.first].span.start for clause in parse.clauses]
        return not any(self._outside(place) for place in verbs)

    def _says(self, sentence: Sentence, first: int) -> bool:
        token = sentence.tokens[first - 1]
        return token.lemma in load_cues().telling and token.tag in ("VBZ", "VBD")

    def _speaker(
        self, group: NounGroup, sentence: Sentence, parse: Parse, discourse: Discourse
    ) -> Entity | None:
        """Give whom the subject of a verb of saying stands for."""
        if group.pronoun:
            if group.lemma not in ("he", "she"):
                return None
            return discourse.cast.pronoun(group, sentence, parse, discourse, self._outside)
        beside = parse.apposed.get((group.first, group.last))
        both = (*discourse.things(group), *(discourse.things(beside) if beside else ()))
        people = [e for e in dict.fromkeys(both) if e.is_a(("Person",))]
        found = people or [e for e in both[:1] if e.is_a(_SPEAKERS)]
        if found:
            return found[0] if len(found) == 1 else None
        posts = [e for e in discourse.things(group) if e.is_a(("Post",))]
        holders = [h for e in posts if (h := discourse.holders.get(id(e))) is not None]
        if len(holders) == 1:
            return holders[0]
        return discourse.cast.described(group) or (posts[0] if len(posts) == 1 else None)

    def _beside(self, sentence: Sentence, clause: Clause) -> bool:
        """Tell whether the clause stands right after a quotation: “…,” she laughs."""
        first = min((g.first for g in clause.subjects), default=clause.verb.first)
        first = min(first, clause.verb.first)
        before = sentence.tokens[first - 1] if first else None
        return before is not None and before.text in _CLOSING


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
