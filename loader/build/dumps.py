"""The dataset as files to download, in several formats, with size and checksum of each."""

from __future__ import annotations

import gzip
import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfileobj
from typing import IO, cast

from pyoxigraph import DefaultGraph, RdfFormat, Store

from ontology import prefixes_for
from ontology.dataset import CHANGES, DUMP, OTHER_DUMPS
from ontology.iris import Base

_FORMATS = dict(
    zip(OTHER_DUMPS, (RdfFormat.TRIG, RdfFormat.JSON_LD, RdfFormat.TURTLE), strict=True)
)
_CHUNK = 1 << 20


def write_other_dump(store: Store, base: Base, folder: Path, name: str) -> None:
    """Write the dataset as TriG or JSON-LD, or its default graph as Turtle, by the file's name.

    The same data gives the same bytes: the store keeps its order, and prefixes are sorted here,
    which the engine writes in an order that changes from process to process.
    """
    prefixes, form = prefixes_for(base.iri), _FORMATS[name]
    graph = None if form.supports_datasets else DefaultGraph()
    with tempfile.TemporaryFile(dir=folder) as plain, packed(folder / name) as file:
        store.dump(plain, form, from_graph=graph, prefixes=prefixes)
        plain.seek(0)
        if form != RdfFormat.JSON_LD:
            file.writelines(sorted(plain.readline() for _ in prefixes))
        copyfileobj(plain, file, _CHUNK)


def files_of(folder: Path) -> dict[str, dict[str, int | str]]:
    """Give the size in bytes and the SHA-256 of each file that can be downloaded."""
    names = (DUMP, *OTHER_DUMPS, CHANGES)
    return {name: _told(folder / name) for name in names if (folder / name).is_file()}


@contextmanager
def packed(path: Path) -> Iterator[IO[bytes]]:
    """Open a file to be written through gzip, without a name or time in its head."""
    with (
        path.open("wb") as raw,
        gzip.GzipFile(filename="", fileobj=raw, mode="wb", compresslevel=6, mtime=0) as file,
    ):
        yield cast("IO[bytes]", file)


def _told(path: Path) -> dict[str, int | str]:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"bytes": path.stat().st_size, "sha256": digest}
