"""The end of reading: entities get addresses, drafts become claims with raw offsets."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from ontology.iris import slugify

from ..claims import Claim, Code, Literal, Passage, Ref, Statement, Thing
from ..text import Document, Sentence, Span
from .drafts import Draft
from .entities import Entity
from .labels import label_of
from .quotes import Quotes, span_of


class Addresses:
    """Slugs and labels of entities: derived from content, the same on every run."""

    def __init__(self, article: str, entities: Iterable[Entity]) -> None:
        self.article = article
        self.things: dict[str, Thing] = {}
        self._slugs: dict[int, str] = {}
        self._taken: dict[str, Entity] = {}
        for entity in sorted(entities, key=lambda e: (e.start, label_of(e))):
            self._assign(entity)

    def ref(self, entity: Entity) -> Ref:
        """Give the reference of an entity."""
        while entity.same is not None:
            entity = entity.same
        return Ref(self._slugs[id(entity)])

    def knows(self, entity: Entity) -> bool:
        """Tell whether the entity has an address."""
        return id(entity) in self._slugs

    def _assign(self, entity: Entity) -> None:
        if "Quotation" in entity.types:
            self._slugs[id(entity)] = entity.words
            return
        if entity.thing is not None:
            thing = entity.thing
            if thing.origin == "article":
                thing = Thing(thing.slug, tuple(sorted(entity.types)), thing.label, thing.names)
            self._slugs[id(entity)] = thing.slug
            self.things[thing.slug] = thing
            return
        label = label_of(entity)
        slug = f"{self.article}-{slugify(label.removesuffix(' (unnamed)'))}"
        if slug in self._taken:
            slug = f"{slug}-{_digest(entity)}"
        self._taken[slug] = entity
        self._slugs[id(entity)] = slug
        self.things[slug] = Thing(slug, tuple(sorted(entity.types)), label, (), "article", False)


def _digest(entity: Entity) -> str:
    return hashlib.sha256(f"{entity.start}".encode()).hexdigest()[:6]


def to_claims(
    drafts: Sequence[Draft],
    document: Document,
    passages: Sequence[Passage],
    quotes: Quotes,
    addresses: Addresses,
) -> tuple[Claim, ...]:
    """Turn drafts into claims, without repeats, in the order of their passages."""
    found: dict[tuple[int, str], Claim] = {}
    for draft in drafts:
        claim = _claim(draft, document, quotes, addresses)
        if claim is not None:
            key = (claim.passage, claim.digest(passages[claim.passage]))
            if key not in found or found[key].confidence < claim.confidence:
                found[key] = claim
    order = sorted(found, key=lambda key: (key[0], found[key].maker, key[1]))
    return tuple(found[key] for key in order)


def _claim(draft: Draft, document: Document, quotes: Quotes, addresses: Addresses) -> Claim | None:
    sentence = document.sentences[draft.sentence]
    statements = {
        Statement(addresses.ref(subject), predicate, _term(term, addresses))
        for subject, predicate, term in draft.stated
    }
    statements = {s for s in statements if s.subject != s.object}
    index = quotes.at(sentence.tokens[draft.token].span.start) if draft.token >= 0 else None
    modality, speaker, quotation = "Denied" if draft.stage.denied else "Asserted", None, None
    if index is not None:
        if index not in quotes.speakers:
            return None
        modality, speaker = "Quoted", addresses.ref(quotes.speakers[index]).slug
        quotation = quotation_ref(document, index)
    if not statements:
        return None
    return Claim(
        passage=draft.sentence,
        statements=tuple(sorted(statements, key=Statement.key)),
        maker=f"rule:{draft.maker}",
        modality=modality,
        speaker=speaker,
        quotation=quotation,
        cue=_cue(draft, sentence, document),
        date_basis=draft.basis,
        confidence=draft.confidence,
    )


def quotation_ref(document: Document, index: int) -> str:
    """Name a quotation by the raw offsets of its words."""
    span = document.raw(span_of(document.quotations[index]))
    return f"quote={span.start},{span.end}"


def _term(term: Entity | Code | Literal, addresses: Addresses) -> Ref | Code | Literal:
    return addresses.ref(term) if isinstance(term, Entity) else term


def _cue(draft: Draft, sentence: Sentence, document: Document) -> tuple[int, int] | None:
    if draft.stage.cue is None:
        return None
    first, last = draft.stage.cue
    tokens = sentence.tokens[first:last]
    raw = document.raw(Span(tokens[0].span.start, tokens[-1].span.end))
    return raw.start, raw.end
