"""Answers to queries as HTTP sends them: validators, codings, whole bodies and streams."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from .compress import Squeezer, bare_tags, echoed
from .connection import BROKEN_OFF, Connection
from .query import Question, Result
from .sending import Streams
from .snapshots import Snapshot
from .spool import BrokenOffError

Headers = list[tuple[str, str]]
KEPT_S = 86_400
"""Seconds for which an answer that cannot change may be kept; not for ever, as it can be removed.
"""
UNDER_WAY = 1 << 20
"""Most bytes of a stream that may lie between us and the system's buffer."""


def tag_of(question: Question) -> str:
    """Make an entity tag from what determines the answer: strong where it determines its bytes.

    Of an engine elsewhere it does not: each gives rows in an order of its own.
    """
    basis = repr(question.key).encode()
    tag = f'"{hashlib.blake2b(basis, digest_size=12).hexdigest()}"'
    is_exact = question.request.exact and question.snapshot.published is None
    return tag if is_exact else f"W/{tag}"


def has_tag(asked: str, tag: str) -> bool:
    """Tell whether an If-None-Match header names a tag, in any coding (RFC 9110, 13.1.2).

    >>> has_tag('W/"b", "a-br"', '"a"'), has_tag("*", '"a"'), has_tag('"aa"', '"a"')
    (True, True, False)
    """
    named = {one.strip().removeprefix("W/") for one in bare_tags(asked).split(",")}
    return bool({"*", tag.removeprefix("W/")} & named)


def send_not_modified(asked: str, tag: str, headers: Headers, start_response: Any) -> list[bytes]:
    """Send 304, with the tag as the client named it."""
    left_out = ("content-", "etag")
    kept = [pair for pair in headers if not pair[0].lower().startswith(left_out)]
    start_response("304 Not Modified", [*kept, ("ETag", echoed(asked, tag))])
    return [b""]


@dataclass(frozen=True, slots=True)
class Known:
    """A whole answer that can be sent again to requests that read the same.

    Attributes:
        snapshot: What was asked; of another one the answer is another.
        tag: Entity tag, without the coding; empty where the answer may not be kept.
        headers: All that are sent.
        body: In its coding.
    """

    snapshot: Snapshot
    tag: str
    headers: Headers
    body: bytes

    def send(self, environ: Mapping[str, Any], start_response: Any) -> list[bytes]:
        """Send it, or 304 to who has it."""
        asked = environ.get("HTTP_IF_NONE_MATCH")
        method = environ["REQUEST_METHOD"]
        if asked and self.tag and method != "POST" and has_tag(asked, self.tag):
            return send_not_modified(asked, self.tag, self.headers, start_response)
        start_response("200 OK", self.headers)
        return [b""] if method == "HEAD" else [self.body]


class Stream:
    """A body that leaves while it grows, and is cut off where it breaks off.

    Attributes:
        moved: When a piece was last taken.
    """

    def __init__(
        self,
        result: Result,
        squeezer: Squeezer | None,
        connection: Connection,
        streams: Streams,
    ) -> None:
        """Take a place among the streams.

        Raises:
            ProblemError: 503 when there is none.
        """
        self._free, self._streams, self.moved = streams.enter(), streams, time.monotonic()
        self._result, self._squeezer, self._connection = result, squeezer, connection
        self._sent, self._closed = 0, False
        self._pieces = self._read()
        streams.watch(self)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        piece = next(self._pieces)
        self._sent += len(piece)
        self.moved = time.monotonic()
        return piece

    def _read(self) -> Iterator[bytes]:
        try:
            for piece in self._result.chunks():
                if data := self._squeezer.add(piece) if self._squeezer else piece:
                    yield data
        except BrokenOffError:
            yield BROKEN_OFF
            self.cut()
            return
        if self._squeezer:
            yield self._squeezer.end()

    def cut(self) -> None:
        """End the connection, so that the body is seen to be incomplete."""
        self._connection.cut(max(0, self._sent - UNDER_WAY))

    def close(self) -> None:
        """Let go of the body and of the place among those that are sent."""
        if not self._closed:
            self._closed = True
            with suppress(ValueError):
                self._pieces.close()  # type: ignore[attr-defined]
            self._result.close()
            self._streams.leave(self)
            self._free()
