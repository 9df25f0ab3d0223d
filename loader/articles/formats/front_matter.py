"""Front matter: keys and values above a text, between lines of ``---`` (or ``+++``, then TOML).

Between ``---`` a line is a key, a colon and a value, which runs to the end of the line and is text,
whatever it looks like: ``no`` is no, and ``12:30`` is half past twelve. Quotation marks around the
whole value go. Keys that say nothing of an article, lists and nested lines are passed over.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping

from ...errors import ArticleError, DataError
from ..days import day_of
from ..known import NOTHING, Known
from ..sidecar import known_of_table

#: What others call the keys of ``Known``.
_NAMES = {
    "slug": "slug",
    "title": "title",
    "headline": "title",
    "publisher": "publisher",
    "site": "publisher",
    "site_name": "publisher",
    "address": "address",
    "url": "address",
    "link": "address",
    "canonical": "address",
    "canonical_url": "address",
    "date": "published",
    "published": "published",
    "publish_date": "published",
    "published_at": "published",
    "published_basis": "published_basis",
    "published_approximate": "published_approximate",
    "rights": "rights",
    "license": "rights",
    "licence": "rights",
    "publish_text": "publish_text",
}
_FENCE = re.compile(r"(?P<mark>---|\+\+\+)[ \t]*\r?\n")
_KEY = re.compile(r"([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?")
_PASSED_OVER = re.compile(r"\s*(?:#.*)?|[ \t]+.*|- .*")
_TRUTH = {"true": True, "false": False}


def split(text: str, source: str) -> tuple[Known, str]:
    """Split a text into what its front matter says and the text below it.

    A text without front matter comes back whole, and so does one that begins with a mere rule.

    Raises:
        ArticleError: When a line of it is no key and value, or a value is malformed.
    """
    opened = _FENCE.match(text)
    if not opened:
        return NOTHING, text
    closing = re.compile(rf"^{re.escape(opened['mark'])}[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
    closed = closing.search(text, opened.end())
    inside = text[opened.end() : closed.start()] if closed else ""
    if not closed or not _is_front_matter(inside, opened["mark"]):
        return NOTHING, text
    table = _toml(inside, source) if opened["mark"] == "+++" else _table(inside, source)
    return known_of_keys(table, source, "the front matter"), text[closed.end() :].lstrip("\r\n")


def known_of_keys(table: Mapping[str, object], source: str, basis: str | None = None) -> Known:
    """Read what a record's keys say, by the names that are in use; other keys are passed over.

    Args:
        table: Keys and values; empty ones say nothing.
        source: Where they come from, for messages.
        basis: What a date rests on where no key says it.

    Raises:
        ArticleError: When a value is malformed, or two keys say the same thing in two ways.
    """
    kept: dict[str, object] = {}
    for key, value in table.items():
        name = _NAMES.get(key.lower().replace("-", "_"))
        if name is None or value is None or value == "":
            continue
        written = _day(value) if name == "published" else value
        if kept.setdefault(name, written) != written:
            raise ArticleError(source, f"{key} is {value!r}, but {name} was {kept[name]!r} before")
    if basis and "published" in kept:
        kept.setdefault("published_basis", basis)
    try:
        return known_of_table(kept, source)
    except DataError as error:
        raise ArticleError(source, error.reason) from error


def _day(value: object) -> object:
    """Give the day where it can be told; what is malformed goes on, to be refused by its name."""
    return (day_of(str(value)) if not isinstance(value, bool | int) else None) or value


def _is_front_matter(inside: str, mark: str) -> bool:
    """Tell keys and values from a text between two rules, by its first line."""
    lines = [line for line in inside.splitlines() if line.strip() and line[0] != "#"]
    return mark == "+++" or bool(lines and _KEY.fullmatch(lines[0].rstrip()))


def _toml(inside: str, source: str) -> dict[str, object]:
    try:
        return tomllib.loads(inside.replace("\r\n", "\n"))
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise ArticleError(source, f"its front matter is not TOML: {error}") from error


def _table(inside: str, source: str) -> dict[str, object]:
    table: dict[str, object] = {}
    for number, line in enumerate(inside.splitlines(), start=2):
        match = _KEY.fullmatch(line.rstrip())
        if match and match[1] in table:
            raise ArticleError(f"{source}:{number}", f"{match[1]} is said twice; keep one of them")
        if match:
            table[match[1]] = _value(match[2] or "", f"{source}:{number}", match[1])
        elif not _PASSED_OVER.fullmatch(line):
            raise ArticleError(
                f"{source}:{number}", f"{line[:60]!r} is no key and value; write 'title: Pact'"
            )
    return table


def _value(written: str, place: str, key: str) -> object:
    written = written.strip()
    if key == "published_approximate":
        return _TRUTH.get(written.lower(), written)
    if written in ("|", ">", "|-", ">-") and key.lower() in _NAMES:
        raise ArticleError(place, f"{key} runs over lines; write its value on one line")
    if len(written) >= 2 and written[0] == written[-1] and written[0] in "\"'":
        return written[1:-1].replace(f"\\{written[0]}", written[0])
    return written
