"""How a claim or a thing is corrected: the lines that a curator's log would need, ready to use.

The form of the lines is that of ``entente-load curate enter``, which adds author, date, reason.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pyoxigraph import Literal, NamedNode, Quad

from ontology import NAMESPACE as ENT
from ontology.curies import term

from .evidence import evidence_for, offsets, passage_text
from .graph import Graph, ent, known, local
from .model import Evidence

CONTEXT = 32
"""Characters before and after the words quoted, by which their place is known again."""
QUOTATION, STRING = "@quotation", term("xsd:string")
NOTE = term("skos:note")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """A line for the log.

    Attributes:
        does: What it does, in a sentence.
        line: The entry, as one line of JSON.
        lacking: Whether who enters it must also name the machinery that is missing.
    """

    does: str
    line: str
    lacking: bool = False


@dataclass(frozen=True, slots=True)
class Correction:
    """What a page on a correction shows.

    Attributes:
        name: What is corrected, for the heading.
        page: Address of what is corrected, relative to the site's root.
        evidence: The sentence of a claim; None for a thing.
        entries: Lines for the log; none where the words are withheld.
    """

    name: str
    page: str
    evidence: Evidence | None
    entries: tuple[Entry, ...]


def claim_correction(graph: Graph, iri: str) -> Correction | None:
    """Give the lines that would correct a claim; None when there is none of that name.

    Args:
        graph: The snapshot to read.
        iri: The claim's IRI, or what stands behind ``article/`` in it.
    """
    claim = _node(graph, "article/", iri)
    evidence = evidence_for(graph, claim, ()) if claim and "#claim-" in claim.value else None
    if claim is None or evidence is None:
        return None
    name = f"Claim {evidence.claims[0].key}"
    page = f"article/{evidence.source.slug}#{local(claim.value)}"
    return Correction(name, page, evidence, tuple(_claim_entries(graph, claim, evidence)))


def thing_correction(graph: Graph, slug: str) -> Correction | None:
    """Give the lines that would rename, merge or withdraw a thing; None for an unknown slug."""
    thing = _node(graph, "id/", slug)
    if thing is None or not graph.types(thing):
        return None
    entries = (
        Entry(
            "Gives it a better name.",
            _line({"op": "name", "thing": slug, "label": graph.label(thing)}),
        ),
        Entry(
            "Takes it to be the same as another thing, whose slug you fill in.",
            _line({"op": "merge", "keep": "", "drop": slug}),
        ),
        Entry(
            "Takes it out; its address then says that it is gone, and why.",
            _line({"op": "withdraw", "thing": slug}),
        ),
    )
    return Correction(graph.label(thing), f"page/{slug}", None, entries)


def _node(graph: Graph, folder: str, name: str) -> NamedNode | None:
    try:
        node = NamedNode(
            name if name.startswith(graph.base.iri) else graph.base.iri + folder + name
        )
    except ValueError:
        return None
    return node if (graph.base.path(node.value) or "").startswith(folder) else None


def _claim_entries(graph: Graph, claim: NamedNode, evidence: Evidence) -> Iterable[Entry]:
    quads = graph.claim_triples(claim)
    statements = [line for quad in quads if (line := write_statement(graph, quad))]
    anchor = _anchor(graph, claim, quads)
    if anchor is None or not statements:
        return
    row: Row = {"op": "reject", "article": evidence.source.slug, "anchor": anchor}
    rejected = row | {"rejects": statements}
    yield Entry("Rejects what the claim states, whichever rule finds it.", _line(rejected))
    put = {"op": "replace", "statements": statements, **_manner(graph, claim)}
    yield Entry(
        "Puts something else in its place: change what stands under “statements”.",
        _line(rejected | put),
        lacking=True,
    )


def _manner(graph: Graph, claim: NamedNode) -> Row:
    """Tell how a claim is put, as the log does."""
    speaker = graph.node(claim, ent("attributedTo"))
    modality = graph.node(claim, ent("modality"))
    told = {
        "modality": local(modality.value) if modality else "Asserted",
        "speaker": graph.slug(speaker) if speaker else None,
        "cue": graph.text(claim, ent("cue")),
        "date_basis": graph.text(claim, ent("dateBasis")),
    }
    return {key: value for key, value in told.items() if value}


def _anchor(graph: Graph, claim: NamedNode, quads: Iterable[Quad]) -> Row | None:
    """Quote the claim's sentence, or of it the quotation that is spoken of; None when withheld."""
    passage = graph.node(claim, ent("inPassage"))
    article = graph.node(passage, ent("inArticle")) if passage else None
    if passage is None or article is None or not (words := passage_text(graph, passage)[0]):
        return None
    start, end = at, stop = offsets(passage)
    for subject in (quad.subject for quad in quads):
        if isinstance(subject, NamedNode) and "#quote=" in subject.value:
            said = offsets(subject)
            if said[0] < stop and at < said[1]:
                start, end = max(at, said[0]), min(stop, said[1])
    whole = graph.text(article, ent("text")) or ""
    near = {"prefix": whole[max(start - CONTEXT, 0) : start], "suffix": whole[end : end + CONTEXT]}
    exact = words if start == at else words[start - at :]
    exact = exact if end == stop else exact[: end - start]
    return {"exact": exact, **{key: text for key, text in near.items() if text}, "start": start}


def write_statement(graph: Graph, quad: Quad) -> str | None:
    """Write a triple of a claim as a line of the log; None for what the log has no words for.

    The subject is a slug or ``@quotation``, the predicate a local name or ``skos:note``, the object
    a slug, a concept, a number, a date or a text in quotes.
    """
    subject, value = known_as(graph, quad.subject), known(quad.object)
    if subject is None or value is None:
        return None
    told = _literal(value) if isinstance(value, Literal) else known_as(graph, value)
    if told in (None, QUOTATION):
        return None
    predicate = "skos:note" if quad.predicate == NOTE else local(quad.predicate.value)
    return f"{subject} {predicate} {told}"


def known_as(graph: Graph, node: object) -> str | None:
    """Name a node as the log does; None for any that it cannot name."""
    if not isinstance(node, NamedNode):
        return None
    if "#quote=" in node.value:
        return QUOTATION
    return local(node.value) if node.value.startswith(ENT) else graph.slug(node)


def _literal(value: Literal) -> str:
    return json.dumps(value.value, ensure_ascii=False) if value.datatype == STRING else value.value


def _line(row: Row) -> str:
    return json.dumps(row, ensure_ascii=False)
