"""Content codings: zstd, br and gzip, whole or as the body grows (RFC 9110, section 8.4)."""

from __future__ import annotations

import gzip
import sys
import zlib
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any, Protocol

import brotli
from werkzeug.http import parse_accept_header

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

Headers = list[tuple[str, str]]
SMALLEST = 1 << 10
"""Bodies of fewer bytes are sent as they are."""
CODINGS = ("zstd", "br", "gzip")
_SUFFIXES = tuple(f'-{name}"' for name in CODINGS)
_TEXT = ("text/", "application/json", "application/sparql-", "application/rdf", "application/ld")
_MORE_TEXT = ("application/n-", "application/trig", "application/problem", "image/svg")
_GZIP = 16 + zlib.MAX_WBITS


class Squeezer(Protocol):
    """Takes a body piece by piece."""

    def add(self, data: bytes) -> bytes:
        """Give what can be sent by now; may be nothing."""

    def end(self) -> bytes:
        """Give the rest."""


class _Zstd:
    def __init__(self) -> None:
        self._made = zstd.ZstdCompressor()

    def add(self, data: bytes) -> bytes:
        return self._made.compress(data, zstd.ZstdCompressor.FLUSH_BLOCK)

    def end(self) -> bytes:
        return self._made.flush()


class _Brotli:
    def __init__(self) -> None:
        self._made = brotli.Compressor(quality=4)

    def add(self, data: bytes) -> bytes:
        return bytes(self._made.process(data) + self._made.flush())

    def end(self) -> bytes:
        return bytes(self._made.finish())


class _Gzip:
    def __init__(self) -> None:
        self._made = zlib.compressobj(5, wbits=_GZIP)

    def add(self, data: bytes) -> bytes:
        return self._made.compress(data) + self._made.flush(zlib.Z_SYNC_FLUSH)

    def end(self) -> bytes:
        return self._made.flush()


_MADE: dict[str, type[Squeezer]] = {"zstd": _Zstd, "br": _Brotli, "gzip": _Gzip}


@lru_cache(256)
def choose_coding(header: str) -> str:
    """Give the coding that an Accept-Encoding header likes best; empty for none.

    >>> choose_coding("gzip, br"), choose_coding("zstd;q=0, *;q=0.1"), choose_coding("")
    ('br', 'br', '')
    """
    if not header:
        return ""
    asked = parse_accept_header(header)
    qualities = [asked.quality(name) for name in CODINGS]
    best = max(qualities)
    return CODINGS[qualities.index(best)] if best > 0 else ""


def squeeze(coding: str, body: bytes) -> bytes:
    """Give a whole body in a coding."""
    if coding == "gzip":
        return gzip.compress(body, 5, mtime=0)
    made = squeezer(coding)
    return made.add(body) + made.end()


def squeezer(coding: str) -> Squeezer:
    """Give what puts a growing body into a coding."""
    return _MADE[coding]()


def is_text(content_type: str) -> bool:
    """Tell whether bodies of a media type grow smaller by a coding."""
    return content_type.startswith(_TEXT + _MORE_TEXT)


def tag_in(coding: str, tag: str) -> str:
    """Give the entity tag of a representation in a coding: other bytes, so another tag.

    >>> tag_in("br", '"a1"'), tag_in("", 'W/"a1"')
    ('"a1-br"', 'W/"a1"')
    """
    return f'{tag[:-1]}-{coding}"' if coding else tag


def bare_tags(header: str) -> str:
    """Take the codings off the entity tags of an If-None-Match header."""
    for suffix in _SUFFIXES:
        header = header.replace(suffix, '"')
    return header


def echoed(asked: str, tag: str) -> str:
    """Give the tag for a 304 as the client named it: with the coding that the client has."""
    named = (one.strip() for one in asked.split(","))
    return next((one for one in named if bare_tags(one) == tag), tag)


def compressed(application: Callable[..., Iterable[bytes]]) -> Callable[..., Iterable[bytes]]:
    """Wrap a WSGI application: text that it sends whole leaves in the coding asked for."""

    def wrapped(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        asked = environ.get("HTTP_IF_NONE_MATCH", "")
        if asked:
            environ["HTTP_IF_NONE_MATCH"] = bare_tags(asked)
        started: list[Any] = []

        def start(status: str, headers: Headers, *rest: Any) -> None:
            started[:] = [status, headers]

        body = application(environ, start)
        status, headers = started
        if status.startswith("304"):
            start_response(status, _changed(headers, {"etag": echoed(asked, _tag(headers))}))
            return body
        body, headers = _recoded(environ, headers, body)
        start_response(status, headers)
        return body

    return wrapped


def _recoded(
    environ: dict[str, Any], headers: Headers, body: Iterable[bytes]
) -> tuple[Iterable[bytes], Headers]:
    named = {name.lower(): value for name, value in headers}
    if "content-encoding" in named or not isinstance(body, list):
        return body, headers
    if not is_text(named.get("content-type", "")):
        return body, headers
    coding = choose_coding(environ.get("HTTP_ACCEPT_ENCODING", ""))
    changed = {"vary": ", ".join(filter(None, [named.get("vary", ""), "Accept-Encoding"]))}
    if coding and int(named.get("content-length", 0)) >= SMALLEST:
        changed |= {"content-encoding": coding, "content-length": ""}
        changed |= {"etag": tag_in(coding, named["etag"])} if "etag" in named else {}
        if environ["REQUEST_METHOD"] != "HEAD":
            body = [squeeze(coding, b"".join(body))]
            changed["content-length"] = str(len(body[0]))
    return body, _changed(headers, changed)


def _tag(headers: Headers) -> str:
    return next((value for name, value in headers if name.lower() == "etag"), "")


def _changed(headers: Headers, changes: dict[str, str]) -> Headers:
    """Give headers with some replaced, or left out where the new value is empty."""
    kept = [pair for pair in headers if pair[0].lower() not in changes]
    return kept + [(name.title(), value) for name, value in changes.items() if value]
