"""Terms as RDF: names resolved against their namespaces."""

from __future__ import annotations

import re
from functools import cache

from pyoxigraph import Literal, NamedNode

from ontology import PREFIXES

_DATES = (
    (re.compile(r"\d{4}-\d\d-\d\d"), "date"),
    (re.compile(r"\d{4}-\d\d"), "gYearMonth"),
    (re.compile(r"\d{4}"), "gYear"),
)


@cache
def term(name: str) -> NamedNode:
    """Name a term: ``participatesIn`` of the ontology, or ``skos:note`` of another vocabulary.

    Raises:
        ValueError: When the prefix is not one of ours.
    """
    prefix, colon, local = name.rpartition(":")
    namespace = PREFIXES.get(prefix if colon else "ent")
    if namespace is None:
        raise ValueError(f"no prefix {prefix!r} for {name!r}; known are {', '.join(PREFIXES)}")
    return NamedNode(namespace + local)


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
