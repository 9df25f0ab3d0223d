"""Files, streams and addresses to articles: what is there, and what is rejected and why."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import BinaryIO, cast

from ..errors import ArticleError
from .datelines import TOP_LINE, date_on_top
from .decode import UndecodableError, sound
from .english import is_english
from .formats.suffixes import SUFFIXES, suffix_by_beginning, suffix_of
from .found import Found
from .inputs import Address, File, Input, inputs_of
from .known import NOTHING
from .model import Article
from .naming import slug_of

#: Largest text that is read, in bytes.
MAX_BYTES = 2_000_000
_STDIN = "standard input"
_HEAD = 4096

Outcomes = Iterator[Article | ArticleError]


def read_articles(
    paths: Sequence[Path | str],
    *,
    max_bytes: int = MAX_BYTES,
    publish_text: str = "full",
    allow_local: bool = False,
    stdin: BinaryIO | None = None,
) -> Outcomes:
    """Read articles one at a time, in the order given, a folder's files by name.

    Args:
        paths: Files, folders, http(s) addresses, or ``-`` for standard input. A file is of a format
            that its suffix says (``formats.kinds.SUFFIXES``). A folder is not searched deeper,
            for a saved page keeps what is no article in a folder beside it; its ``README.md`` and
            its logs (``curation.jsonl``, ``addresses.jsonl``) are no articles. What is named
            twice is read once.
        max_bytes: Largest text that is read; of pages and feeds five times as much.
        publish_text: How much text is published where a sidecar or the source does not say.
        allow_local: Whether addresses of this machine and of private networks are fetched.
        stdin: What ``-`` reads; None is the process's own standard input.

    Returns:
        For each article it, or the error that says why it is left out: empty, binary, not English,
        too large, of an encoding that cannot be told, or of a slug that is taken. A bad record of a
        file costs that record.

    Raises:
        DataError: At once, before any article, for a path that is not there or a sidecar that is
            not well formed.
    """
    inputs = inputs_of(paths)
    found = _found(inputs, max_bytes, allow_local, stdin)
    return _once(_article(one, max_bytes, publish_text) for one in found)


def _found(
    inputs: Iterable[Input], max_bytes: int, allow_local: bool, stdin: BinaryIO | None
) -> Iterator[Found | ArticleError]:
    addresses = _addresses(inputs, max_bytes, allow_local)
    for one in inputs:
        if isinstance(one, File):
            yield from _in_file(one, max_bytes)
        elif isinstance(one, Address):
            yield from next(addresses)
        else:
            yield from _in_stream(stdin or sys.stdin.buffer, max_bytes)


def _in_file(file: File, max_bytes: int) -> Iterator[Found | ArticleError]:
    from .formats.kinds import found_in

    suffix, source = suffix_of(file.path.name), str(file.path)
    if suffix not in SUFFIXES:
        kinds = f"{', '.join(SUFFIXES[:-1])} and {SUFFIXES[-1]}"
        yield ArticleError(source, f"it is none of {kinds}; save it as text")
        return
    try:
        with file.path.open("rb") as stream:
            yield from found_in(stream, suffix, source, file.known, max_bytes)
    except OSError as error:
        yield ArticleError(source, f"it cannot be read: {error.strerror}")


def _in_stream(stream: BinaryIO, max_bytes: int) -> Iterator[Found | ArticleError]:
    from .formats.kinds import found_in

    buffered = BufferedReader(cast(RawIOBase, stream), _HEAD)
    suffix = suffix_by_beginning(buffered.peek(_HEAD))
    for one in found_in(buffered, suffix, _STDIN, NOTHING, max_bytes):
        yield replace(one, name=None) if isinstance(one, Found) else one
    buffered.detach()


def _addresses(
    inputs: Iterable[Input], max_bytes: int, allow_local: bool
) -> Iterator[Iterator[Found | ArticleError]]:
    """Give for each address what it holds; the fetcher is loaded only if there is one."""
    named = [one.address for one in inputs if isinstance(one, Address)]
    if named:
        from .addresses import Addresses

        reader = Addresses(max_bytes, allow_local)
        yield from map(reader.read, named)


def _article(
    found: Found | ArticleError, max_bytes: int, publish_text: str
) -> Article | ArticleError:
    if isinstance(found, ArticleError):
        return found
    known = found.known
    try:
        text = _readable(found, max_bytes)
        slug = slug_of(found)
    except ArticleError as error:
        return error
    on_top = None if known.published else date_on_top(text)
    return Article(
        slug=slug,
        text=text,
        sha256=found.sha256,
        source=found.source,
        title=known.title,
        publisher=known.publisher,
        address=known.address,
        published=known.published or on_top,
        published_basis=TOP_LINE if on_top else known.published_basis,
        published_approximate=known.published_approximate,
        rights=known.rights,
        publish_text=known.publish_text or publish_text,
    )


def _readable(found: Found, max_bytes: int) -> str:
    """Give the text where it is text, English, and not too long."""
    try:
        text = sound(found.text)
    except UndecodableError as error:
        raise ArticleError(found.source, str(error)) from error
    if not text.strip():
        raise ArticleError(found.source, "it is empty; give its text, or remove the file")
    if len(text) > max_bytes:
        raise ArticleError(
            found.source, f"its text is longer than {max_bytes} characters; split it"
        )
    if not is_english(text):
        raise ArticleError(
            found.source, "it is not English, and only English can be read; remove it"
        )
    return text


def _once(outcomes: Iterable[Article | ArticleError]) -> Outcomes:
    """Reject an article whose slug an earlier one has."""
    taken: dict[str, str] = {}
    for outcome in outcomes:
        if isinstance(outcome, ArticleError):
            yield outcome
        elif outcome.slug in taken:
            yield ArticleError(
                outcome.source,
                f"its slug {outcome.slug!r} is taken by {taken[outcome.slug]}; "
                "give it another in the sidecar",
            )
        else:
            taken[outcome.slug] = outcome.source
            yield outcome
