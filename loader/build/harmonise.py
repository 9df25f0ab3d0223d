"""One description for each thing, however many articles introduce it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from ..claims import Reading, Thing


@dataclass(frozen=True, slots=True)
class Descriptions:
    """How things are described over all articles.

    Attributes:
        labels: Slug → its label, where articles give several: the one that most give, the first by
            alphabet of those.
        known: Slugs that reference data describes.
    """

    labels: dict[str, str]
    known: frozenset[str]

    def apply(self, reading: Reading) -> Reading:
        """Give the reading with the common label for each thing; its own label stays as a name."""
        things = {slug: self._common(thing) for slug, thing in reading.things.items()}
        return reading if things == reading.things else replace(reading, things=things)

    def _common(self, thing: Thing) -> Thing:
        if thing.slug in self.known:
            return thing if thing.origin == "reference" else replace(thing, origin="reference")
        label = self.labels.get(thing.slug, thing.label)
        if label == thing.label:
            return thing
        names = {*thing.names, thing.label} - {label}
        return replace(thing, label=label, names=tuple(sorted(names)))


def common_descriptions(readings: Iterable[Reading], known: Collection[str] = ()) -> Descriptions:
    """Choose a label for each thing, whatever the order of the readings.

    Args:
        readings: The readings.
        known: Slugs of the reference data; what has one of them is described there and not here.
    """
    votes: dict[str, Counter[str]] = {}
    alike: dict[str, tuple[str, int]] = {}
    for reading in readings:
        for thing in reading.things.values():
            slug, label = thing.slug, thing.label
            first, number = alike.setdefault(slug, (label, 0))
            if slug in votes:
                votes[slug][label] += 1
            elif label == first:
                alike[slug] = (first, number + 1)
            else:
                votes[slug] = Counter({first: number, label: 1})
    labels = {
        slug: min(labels, key=lambda label: (-labels[label], label))
        for slug, labels in votes.items()
    }
    return Descriptions(labels, frozenset(known))


def touched_only(reading: Reading) -> Reading:
    """Leave out the things that no claim, mention or quotation of the reading touches.

    A judgement by hand that rejects a claim may leave such behind.
    """
    slugs = reading.touched
    things = {slug: thing for slug, thing in reading.things.items() if slug in slugs}
    return replace(reading, things=things)
