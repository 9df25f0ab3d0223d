"""What a facts file implies beyond its facts, seen once it is known which thing is which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..claims import Code, Ref
from .agree import links_between, same_sentence, status_bearer
from .align import Sides
from .counts import Match, StatusCheck
from .gold import Fact, Gold
from .sayings import Saying

_NODE_PARTS = frozenset({"participant", "activity", "tenureOf"})


@dataclass(frozen=True, slots=True)
class Implied:
    """The facts file, what was found, and which of its facts were matched, in one article."""

    gold: Gold
    sides: Sides
    sayings: list[Saying]
    same: Mapping[str, str]
    matches: list[Match]

    def accounted(self) -> list[Saying]:
        """List found statements that match no fact but that facts imply."""
        used = {match.saying.key for match in self.matches}
        rest = [s for s in self.sayings if not s.implied and s.key not in used]
        return [s for s in rest if self._edge(s) or self._node_part(s) or self._status(s)]

    def _edge(self, saying: Saying) -> bool:
        """Tell whether node facts of the sentence imply this short edge."""
        implied = [s for s in self.gold.implied if s.article == saying.article]
        return bool(self._agreeing(implied, saying))

    def _agreeing(self, golds: list[Saying], saying: Saying) -> list[Saying]:
        facts = [Fact("", gold) for gold in golds]
        links = links_between(facts, [saying])
        holding = [link for link in links if all(self.same.get(slug) == i for i, slug in link.ends)]
        return [golds[link.fact] for link in holding]

    def _node_part(self, saying: Saying) -> bool:
        """Tell whether this is part of a node whose short edge is a fact."""
        predicate, subject = saying.statement.predicate, saying.statement.subject
        node = saying.statement.object if predicate == "hasTenure" else subject
        for match in self._edges_of(node, saying) if isinstance(node, Ref) else ():
            if predicate in _NODE_PARTS or predicate == "hasTenure":
                return True
            if predicate == "role" and saying.statement.object == Code(match.fact.role or ""):
                return True
            if predicate == "status" and saying.statement.object == Code(match.fact.status or ""):
                return True
        return False

    def _edges_of(self, node: Ref, saying: Saying) -> list[Match]:
        """Find matched short edges that stand for the node in its sentence."""
        parts = {
            (s.statement.predicate, s.statement.object)
            for s in self.sayings
            if s.statement.subject == node and same_sentence(s, saying)
        }
        ends = {term for predicate, term in parts if predicate in _NODE_PARTS}
        return [
            match
            for match in self.matches
            if match.saying.implied
            and same_sentence(match.saying, saying)
            and match.saying.statement.object in ends
            and (match.saying.statement.subject in ends or ("tenureOf" in dict(parts)))
        ]

    def _status(self, saying: Saying) -> bool:
        """Tell whether a fact of the sentence keeps this status among its qualifiers."""
        if saying.statement.predicate != "status":
            return False
        identifier = self.same.get(saying.statement.subject.slug)
        return any(
            fact.status == getattr(saying.statement.object, "name", None)
            and same_sentence(fact.saying, saying)
            and identifier is not None
            and identifier in self._bearers(fact)
            for fact in self.gold.facts
            if fact.saying.article == saying.article and fact.status
        )

    def _bearers(self, fact: Fact) -> tuple[str | None, ...]:
        return (status_bearer(fact, self.gold.entities, self.sides.is_a),)

    def status_checks(self, facts: list[Fact]) -> list[StatusCheck]:
        """Check the status of each status fact, and of each found fact that tells one."""
        found = {match.fact.id: match for match in self.matches}
        checks = []
        for fact in facts:
            if fact.kind == "status" and isinstance(fact.saying.statement.object, Code):
                expected = fact.saying.statement.object.name
            elif fact.status and fact.id in found:
                expected = fact.status
            else:
                continue
            checks.append(StatusCheck(fact, expected, self._read(fact, found.get(fact.id))))
        return checks

    def _read(self, fact: Fact, match: Match | None) -> tuple[str, ...]:
        """List the statuses read for what bears the fact's status, the nearest first."""
        bearer = status_bearer(fact, self.gold.entities, self.sides.is_a)
        slugs = {slug for slug, identifier in self.same.items() if identifier == bearer}
        told = [s for s in self.sayings if s.statement.predicate == "status"]
        here = [s for s in told if same_sentence(s, fact.saying)]
        nodes = self._nodes(match, here) if match else []
        near = [s for s in here if s.statement.subject.slug in slugs]
        far = [s for s in told if s.statement.subject.slug in slugs]
        if fact.kind == "status":
            far = []
        nearest = nodes or near or far
        return tuple(sorted({getattr(s.statement.object, "name", "") for s in nearest}))

    def _nodes(self, match: Match, here: list[Saying]) -> list[Saying]:
        """Find the statuses of the nodes that a matched short edge was read from."""
        return [s for s in here if match in self._edges_of(s.statement.subject, s)]
