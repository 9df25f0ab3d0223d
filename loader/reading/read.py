"""From an article to what it claims: the whole cascade, one sentence after the other."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..articles import Article
from ..claims import Mentioned, Passage, Quoted, Reading, Thing
from ..names import Mention, find_mentions
from ..quantities import line_of, quantities_of_line, times_of_line
from ..syntax import NounGroup, Parse, parse
from ..text import Document, Sentence, Span, take_apart
from .agreements import agreements
from .bodies import bodies_by_name
from .discourse import Discourse
from .drafts import Draft
from .entities import Entity
from .finish import Addresses, to_claims
from .index import load_index
from .kinds import kinds
from .known import Known, load_known
from .listed import listed_roles
from .match import Matcher, Outcome
from .purposes import purposes
from .quoted import about_quotations
from .quotes import Quotes, passages_of
from .roles import roles, settled
from .sets import find_pairs
from .sides import learn_homes, note_states


@dataclass(slots=True)
class Trace:
    """What happened on the way, for ``explain``.

    Attributes:
        document: The text taken apart.
        mentions: Names of each sentence.
        parses: Groups and clauses of each sentence.
        outcomes: What became of the frames of each sentence.
    """

    document: Document
    mentions: Sequence[Sequence[Mention]]
    parses: list[Parse] = field(default_factory=list)
    outcomes: list[list[Outcome]] = field(default_factory=list)


def read_article(article: Article) -> Reading:
    """Read an article: the same article and rule set give the same reading."""
    return trace_article(article)[0]


def trace_article(article: Article) -> tuple[Reading, Trace]:
    """Read an article and keep what happened on the way."""
    known = load_known()
    document = take_apart(article.text)
    mentions = find_mentions(document, known.lexicon, article.slug)
    trace = Trace(document, mentions)
    for sentence, found in zip(document.sentences, mentions, strict=True):
        line = line_of(sentence)
        times = times_of_line(line, article.published, article.published_basis)
        trace.parses.append(parse(sentence, found, quantities_of_line(line), times))
    return _Reader(article, known, trace).read(), trace


class _Reader:
    """Holds what is known while the sentences are read in order."""

    def __init__(self, article: Article, known: Known, trace: Trace) -> None:
        self.article = article
        self.trace = trace
        self.document = trace.document
        pairs = find_pairs(self.document.sentences, trace.mentions)
        told = frozenset(m.thing.slug for found in trace.mentions for m in found)
        self.discourse = Discourse(article.slug, pairs, known, article.published, told)
        self.quotes = Quotes(self.document)
        self.matcher = Matcher(load_index(), self.discourse)
        self.drafts: list[Draft] = []
        self.referring: list[tuple[int, Span, Entity]] = []
        self.unread: list[int] = []

    def read(self) -> Reading:
        for sentence, parsed in zip(self.document.sentences, self.trace.parses, strict=True):
            self._sentence(sentence, parsed)
        return self._finish()

    def _sentence(self, sentence: Sentence, parsed: Parse) -> None:
        self.discourse.open(sentence, parsed)
        learn_homes(parsed, self.discourse)
        self.quotes.attribute(sentence, parsed, self.discourse)
        spoken = [q for q in self.quotes.within(sentence) if q in self.quotes.speakers]
        self.discourse.speaker = self.quotes.speakers[spoken[0]] if spoken else None
        self.matcher.outcomes = []
        names = self.trace.mentions[sentence.index]
        drafts = roles(sentence, parsed, names, self.discourse)
        drafts += listed_roles(sentence, parsed, names, self.discourse)
        drafts += self.matcher.read(sentence, parsed)
        drafts += bodies_by_name(sentence, parsed, self.discourse)
        drafts += agreements(sentence, parsed, self.discourse)
        drafts += kinds(sentence, parsed, self.discourse)
        drafts += purposes(sentence, parsed, self.discourse)
        for draft in drafts:
            note_states(draft.stated)
        self.trace.outcomes.append(self.matcher.outcomes)
        self.drafts += drafts
        self.quotes.note(sentence, parsed, self.discourse)
        if self.matcher.outcomes and not drafts:
            self.unread.append(sentence.index)
        for group in parsed.groups:
            self._refer(sentence, group)
        self._refer_apart(sentence, parsed)
        for first, last, entity in self.discourse.referred:
            self._note(sentence, first, last, entity)

    def _refer(self, sentence: Sentence, group: NounGroup) -> None:
        """Note which words refer to what: the group itself, and the names before its head."""
        for name, entity in zip(group.names, self.discourse.modifiers(group), strict=True):
            self._note(sentence, name.first, name.last, entity)
        found = self.discourse.things(group)
        if len(found) == 1:
            whole = group if group.mention is None else group.mention
            self._note(sentence, whole.first, whole.last, found[0])

    def _refer_apart(self, sentence: Sentence, parsed: Parse) -> None:
        """Note the names that no group has, such as those in brackets, and states in offices."""
        grouped = {(name.first, name.last) for group in parsed.groups for name in group.names}
        grouped |= {(g.mention.first, g.mention.last) for g in parsed.groups if g.mention}
        for name in self.trace.mentions[sentence.index]:
            if name.kind != "office" and (name.first, name.last) not in grouped:
                self._name(sentence, name.first, name.last, name.thing, name.state)
            owner = self.discourse.known.thing(name.state) if name.inner and name.state else None
            if name.inner and owner:
                self._name(sentence, *name.inner, owner, name.state)

    def _name(
        self, sentence: Sentence, first: int, last: int, thing: Thing, state: str | None
    ) -> None:
        start = sentence.tokens[first].span.start
        entity = self.discourse.register.named(thing, sentence.index, start, state)
        self._note(sentence, first, last, entity)

    def _note(self, sentence: Sentence, first: int, last: int, entity: Entity) -> None:
        start, end = sentence.tokens[first].span.start, sentence.tokens[last - 1].span.end
        self.referring.append((sentence.index, self.document.raw(Span(start, end)), entity))

    def _finish(self) -> Reading:
        self.drafts = settled(self.drafts)
        self.drafts += about_quotations(self.document, self.quotes, self.referring)
        entities = {id(e): e for e in self._entities()}
        addresses = Addresses(self.article.slug, entities.values())
        passages = tuple(self._passage(sentence) for sentence in self.document.sentences)
        claims = to_claims(self.drafts, self.document, passages, self.quotes, addresses)
        return Reading(
            article=self.article.slug,
            passages=passages,
            things=dict(sorted(addresses.things.items())),
            mentions=self._mentions(addresses),
            quotations=self._quotations(addresses),
            claims=claims,
            repairs=tuple(
                (r.span.start, r.span.end, r.before, r.after) for r in self.document.repairs
            ),
            unread=tuple(self.unread),
        )

    def _entities(self) -> list[Entity]:
        found: list[Entity] = []
        for draft in self.drafts:
            for subject, _, term in draft.stated:
                found += [subject, *([term] if isinstance(term, Entity) else [])]
        found += [entity for _, _, entity in self.referring if entity.thing is not None]
        found += self.quotes.speakers.values()
        return [self.discourse.register.real(entity) for entity in found]

    def _passage(self, sentence: Sentence) -> Passage:
        raw = self.document.raw(sentence.span)
        return Passage(
            raw.start,
            raw.end,
            self.article.text[raw.start : raw.end],
            sentence.span.of(self.document.clean),
        )

    def _mentions(self, addresses: Addresses) -> tuple[Mentioned, ...]:
        found: dict[tuple[int, int], Mentioned] = {}
        for passage, span, entity in self.referring:
            real = self.discourse.register.real(entity)
            if real.thing is not None or addresses.knows(real):
                slug = addresses.ref(real).slug
                found[(span.start, span.end)] = Mentioned(span.start, span.end, passage, slug)
        return tuple(found[place] for place in sorted(found))

    def _quotations(self, addresses: Addresses) -> tuple[Quoted, ...]:
        return tuple(
            Quoted(
                spans=tuple(
                    (raw.start, raw.end) for raw in map(self.document.raw, quotation.spans)
                ),
                passages=passages_of(quotation, self.document.sentences),
                speaker=addresses.ref(self.quotes.speakers[index]).slug
                if index in self.quotes.speakers
                else None,
            )
            for index, quotation in enumerate(self.document.quotations)
            if self.quotes.counts(index)
        )
