"""Leaves out the claims that state what a check forbids, so that the rest can be published."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ontology.checking import Breach
from ontology.iris import Base

from ..claims import Claim, Reading
from .harmonise import touched_only
from .naming import Names

_IRI = re.compile(r"<([^>]*)>")
Offence = tuple[Breach, frozenset[str]]


def without_offenders(
    readings: Iterable[Reading], breaches: Iterable[Breach], base: Base, notes: list[str]
) -> Iterator[Reading]:
    """Give each reading without the claims that breaches lead to, with a note for each claim.

    A breach leads to a claim when one of its rows names the claim, or two of the three terms of a
    triple that the claim states. Where that is too little to tell, nothing is left out: the breach
    then has another cause.
    """
    offences = [
        (breach, frozenset(_IRI.findall(row))) for breach in breaches for row in breach.rows
    ]
    for reading in readings:
        names = Names(reading, base)
        reasons = {claim: _reason(claim, names, offences) for claim in reading.claims}
        claims = tuple(claim for claim, reason in reasons.items() if reason is None)
        found = [f"{reading.article}: {reason}" for reason in reasons.values() if reason]
        notes += found
        yield touched_only(replace(reading, claims=claims)) if found else reading


def _reason(claim: Claim, names: Names, offences: Sequence[Offence]) -> str | None:
    node = names.claim(claim).value
    for breach, iris in offences:
        if node in iris or any(_stated(names, claim, iris)):
            return f"a claim was left out, by check {breach.check}: {breach.title} ({node})"
    return None


def _stated(names: Names, claim: Claim, iris: frozenset[str]) -> Iterable[bool]:
    for statement in claim.statements:
        triple = names.triple(statement)
        parts = (names.ref(statement.subject).value, triple.predicate.value)
        yield len(iris.intersection((*parts, getattr(triple.object, "value", "")))) > 1
