"""The curation log as a step of the build."""

from __future__ import annotations

from collections.abc import Sequence

from ontology.iris import Base

from ..articles.model import Article
from ..claims import Reading, Thing
from ..curation import Log, apply, curation_quads
from ..names import thing_of
from ..reference import Reference
from .plan import Curate, Curation
from .shelf import Shelf


def curate_by(log: Log, reference: Reference, base: Base) -> Curate:
    """Give the step that applies a log.

    Args:
        log: The log.
        reference: Reference data, whose things an entry may speak of without introducing them.
        base: Address space of the dataset.
    """
    known = known_things(reference)

    def curate(readings: Sequence[Reading], articles: Sequence[Article]) -> Curation:
        keep = readings.beside if isinstance(readings, Shelf) else tuple
        curated = apply(log, readings, articles, known, keep=keep)
        notes = tuple(str(note) for note in (*curated.orphans, *curated.idle))
        return Curation(curated.readings, tuple(curation_quads(curated, base)), notes)

    return curate


def known_things(reference: Reference) -> dict[str, Thing]:
    """Give the things of the reference data by slug."""
    return {slug: thing_of(row) for slug, row in reference.rows.items()}
