"""A body that one thread writes while others read it: in memory first, past a size on disk."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile

IN_MEMORY = 1 << 20
PIECE = 1 << 16


class BrokenOffError(Exception):
    """The writer failed, so that what was read is not the whole.

    Attributes:
        kind: Why, as ``QueryFailedError`` names it.
    """

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class Spool:
    """Grows until it ends or fails; whoever reads never waits for another reader.

    So a slow reader keeps a file, not a query process.
    """

    def __init__(self) -> None:
        self._file: SpooledTemporaryFile[bytes] = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115
        self._changed = threading.Condition()
        self._size, self._readers = 0, 1
        self._ended, self._failure = False, ""

    def write(self, data: bytes) -> None:
        """Add some of the body."""
        with self._changed:
            if self._readers:
                self._file.seek(self._size)
                self._file.write(data)
            self._size += len(data)
            self._changed.notify_all()

    def end(self, failure: str = "") -> None:
        """Say that this was all, or why there is no more though it is not all."""
        with self._changed:
            self._ended, self._failure = True, failure
            self._changed.notify_all()

    def pieces(self) -> Iterator[bytes]:
        """Give the body from its start, waiting for what is not there yet.

        Raises:
            BrokenOffError: Where the writer failed.
        """
        start = 0
        while data := self._read(start):
            yield data
            start += len(data)

    def _read(self, start: int) -> bytes:
        with self._changed:
            while self._size <= start:
                if self._failure:
                    raise BrokenOffError(self._failure)
                if self._ended:
                    return b""
                self._changed.wait()
            self._file.seek(start)
            return self._file.read(min(PIECE, self._size - start))

    def open(self) -> bool:
        """Count one more reader; False when all have left, for then nothing is kept."""
        with self._changed:
            if not self._readers:
                return False
            self._readers += 1
            return True

    def close(self) -> None:
        """Count one reader less; the last one takes the file away."""
        with self._changed:
            self._readers -= 1
            if not self._readers:
                self._file.close()

    @property
    def is_over(self) -> bool:
        """Whether it can no longer be joined: it has ended, or nobody reads it any more."""
        return self._ended or not self._readers

    @property
    def abandoned(self) -> bool:
        """Whether nobody reads any more."""
        return not self._readers
