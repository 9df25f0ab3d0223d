"""How request bodies come in: whole, before a thread does anything else, and only so many together.

A body that comes slowly holds a thread for as long as its sender likes, and the server cannot
stop waiting for it. So these threads are counted: when all places are taken, who sends a body is
told to come again, while pages and questions by address are answered as ever.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from io import BytesIO
from typing import Any

from .errors import MEDIA_TYPE, Problem
from .sending import Application, Environ

TOO_MANY = Problem(
    503,
    "busy",
    "As many request bodies as may be are being received.",
    "Send it again in a few seconds, or ask by GET.",
    headers={"Retry-After": "5"},
)
CUT = Problem(400, "body-cut", "The request's body ended before its length was reached.")


def receive_whole(application: Application, limit: int, places: int) -> Application:
    """Wrap a WSGI application: it finds each body whole in memory.

    Args:
        application: What to wrap; it refuses lengths over the limit itself.
        limit: Bytes of the largest body that is read.
        places: Bodies that may be on their way at the same time.
    """
    free = threading.Semaphore(places)

    def wrapped(environ: Environ, start_response: Any) -> Iterable[bytes]:
        length = _length(environ)
        if length == 0 or length > limit:
            return application(environ, start_response)
        if not free.acquire(blocking=False):
            return _refuse(TOO_MANY, start_response)
        try:
            body = environ["wsgi.input"].read(length if length > 0 else limit + 1)
        finally:
            free.release()
        if len(body) < length:
            return _refuse(CUT, start_response)
        environ.pop("HTTP_TRANSFER_ENCODING", None)
        environ["wsgi.input"], environ["CONTENT_LENGTH"] = BytesIO(body), str(len(body))
        return application(environ, start_response)

    return wrapped


def _length(environ: Environ) -> int:
    """Give the length of the body, -1 where it comes in chunks, 0 where there is none."""
    if environ.get("HTTP_TRANSFER_ENCODING", "").lower() == "chunked":
        return -1
    told = environ.get("CONTENT_LENGTH") or "0"
    return int(told) if told.isascii() and told.isdigit() else 0


def _refuse(problem: Problem, start_response: Any) -> Iterable[bytes]:
    body = problem.to_json().encode()
    headers = {"Content-Type": MEDIA_TYPE, "Content-Length": str(len(body)), **problem.headers}
    start_response(f"{problem.status} {problem.title}", list(headers.items()))
    return [body]
