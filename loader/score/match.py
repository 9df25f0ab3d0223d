"""Facts found against facts of gold: one to one, the best match first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .literals import fold, normal, opening, overlap
from .mapping import OBJECTS, QUALIFIERS
from .model import Annotated, Fact, Value

#: Least overlap at which offices and topics are the same.
ALIKE = 0.5
_JOINT = {"expected": "planned"}


@dataclass(frozen=True, slots=True)
class Matched:
    """The outcome for one article.

    Attributes:
        pairs: Facts of gold with the facts found that are the same.
        missed: Facts of gold that were not found.
        false: Facts found that gold does not hold, repeats among them.
    """

    pairs: tuple[tuple[Fact, Fact], ...]
    missed: tuple[Fact, ...]
    false: tuple[Fact, ...]


def match(gold: Annotated, found: Annotated, same: Mapping[str, str]) -> Matched:
    """Match facts; a pair whose object, status, qualifiers and sentence agree better comes first.

    Args:
        gold: What the article says.
        found: What was found.
        same: Gold entities by the id of the found entity that is the same.
    """
    options = sorted(
        (
            (_worth(one, other, same), _key(one), _key(other), i, j)
            for i, one in enumerate(gold.facts)
            for j, other in enumerate(found.facts)
            if _agrees(gold, found, one, other, same)
        ),
        key=lambda option: ([-x for x in option[0]], *option[1:]),
    )
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, _, i, j in options:
        if i not in taken and j not in used:
            taken[i] = j
            used.add(j)
    return Matched(
        tuple((gold.facts[i], found.facts[j]) for i, j in sorted(taken.items())),
        tuple(fact for i, fact in enumerate(gold.facts) if i not in taken),
        tuple(fact for j, fact in enumerate(found.facts) if j not in used),
    )


def joint_status(fact: Fact) -> str:
    """Give the status as the joint score compares it: expected is planned."""
    return _JOINT.get(fact.status, fact.status)


def slots(one: Fact, other: Fact, same: Mapping[str, str]) -> tuple[int, int, int]:
    """Count qualifiers of a matched pair: right, false, missed."""
    wanted = {(k, _slot(v, {})) for k, v in one.qualifiers.items() if k in QUALIFIERS}
    got = {(k, _slot(v, same)) for k, v in other.qualifiers.items() if k in QUALIFIERS}
    return len(wanted & got), len(got - wanted), len(wanted - got)


def _slot(value: Value, same: Mapping[str, str]) -> str:
    return normal(same.get(value, value) if isinstance(value, str) else value)


def _agrees(
    gold: Annotated, found: Annotated, one: Fact, other: Fact, same: Mapping[str, str]
) -> bool:
    if one.predicate != other.predicate:
        return False
    ends = (one.subject, one.object)
    got = (same.get(other.subject), _end(gold, found, one, other, same))
    if one.predicate == "meets":
        return ends == got or ends == got[::-1]
    return ends[0] == got[0] and (one.object == got[1] or _alike(one, other) > 0)


def _end(
    gold: Annotated, found: Annotated, one: Fact, other: Fact, same: Mapping[str, str]
) -> Value | None:
    """Give the gold entity that the found object is; a name, where gold has but a name."""
    if one.predicate in OBJECTS or not isinstance(other.object, str):
        return None
    if one.object in gold.entities:
        return same.get(other.object)
    entity = found.entities.get(other.object)
    names = (entity.name, *entity.names) if entity else (other.object,)
    return one.object if fold(str(one.object)) in map(fold, names) else None


def _alike(one: Fact, other: Fact) -> float:
    """Tell how alike two literals are: 0 where they are not the same, else up to 1."""
    kind = OBJECTS.get(one.predicate)
    if kind is None:
        return 0.0
    if kind == "words":
        share = overlap(str(one.object), str(other.object))
        return share if share >= ALIKE else 0.0
    if kind == "quotation":
        if not str(one.object):
            return 0.5
        return float(opening(str(one.object)) == opening(str(other.object)))
    return float(normal(one.object) == normal(other.object))


def _worth(one: Fact, other: Fact, same: Mapping[str, str]) -> tuple[float, ...]:
    right, false, missed = slots(one, other, same)
    return (
        _alike(one, other),
        float(joint_status(one) == joint_status(other)),
        float(one.status == other.status),
        float(right - false - missed),
        float(bool(one.sentence) and fold(one.sentence) == fold(other.sentence)),
    )


def _key(fact: Fact) -> str:
    return repr(
        (fact.subject, str(fact.object), fact.status, sorted(map(str, fact.qualifiers.items())))
    )
