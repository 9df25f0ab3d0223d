"""Quads → an RDF document: the same bytes for the same quads in the same order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from .formats import Format

_PREFIX = b"@prefix "
_WITH_HEADER = (RdfFormat.TURTLE, RdfFormat.TRIG, RdfFormat.N3)


def write_rdf(quads: Iterable[Quad], form: Format, prefixes: Mapping[str, str]) -> bytes:
    """Write a document; a format without graphs takes each triple once.

    Prefixes stand in the head of Turtle, TriG and N3, sorted, and only those that are used: the
    engine would write all of them in an order that changes from process to process.
    """
    engine = form.engine
    assert isinstance(engine, RdfFormat)  # noqa: S101 (only graph formats come here)
    statements = _statements(quads, form)
    if engine not in _WITH_HEADER:
        return serialize(statements, format=engine) or b""
    used = dict(_used(statements, prefixes))
    lines = (serialize(statements, format=engine, prefixes=used) or b"").splitlines(keepends=True)
    head = sorted(line for line in lines[: len(used)] if line.startswith(_PREFIX))
    version = [f'VERSION "{form.version}"\n'.encode()] if form.version else []
    return b"".join([*version, *head, *lines[len(head) :]])


def _statements(quads: Iterable[Quad], form: Format) -> list[Quad] | list[Triple]:
    if form.datasets:
        return list(dict.fromkeys(quads))
    return list(dict.fromkeys(quad.triple for quad in quads))


def _used(
    statements: Iterable[Quad | Triple], prefixes: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    terms = {term for statement in statements for term in _terms(statement)}
    iris = {term.value for term in terms if isinstance(term, NamedNode)}
    iris |= {term.datatype.value for term in terms if hasattr(term, "datatype")}
    for prefix, namespace in prefixes.items():
        if any(iri.startswith(namespace) for iri in iris):
            yield prefix, namespace


def _terms(statement: Quad | Triple) -> Iterator[object]:
    """Give the terms of a statement, those of triple terms among them."""
    for term in statement:
        if isinstance(term, Triple):
            yield from _terms(term)
        else:
            yield term
