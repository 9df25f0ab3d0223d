"""What is wrong with links, and what they cover; no network."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..reference import Row
from .registers import REGISTERS, register_of

CERTAIN = ("owl:sameAs", "skos:exactMatch")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that deserves a look.

    Attributes:
        kind: ``shared`` (two things, one identifier), ``several`` (one thing, two identifiers of a
            register), ``form`` (no address of its register), ``register`` (of none that is known),
            ``class`` (of another sort of thing), ``thin`` (said to be the same, by one source),
            ``label`` or ``absent`` (by the live source).
        slug: The thing.
        iri: The address elsewhere.
        words: What is wrong.
    """

    kind: str
    slug: str
    iri: str
    words: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.slug} {self.iri}: {self.words}"


@dataclass(frozen=True, slots=True)
class Covered:
    """How many things of a class are linked.

    Attributes:
        kind: Class, or ``all``.
        things: How many there are.
        one: How many have a link to one dataset at least.
        two: How many have links to two at least.
        by: Dataset → how many have a link to it.
    """

    kind: str
    things: int
    one: int
    two: int
    by: dict[str, int]


def find_conflicts(rows: Iterable[Row]) -> list[Finding]:
    """List what is wrong with the links of rows, sorted."""
    rows = list(rows)
    found = [*_shared(rows), *(one for row in rows for one in _of_row(row))]
    return sorted(found, key=lambda one: (one.kind, one.slug, one.iri))


def coverage(rows: Iterable[Row]) -> list[Covered]:
    """Tell for each class, and for all, how many things are linked to what."""
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        for kind in ("all", row.types[0]):
            groups[kind].append(row)
    order = sorted(groups, key=lambda kind: (kind != "all", -len(groups[kind]), kind))
    return [_covered(kind, groups[kind]) for kind in order]


def _covered(kind: str, rows: list[Row]) -> Covered:
    sets = [{one.name for link in row.links if (one := register_of(link.iri))} for row in rows]
    counts = Counter(name for names in sets for name in names)
    once, twice = (sum(len(names) >= least for names in sets) for least in (1, 2))
    by = {register.name: counts[register.name] for register in REGISTERS}
    return Covered(kind, len(rows), once, twice, by)


def _shared(rows: list[Row]) -> Iterator[Finding]:
    owners: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        for link in row.links:
            if link.predicate in CERTAIN:
                owners[link.iri].append(row.slug)
    for iri, slugs in owners.items():
        if len(set(slugs)) > 1:
            first, *others = sorted(set(slugs))
            yield Finding("shared", first, iri, f"{', '.join(others)} has it too")


def _of_row(row: Row) -> Iterator[Finding]:
    certain: Counter[str] = Counter()
    for link in row.links:
        register = register_of(link.iri)
        if register is None:
            yield Finding("register", row.slug, link.iri, "it is of no dataset that is known here")
            continue
        if not register.form.fullmatch(link.iri):
            yield Finding("form", row.slug, link.iri, f"{register.name} has no such address")
        if register.kinds and register.kinds.isdisjoint(row.types):
            words = f"{register.name} has no things of class {row.types[0]}"
            yield Finding("class", row.slug, link.iri, words)
        if link.predicate in CERTAIN:
            certain[register.name] += 1
        if link.predicate == "owl:sameAs" and _sources(link.source) < 2:
            yield Finding("thin", row.slug, link.iri, f"one source alone: {link.source}")
    for name, count in certain.items():
        if count > 1:
            yield Finding("several", row.slug, "", f"it has {count} identifiers of {name}")


def _sources(words: str) -> int:
    """Count the sources that evidence names; two that were verified count as two."""
    named = [part for part in re.split(r"[|;]", words) if part.strip()]
    return max(len(named), 2 if "verified-2" in words else 0)
