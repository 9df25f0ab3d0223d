"""Applies the curation log to readings: after extraction, before anything is published."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from ..articles.model import Article
from ..claims import Claim, Reading, Statement, Thing
from .conflicts import check_conflicts
from .identity import Identity, describe, judge_identity
from .judgements import judgements_of
from .model import Curated, Distinct, Edit, Entry, Log, Note, Rename, Withdraw
from .placing import Placed, place_edits, unknown_things

NOTHING: Mapping[str, Thing] = {}
Keep = Callable[[Iterable[Reading]], Sequence[Reading]]


def apply(
    log: Log,
    readings: Sequence[Reading],
    articles: Sequence[Article],
    known: Mapping[str, Thing] = NOTHING,
    *,
    keep: Keep = tuple,
) -> Curated:
    """Give the readings as curators see them.

    Judgements of identity come first, so that an entry may use a thing's old or new slug; then
    rejections, then additions, then withdrawals. A rejection strikes what rules find, and what
    earlier lines of the log add to the same sentence. Applying twice changes nothing more.

    Args:
        log: The log.
        readings: What rules read.
        articles: The articles, with the raw texts that anchors are looked up in.
        known: Things of the reference data that no article need mention, by slug.
        keep: Keeps the readings as they come.

    Raises:
        DataError: When entries contradict each other, as those of two joined logs may.
    """
    check_conflicts(log.entries)
    live = log.live
    edits = [entry for entry in live if isinstance(entry, Edit)]
    placed, orphans = place_edits(edits, readings, articles)
    described = _described(readings, placed, known)
    identity = judge_identity(live, {thing.slug for thing in described})
    here = {identity.of(thing.slug) for thing in described}
    fit, unfit = _fit(placed, identity, here)
    retired, missing = _retired(live, identity, here)
    changed = _Change(live, identity, described, fit, retired)
    idle: set[Note] = set()

    def judged() -> Iterator[Reading]:
        for reading in readings:
            after, notes = changed.read(reading)
            idle.update(notes)
            yield after

    return Curated(
        readings=keep(judged()),
        renames={old: identity.of(old) for old in sorted(identity.ways)},
        judgements=judgements_of(live, identity, here),
        retired=retired,
        orphans=tuple(sorted({*orphans, *identity.orphans, *unfit, *missing})),
        idle=tuple(sorted(idle)),
    )


def _described(
    readings: Iterable[Reading], placed: Iterable[Placed], known: Mapping[str, Thing]
) -> tuple[Thing, ...]:
    found = {thing for reading in readings for thing in reading.things.values()}
    found |= {thing for place in placed for thing in place.edit.things}
    return tuple(sorted(found | set(known.values()), key=lambda thing: (thing.slug, repr(thing))))


def _fit(
    placed: Iterable[Placed], identity: Identity, here: set[str]
) -> tuple[tuple[Placed, ...], list[Note]]:
    fit, unfit = [], []
    for place in placed:
        reason = unknown_things(place.edit, identity, here)
        if reason is None:
            fit.append(place)
        else:
            signature = place.edit.signature
            unfit.append(Note(signature.place, reason, signature.id))
    return tuple(fit), unfit


def _retired(
    live: Iterable[Entry], identity: Identity, here: set[str]
) -> tuple[dict[str, str], list[Note]]:
    """List withdrawn slugs, and entries about things that are nowhere.

    A withdrawn slug that nothing has stays withdrawn: its address may have been given out before.
    """
    retired, missing = {}, []
    for entry in live:
        if isinstance(entry, Withdraw):
            slug = identity.of(entry.thing)
            retired[slug] = entry.signature.reason
        for slug in _needed(entry):
            if identity.of(slug) not in here:
                reason = f"nothing is called {slug} any more"
                missing.append(Note(entry.signature.place, reason, entry.signature.id))
    return dict(sorted(retired.items())), missing


def _needed(entry: Entry) -> tuple[str, ...]:
    """List the slugs without which a judgement is about nothing."""
    if isinstance(entry, Distinct):
        return entry.things
    return (entry.thing,) if isinstance(entry, Rename) else ()


class _Change:
    """The log's effect on one reading at a time."""

    def __init__(
        self,
        live: Sequence[Entry],
        identity: Identity,
        described: Sequence[Thing],
        placed: Sequence[Placed],
        retired: Mapping[str, str],
    ) -> None:
        self._live = live
        self._identity = identity
        self._described = described
        self._placed = placed
        self._retired = retired
        renamed = {identity.of(e.thing) for e in live if isinstance(e, Rename)}
        new = {identity.of(t.slug) for place in placed for t in place.edit.things}
        self._redescribed = renamed | new | {identity.of(old) for old in identity.ways}

    def read(self, reading: Reading) -> tuple[Reading, list[Note]]:
        """Give the reading as curators see it, and the entries that changed nothing in it."""
        here = [place for place in self._placed if place.edit.article == reading.article]
        claims, idle = self._claims(reading, here)
        moved = replace(
            reading,
            claims=claims,
            mentions=tuple(
                replace(mention, thing=self._identity.of(mention.thing))
                for mention in reading.mentions
                if self._identity.of(mention.thing) not in self._retired
            ),
            quotations=tuple(
                replace(quoted, speaker=self._speaker(quoted.speaker))
                for quoted in reading.quotations
            ),
        )
        return replace(moved, things=self._things(reading, moved)), idle

    def _speaker(self, slug: str | None) -> str | None:
        found = self._identity.of(slug) if slug else None
        return None if found in self._retired else found

    def _claims(
        self, reading: Reading, here: Sequence[Placed]
    ) -> tuple[tuple[Claim, ...], list[Note]]:
        renamed = [self._identity.of_claim(claim) for claim in reading.claims]
        kept = [
            self._strike(claim, _struck(here, claim.passage, self._identity)) for claim in renamed
        ]
        added, idle = [], []
        for place, claim in self._added(here):
            makers = _makers(claim, kept)
            if makers is None:
                digest = claim.digest(reading.passages[claim.passage])
                added.append((claim.passage, digest, claim))
            elif claim.maker not in makers:
                rules = ", ".join(sorted(makers))
                idle.append(_note(place, f"{rules} states by now what this adds"))
        idle += _without_effect(here, renamed, self._identity)
        unique = {digest: claim for _, digest, claim in sorted(added, key=lambda one: one[:2])}
        live = [self._without_retired(claim) for claim in (*kept, *unique.values())]
        said = sorted((c for c in live if c.statements), key=lambda claim: claim.passage)
        return tuple(said), idle

    def _added(self, here: Sequence[Placed]) -> Iterator[tuple[Placed, Claim]]:
        for index, place in enumerate(here, start=1):
            struck = _struck(here[index:], place.passage, self._identity)
            claim = place.claim(self._identity, struck)
            if claim is not None:
                yield place, claim

    def _strike(self, claim: Claim, struck: frozenset[Statement]) -> Claim:
        if claim.maker.startswith("curator:") or not struck.intersection(claim.statements):
            return claim
        return replace(claim, statements=tuple(s for s in claim.statements if s not in struck))

    def _without_retired(self, claim: Claim) -> Claim:
        if claim.speaker in self._retired:
            return replace(claim, statements=())
        gone = self._retired.keys()
        said = tuple(s for s in claim.statements if not s.slugs & gone)
        return replace(claim, statements=said) if said != claim.statements else claim

    def _things(self, before: Reading, after: Reading) -> dict[str, Thing]:
        """Describe what is touched now, and keep what stood there untouched before."""
        now = after.touched
        idle = set(before.things) - before.touched
        slugs = {slug for slug in now if not slug.startswith("quote=")}
        slugs |= {self._identity.of(slug) for slug in idle} - self._retired.keys()
        return {slug: self._thing(slug, before) for slug in sorted(slugs)}

    def _thing(self, slug: str, before: Reading) -> Thing:
        if slug in before.things and slug not in self._redescribed:
            return before.things[slug]
        return describe(slug, self._identity, self._described, self._live)


def _makers(claim: Claim, others: Iterable[Claim]) -> set[str] | None:
    """List who states already all that a claim states, as it states it; None where nobody does."""
    told = (claim.passage, claim.modality, claim.speaker)
    alike = [one for one in others if (one.passage, one.modality, one.speaker) == told]
    if not set(claim.statements) <= {said for one in alike for said in one.statements}:
        return None
    return {one.maker for one in alike if set(claim.statements) & set(one.statements)}


def _struck(here: Iterable[Placed], passage: int, identity: Identity) -> frozenset[Statement]:
    said = (place.rejects(identity) for place in here if place.passage == passage)
    return frozenset().union(*said)


def _without_effect(
    here: Iterable[Placed], claims: Sequence[Claim], identity: Identity
) -> list[Note]:
    """Note rejections of what no claim states; they stay in force."""
    notes = []
    for place in here:
        stated = {s for claim in claims if claim.passage == place.passage for s in claim.statements}
        rejected = place.rejects(identity)
        if rejected and not rejected & stated:
            notes.append(_note(place, "nothing states any more what this rejects"))
    return notes


def _note(place: Placed, reason: str) -> Note:
    signature = place.edit.signature
    return Note(signature.place, reason, signature.id)
