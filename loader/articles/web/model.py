"""What fetching is told, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass


class FetchError(Exception):
    """An address cannot or may not be fetched; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much is asked of other machines.

    Attributes:
        seconds: Longest time that one request may take, from connecting to the last byte.
        redirects: Most redirects that are followed.
        max_bytes: Largest body that is read.
    """

    seconds: float = 20.0
    redirects: int = 5
    max_bytes: int = 10_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """One response.

    Attributes:
        address: What was asked.
        status: HTTP status code.
        content_type: The Content-Type header, empty where there is none.
        location: The Location header, empty where there is none.
        body: The body; one byte longer than the limit where it was cut.
    """

    address: str
    status: int
    content_type: str
    location: str
    body: bytes
