"""The curation log as a file: JSON Lines, read and checked; new entries go to its end.

Each line is one object with ``op``, ``author``, ``date`` and ``reason``, and:

- ``add``: ``article``, ``anchor``, ``statements``, ``lacking``; as needed ``things``, ``modality``,
  ``speaker``, ``cue``, ``date_basis``, ``confidence``
- ``reject``: ``article``, ``anchor``, ``rejects``
- ``replace``: both in one
- ``merge``: ``keep``, ``drop``; ``distinct``: ``things`` (two slugs)
- ``name``: ``thing``, and ``slug``, ``label`` or ``names``
- ``withdraw``: ``thing``; ``retract``: ``entry`` (the id of an earlier entry)

``anchor`` holds ``exact``, ``prefix``, ``suffix`` and ``start``. One of ``things`` holds ``slug``,
``types``, ``label``, and as needed ``names`` and ``named``. How statements are written stands in
``grammar``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from ..errors import DataError
from .conflicts import check_conflicts
from .entries import parse_entry
from .model import Entry, Log, Signature
from .vocabulary import Vocabulary, vocabulary

Row = dict[str, Any]


def load_log(path: Path, terms: Vocabulary | None = None) -> Log:
    """Read the log; no file is an empty log.

    Raises:
        DataError: When a line is not UTF-8 or not well formed, names a term that the ontology
            lacks, or contradicts an earlier one; the message names the line.
    """
    if not path.exists():
        return Log()
    return read_log(_text(path), str(path), terms)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataError(f"{path}:{line}", "not UTF-8; restore the line as it was") from error


def read_log(text: str, name: str, terms: Vocabulary | None = None) -> Log:
    """Read a log from its text; ``name`` stands in messages."""
    rows = [(number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip()]
    entries = tuple(_entry(line, name, number, terms or vocabulary()) for number, line in rows)
    check_conflicts(entries)
    return Log(entries)


def _entry(line: str, name: str, number: int, terms: Vocabulary) -> Entry:
    place = f"{name}:{number}"
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(place, f"not JSON: {error}") from error
    if not isinstance(row, dict):
        raise DataError(place, "not a JSON object; write one entry a line")
    try:
        return parse_entry(row, _signature(row, place, number), terms)
    except (ValueError, TypeError, KeyError) as error:
        raise DataError(place, _say(error)) from error


def _say(error: Exception) -> str:
    return f"{error} is missing" if isinstance(error, KeyError) else str(error)


def _signature(row: Row, place: str, number: int) -> Signature:
    return Signature(
        author=_words(row, "author"),
        date=_words(row, "date"),
        reason=_words(row, "reason"),
        place=place,
        line=number,
        id=entry_id(row),
    )


def _words(row: Row, key: str) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"an entry needs {key!r}, a text that is not empty")
    return value


def entry_id(row: Row) -> str:
    """Hash an entry: the first 12 hex digits of the SHA-256 of its JSON with sorted keys."""
    text = json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def append(path: Path, rows: Iterable[Row], terms: Vocabulary | None = None) -> tuple[str, ...]:
    """Add entries to the end of the log, all or none; what stands there is not touched.

    Returns:
        The id of each entry.

    Raises:
        DataError: When the log with the new entries would not load; nothing is written then.
    """
    old = _text(path) if path.exists() else ""
    rows = tuple(rows)
    gap = "" if not old or old.endswith("\n") else "\n"
    new = gap + "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    read_log(old + new, str(path), terms)
    with path.open("a", encoding="utf-8") as file:
        file.write(new)
    return tuple(entry_id(row) for row in rows)
