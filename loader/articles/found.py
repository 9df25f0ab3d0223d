"""A text as a format gives it, before it is judged."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..errors import ArticleError
from .decode import UndecodableError, decode
from .known import NOTHING, Known


@dataclass(frozen=True, slots=True)
class Found:
    """One text and what is known of it.

    Attributes:
        source: File, ``file:line`` or address, for messages.
        text: The text; offsets count its code points.
        sha256: Hex digest of the bytes that the text came in.
        known: What the source itself and its sidecar say.
        name: What the slug is made of where nothing says it: the name of a file that holds one
            article. None where title, address or text make it.
    """

    source: str
    text: str
    sha256: str
    known: Known = NOTHING
    name: str | None = None


def digest_of(content: bytes) -> str:
    """Give the SHA-256 of the bytes, in hex."""
    return hashlib.sha256(content).hexdigest()


def decoded(content: bytes, source: str, encoding: str | None, told_by: str = "sidecar") -> str:
    """Decode the bytes of a source.

    Raises:
        ArticleError: When they are no text that can be told.
    """
    try:
        return decode(content, encoding, told_by)
    except UndecodableError as error:
        raise ArticleError(source, str(error)) from error
