"""Articles to a published snapshot, all the way."""

from __future__ import annotations

import shutil
import zlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from pyoxigraph import Quad

from ontology.dataset import (
    CHANGES,
    DUMP,
    Manifest,
    NoSnapshotError,
    current_snapshot,
    read_manifest,
)
from ontology.ledger import LEDGER, Gone, add_to_ledger

from ..reference.accepted import accepted_quads
from .addresses import ledger_notes, vanished
from .assemble import dataset_quads
from .changes import write_changes
from .compile import Compiled, UnfitError, compile_dataset
from .copies import copy_quads
from .dumps import files_of
from .extract import Read
from .gather import Gathered, gather
from .makers import maker_triples
from .mending import without_offenders
from .meta import dataset_description
from .naming import placed
from .plan import Curate, Settings, Sources, uncurated
from .progress import Steps
from .report import Report, peak_memory
from .shelf import Shelf, empty_shelf
from .snapshot import publish, staging
from .versions import versions

_SHOWN = 5


def build(
    sources: Sources,
    settings: Settings,
    read: Read,
    *,
    curate: Curate = uncurated,
    steps: Steps | None = None,
) -> Report:
    """Read articles and publish a snapshot of what they say.

    Args:
        sources: What to build from.
        settings: How to build.
        read: Reads one article; a function of a module's top level.
        curate: Applies judgements by hand.
        steps: Where progress is shown and timed.

    Raises:
        NothingBuiltError: When no article could be read, or with ``strict`` not every one.
        UnfitError: When the dataset breaks a check, with ``strict`` or for no claim's fault.
        BusyError: When another build writes to the same folder.
    """
    steps = steps or Steps()
    with staging(settings.out) as folder, empty_shelf(folder) as shelf:
        gathered = gather(sources, settings, read, curate, steps, shelf)
        gathered, compiled, built = _compile(gathered, sources, settings, folder, steps, shelf)
        counts = _counts(gathered, compiled)
        manifest = _manifest(compiled, counts, gathered, settings)
        manifest = _with_changes(manifest, built, settings.out)
        notes = _note_addresses(built, sources.ledger, settings)
        target = publish(built, manifest, settings.out, settings.kept)
    return Report(
        folder=target,
        id=compiled.id,
        counts=counts,
        rejected=gathered.rejected,
        notes=(*gathered.notes, *notes),
        seconds=steps.seconds,
        peak_mb=peak_memory(),
    )


def _compile(
    gathered: Gathered,
    sources: Sources,
    settings: Settings,
    folder: Path,
    steps: Steps,
    shelf: Shelf,
) -> tuple[Gathered, Compiled, Path]:
    """Compile, and once more without the claims that break a check, where there are such."""
    try:
        return _attempt(gathered, sources, settings, folder / "first", steps)
    except UnfitError as error:
        notes: list[str] = []
        mended = without_offenders(gathered.readings, error.breaches, settings.base, notes)
        readings = shelf.beside(mended)
        if settings.strict or not notes:
            raise
    gathered = replace(gathered, readings=readings, notes=(*gathered.notes, *notes))
    return _attempt(gathered, sources, settings, folder / "second", steps)


def _attempt(
    gathered: Gathered, sources: Sources, settings: Settings, folder: Path, steps: Steps
) -> tuple[Gathered, Compiled, Path]:
    folder.mkdir()
    compiled = compile_dataset(
        _quads(gathered, sources, settings),
        settings.base,
        folder,
        lambda store: dataset_description(store, settings.base, versions()),
        steps,
        settings.workers,
    )
    return gathered, compiled, folder


def _quads(gathered: Gathered, sources: Sources, settings: Settings) -> Iterator[Quad]:
    base, readings = settings.base, gathered.readings
    yield from gathered.quads
    yield from dataset_quads(readings, gathered.articles, base, sources.reference)
    yield from copy_quads(gathered.stories, base)
    described = {slug for reading in readings for slug in reading.things}
    yield from accepted_quads(sources.links, base, described | sources.reference.states.keys())
    makers = {claim.maker for reading in readings for claim in reading.claims}
    for triple in maker_triples(makers, base, {rule.id: rule for rule in sources.rules}):
        yield placed(triple, base.graph("meta"))
        yield placed(triple)


def _with_changes(manifest: Manifest, built: Path, out: Path) -> Manifest:
    """Write what changed since the snapshot that is current, and add it to the manifest."""
    try:
        before = current_snapshot(out)
        old = read_manifest(before)
    except NoSnapshotError:
        return replace(manifest, files=files_of(built))
    if old.id == manifest.id:
        _keep_changes(before, built)
        kept = replace(manifest, previous=old.previous, changes=old.changes)
        return replace(kept, files=files_of(built))
    ids = (old.id, manifest.id)
    try:
        counts = write_changes(before / DUMP, built / DUMP, built / CHANGES, ids)
    except (OSError, EOFError, zlib.error):  # the old dump is damaged; the new one is not
        (built / CHANGES).unlink(missing_ok=True)
        return replace(manifest, files=files_of(built))
    return replace(manifest, files=files_of(built), previous=old.id, changes=counts)


def _keep_changes(before: Path, built: Path) -> None:
    if (before / CHANGES).is_file():
        shutil.copy2(before / CHANGES, built / CHANGES)


def _note_addresses(built: Path, ledger: tuple[Gone, ...], settings: Settings) -> list[str]:
    """Write down what became of addresses that the new snapshot does not describe."""
    out, base = settings.out, settings.base
    lost = vanished(out, built, base, ledger)
    add_to_ledger(out / LEDGER, (*ledger, *lost))
    withdrawn = [entry.address for entry in lost if entry.became is None]
    shown = ", ".join(withdrawn[:_SHOWN]) + (", …" if len(withdrawn) > _SHOWN else "")
    note = f"{len(withdrawn)} published addresses answer 410 from now on: {shown}"
    return ledger_notes(ledger, built, base) + ([note] if withdrawn else [])


def _manifest(
    compiled: Compiled, counts: dict[str, int], gathered: Gathered, settings: Settings
) -> Manifest:
    return Manifest(
        id=compiled.id,
        base=settings.base.iri,
        created=settings.created,
        counts=counts,
        versions=versions(),
        checks=list(compiled.checks),
        rejected=[str(rejected) for rejected in gathered.rejected],
    )


def _counts(gathered: Gathered, compiled: Compiled) -> dict[str, int]:
    readings = gathered.readings
    passages = claims = 0
    for reading in readings:
        passages += len(reading.passages)
        claims += len(reading.claims)
    return {
        "articles": len(readings),
        "stories": len(gathered.stories),
        "passages": passages,
        "claims": claims,
        "things": compiled.things,
        "triples": compiled.triples,
        "quads": compiled.quads,
        "inferred": sum(compiled.inferred.values()),
        "rejected": len(gathered.rejected),
        "examples": len(compiled.examples),
    }
