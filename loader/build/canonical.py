"""The canonical N-Quads of a store, sorted on disk: any size in little memory."""

from __future__ import annotations

import hashlib
import heapq
import tempfile
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import IO

from pyoxigraph import RdfFormat, Store

from .dumps import packed

RUN_LINES = 200_000
#: Lines that are packed at a time: each call of the compressor costs as much as a line.
AT_ONCE = 1000


def sorted_lines(lines: Iterable[bytes], folder: Path, run: int = RUN_LINES) -> Iterator[bytes]:
    """Sort lines by their bytes, which is the order of code points, and drop repeats.

    Args:
        lines: Lines, each with its line end.
        folder: Where temporary files may stand while the result is read.
        run: Lines that are held in memory at a time.
    """
    source = iter(lines)
    runs: list[IO[bytes]] = []
    try:
        while chunk := sorted(set(islice(source, run))):
            runs.append(tempfile.TemporaryFile(dir=folder))  # noqa: SIM115
            runs[-1].writelines(chunk)
            runs[-1].seek(0)
        last = None
        for line in heapq.merge(*runs):
            if line != last:
                yield line
            last = line
    finally:
        for file in runs:
            file.close()


def write_dump(store: Store, path: Path) -> tuple[str, int]:
    """Write the canonical N-Quads of the store, gzipped, the same bytes for the same data.

    Returns:
        The first 16 hex digits of the SHA-256 of the lines, and how many lines there are.
    """
    digest, count = hashlib.sha256(), 0
    with tempfile.TemporaryFile(dir=path.parent) as unsorted:
        store.dump(unsorted, RdfFormat.N_QUADS)
        unsorted.seek(0)
        with packed(path) as file:
            lines = sorted_lines(unsorted, path.parent)
            while some := list(islice(lines, AT_ONCE)):
                block = b"".join(some)
                file.write(block)
                digest.update(block)
                count += len(some)
    return digest.hexdigest()[:16], count
