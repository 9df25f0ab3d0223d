"""Counts, precision, recall and F1, and how far they may be off by chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Tally:
    """How many were found rightly, found wrongly, missed."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.right + other.right, self.false + other.false, self.missed + other.missed)

    @property
    def precision(self) -> float | None:
        """Share of what was found that is right; None where nothing was found."""
        return share(self.right, self.right + self.false)

    @property
    def recall(self) -> float | None:
        """Share of what is in gold that was found; None where gold has nothing."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float | None:
        """Harmonic mean of both; None where there was nothing to find and nothing found."""
        return share(2 * self.right, 2 * self.right + self.false + self.missed)


def share(part: int, whole: int) -> float | None:
    """Divide, None by nothing.

    >>> share(1, 4), share(0, 0)
    (0.25, None)
    """
    return part / whole if whole else None


def total(tallies: Sequence[Tally]) -> Tally:
    """Add up."""
    return sum(tallies, Tally())


def interval(
    tallies: Sequence[Tally], *, rounds: int = 1000, seed: int = 1
) -> tuple[float, float] | None:
    """Give the 95 % interval of F1 by bootstrap over articles, None without articles to draw.

    Args:
        tallies: One for each article.
        rounds: How often as many articles are drawn, with replacement.
        seed: Seed of the drawing: the same gives the same interval.
    """
    draw = Random(seed)  # noqa: S311
    scores = []
    for _ in range(rounds if tallies else 0):
        f1 = total(draw.choices(tallies, k=len(tallies))).f1
        if f1 is not None:
            scores.append(f1)
    if not scores:
        return None
    scores.sort()
    return scores[int(0.025 * (len(scores) - 1))], scores[round(0.975 * (len(scores) - 1))]
