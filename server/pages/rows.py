"""One row a fact: claims that say the same of a thing put together, each with its sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from pyoxigraph import NamedNode

from ontology import NAMESPACE as ENT

from .ahead import (
    OF_THINGS,
    claims_naming,
    read_claims,
    read_objects,
    read_quotations,
    read_subjects,
)
from .evidence import evidence_for, source_of, together
from .graph import Graph, ent, in_order, known, local
from .model import Evidence, FactRow, Note
from .phrases import object_link, place_of, relation_words, saying_notes, saying_stage
from .sayings import Saying, fold_of, sayings
from .words import wordings

Key = tuple[str, bool, str, str]
MOST_COMPANIONS = 3
UNSHOWN = ("speaker", "inPassage", "text")


@dataclass(frozen=True, slots=True)
class Found:
    """A saying about the page's thing, with the claim that states it."""

    saying: Saying
    claim: NamedNode


def found_about(graph: Graph, thing: NamedNode, claims: Iterable[NamedNode]) -> list[Found]:
    """List what claims state of a thing, through participations, tenures and figures too."""
    whole = fold_of(graph, thing) is not None
    found = []
    for claim in claims:
        triples = graph.claim_triples(claim)
        said = sayings(graph, triples, keep=thing if whole else None)
        found += [
            Found(one, claim)
            for one in said
            if thing in (one.subject, one.object) and one.relation not in UNSHOWN
        ]
    return found


def rows_about(
    graph: Graph, thing: NamedNode, claims: Iterable[NamedNode] | None = None
) -> list[tuple[str, FactRow]]:
    """Make the rows of a thing's page, each with the name of its place, in no order.

    Args:
        graph: The snapshot to read.
        thing: The page's thing.
        claims: Those that are shown, out of ``claims_naming``; None means all of these.
    """
    together: dict[tuple[Key, str], list[Found]] = {}
    shown = claims_naming(graph, thing) if claims is None else claims
    read_claims(graph, shown)
    every = found_about(graph, thing, shown)
    _read_company(graph, thing, every)
    for found in every:
        voice = _voice(graph, found.claim)
        together.setdefault((_key(found.saying, thing), voice), []).append(found)
    rows = [_row(graph, thing, group) for group in together.values()]
    return _joined(_alike(rows)) + _worked_out(graph, thing, rows) + _quotations(graph, thing)


def _read_company(graph: Graph, thing: NamedNode, found: list[Found]) -> None:
    """Hold who else has a part in what the thing takes part in."""
    things = [one.saying.object for one in found if one.saying.subject == thing]
    joined = [one for one in things if isinstance(one, NamedNode)]
    by = [ent(name) for name in ("participatesIn", "partyTo", "leads")]
    read_subjects(graph, by, joined)
    others = {one for name in by for joint in joined for one in graph.subjects(name, joint)}
    read_objects(graph, others, OF_THINGS)


def _key(saying: Saying, thing: NamedNode) -> Key:
    words = wordings().get(saying.relation)
    both_ways = words is not None and words.forward == words.inverse
    forward = saying.subject == thing or both_ways
    node = saying.node.value if saying.node else ""
    return (saying.relation, forward, str(saying.other(thing)), node)


def _voice(graph: Graph, claim: NamedNode) -> str:
    modality = graph.node(claim, ent("modality"))
    name = local(modality.value) if modality else "Asserted"
    speaker = graph.node(claim, ent("attributedTo"))
    return name if speaker is None or name == "Asserted" else f"{name} {speaker.value}"


def _row(graph: Graph, thing: NamedNode, group: list[Found]) -> tuple[str, FactRow]:
    first = group[0].saying
    forward = first.subject == thing
    evidence = _evidence(graph, thing, group)
    voice = _voice(graph, group[0].claim)
    row = FactRow(
        kind=first.relation,
        relation=relation_words(graph, first, forward),
        object=object_link(graph, first.other(thing)),
        notes=_notes(graph, thing, group),
        stage=None if voice.startswith("Denied") else saying_stage(graph, first, thing),
        evidence=evidence,
        node=graph.link(first.node) if first.node else None,
        speakers=tuple(dict.fromkeys(one.speaker for one in evidence if one.speaker)),
        denied=voice.startswith("Denied"),
    )
    return ("said" if voice != "Asserted" else place_of(graph, first, forward, thing)), row


def _evidence(graph: Graph, thing: NamedNode, group: list[Found]) -> tuple[Evidence, ...]:
    other = group[0].saying.other(thing)
    meant = [thing] + [term for term in (other,) if isinstance(term, NamedNode)]
    meant += [found.saying.node for found in group if found.saying.node]
    claims = in_order(found.claim for found in group)
    every = [evidence_for(graph, claim, meant) for claim in claims]
    return together(one for one in every if one)


def _notes(graph: Graph, thing: NamedNode, group: list[Found]) -> tuple[Note, ...]:
    notes = [note for found in group for note in saying_notes(graph, found.saying)]
    first = group[0].saying
    if first.relation in ("participatesIn", "partyTo") and isinstance(first.object, NamedNode):
        notes += _company(graph, thing, first)
    return tuple(dict.fromkeys(notes))


def _company(graph: Graph, thing: NamedNode, saying: Saying) -> list[Note]:
    if saying.subject != thing or not isinstance(saying.object, NamedNode):
        return []
    others = [
        one
        for one in graph.subjects(ent(saying.relation), saying.object)
        if one != thing and graph.is_a(one, "State")
    ]
    links = tuple(graph.link(one) for one in others[:MOST_COMPANIONS])
    led = tuple(graph.link(one) for one in graph.subjects(ent("leads"), saying.object))
    notes = [Note("with", links)] if links else []
    return notes + ([Note("led by", led)] if led else [])


def _alike(rows: list[tuple[str, FactRow]]) -> list[tuple[str, FactRow]]:
    """Make one row of participations that say the same in several articles."""
    kept: dict[tuple[str, FactRow, int], FactRow] = {}
    for number, (place, row) in enumerate(rows):
        folded = row.node is not None and row.kind == "participatesIn"
        key = (place, replace(row, evidence=(), node=None), -1 if folded else number)
        same = kept.get(key)
        merged = replace(same, evidence=together(same.evidence + row.evidence)) if same else row
        kept[key] = merged
    return [(place, row) for (place, _, _), row in kept.items()]


def _joined(rows: list[tuple[str, FactRow]]) -> list[tuple[str, FactRow]]:
    """Put a plain edge's sentences under the one participation that says the same in full."""
    full: dict[tuple[str, str, str], list[int]] = {}
    for index, (place, row) in enumerate(rows):
        if row.node and row.kind == "participatesIn":
            full.setdefault((place, row.relation, row.object.text), []).append(index)
    kept = dict(enumerate(rows))
    for index, (place, row) in enumerate(rows):
        same = full.get((place, row.relation, row.object.text), [])
        if row.node is None and len(same) == 1 and row.kind == "participatesIn":
            _, whole = kept[same[0]]
            merged = together(whole.evidence + row.evidence)
            kept[same[0]] = (place, replace(whole, evidence=merged))
            del kept[index]
    return list(kept.values())


def _worked_out(
    graph: Graph, thing: NamedNode, rows: Iterable[tuple[str, FactRow]]
) -> list[tuple[str, FactRow]]:
    stated = {(row.kind, row.object.href) for place, row in rows if place != "said"}
    made = []
    inferred = graph.base.graph("inferred")
    for quad in [*graph.quads(thing, graph=inferred), *graph.quads(None, None, thing, inferred)]:
        subject, value = quad.subject, known(quad.object)
        name = local(quad.predicate.value)
        ours = quad.predicate.value.startswith(ENT) and name != "currentStatus"
        if not ours or value is None or not isinstance(subject, NamedNode):
            continue
        saying = Saying(subject, name, value)
        kind = "participatesIn" if name == "intendsToParticipateIn" else name
        href = object_link(graph, saying.other(thing)).href
        if {(kind, href), (name, href)} & stated:
            continue
        made.append(_inferred_row(graph, thing, saying))
    return made


def _inferred_row(graph: Graph, thing: NamedNode, saying: Saying) -> tuple[str, FactRow]:
    forward = saying.subject == thing
    row = FactRow(
        kind=saying.relation,
        relation=relation_words(graph, saying, forward),
        object=object_link(graph, saying.other(thing)),
        stage=saying_stage(graph, saying, thing),
        origin="Worked out from other facts by a rule; no sentence says it in so many words.",
    )
    return place_of(graph, saying, forward, thing), row


def _quotations(graph: Graph, thing: NamedNode) -> list[tuple[str, FactRow]]:
    spoken = graph.subjects(ent("speaker"), thing)
    read_quotations(graph, spoken)
    return [
        ("words", FactRow("speaker", "said", object_link(graph, one), (_where(graph, one),)))
        for one in spoken
    ]


def _where(graph: Graph, quotation: NamedNode) -> Note:
    article = NamedNode(quotation.value.partition("#")[0])
    return Note("in", (graph.link(article, source_of(graph, article).line),))
