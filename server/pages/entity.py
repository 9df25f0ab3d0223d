"""The page of a thing, as values: key facts, facts in groups, words, links in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .graph import ALT_LABEL, LABEL, Graph, Term, ent, local
from .keyfacts import key_facts
from .lede import lede
from .model import EntityView, FactRow, Group, Link
from .rows import rows_about
from .words import places, scheme_of

ROWS_WHOLE, ROWS_FIRST = 12, 8
SAME = tuple(term(name) for name in ("owl:sameAs", "skos:exactMatch", "skos:closeMatch"))
CODE_WORDS = {term("geo:lat").value: "Latitude", term("geo:long").value: "Longitude"}
Placed = list[tuple[str, FactRow]]


def entity_view(graph: Graph, slug: str, *, whole: str | None = None) -> EntityView | None:
    """Make the view of a thing; None when the store says nothing of it.

    Args:
        graph: The snapshot to read.
        slug: Last part of the thing's IRI.
        whole: Name of the group whose rows are all shown; of other long groups the first are.
    """
    thing = graph.base.thing(slug)
    if not any(graph.quads(thing)) and not any(graph.quads(None, None, thing)):
        return None
    placed = rows_about(graph, thing)
    groups = tuple(_groups(placed, whole))
    stated = [row for place, row in placed if row.evidence]
    evidence = [one for row in stated for one in row.evidence]
    sources = {one.source.story for one in evidence}
    return EntityView(
        iri=thing.value,
        slug=slug,
        name=graph.label(thing),
        kinds=tuple(kind_link(graph, kind) for kind in graph.kinds(thing)),
        also=tuple(term.value for term in graph.objects(thing, ALT_LABEL)),
        stage=graph.stage(thing),
        lede=lede(groups),
        facts=len(stated),
        sentences=len({one.told for one in evidence}),
        sources=len(sources),
        copies=len({one.source.slug for one in evidence}) - len(sources),
        keys=key_facts(graph, thing, groups),
        groups=groups,
        said=_said(placed, whole),
        named=tuple(_named(placed)),
        elsewhere=tuple(_elsewhere(graph, thing)),
        codes=tuple(_codes(graph, thing)),
    )


def kind_link(graph: Graph, kind: str) -> Link:
    """Link a class to where the ontology explains it."""
    return graph.link(ent(kind))


def _groups(placed: Placed, whole: str | None) -> Iterable[Group]:
    for key, heading in places().items():
        rows = ordered(row for place, row in placed if place == key)
        if rows:
            yield _group(key, heading, rows, whole)


def _group(key: str, heading: str, rows: list[FactRow], whole: str | None) -> Group:
    short = len(rows) > ROWS_WHOLE and whole != key
    shown = rows[:ROWS_FIRST] if short else rows
    return Group(key, heading, tuple(shown), len(rows) - len(shown))


def ordered(rows: Iterable[FactRow]) -> list[FactRow]:
    """Sort facts: real before intended, then by relation, the better attested first."""

    def rank(row: FactRow) -> tuple[int, str, bool, int, str]:
        real = 1 if row.stage is None else 0 if row.stage.real else 2
        return (real, row.relation, not row.evidence, -row.sentences, row.object.text)

    return sorted(rows, key=rank)


def _said(placed: Placed, whole: str | None) -> Group | None:
    rows = ordered(row for place, row in placed if place == "said")
    heading = "What people say" if any(row.speakers for row in rows) else "What is not so"
    return _group("said", heading, rows, whole) if rows else None


def _named(placed: Placed) -> Iterable[Group]:
    rows = [row for place, row in placed if place == "named"]
    for relation, _ in sorted(Counter(row.relation for row in rows).items(), key=lambda p: -p[1]):
        mine = ordered(row for row in rows if row.relation == relation)
        yield Group(mine[0].kind, relation, tuple(mine))


def _elsewhere(graph: Graph, thing: NamedNode) -> Iterable[tuple[str, Link]]:
    for predicate in SAME:
        for other in graph.objects(thing, predicate):
            if isinstance(other, NamedNode):
                name = scheme_of(other.value) or "Another name"
                close = " (close match)" if predicate == SAME[2] else ""
                yield name + close, Link(local(other.value), graph.address(other.value)[0], True)


def _codes(graph: Graph, thing: NamedNode) -> Iterable[tuple[str, str]]:
    reference = graph.base.graph("reference")
    for quad in sorted(graph.quads(thing, graph=reference), key=str):
        if isinstance(quad.object, Literal) and _is_code(quad.predicate, quad.object):
            yield code_name(graph, quad.predicate, quad.object), code_value(quad.object)


def _is_code(predicate: NamedNode, value: Term) -> bool:
    return predicate not in (LABEL, ALT_LABEL)


def code_name(graph: Graph, predicate: NamedNode, value: Literal) -> str:
    """Name a code by its datatype where the ontology has one, else by its property."""
    if value.datatype.value.startswith(ENT):
        return graph.label(value.datatype)
    label = graph.label(predicate)
    return CODE_WORDS.get(predicate.value) or label[:1].upper() + label[1:]


def code_value(value: Literal) -> str:
    """Write a code as it is read: truth values as yes and no, all else as it is."""
    return {"true": "yes", "false": "no"}.get(value.value, value.value)
