"""Entries of a log that cannot all hold."""

from __future__ import annotations

from collections.abc import Sequence

from ..claims import Thing
from ..errors import DataError
from .model import Distinct, Edit, Entry, Log, Merge, Rename, Retract, Withdraw


def check_conflicts(entries: Sequence[Entry]) -> None:
    """Refuse entries that contradict each other; retracted ones contradict nothing.

    Raises:
        DataError: At the later entry, naming the earlier.
    """
    _check_retractions(entries)
    live = Log(tuple(entries)).live
    _check_repeats(live)
    _check_one_way(live)
    _check_new_slugs(live)
    _check_apart(live)
    _check_descriptions(live)


def _check_retractions(entries: Sequence[Entry]) -> None:
    seen: set[str] = set()
    gone: set[str] = set()
    for entry in entries:
        place = entry.signature.place
        if entry.signature.id in gone:
            raise DataError(place, "was retracted before in these words; give a new reason")
        if isinstance(entry, Retract):
            if entry.entry not in seen:
                raise DataError(place, f"no earlier entry {entry.entry!r}; see: curate list")
            gone.add(entry.entry)
        seen.add(entry.signature.id)


def _check_repeats(entries: Sequence[Entry]) -> None:
    seen: dict[str, Entry] = {}
    for entry in entries:
        if earlier := seen.get(entry.signature.id):
            raise DataError(entry.signature.place, f"repeats {earlier.signature.place}")
        seen[entry.signature.id] = entry


def _moves(entry: Entry) -> tuple[str, str] | None:
    if isinstance(entry, Merge):
        return entry.drop, entry.keep
    if isinstance(entry, Rename) and entry.slug and entry.slug != entry.thing:
        return entry.thing, entry.slug
    return None


def _check_one_way(entries: Sequence[Entry]) -> None:
    """Hold that each slug gives way once, and that no way leads back."""
    ways: dict[str, tuple[str, str]] = {}
    for entry in entries:
        place = entry.signature.place
        if isinstance(entry, Withdraw) and entry.thing in ways:
            raise DataError(place, f"{entry.thing} gave way already, {ways[entry.thing][1]}")
        if (move := _moves(entry)) is None:
            continue
        old, new = move
        if old in ways:
            raise DataError(place, f"{old} gives way twice, first {ways[old][1]}")
        ways[old] = (new, f"at {place}")
        end = new
        while end in ways:
            end = ways[end][0]
            if end == old:
                raise DataError(place, f"{old} would give way to itself in the end")


def _check_new_slugs(entries: Sequence[Entry]) -> None:
    given: dict[str, Rename] = {}
    for entry in entries:
        if isinstance(entry, Rename) and entry.slug and entry.slug != entry.thing:
            other = given.setdefault(entry.slug, entry)
            if other.thing != entry.thing:
                place = other.signature.place
                reason = f"gives {entry.slug} to another thing than {place}; merge them instead"
                raise DataError(entry.signature.place, reason)


def _check_apart(entries: Sequence[Entry]) -> None:
    merged = {frozenset((e.keep, e.drop)): e for e in entries if isinstance(e, Merge)}
    for entry in entries:
        if isinstance(entry, Distinct) and frozenset(entry.things) in merged:
            other = merged[frozenset(entry.things)].signature.place
            raise DataError(entry.signature.place, f"keeps apart what {other} merges")


def _check_descriptions(entries: Sequence[Entry]) -> None:
    """Hold that a thing which several entries introduce is described in one way."""
    seen: dict[str, tuple[Thing, str]] = {}
    for entry in entries:
        for thing in entry.things if isinstance(entry, Edit) else ():
            known, place = seen.setdefault(thing.slug, (thing, entry.signature.place))
            if known != thing:
                raise DataError(
                    entry.signature.place, f"describes {thing.slug} otherwise than {place}"
                )
