"""How bodies leave: small ones at once, large ones in pieces, and only so many of these together.

A body that is handed over in pieces holds a thread for as long as its reader takes. A whole one
does not: the server sends it while the thread serves others. So slow readers cannot keep pages
waiting.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable
from typing import Any, Protocol

from flask import Response

from .errors import Problem, ProblemError

Environ = dict[str, Any]
Application = Callable[[Environ, Any], Iterable[bytes]]
LARGE = 1 << 18
_TOO_MANY = Problem(
    503,
    "busy",
    "As many large answers as may be are being sent.",
    "Ask again in a few seconds, or for less.",
    headers={"Retry-After": "5"},
)


def hand_over_whole(application: Application) -> Application:
    """Wrap a WSGI application: bodies up to ``LARGE`` bytes leave as one list of one piece."""

    def wrapped(environ: Environ, start_response: Any) -> Iterable[bytes]:
        lengths: list[int] = []

        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            named = (int(value) for name, value in headers if name.lower() == "content-length")
            lengths.extend(named)
            return start_response(status, headers, *rest)

        body = application(environ, start)
        is_large = bool(lengths) and lengths[0] > LARGE and environ["REQUEST_METHOD"] != "HEAD"
        return body if is_large else _joined(body)

    return wrapped


def _joined(body: Iterable[bytes]) -> list[bytes]:
    try:
        return [b"".join(body)]
    finally:
        if (close := getattr(body, "close", None)) is not None:
            close()


class Reader(Protocol):
    """Who reads a large answer.

    Attributes:
        moved: When it last took some of it (``time.monotonic``).
    """

    moved: float

    def cut(self) -> None:
        """End its connection."""


class Streams:
    """Places for large answers that are being sent; readers that stand still lose theirs."""

    def __init__(self, limit: int, stall_s: float) -> None:
        self._free, self._stall_s = threading.Semaphore(limit), stall_s
        self._readers: set[Reader] = set()
        self._lock, self._looking = threading.Lock(), False

    def enter(self) -> Callable[[], None]:
        """Take a place; give what frees it.

        Raises:
            ProblemError: 503 when all are taken.
        """
        if not self._free.acquire(blocking=False):
            raise ProblemError(_TOO_MANY)
        return self._free.release

    def take_place(self, response: Response) -> None:
        """Take a place for a response until it is sent, if it is large.

        Raises:
            ProblemError: 503 when all are taken.
        """
        if (response.content_length or 0) > LARGE:
            response.call_on_close(self.enter())

    def watch(self, reader: Reader) -> None:
        """Cut a reader off once it stands still for too long."""
        with self._lock:
            self._readers.add(reader)
            if not self._looking:
                self._looking = True
                threading.Thread(target=self._look, daemon=True).start()

    def leave(self, reader: Reader) -> None:
        """Watch a reader no longer."""
        with self._lock:
            self._readers.discard(reader)

    def _look(self) -> None:
        while True:
            time.sleep(self._stall_s / 4)
            with self._lock:
                if not self._readers:
                    self._looking = False
                    return
                before = time.monotonic() - self._stall_s
                late = [reader for reader in self._readers if reader.moved < before]
            for reader in late:
                reader.cut()
