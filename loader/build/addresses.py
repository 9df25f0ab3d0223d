"""What a build does for addresses that were published and are no longer described."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from ontology.dataset import STORE, NoSnapshotError, current_snapshot, read_manifest
from ontology.iris import Base
from ontology.ledger import Gone, fate, last_words

from .vocabulary import LABEL, A, term

_LINKS = (term("owl:sameAs"), term("skos:exactMatch"))


@dataclass(frozen=True, slots=True)
class Described:
    """The addresses that a snapshot answers for, and by what a thing is known again.

    Attributes:
        paths: Paths below the base of all that is described, and of what is judged.
        marks: Identifier elsewhere, or class and label → path, where it belongs to one thing only.
    """

    paths: frozenset[str]
    marks: Mapping[str, str]


def described(store: Store, base: Base) -> Described:
    """List what a snapshot describes.

    Args:
        store: The snapshot's store.
        base: Its address space.
    """
    typed = store.quads_for_pattern(None, A, None, DefaultGraph())
    paths = {_path(base, quad.subject) for quad in typed}
    judged = store.quads_for_pattern(None, None, None, base.graph("curated"))
    paths |= {_path(base, node) for quad in judged for node in (quad.subject, quad.object)}
    return Described(frozenset(paths - {""}), _only_ones(_marks(store, base)))


def vanished(out: Path, built: Path, base: Base, known: Iterable[Gone] = ()) -> list[Gone]:
    """Give an entry for each address that the current snapshot has and the new one has not.

    Args:
        out: Folder of the dataset, with the snapshot that is current before this build.
        built: Folder of the new snapshot.
        base: Address space of the new snapshot.
        known: Entries of the project's own ledger, for which none is made here.
    """
    try:
        before = current_snapshot(out)
        manifest = read_manifest(before)
        old = described(Store.read_only(str(before / STORE)), Base(manifest.base))
    except (NoSnapshotError, OSError):
        return []
    new = described(Store.read_only(str(built / STORE)), base)
    gone = old.paths - new.paths - {entry.address for entry in known}
    became = {
        path: (mark, new.marks[mark]) for mark, path in old.marks.items() if mark in new.marks
    }
    return [_gone(path, became.get(path), manifest.id) for path in sorted(gone)]


def ledger_notes(entries: Iterable[Gone], built: Path, base: Base) -> list[str]:
    """Say which entries of the project's ledger lead nowhere, or are of what is there again."""
    if not (ledger := last_words(entries)):
        return []
    there = described(Store.read_only(str(built / STORE)), base).paths
    notes = [f"{path} is in the ledger, but described" for path in sorted(ledger.keys() & there)]
    for path in sorted(ledger):
        became = (fate(path, ledger) or ledger[path]).became
        if became is not None and became not in there:
            notes.append(f"{path} became {became} by the ledger, which nothing describes")
    return notes


def _gone(path: str, became: tuple[str, str] | None, snapshot: str) -> Gone:
    if became:
        return Gone(path, became[1], f"It is described there now: both are {became[0]}.", snapshot)
    reason = f"Nothing says anything of it any more; snapshot {snapshot} was the last that did."
    return Gone(path, None, reason, snapshot)


def _marks(store: Store, base: Base) -> Iterable[tuple[str, str]]:
    for predicate in _LINKS:
        for quad in store.quads_for_pattern(None, predicate, None, base.graph("reference")):
            if isinstance(quad.object, NamedNode):
                yield quad.object.value, _path(base, quad.subject)
    for quad in store.quads_for_pattern(None, LABEL, None, DefaultGraph()):
        path = _path(base, quad.subject)
        if isinstance(quad.object, Literal) and path.startswith("id/"):
            for kind in store.quads_for_pattern(quad.subject, A, None, DefaultGraph()):
                yield f"{_local(kind.object)} {quad.object.value!r}", path


def _local(kind: object) -> str:
    return kind.value.rpartition("#")[2] if isinstance(kind, NamedNode) else ""


def _only_ones(marks: Iterable[tuple[str, str]]) -> dict[str, str]:
    pairs = {pair for pair in marks if pair[1]}
    counts = Counter(mark for mark, _ in pairs)
    return {mark: path for mark, path in sorted(pairs) if counts[mark] == 1}


def _path(base: Base, node: object) -> str:
    """Give the path of one of our addresses without its fragment, else an empty text."""
    path = base.path(node.value) if isinstance(node, NamedNode) else None
    return (path or "").partition("#")[0]
