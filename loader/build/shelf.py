"""Readings on disk, in their order, so that any number of them takes little memory."""

from __future__ import annotations

import json
import tempfile
from array import array
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO, overload

from ..claims import Reading
from .codec import decode, encode


class Shelf(Sequence[Reading]):
    """Readings in a file without a name; each look reads one anew.

    Args:
        readings: What is put on it.
        folder: Where the file is made.
        open_files: Closes the file in the end, and those of further shelves.
    """

    def __init__(self, readings: Iterable[Reading], folder: Path, open_files: ExitStack) -> None:
        self._folder, self._open_files = folder, open_files
        file = tempfile.TemporaryFile(dir=folder)  # noqa: SIM115
        self._file: IO[bytes] = open_files.enter_context(file)
        self._ends = array("Q", [0])
        for reading in readings:
            self._file.write(json.dumps(encode(reading), separators=(",", ":")).encode())
            self._ends.append(self._file.tell())

    def beside(self, readings: Iterable[Reading]) -> Shelf:
        """Put readings on a further shelf, which closes with this one."""
        return Shelf(readings, self._folder, self._open_files)

    def __len__(self) -> int:
        return len(self._ends) - 1

    @overload
    def __getitem__(self, index: int) -> Reading: ...

    @overload
    def __getitem__(self, index: slice) -> list[Reading]: ...

    def __getitem__(self, index: int | slice) -> Reading | list[Reading]:
        if isinstance(index, slice):
            return [self[at] for at in range(*index.indices(len(self)))]
        at = range(len(self))[index]
        self._file.seek(self._ends[at])
        return decode(json.loads(self._file.read(self._ends[at + 1] - self._ends[at])))


@contextmanager
def empty_shelf(folder: Path) -> Iterator[Shelf]:
    """Give an empty shelf; it and all that were made beside it are gone in the end."""
    with ExitStack() as open_files:
        yield Shelf((), folder, open_files)
