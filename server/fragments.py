"""Triple Pattern Fragments: one pattern of the default graph, a page at a time, with controls.

https://linkeddatafragments.org/specification/triple-pattern-fragments/
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import urlencode

from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Triple

from ontology.curies import term

from .errors import fail
from .snapshots import Snapshot

PAGE, MOST_COUNTED = 200, 100_000
HYDRA = "http://www.w3.org/ns/hydra/core#"
DEFAULT, A = DefaultGraph(), term("rdf:type")
PARTS = ("subject", "predicate", "object")
_LITERAL = re.compile(r'"(.*)"(?:@([A-Za-z]+(?:-[A-Za-z0-9]+)*)|\^\^<?([^<>"]+?)>?)?', re.DOTALL)
Node = NamedNode | Literal


@dataclass(frozen=True, slots=True)
class Pattern:
    """What is asked for; None stands for anything.

    Attributes:
        subject: A thing.
        predicate: A property.
        object: A thing or a literal.
        page: From 1.
    """

    subject: NamedNode | None
    predicate: NamedNode | None
    object: Node | None
    page: int = 1


@dataclass(frozen=True, slots=True)
class Fragment:
    """A page of the triples that match.

    Attributes:
        triples: The page.
        total: How many match in all; an estimate, never less than what the pages up to the next
            one hold.
        more: Whether there is another page.
    """

    triples: tuple[Quad, ...]
    total: int
    more: bool


def parse_pattern(subject: str, predicate: str, object: str, page: str) -> Pattern:
    """Read a pattern as the explicit representation of Hydra has it: ``"text"@en``, or an IRI.

    Raises:
        ProblemError: 400 when a part is neither empty, a variable, nor what belongs there.
    """
    if not (page or "1").isascii() or not (page or "1").isdigit() or not 0 < int(page or 1) < 10**9:
        raise _unreadable("page", page)
    first, second = (_iri(*pair) for pair in (("subject", subject), ("predicate", predicate)))
    return Pattern(first, second, _object(object), int(page or 1))


def select(snapshot: Snapshot, pattern: Pattern) -> Fragment:
    """Give a page of what matches in the default graph, in the store's own order."""
    parts = pattern.subject, pattern.predicate, pattern.object
    start = (pattern.page - 1) * PAGE
    found = snapshot.store.quads_for_pattern(*parts, DEFAULT)
    rows = list(islice(found, start, start + PAGE + 1))
    total = _total(snapshot, pattern)
    seen = start + len(rows) if rows else 0
    return Fragment(tuple(rows[:PAGE]), max(total, seen), len(rows) > PAGE)


def describe_fragment(
    snapshot: Snapshot, pattern: Pattern, fragment: Fragment, here: str, address: str
) -> Iterator[Quad]:
    """Give a page with its counts and controls, which stand in a graph of their own.

    Args:
        snapshot: The data.
        pattern: What was asked for.
        fragment: The page.
        here: The address of the page, as it was asked for.
        address: The address of the service, without query.
    """
    yield from fragment.triples
    page = _address(here) or _page(pattern, address, pattern.page)
    about = NamedNode(f"{page.value}#metadata")
    yield Quad(about, term("foaf:primaryTopic"), page, about)
    for triple in (
        *_counts(page, pattern, fragment, address),
        *_controls(snapshot, address, page),
    ):
        yield Quad(triple.subject, triple.predicate, triple.object, about)


def _counts(
    page: NamedNode, pattern: Pattern, fragment: Fragment, address: str
) -> Iterator[Triple]:
    total = Literal(str(fragment.total), datatype=term("xsd:integer"))
    yield Triple(page, A, _hydra("PartialCollectionView"))
    yield Triple(page, _hydra("totalItems"), total)
    yield Triple(page, term("void:triples"), total)
    size = Literal(str(PAGE), datatype=term("xsd:integer"))
    yield Triple(page, _hydra("itemsPerPage"), size)
    yield Triple(page, _hydra("first"), _page(pattern, address, 1))
    if pattern.page > 1:
        yield Triple(page, _hydra("previous"), _page(pattern, address, pattern.page - 1))
    if fragment.more:
        yield Triple(page, _hydra("next"), _page(pattern, address, pattern.page + 1))


def _controls(snapshot: Snapshot, address: str, page: NamedNode) -> Iterator[Triple]:
    dataset, form = NamedNode(f"{address}#dataset"), NamedNode(f"{address}#form")
    yield Triple(dataset, A, term("void:Dataset"))
    yield Triple(dataset, A, _hydra("Collection"))
    yield Triple(dataset, term("void:subset"), page)
    yield Triple(dataset, term("dcterms:source"), NamedNode(snapshot.base.iri))
    yield Triple(dataset, _hydra("search"), form)
    template = Literal(f"{address}{{?{','.join(PARTS)}}}")
    yield Triple(form, _hydra("template"), template)
    representation = _hydra("ExplicitRepresentation")
    yield Triple(form, _hydra("variableRepresentation"), representation)
    for name in PARTS:
        mapping = NamedNode(f"{address}#{name}")
        yield Triple(form, _hydra("mapping"), mapping)
        yield Triple(mapping, _hydra("variable"), Literal(name))
        yield Triple(mapping, _hydra("property"), term(f"rdf:{name}"))


def _total(snapshot: Snapshot, pattern: Pattern) -> int:
    parts = pattern.subject, pattern.predicate, pattern.object
    if not any(parts):
        return snapshot.manifest.counts.get("triples", 0)
    found = snapshot.store.quads_for_pattern(*parts, DEFAULT)
    return sum(1 for _ in islice(found, MOST_COUNTED))


def _page(pattern: Pattern, address: str, number: int) -> NamedNode:
    parts = (pattern.subject, pattern.predicate, pattern.object)
    given = {name: _written(node) for name, node in zip(PARTS, parts, strict=True) if node}
    query = urlencode(given | ({"page": str(number)} if number > 1 else {}))
    return NamedNode(f"{address}?{query}" if query else address)


def _written(node: Node) -> str:
    if isinstance(node, NamedNode):
        return node.value
    if node.language:
        return f'"{node.value}"@{node.language}'
    return f'"{node.value}"^^{node.datatype.value}'


def _object(text: str) -> Node | None:
    if not text.startswith('"'):
        return _iri("object", text)
    match = _LITERAL.fullmatch(text)
    if match is None:
        raise _unreadable("object", text)
    value, language, datatype = match.groups()
    try:
        if language:
            return Literal(value, language=language.lower())
        return Literal(value, datatype=NamedNode(datatype)) if datatype else Literal(value)
    except ValueError as error:
        raise _unreadable("object", text) from error


def _iri(name: str, text: str) -> NamedNode | None:
    if not text or text.startswith("?"):
        return None
    try:
        return NamedNode(text.removeprefix("<").removesuffix(">"))
    except ValueError as error:
        raise _unreadable(name, text) from error


def _unreadable(name: str, text: str) -> Exception:
    detail = f"The {name} is {text[:80]!r}, which cannot be read."
    return fail(400, "pattern", detail, 'Give an IRI, "a literal"@en, or nothing for anything.')


def _address(text: str) -> NamedNode | None:
    try:
        return NamedNode(text)
    except ValueError:
        return None


def _hydra(name: str) -> NamedNode:
    return NamedNode(HYDRA + name)
