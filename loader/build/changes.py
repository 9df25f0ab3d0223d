"""What changed from one snapshot to the next, as RDF Patch (https://afs.github.io/rdf-delta/)."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path

from .dumps import packed

Marked = tuple[bytes, bytes]


def write_changes(old: Path, new: Path, path: Path, ids: tuple[str, str]) -> dict[str, int]:
    """Write what was removed and added between two canonical dumps; neither is held in memory.

    Args:
        old: Canonical N-Quads of the snapshot before, gzipped.
        new: Those of the new one.
        path: Where the patch goes.
        ids: Ids of the two snapshots.

    Returns:
        How many quads were ``removed`` and ``added``.
    """
    counts = {"added": 0, "removed": 0}
    with gzip.open(old) as before, gzip.open(new) as after, packed(path) as patch:
        patch.writelines(_head(*ids))
        for mark, line in differences(before, after):
            counts["added" if mark == b"A" else "removed"] += 1
            patch.write(mark + b" " + line)
        patch.write(b"TC .\n")
    return counts


def differences(before: Iterable[bytes], after: Iterable[bytes]) -> Iterator[Marked]:
    """Give the lines of only one of two sorted files, as removed (D) or added (A)."""
    marked = merge(((line, b"D") for line in before), ((line, b"A") for line in after))
    for line, group in groupby(marked, itemgetter(0)):
        marks = [mark for _, mark in group]
        if len(marks) == 1:
            yield marks[0], line


def _head(old: str, new: str) -> list[bytes]:
    return [f"H id <urn:entente:{new}> .\n".encode(), f"H prev <urn:entente:{old}> .\n".encode(),
            b"TX .\n"]  # fmt: skip
