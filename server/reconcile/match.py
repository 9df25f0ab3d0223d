"""Candidates for one row of a spreadsheet, the best first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from ontology.fulltext import JOINING
from ontology.iris import is_slug

from .. import search
from ..search import Hit
from ..snapshots import Snapshot
from ..standing import slug_of
from .compare import UNKNOWN, fit
from .requests import Query
from .schema import DEFAULT, SAME, Path, Schema, local

#: Share of the score that properties make, where there are any; what a type that should be costs.
PROPERTIES, WRONG_TYPE = 0.4, 15.0
#: How far behind the next candidate must stay for the first one to be a sure match.
CLEAR = 5.0
_LOOKED_AT = 60


@dataclass(frozen=True, slots=True)
class Candidate:
    """A thing that a row may mean.

    Attributes:
        hit: The thing.
        score: From 0 to 100.
        name_score: How alike its best name is, from 0 to 100; None without a name to compare.
        property_score: How well its properties fit, from 0 to 1; None without any to compare.
        match: Whether it is sure enough to be taken unseen.
    """

    hit: Hit
    score: float
    name_score: float | None
    property_score: float | None
    match: bool


def reconcile(snapshot: Snapshot, schema: Schema, query: Query) -> list[Candidate]:
    """List candidates for a row, by falling score.

    Raises:
        ProblemError: 400 when a property is none.
    """
    paths = [Path(snapshot, schema, constraint.pid) for constraint in query.constraints]
    found = {hit.slug: hit for hit in _found(snapshot, query, paths)}
    scored = [_score(snapshot, query, paths, hit) for hit in found.values()]
    scored.sort(key=lambda one: (-one.score, -one.hit.links, one.hit.slug))
    sure = bool(scored) and scored[0].match and _is_clear(scored)
    return [replace(one, match=sure and not at) for at, one in enumerate(scored[: query.limit])]


def _is_clear(scored: list[Candidate]) -> bool:
    return len(scored) == 1 or scored[0].score - scored[1].score >= CLEAR


def _found(snapshot: Snapshot, query: Query, paths: list[Path]) -> Iterator[Hit]:
    """Give what has a name, a code or an identifier like this; an address outdoes a name."""
    file = snapshot.search
    yield from search.resemble(file, query.name, _LOOKED_AT, lambda kinds: _fits(query, kinds))
    found = [(iri, query.name) for iri in _coded(query, paths)]
    found += [(iri, "") for iri in _addressed(snapshot, query.name)]
    for iri, like in found:
        slug = slug_of(snapshot, iri)
        hit = search.find(file, slug, like) if slug else None
        if hit and _fits(query, hit.classes):
            yield hit


def _coded(query: Query, paths: list[Path]) -> Iterator[NamedNode]:
    """Name the things that a code or identifier among the properties leads to."""
    for path, constraint in zip(paths, query.constraints, strict=True):
        for value in constraint.values:
            if isinstance(value, str):
                yield from path.lead_back(value.strip())


def _addressed(snapshot: Snapshot, name: str) -> Iterator[NamedNode]:
    """Name the things whose slug or address, here or elsewhere, stands in place of a name."""
    if is_slug(name):
        yield snapshot.base.thing(name)
    if "://" not in name:
        return
    try:
        address = NamedNode(name)
    except ValueError:
        return
    yield address
    for predicate in SAME:
        for quad in snapshot.store.quads_for_pattern(None, predicate, address, DEFAULT):
            if isinstance(quad.subject, NamedNode):
                yield quad.subject


def _fits(query: Query, classes: frozenset[str]) -> bool:
    wanted = {local(kind) for kind in query.types}
    if not wanted or query.strict == "should":
        return JOINING.isdisjoint(classes)
    return wanted <= classes if query.strict == "all" else not wanted.isdisjoint(classes)


def _score(snapshot: Snapshot, query: Query, paths: list[Path], hit: Hit) -> Candidate:
    thing, constraints = snapshot.base.thing(hit.slug), query.constraints
    fits = [fit(snapshot, thing, *one) for one in zip(paths, constraints, strict=True)]
    named = hit.score if query.name else None
    mean = sum(fits) / len(fits) if fits else None
    score = _combined(named, mean)
    if query.types and {local(kind) for kind in query.types}.isdisjoint(hit.classes):
        score = max(score - WRONG_TYPE, 0.0)
    identified = any(one == 1 and path.identifies for one, path in zip(fits, paths, strict=True))
    sure = (named == 100 or identified) and min(fits, default=1.0) >= UNKNOWN
    return Candidate(hit, round(score, 1), named, mean, sure)


def _combined(named: float | None, mean: float | None) -> float:
    if named is None or mean is None:
        return named if named is not None else 100 * (mean or 0.0)
    return (1 - PROPERTIES) * named + PROPERTIES * 100 * mean
