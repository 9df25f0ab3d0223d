"""How much alike two texts are, and whether that makes one a copy of the other."""

from __future__ import annotations

from dataclasses import dataclass

from .shingles import Print

EXACT, NEAR, CONTAINED = "exact", "near", "contained"
#: Share of shingles in common that makes a copy: of both texts' together, of the shorter's.
LEAST_JACCARD, LEAST_CONTAINMENT = 0.8, 0.9
#: Shingles that an excerpt has at least (two or three sentences): fewer may be a set phrase.
LEAST_EXCERPT = 30
#: From how many numbers of its own on, on either side, a text reports another event.
OWN_NUMBERS = 2


@dataclass(frozen=True, slots=True)
class Likeness:
    """What makes one text a copy of another.

    Attributes:
        kind: ``exact`` (the same words), ``near`` (edited) or ``contained`` (an excerpt).
        score: Jaccard index, for ``contained`` the share of the shorter text; from 0 to 1.
    """

    kind: str
    score: float


def likeness(one: Print, other: Print) -> Likeness | None:
    """Compare two texts; None when they are no copies of each other.

    Texts of one mould (a report of each week, notices of contracts) share most of their words and
    are different stories: they are told by the numbers that each has and the other lacks.
    """
    if not one.shingles or not other.shingles:
        return None
    if one.whole == other.whole:
        return Likeness(EXACT, 1.0)
    if min(len(one.numbers - other.numbers), len(other.numbers - one.numbers)) >= OWN_NUMBERS:
        return None
    shorter = min(len(one.shingles), len(other.shingles))
    common = len(frozenset(one.shingles).intersection(other.shingles))
    jaccard = common / (len(one.shingles) + len(other.shingles) - common)
    if jaccard >= LEAST_JACCARD:
        return Likeness(NEAR, jaccard)
    if shorter >= LEAST_EXCERPT and common >= LEAST_CONTAINMENT * shorter:
        return Likeness(CONTAINED, common / shorter)
    return None
