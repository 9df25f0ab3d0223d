"""A made-up sentence, facts about it, and things that may be found in it."""

from __future__ import annotations

from loader.check.align import Sides
from loader.check.counts import Measured
from loader.check.gold import Entity, Fact, Gold
from loader.check.measure import measure
from loader.check.sayings import Saying, with_edges
from loader.claims import Code, Literal, Ref, Statement, Term, Thing
from loader.curation import is_a

ENTITIES = {
    entity.id: entity
    for entity in (
        Entity("samoa", ("State",), "Samoa"),
        Entity("tonga", ("State",), "Tonga"),
        Entity("shield", ("Exercise",), "Exercise Coral Shield"),
        Entity("boat", ("Vessel",), "Samoan patrol boat (unnamed)", ("a Samoan patrol boat",)),
        Entity("samoa-part", ("Participation",), "Samoa in Coral Shield"),
        Entity("tonga-part", ("Participation",), "Tonga in Coral Shield"),
        Entity("figure", ("Figure",), "1,200 soldiers"),
    )
}
THINGS = {
    thing.slug: thing
    for thing in (
        Thing("samoa", ("State",), "Samoa", origin="reference"),
        Thing("tonga", ("State",), "Tonga", origin="reference"),
        Thing("exercise-1", ("Activity",), "Exercise Coral Shield"),
        Thing("vessel-1", ("Asset",), "Patrol boat", named=False),
        Thing("nafanua", ("Vessel",), "Nafanua"),
        Thing("part-1", ("Participation",), "part", named=False),
        Thing("part-2", ("Participation",), "part", named=False),
        Thing("figure-1", ("Figure",), "figure", named=False),
    )
}


def said(line: str, span: tuple[int, int] = (0, 100), **more: str) -> Saying:
    """Read ``subject predicate object``; capitals are concepts, quotes and digits are literals."""
    subject, predicate, told = line.split(" ", 2)
    term: Term = Ref(told)
    if told[0] in '"0123456789':
        term = Literal(told.strip('"'))
    elif told[0].isupper():
        term = Code(told)
    statement = Statement(Ref(subject), predicate, term)
    return Saying("coral", (span,), statement, makers=("rule:x",), **more)  # type: ignore[arg-type]


def compare(facts: list[str], found: list[str | Saying]) -> Measured:
    golds = tuple(Fact(f"F{n}", said(line)) for n, line in enumerate(facts))
    sayings = with_edges([one if isinstance(one, Saying) else said(one) for one in found])
    edges = tuple(s for s in with_edges([fact.saying for fact in golds]) if s.implied)
    sides = Sides(ENTITIES, THINGS, is_a)
    return measure(Gold(ENTITIES, golds, edges), sides, sayings, (), "coral")


def same(measured: Measured) -> dict[str, str]:
    return {slug: identifier for _, slug, identifier in measured.same}
