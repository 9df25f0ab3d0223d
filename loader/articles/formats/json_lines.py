"""JSON Lines: one article a line, an object with its text and what is known of it.

``text`` is the article; in its place ``html`` may hold it as HTML that is all article. The other
keys are those of front matter (``title``, ``url``, ``published``, ``publisher``, ``rights``, ...);
unknown ones are passed over.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from ...errors import ArticleError
from ..found import Found, decoded, digest_of
from ..known import Known
from .front_matter import known_of_keys
from .markup import fragment_text


def json_lines_articles(
    stream: BinaryIO, source: str, known: Known, max_bytes: int
) -> Iterator[Found | ArticleError]:
    """Read articles line by line, holding one at a time; a bad line costs itself only.

    Args:
        stream: The lines, in UTF-8 where the sidecar does not say otherwise.
        source: Where they come from; messages add ``:line``.
        known: What the sidecar says of all of them; a line's own word goes over it.
        max_bytes: Longest line that is read.
    """
    for number, line in enumerate(_lines(stream, max_bytes), start=1):
        place = f"{source}:{number}"
        try:
            if len(line) > max_bytes:
                raise ArticleError(place, f"the line is longer than {max_bytes} bytes; split it")
            if line.strip():
                yield _article(line, place, known)
        except ArticleError as error:
            yield error


def _lines(stream: BinaryIO, max_bytes: int) -> Iterator[bytes]:
    """Give the lines without their ends; one that is too long comes cut, without its rest."""
    while line := stream.readline(max_bytes + 2):
        rest = line
        while not rest.endswith(b"\n") and (rest := stream.readline(1 << 16)):
            pass
        yield line.rstrip(b"\r\n")


def _article(line: bytes, place: str, known: Known) -> Found:
    record = _record(decoded(line, place, known.encoding), place)
    said = known_of_keys(record, place, "the record's own date")
    return Found(place, _text(record, place), digest_of(line), said.over(known))


def _record(line: str, place: str) -> dict[str, object]:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ArticleError(place, f"the line is no JSON: {error}") from error
    if not isinstance(record, dict):
        raise ArticleError(place, 'the line is no object; write {"text": "...", "title": "..."}')
    return record


def _text(record: dict[str, object], place: str) -> str:
    for key in ("text", "html"):
        value = record.get(key)
        if isinstance(value, str):
            return fragment_text(value) if key == "html" else value
        if value is not None:
            raise ArticleError(place, f"{key} is {str(value)[:60]!r}; write it as text in quotes")
    raise ArticleError(place, f"it has no text; its keys are {', '.join(record)[:200] or 'none'}")
