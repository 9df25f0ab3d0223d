"""How bodies leave: small ones at once, large ones in pieces, and only so many of these together.

A body that is handed over in pieces holds a thread for as long as its reader takes. A whole one
does not: the server sends it while the thread serves others. So slow readers cannot keep pages
waiting.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from typing import Any

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


class Streams:
    """Places for large answers that are being sent."""

    def __init__(self, limit: int) -> None:
        self._free = threading.Semaphore(limit)

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
