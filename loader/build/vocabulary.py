"""Terms and literals as RDF."""

from __future__ import annotations

import re

from pyoxigraph import Literal

from ontology.curies import term

__all__ = ["ALT_LABEL", "LABEL", "A", "dated", "english", "plain", "term", "typed"]

_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


A = term("rdf:type")
LABEL = term("rdfs:label")
ALT_LABEL = term("skos:altLabel")


def plain(text: str) -> Literal:
    """Give a string that belongs to no language, such as the words of a source."""
    return Literal(text)


def english(text: str) -> Literal:
    """Give a name or description in English."""
    return Literal(text, language="en")


def typed(text: str, datatype: str) -> Literal:
    """Give a literal of an XML Schema datatype, by its local name."""
    return Literal(text, datatype=term(f"xsd:{datatype}"))


def dated(text: str) -> Literal:
    """Type an ISO 8601 date at its own precision.

    Raises:
        ValueError: When it is no date, month or year.

    >>> str(dated("2031-07")).rpartition("#")[2]
    'gYearMonth>'
    """
    for pattern, name in _DATES:
        if pattern.fullmatch(text):
            return typed(text, name)
    raise ValueError(f"{text!r} is no date; write 2031, 2031-07 or 2031-07-15")
