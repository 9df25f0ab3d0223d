"""What a term of the ontology leads from and to, in words, and the query that lists its uses."""

from __future__ import annotations

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT

from .as_query import HEAD
from .graph import local
from .lexicon import Lexicon
from .model import Link

VALUES = {
    "anyURI": "a web address",
    "boolean": "yes or no",
    "date": "a day",
    "dateTime": "a moment",
    "decimal": "a number",
    "gYear": "a year",
    "gYearMonth": "a month",
    "integer": "a whole number",
    "langString": "words",
    "nonNegativeInteger": "a whole number",
    "string": "words",
}
"""Datatypes of XML Schema as readers know them, by local name."""
_FROM = ("rdfs:domain", "schema:domainIncludes")
_TO = ("rdfs:range", "schema:rangeIncludes")
_ROWS = "LIMIT 100"


def leads(lexicon: Lexicon, node: NamedNode) -> tuple[tuple[str, tuple[Link, ...]], ...]:
    """Say what a property leads from and to; empty where the ontology bounds neither."""
    ends = (("From", _FROM, "anything"), ("to", _TO, _otherwise(lexicon, node)))
    if not lexicon.nodes(node, *_FROM, *_TO):
        return ()
    return tuple(
        (word, tuple(_end(lexicon, one) for one in lexicon.nodes(node, *by)) or (Link(any_),))
        for word, by, any_ in ends
    )


def _otherwise(lexicon: Lexicon, node: NamedNode) -> str:
    return "any value" if lexicon.is_a(node, "owl:DatatypeProperty") else "anything"


def _end(lexicon: Lexicon, node: NamedNode) -> Link:
    if node.value.startswith(ENT):
        return Link(with_article(lexicon.label(node)), f"ontology#{local(node.value)}")
    name = local(node.value)
    return Link(VALUES.get(name) or {"Concept": "a code"}.get(name) or name)


def with_article(label: str) -> str:
    """Write a class's label as English does inside a sentence.

    >>> with_article("Armed force"), with_article("State"), with_article("UN body")
    ('an armed force', 'a state', 'a UN body')
    """
    word = label if label[1:2].isupper() else label[:1].lower() + label[1:]
    return f"{'an' if word[:1] in 'aeio' else 'a'} {word}"


def query_of(lexicon: Lexicon, node: NamedNode) -> str:
    """Write the query that lists the uses of a term; empty for a datatype."""
    name = f"ent:{local(node.value)}"
    if lexicon.is_a(node, "owl:Class"):
        return f"{HEAD}SELECT ?thing {{ ?thing a {name} }} {_ROWS}"
    if lexicon.is_a(node, "owl:ObjectProperty", "owl:DatatypeProperty"):
        return f"{HEAD}SELECT ?from ?to {{ ?from {name} ?to }} {_ROWS}"
    if lexicon.is_a(node, "skos:Concept"):
        return f"{HEAD}SELECT ?thing ?property {{ ?thing ?property {name} }} {_ROWS}"
    return ""
