"""Queries whose work is bounded by their answer, answered at once, without a query process.

One triple pattern with a constant subject (`SELECT ?p ?o { <thing> ?p ?o }`) is what those who
follow links ask. The engine reads it off one index: each triple that it looks at is a row of the
answer, so that a limit on the answer's bytes bounds the work too. Every other query, and a longer
answer, is for a query process.
"""

from __future__ import annotations

import re
from typing import Any

from .child import run
from .store import EmbeddedStore, Reads
from .workers import Answer

MOST_BYTES = 1 << 16
_IRI = r'(?:<[^<>\s"{}|^`\\]*>|[A-Za-z][\w-]*:[A-Za-z][\w-]*)'
_LOOKUP = re.compile(
    rf"(?:PREFIX [\w-]*: ?<[^<>\s]+> ?)*"
    rf"(?:SELECT ?(?:\*|\?\w+(?: \?\w+)*) ?|ASK ?)(?:WHERE ?)?"
    rf"\{{ ?{_IRI} (?:a|{_IRI}|\?(?P<p>\w+)) (?:{_IRI}|\?(?P<o>\w+)) ?\.? ?\}}"
    r"(?: ?LIMIT \d{1,9})?",
    re.IGNORECASE | re.ASCII,
)


class _LongError(Exception):
    """The answer is longer than what is answered here."""


class _Kept:
    """Takes in an answer up to the limit."""

    def __init__(self) -> None:
        self.form, self.name, self.body = "", "", bytearray()

    def begin(self, form: str, name: str) -> None:
        self.form, self.name = form, name

    def write(self, data: bytes) -> int:
        self.body += data
        if len(self.body) > MOST_BYTES:
            raise _LongError
        return len(data)

    def flush(self) -> None:
        pass


def is_lookup(query: str) -> bool:
    """Tell whether the work for a query, its white space reduced, is bounded by its answer.

    >>> is_lookup("SELECT ?p ?o { <http://a.org/x> ?p ?o }"), is_lookup("SELECT * { ?s ?p ?o }")
    (True, False)
    """
    found = _LOOKUP.fullmatch(query)
    # A name that stands twice makes the engine look at triples that give no row.
    return found is not None and (found["p"] is None or found["p"] != found["o"])


def look_up(store: Reads, request: dict[str, Any]) -> Answer | None:
    """Answer a lookup; None where it fails, is longer than is answered here, or lies elsewhere.

    Args:
        store: The data.
        request: The query, as ``child`` reads it.
    """
    if not isinstance(store, EmbeddedStore):
        return None
    kept = _Kept()
    try:
        run(store.oxigraph, request, kept)
    except (SyntaxError, ValueError, OSError, _LongError):
        return None  # a query process tells why
    return Answer(kept.form, kept.name, bytes(kept.body))
