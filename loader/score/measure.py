"""Scores one article: mentions, entities, links, facts, status, qualifiers, evidence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .align import align
from .mapping import PREDICATES
from .match import Matched, joint_status, match, slots
from .model import Annotated, Entity, Fact, Mention
from .tally import Tally, total
from .types import ALIKE

Typed = tuple[Mention, str]
#: Groups of predicates that have a line of their own.
GROUPS = {
    "all facts": PREDICATES,
    "offices": ("holdsOffice",),
    "quotations": ("says",),
    "all others": tuple(p for p in PREDICATES if p not in ("holdsOffice", "says")),
}


@dataclass(frozen=True, slots=True)
class Scored:
    """The scores of one article.

    Attributes:
        gold: What it says.
        found: What was found.
        same: Gold entities by the id of the found entity that is the same.
        facts: The matched facts.
        predicates: Counts by predicate.
        joint: Counts of all facts where the status must agree too, expected being planned.
        strict: Mentions of the same offsets and type.
        relaxed: Mentions that overlap, of the same type.
        entities: Entities of which some mention was found, with its type.
        links: Links that are right, that are wrong, and gold links without one.
        status: Matched facts with the very status of gold, and with another (as ``false``).
        qualifiers: Slots of matched facts.
        evidence: Passages that stand in the text as claimed, and those that do not (``false``).
        unsupported: Fillers and numbers that nothing bears out.
    """

    gold: Annotated
    found: Annotated
    same: Mapping[str, str]
    facts: Matched
    predicates: Mapping[str, Tally]
    joint: Tally
    strict: Tally
    relaxed: Tally
    entities: Tally
    links: Tally
    status: Tally
    qualifiers: Tally
    evidence: Tally
    unsupported: tuple[str, ...] = field(default=())

    def of(self, predicates: Iterable[str]) -> Tally:
        """Add up the counts of some predicates."""
        return total([self.predicates.get(one, Tally()) for one in predicates])


def score(gold: Annotated, found: Annotated, text: str) -> Scored:
    """Compare what was found in an article with what it says.

    Args:
        gold: What it says.
        found: What was found.
        text: The article's raw text, for the evidence.
    """
    same = align(gold, found)
    facts = match(gold, found, same)
    agreeing = sum(joint_status(one) == joint_status(other) for one, other in facts.pairs)
    equal = sum(one.status == other.status for one, other in facts.pairs)
    wanted, got = _mentions(gold), _mentions(found)
    return Scored(
        gold=gold,
        found=found,
        same=same,
        facts=facts,
        predicates=_by_predicate(facts),
        joint=Tally(agreeing, len(found.facts) - agreeing, len(gold.facts) - agreeing),
        strict=_strict(wanted, got),
        relaxed=_relaxed(wanted, got),
        entities=_entities(gold, found),
        links=_links(gold, found, same),
        status=Tally(equal, len(facts.pairs) - equal),
        qualifiers=total([Tally(*slots(one, other, same)) for one, other in facts.pairs]),
        evidence=_evidence(found.facts, text),
        unsupported=tuple(word for fact in found.facts for word in fact.unsupported),
    )


def _by_predicate(facts: Matched) -> dict[str, Tally]:
    counts = {}
    for predicate in PREDICATES:
        right = sum(one.predicate == predicate for one, _ in facts.pairs)
        false = sum(one.predicate == predicate for one in facts.false)
        missed = sum(one.predicate == predicate for one in facts.missed)
        if right or false or missed:
            counts[predicate] = Tally(right, false, missed)
    return counts


def _mentions(article: Annotated) -> list[Typed]:
    return sorted({(one, _type(e)) for e in article.entities.values() for one in e.mentions})


def _type(entity: Entity) -> str:
    return ALIKE.get(entity.type, entity.type)


def _key(one: Typed) -> tuple[int, int, str]:
    return one[0].start, one[0].end, one[1]


def _strict(wanted: list[Typed], got: list[Typed]) -> Tally:
    needed = {_key(one) for one in wanted if not one[0].optional}
    spare = {_key(one) for one in wanted if one[0].optional} - needed
    found = {_key(one) for one in got} - spare
    return Tally(len(found & needed), len(found - needed), len(needed - found))


def _relaxed(wanted: list[Typed], got: list[Typed]) -> Tally:
    """Pair each mention found with a mention of gold that it meets, one to one, in text order.

    A mention that meets nothing but optional ones counts for nothing.
    """
    free = [one for one in wanted if not one[0].optional]
    needed, right, false = len(free), 0, 0
    for one in got:
        hits = [other for other in free if one[1] == other[1] and one[0].meets(other[0])]
        if hits:
            free.remove(max(hits, key=lambda other: (_common(one[0], other[0]), -other[0].start)))
            right += 1
        elif not any(o[0].optional and o[1] == one[1] and o[0].meets(one[0]) for o in wanted):
            false += 1
    return Tally(right, false, needed - right)


def _common(one: Mention, other: Mention) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _entities(gold: Annotated, found: Annotated) -> Tally:
    wanted, got = list(gold.entities.values()), list(found.entities.values())

    def met(one: Iterable[Mention], other: Iterable[Mention]) -> bool:
        return any(a.meets(b) for a in one for b in other)

    def same(one: Entity, other: Entity) -> bool:
        return _type(one) == _type(other) and met(one.mentions, other.mentions)

    right = sum(any(same(one, other) for other in got) for one in wanted)
    sure = sum(any(same(one, other) for one in wanted) for other in got)
    return Tally(right, len(got) - sure, len(wanted) - right)


def _links(gold: Annotated, found: Annotated, same: Mapping[str, str]) -> Tally:
    right: set[str] = set()
    wrong: set[str] = set()
    for entity in found.entities.values():
        other = gold.entities.get(same.get(entity.id, ""))
        if other is not None and other.wikidata and entity.wikidata:
            (right if other.wikidata == entity.wikidata else wrong).add(other.id)
    linked = {e.id for e in gold.entities.values() if e.wikidata}
    return Tally(len(right), len(wrong), len(linked - right - wrong))


def _evidence(facts: Iterable[Fact], text: str) -> Tally:
    told = [one for one in facts if one.evidence is not None]
    right = sum(text[one.start : one.end] == one.evidence for one in told)
    return Tally(right, len(told) - right)
