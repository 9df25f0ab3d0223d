"""A reading as a graph: what is stated of a thing, and what points at it, nearest first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from ..claims import Claim, Code, Literal, Reading, Ref, Term
from ..frames import is_kind

Found = tuple[Term, Claim]
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class View:
    """Statements of a reading by either end.

    Attributes:
        reading: The reading.
        out: Objects with their claims, by subject slug and property.
        into: Subjects with their claims, by property and object slug.
        spoken_of: Slugs of the things that some words of the text stand for.
    """

    reading: Reading
    out: Mapping[Key, list[Found]]
    into: Mapping[Key, list[Found]]
    spoken_of: frozenset[str] = frozenset()

    def is_a(self, term: Term, kinds: Iterable[str]) -> bool:
        """Tell whether a thing is of one of the classes; no kinds at all allow anything."""
        wanted = tuple(kinds)
        if not wanted:
            return True
        thing = self.reading.things.get(term.slug) if isinstance(term, Ref) else None
        return thing is not None and is_kind(thing.types, wanted)

    def values(self, slug: str, path: str, near: Claim | None = None) -> list[Found]:
        """Give what a thing leads to over a property; ``^p`` goes against it, ``p|q`` over both.

        Where several claims state it, those of the claim ``near``, else of its passage, else all.
        """
        return nearest(
            [found for step in path.split("|") for found in self._step(slug, step)], near
        )

    def _step(self, slug: str, step: str) -> list[Found]:
        if step.startswith("^"):
            return self.into.get((step[1:], slug), [])
        return self.out.get((slug, step), [])

    def codes(self, slug: str, path: str, near: Claim | None = None) -> list[str]:
        """Give the names of the concepts that a thing leads to over a property."""
        return [t.name for t, _ in self.values(slug, path, near) if isinstance(t, Code)]

    def literals(self, slug: str, path: str, near: Claim | None = None) -> list[Literal]:
        """Give the literals that a thing leads to over a property."""
        return [t for t, _ in self.values(slug, path, near) if isinstance(t, Literal)]

    def nodes(self, kinds: Iterable[str]) -> Iterator[str]:
        """Give the slugs of the things of one of the classes, in order."""
        wanted = tuple(kinds)
        for slug in sorted(self.reading.things):
            if is_kind(self.reading.things[slug].types, wanted):
                yield slug


def view_of(reading: Reading) -> View:
    """Index the statements of a reading."""
    out: dict[Key, list[Found]] = defaultdict(list)
    into: dict[Key, list[Found]] = defaultdict(list)
    for claim in reading.claims:
        for one in claim.statements:
            out[one.subject.slug, one.predicate].append((one.object, claim))
            if isinstance(one.object, Ref):
                into[one.predicate, one.object.slug].append((one.subject, claim))
    spoken_of = frozenset(one.thing for one in reading.mentions)
    return View(reading, dict(out), dict(into), spoken_of)


def nearest(found: list[Found], near: Claim | None) -> list[Found]:
    """Keep what the same claim states, else what the same passage does, else all."""
    if near is None:
        return found
    for holds in (lambda c: c is near, lambda c: c.passage == near.passage):
        kept = [one for one in found if holds(one[1])]
        if kept:
            return kept
    return found
