"""Which slug a thing goes by, and how it is described, once the log was heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from ..claims import Claim, Ref, Statement, Thing
from ..frames import most_specific
from .model import Entry, Merge, Note, Rename

_RANK = {"reference": 0, "curator": 1, "article": 2}


@dataclass(frozen=True, slots=True)
class Identity:
    """Judgements of identity that hold for these readings.

    Attributes:
        ways: Slug given up → slug that took its place, one step.
        orphans: Judgements about things that are nowhere.
    """

    ways: Mapping[str, str]
    orphans: tuple[Note, ...] = ()

    def of(self, slug: str) -> str:
        """Give the slug that a thing goes by in the end."""
        while slug in self.ways:
            slug = self.ways[slug]
        return slug

    def of_statement(self, statement: Statement) -> Statement:
        """Give the statement about the things that its slugs stand for."""
        told = statement.object
        if isinstance(told, Ref):
            told = Ref(self.of(told.slug))
        return Statement(Ref(self.of(statement.subject.slug)), statement.predicate, told)

    def of_claim(self, claim: Claim) -> Claim:
        """Give the claim about the things that its slugs stand for."""
        statements = tuple(sorted(map(self.of_statement, claim.statements), key=Statement.key))
        speaker = self.of(claim.speaker) if claim.speaker else None
        unique = tuple(dict.fromkeys(statements))
        return replace(claim, statements=unique, speaker=speaker)


def judge_identity(entries: Iterable[Entry], present: Iterable[str]) -> Identity:
    """Take the merges and new slugs that can hold.

    A merge whose kept thing is nowhere, a new slug for what is nowhere, and a new slug that another
    thing has, hold not. A merge whose other slug is nowhere holds, as its address may have been
    given out before.

    Args:
        entries: Live entries.
        present: Slugs of everything that is read, introduced or known.
    """
    here = frozenset(present)
    open_moves = [(entry, move) for entry in entries if (move := _move(entry)) is not None]
    ways: dict[str, str] = {}
    while held := [move for entry, move in open_moves if _holds(entry, move, here, ways)]:
        ways |= dict(held)
        open_moves = [(entry, move) for entry, move in open_moves if move[0] not in ways]
    orphans = (_orphan(entry, move, here) for entry, move in open_moves)
    return Identity(ways, tuple(note for note in orphans if note is not None))


def _holds(
    entry: Entry, move: tuple[str, str], here: frozenset[str], ways: Mapping[str, str]
) -> bool:
    old, new = move
    known = here | set(ways.values())
    if isinstance(entry, Merge):
        return new in known
    return (old in known) != (new in here)


def _orphan(entry: Entry, move: tuple[str, str], here: frozenset[str]) -> Note | None:
    """Say why a move does not hold; a new slug for what is nowhere is reported elsewhere."""
    old, new = move
    reason = None
    if isinstance(entry, Merge):
        reason = f"nothing is called {new} any more, so {old} cannot become it"
    elif old in here and new in here:
        reason = f"{new} is the name of another thing; merge {old} with it instead"
    return Note(entry.signature.place, reason, entry.signature.id) if reason else None


def _move(entry: Entry) -> tuple[str, str] | None:
    if isinstance(entry, Merge):
        return entry.drop, entry.keep
    if isinstance(entry, Rename) and entry.slug and entry.slug != entry.thing:
        return entry.thing, entry.slug
    return None


def describe(
    slug: str,
    identity: Identity,
    described: Iterable[Thing],
    entries: Iterable[Entry],
) -> Thing:
    """Describe a thing from all that is known under the slugs it went by.

    Reference data describes it first, then a curator, then the article that had the slug all
    along. Names of the others become further names; their mere descriptions do not.
    """
    things = sorted(
        {thing for thing in described if identity.of(thing.slug) == slug},
        key=lambda thing: (_RANK[thing.origin], thing.slug != slug, thing.slug, thing.label),
    )
    best = things[0]
    label, names = best.label, set(best.names)
    for thing in things[1:]:
        names |= {*thing.names, thing.label} if thing.named else {*thing.names}
    for entry in entries:
        if isinstance(entry, Rename) and identity.of(entry.thing) == slug:
            names |= {*entry.names, label} if entry.label and best.named else {*entry.names}
            label = entry.label or label
    kinds = {kind for thing in things for kind in thing.types}
    return Thing(
        slug=slug,
        types=most_specific(kinds) if best.origin != "reference" else best.types,
        label=label,
        names=tuple(sorted(names - {label})),
        origin=best.origin,
        named=any(thing.named for thing in things),
    )
