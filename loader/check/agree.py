"""When a saying that was found and a fact of the list may say the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from ..claims import Code, Literal, Ref, Term
from .gold import Entity, Fact
from .sayings import Saying, Span
from .wording import overlap, spans_agree, words

IsA = Callable[[str, str], bool]
WORDED = frozenset({"purpose", "skos:note", "extent", "dateText", "text"})
LEAST_OVERLAP = 0.5
_SYMMETRIC = frozenset({"alliedWith"})


@dataclass(frozen=True, slots=True)
class Link:
    """A fact and a saying that agree once their ends are known to be the same things.

    Attributes:
        fact: Index of the fact.
        saying: Index of the saying.
        ends: Pairs (id in the facts file, slug found) that must be the same thing, subject first.
        weight: How much the agreement tells about which thing is which, 0 to 1.
    """

    fact: int
    saying: int
    ends: tuple[tuple[str, str], ...]
    weight: float


def links_between(facts: list[Fact], sayings: list[Saying]) -> list[Link]:
    """List every pair that agrees in article, sentence, relation, modality and values."""
    by_relation: dict[tuple[str, str, str], list[int]] = {}
    for index, saying in enumerate(sayings):
        by_relation.setdefault(_shelf(saying), []).append(index)
    return [
        link
        for number, fact in enumerate(facts)
        for index in by_relation.get(_shelf(fact.saying), ())
        if same_sentence(fact.saying, sayings[index])
        for link in _links(number, fact.saying, index, sayings[index])
    ]


def _shelf(saying: Saying) -> tuple[str, str, str]:
    return saying.article, saying.statement.predicate, saying.modality


def same_sentence(one: Saying, other: Saying) -> bool:
    """Tell whether some passage of the one is, nearly, some passage of the other."""
    return any(spans_agree(spot, place) for spot in one.spots for place in other.spots)


def _links(number: int, gold: Saying, index: int, found: Saying) -> list[Link]:
    spoken = ((gold.speaker, found.speaker),) if gold.speaker and found.speaker else ()
    if bool(gold.speaker) != bool(found.speaker):
        return []
    subject = (gold.statement.subject.slug, found.statement.subject.slug)
    one, other = gold.statement.object, found.statement.object
    if not isinstance(one, Ref) or not isinstance(other, Ref):
        weight = _value_weight(gold.statement.predicate, one, other)
        return [Link(number, index, (subject, *spoken), weight)] if weight else []
    made = [Link(number, index, (subject, (one.slug, other.slug), *spoken), 1.0)]
    if gold.statement.predicate in _SYMMETRIC:
        crossed = ((subject[0], other.slug), (one.slug, subject[1]), *spoken)
        made.append(Link(number, index, crossed, 1.0))
    return made


def _value_weight(predicate: str, one: Term, other: Term) -> float:
    """Weigh an agreement in a value: 0 where the values differ."""
    if not same_value(predicate, one, other):
        return 0.0
    if isinstance(one, Literal) and isinstance(other, Literal) and predicate in WORDED:
        return overlap(one.text, other.text) or 1.0
    return 0.4 if isinstance(one, Code) else 1.0


def same_value(predicate: str, one: Term, other: Term) -> bool:
    """Tell whether two objects that are no things are the same for the relation.

    Wordings agree by overlap, numbers by value, passages by nearly the same span, all else by its
    characters, case aside. A date agrees only at the same precision.
    """
    if isinstance(one, Code) or isinstance(other, Code):
        return one == other
    if not (isinstance(one, Literal) and isinstance(other, Literal)):
        return False
    if predicate in WORDED:
        return _worded(one.text, other.text)
    if predicate == "inPassage":
        return spans_agree(_offsets(one), _offsets(other))
    if predicate == "value":
        return _number(one.text) == _number(other.text)
    return one.text.strip().casefold() == other.text.strip().casefold()


def _worded(one: str, other: str) -> bool:
    return overlap(one, other) >= LEAST_OVERLAP or words(one) == words(other)


def _offsets(literal: Literal) -> Span:
    start, _, end = literal.text.removeprefix("char=").partition(",")
    return int(start), int(end)


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def types_agree(one: tuple[str, ...], other: tuple[str, ...], is_a: IsA) -> bool:
    """Tell whether some type of the one is a type of the other, or above or below it."""
    return any(is_a(left, right) or is_a(right, left) for left in one for right in other)


def status_bearer(fact: Fact, entities: Mapping[str, Entity], is_a: IsA) -> str | None:
    """Name the thing whose status a fact tells: its subject, else its object, else None.

    Stage of reality belongs to activities, agreements, participations and tenures.
    """
    ends = [fact.saying.statement.subject.slug]
    if isinstance(fact.saying.statement.object, Ref):
        ends.append(fact.saying.statement.object.slug)
    for end in ends:
        entity = entities.get(end)
        if entity and any(is_a(kind, bears) for kind in entity.types for bears in _BEARERS):
            return end
    return None


_BEARERS = ("Activity", "Agreement", "Participation", "Tenure")
