"""What came of a comparison, and its counts."""

from __future__ import annotations

from dataclasses import dataclass, replace

from .gold import Fact, kind_of
from .sayings import Saying


@dataclass(frozen=True, slots=True)
class Match:
    """A fact and what was found to say it.

    Attributes:
        fact: The fact.
        saying: What was found.
        by_rule: Whether rules alone find it, without the curation log.
    """

    fact: Fact
    saying: Saying
    by_rule: bool = True


@dataclass(frozen=True, slots=True)
class Extra:
    """A statement that was found and that the facts file lacks.

    Attributes:
        saying: What was found.
        text: The statement as a line, with the ids of the facts file where it has the things.
        verdict: ``right`` or ``wrong`` where it was judged by hand, else ``unjudged``.
        reason: The judge's reason, or empty.
    """

    saying: Saying
    text: str
    verdict: str = "unjudged"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class StatusCheck:
    """Whether a fact's stage of reality was read right.

    Attributes:
        fact: The fact.
        expected: The status that the facts file gives.
        found: The status read: in the same sentence, else in the article; empty where none was.
    """

    fact: Fact
    expected: str
    found: tuple[str, ...]

    @property
    def right(self) -> bool:
        """Whether the one status found is the expected one."""
        return self.found == (self.expected,)


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one comparison.

    Attributes:
        matches: Facts that were found.
        missing: Facts that were not.
        accounted: Statements found that the facts file implies: a node's parts where it has the
            short edge, a short edge where it has the node, a status or role that it keeps beside
            another fact.
        extras: Statements found that it lacks.
        status: One check for each found fact that tells a status, and for each status fact.
        same: ``(article, slug found)`` → id in the facts file.
    """

    matches: tuple[Match, ...] = ()
    missing: tuple[Fact, ...] = ()
    accounted: tuple[Saying, ...] = ()
    extras: tuple[Extra, ...] = ()
    status: tuple[StatusCheck, ...] = ()
    same: tuple[tuple[str, str, str], ...] = ()

    def beside(self, rules: Measured) -> Measured:
        """Mark as found by hand what rules alone do not find."""
        found = {match.fact.id for match in rules.matches}
        return replace(
            self, matches=tuple(replace(m, by_rule=m.fact.id in found) for m in self.matches)
        )

    def and_with(self, other: Measured) -> Measured:
        """Join the measures of two articles."""
        return Measured(
            self.matches + other.matches,
            self.missing + other.missing,
            self.accounted + other.accounted,
            self.extras + other.extras,
            self.status + other.status,
            self.same + other.same,
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one group of facts and statements.

    Attributes:
        by_rule: Facts that rules alone find.
        by_hand: Facts that take the curation log: a claim added, or two things made one.
        missing: Facts not found.
        right: Statements found that are facts, implied by facts, or judged right.
        false: Statements found that are judged wrong or not judged.
    """

    by_rule: int
    by_hand: int
    missing: int
    right: int
    false: int

    @property
    def facts(self) -> int:
        """Number of facts looked for."""
        return self.by_rule + self.by_hand + self.missing

    @property
    def recall(self) -> float:
        """Share of the facts that was found, 1 where there are none."""
        return (self.by_rule + self.by_hand) / self.facts if self.facts else 1.0

    @property
    def precision(self) -> float:
        """Share of the statements found that are right, 1 where there are none."""
        found = self.right + self.false
        return self.right / found if found else 1.0


def tally(measured: Measured, *, kind: str | None = None, predicate: str | None = None) -> Tally:
    """Count all, or one kind (see ``kind_of``), or one predicate."""

    def counts(saying: Saying) -> bool:
        name = saying.statement.predicate
        return kind in (None, kind_of(name)) and predicate in (None, name)

    matches = [match for match in measured.matches if counts(match.fact.saying)]
    extras = [extra.verdict for extra in measured.extras if counts(extra.saying)]
    stated = [m.saying for m in measured.matches if counts(m.saying) and not m.saying.implied]
    accounted = [saying for saying in measured.accounted if counts(saying)]
    return Tally(
        by_rule=sum(match.by_rule for match in matches),
        by_hand=sum(not match.by_rule for match in matches),
        missing=sum(counts(fact.saying) for fact in measured.missing),
        right=len(stated) + len(accounted) + extras.count("right"),
        false=len(extras) - extras.count("right"),
    )
