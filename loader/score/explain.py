"""What was missed and what was found wrongly, article by article, with the frame that fired."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from .mapping import OBJECTS
from .measure import Scored
from .misnamed import misnamed
from .model import Annotated, Fact, Value
from .run import Result, opening_of

Fired = Mapping[str, tuple[str, ...]]


def explain(result: Result) -> str:
    """List misses and false facts with their likely causes, then names; count the causes."""
    lines: list[str] = []
    causes: Counter[str] = Counter()
    for one, fired in zip(result.articles, result.fired, strict=True):
        lines.append(f"{one.gold.id}")
        for fact in one.facts.missed:
            cause, why = _missed(one, fact)
            causes[f"missed: {cause}"] += 1
            lines.append(f"  missed  {_say(one.gold, fact)}: {why}; {_frames(fact, fired)}")
        for fact in one.facts.false:
            cause = _false(one, fact)
            causes[f"false: {cause}"] += 1
            lines.append(
                f"  false   {_say(one.found, fact)}: {cause}; {fact.rule or 'no rule told'}"
            )
        for fact in one.found.facts:
            for word in fact.unsupported:
                lines.append(f"  unsupported  {word!r} in {_say(one.found, fact)}; {fact.rule}")
        for gold, found in one.facts.pairs:
            if gold.status != found.status:
                causes["wrong status"] += 1
                lines.append(f"  status  {_say(one.gold, gold)}: found as {found.status}")
        lines.extend(misnamed(one))
    counts = [f"{number:4}  {cause}" for cause, number in causes.most_common()]
    return "\n".join([*lines, "", *counts]) + "\n"


def _missed(one: Scored, fact: Fact) -> tuple[str, str]:
    """Tell the cause of a miss, as a kind and in words."""
    ends = [fact.subject] + ([] if fact.predicate in OBJECTS else [str(fact.object)])
    unknown = [end for end in ends if end in one.gold.entities and end not in one.same.values()]
    if unknown:
        names = " and ".join(f"{one.gold.entities[end].name!r}" for end in unknown)
        return "an entity was not found", f"{names} not found"
    joined = {
        other.predicate
        for other in one.found.facts
        if one.same.get(other.subject) == ends[0]
        and (len(ends) == 1 or one.same.get(str(other.object)) == ends[1])
    }
    if fact.predicate in joined:
        return "another object was read", "read with another object"
    if len(ends) == 2 and joined:
        return "another predicate was read", f"read as {', '.join(sorted(joined))}"
    return "the entities were found, the fact was not", "not read"


def _false(one: Scored, fact: Fact) -> str:
    subject = one.same.get(fact.subject)
    if subject is None:
        return "its subject is none in gold"
    if fact.predicate not in OBJECTS and one.same.get(str(fact.object)) is None:
        return "its object is none in gold"
    alike = [f for f in one.gold.facts if f.predicate == fact.predicate and f.subject == subject]
    end = fact.object if fact.predicate in OBJECTS else one.same.get(str(fact.object))
    if any(other.object == end for other in alike):
        return "a repeat"
    return "gold has another object" if alike else "gold does not say so"


def _frames(fact: Fact, fired: Fired) -> str:
    names = fired.get(opening_of(fact.sentence), ())
    return f"fired there: {', '.join(names)}" if names else "no frame fired there"


def _say(article: Annotated, fact: Fact) -> str:
    told = ", ".join(f"{k} {_name(article, v)}" for k, v in sorted(fact.qualifiers.items()))
    ends = f"{_name(article, fact.subject)} {fact.predicate} {_name(article, fact.object)}"
    return f"{ends} ({fact.status}{', ' + told if told else ''})"


def _name(article: Annotated, value: Value) -> str:
    entity = article.entities.get(value) if isinstance(value, str) else None
    if entity is not None:
        return entity.name
    if isinstance(value, Mapping):
        return f"{value.get('amount')} {value.get('currency')}"
    return str(value)
