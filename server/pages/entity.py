"""The page of a thing, as values: key facts, facts in groups, words, links in and out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from pyoxigraph import Literal, NamedNode

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .ahead import MOST_CLAIMS, claims_naming, number_naming
from .around import dated, pictures
from .as_query import about, by_properties
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


def entity_view(
    graph: Graph, slug: str, *, whole: str | None = None, incoming: str | None = None
) -> EntityView | None:
    """Make the view of a thing; None when the store says nothing of it.

    Args:
        graph: The snapshot to read.
        slug: Last part of the thing's IRI.
        whole: Name of the group whose rows are all shown; of other long groups the first are.
        incoming: Name of the relation whose incoming links are shown; of others the number is.
    """
    thing = graph.base.thing(slug)
    if not any(graph.quads(thing)) and not any(graph.quads(None, None, thing)):
        return None
    claims = claims_naming(graph, thing)
    left_out = number_naming(graph, thing) - MOST_CLAIMS if len(claims) > MOST_CLAIMS else 0
    placed = dated(graph, rows_about(graph, thing, claims[:MOST_CLAIMS]))
    groups = tuple(_groups(thing, placed, whole))
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
        lede=lede(graph, thing, groups),
        facts=len(stated),
        sentences=len({one.told for one in evidence}),
        sources=len(sources),
        copies=len({one.source.slug for one in evidence}) - len(sources),
        keys=key_facts(graph, thing, groups),
        groups=groups,
        said=_said(placed, whole),
        named=tuple(_named(placed, incoming)),
        elsewhere=tuple(_elsewhere(graph, thing)),
        codes=tuple(_codes(graph, thing)),
        claims=min(len(claims), MOST_CLAIMS) + left_out,
        left_out=left_out,
        query=about(thing),
        pictures=pictures(graph, thing, placed),
    )


def kind_link(graph: Graph, kind: str) -> Link:
    """Link a class to where the ontology explains it."""
    return graph.link(ent(kind))


def _groups(thing: NamedNode, placed: Placed, whole: str | None) -> Iterable[Group]:
    for key, heading in places().items():
        rows = ordered(row for place, row in placed if place == key)
        if rows:
            query = by_properties(thing, sorted({row.kind for row in rows}))
            yield replace(_group(key, heading, rows, whole), query=query)


def _group(key: str, heading: str, rows: list[FactRow], whole: str | None) -> Group:
    short = len(rows) > ROWS_WHOLE and whole != key
    shown = rows[:ROWS_FIRST] if short else rows
    stages = [row.stage for row in rows if row.stage]
    real = sum(stage.real for stage in stages)
    left_out, intended = len(rows) - len(shown), len(stages) - real
    return Group(key, heading, tuple(shown), left_out, real=real, intended=intended)


def ordered(rows: Iterable[FactRow]) -> list[FactRow]:
    """Sort facts: real before intended, by relation, stated first, newest first, undated last."""

    def rank(row: FactRow) -> tuple[int, str, bool]:
        real = 1 if row.stage is None else 0 if row.stage.real else 2
        return (real, row.relation, not row.evidence)

    attested = sorted(rows, key=lambda row: (-row.sentences, row.object.text))
    newest = sorted(attested, key=lambda row: row.date, reverse=True)
    return sorted(newest, key=rank)


def _said(placed: Placed, whole: str | None) -> Group | None:
    rows = ordered(row for place, row in placed if place == "said")
    heading = "What people say" if any(row.speakers for row in rows) else "What is not so"
    return _group("said", heading, rows, whole) if rows else None


def _named(placed: Placed, opened: str | None) -> Iterable[Group]:
    rows = [row for place, row in placed if place == "named"]
    for relation, number in sorted(Counter(row.relation for row in rows).items(), key=_most_first):
        mine = ordered(row for row in rows if row.relation == relation)
        shown = tuple(mine) if opened == mine[0].kind else ()
        yield Group(mine[0].kind, relation, shown, number - len(shown))


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return (-pair[1], pair[0])


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
