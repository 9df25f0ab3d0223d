"""A reading's statements to flat facts, by the table in ``mapping``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from ..claims import Claim, Ref, Statement, Term
from .mapping import BY_NAME, EDGES, FOLDS, Edge, Fold
from .paths import follow
from .standing import stands_for
from .status import is_talked_about
from .view import Found, View, nearest

_OF_AGREEMENTS = ("partyTo", "signedOn", "agreementTopic", "agreementValue")
Qualifier = tuple[str, Term]


@dataclass(frozen=True, slots=True)
class Flat:
    """A flat fact whose ends are still terms of the reading.

    Attributes:
        subject: Thing that it is about.
        predicate: Predicate of the closed list.
        object: Thing, post or literal.
        claim: The claim that states it.
        bearers: Slugs of the things whose stage it shares, the closest first.
        qualifiers: What else is told.
    """

    subject: Ref
    predicate: str
    object: Term
    claim: Claim
    bearers: tuple[str, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()


def flatten(view: View) -> Iterator[Flat]:
    """Give all flat facts that the table makes of a reading, repeats included."""
    for edge in EDGES:
        for claim in view.reading.claims:
            for statement in claim.statements:
                told = claim.maker not in BY_NAME
                if told and statement.predicate in edge.ours.split("|"):
                    yield from _by_edge(view, edge, statement, claim)
    for fold in FOLDS:
        for node in view.nodes(fold.node):
            if _holds(view, fold, node):
                yield from _by_fold(view, fold, node)


def _by_edge(view: View, edge: Edge, one: Statement, claim: Claim) -> Iterator[Flat]:
    fits = view.is_a(one.subject, edge.subject) and view.is_a(one.object, edge.object)
    if not fits or (edge.unless and _said_better(edge, one, claim)):
        return
    if not _is_named(view, edge, one) or not _is_agreed(
        view, edge.predicate, one.subject, one.object
    ):
        return
    found = follow(view, one.subject.slug, one.predicate, claim)
    shown = next((t for t, c in found if c is claim and _same(t, one.object)), one.object)
    ends = (shown, one.subject) if edge.turned else (one.subject, shown)
    bearers = _bearing(view, _slugs(one.subject, one.object))
    for subject in stands_for(view, ends[0], claim):
        for end in _ends(view, edge.predicate, ends[1], claim):
            yield Flat(subject, edge.predicate, end, claim, bearers)


def _ends(view: View, predicate: str, end: Term, claim: Claim) -> list[Term]:
    """Give whom the people who are trained stand for; other objects as they are."""
    return [*stands_for(view, end, claim)] if predicate == "trains" else [end]


def _is_named(view: View, edge: Edge, one: Statement) -> bool:
    """Tell whether the ends have names where only those count: kinds of weapons, and sites."""
    ends = [t for t in (one.subject, one.object) if isinstance(t, Ref)]
    kinds = [t for t in ends if view.is_a(t, ("AssetType",)) and edge.turned]
    sites = [one.subject] if edge.predicate == "basedIn" and "location" in edge.ours else []
    named = (view.reading.things[t.slug].named for t in (*kinds, *sites))
    return all(named)


def _is_agreed(view: View, predicate: str, *ends: Term) -> bool:
    """Tell whether what is said of an agreement counts as such.

    A purchase of which no words speak as a contract, deal or order is none; who talks about an
    agreement is negotiating, and no party yet.
    """
    if predicate not in _OF_AGREEMENTS:
        return True
    told = [end.slug for end in ends if isinstance(end, Ref) and view.is_a(end, ("Agreement",))]
    if predicate == "partyTo" and any(is_talked_about(view, slug) for slug in told):
        return False
    return all(slug in view.spoken_of for slug in told)


def _has_name(view: View, term: Term) -> bool:
    thing = view.reading.things.get(term.slug) if isinstance(term, Ref) else None
    return thing is None or thing.named or not view.is_a(term, ("AssetType",))


def _same(shown: Term, given: Term) -> bool:
    return shown == given or not (isinstance(shown, Ref) or isinstance(given, Ref))


def _said_better(edge: Edge, one: Statement, claim: Claim) -> bool:
    return Statement(one.subject, edge.unless, one.object) in claim.statements


def _holds(view: View, fold: Fold, node: str) -> bool:
    return (
        (not fold.code or any(_has(view, node, one) for one in fold.code.split("|")))
        and (not fold.needs or _has(view, node, fold.needs))
        and not any(_has(view, node, one) for one in fold.lacks.split("|") if one)
    )


def _has(view: View, node: str, wanted: str) -> bool:
    predicate, _, code = wanted.partition("=")
    if code:
        return code in view.codes(node, predicate)
    return bool(view.values(node, predicate))


def _by_fold(view: View, fold: Fold, node: str) -> Iterator[Flat]:
    for subject, end, claim in _pairs(view, fold, node):
        fits = view.is_a(subject, fold.of) and view.is_a(end, fold.ends)
        fits = fits and _is_agreed(view, fold.predicate, subject, end)
        fits = fits and (fold.predicate != "buys" or _has_name(view, end))
        for actor in stands_for(view, subject, claim) if fits else ():
            bearers = _bearing(view, (node, *_slugs(subject, end)))
            for told in _qualified(view, fold, node, claim):
                yield Flat(actor, fold.predicate, end, claim, bearers, told)


def _pairs(view: View, fold: Fold, node: str) -> Iterator[tuple[Term, Term, Claim]]:
    """Join what stands at the two ends of a node, each with the nearest of the other."""
    subjects = follow(view, node, fold.subject)
    if fold.subject == fold.object:
        people = {t: c for t, c in reversed(subjects) if view.is_a(t, fold.ends)}
        for one, other in combinations(reversed(people), 2):
            yield one, other, people[other]
        return
    objects = follow(view, node, fold.object)
    if fold.subject == ".":
        yield from ((Ref(node), end, claim) for end, claim in objects)
        return
    for subject, claim in subjects:
        yield from ((subject, end, claim) for end, _ in nearest(objects, claim))
    for end, claim in objects:
        near = nearest(subjects, claim)
        yield from ((subject, end, claim) for subject, own in near if own is not claim)


def _qualified(view: View, fold: Fold, node: str, claim: Claim) -> Iterator[tuple[Qualifier, ...]]:
    told: list[Qualifier] = []
    for key, path in fold.qualifiers:
        found: list[Found] = follow(view, node, path, claim)
        told += [(key, term) for term, _ in found[:1]]
    if fold.per is None:
        yield tuple(told)
        return
    key, path = fold.per
    for value in dict.fromkeys(term for term, _ in follow(view, node, path, claim)):
        yield ((key, value), *told)


def _bearing(view: View, slugs: tuple[str, ...]) -> tuple[str, ...]:
    kinds = ("Activity", "Agreement", "Participation", "Tenure", "Figure")
    return tuple(slug for slug in dict.fromkeys(slugs) if view.is_a(Ref(slug), kinds))


def _slugs(*terms: Term) -> tuple[str, ...]:
    return tuple(term.slug for term in terms if isinstance(term, Ref))
