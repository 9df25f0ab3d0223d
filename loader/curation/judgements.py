"""Judgements of identity, for the curated graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Literal, NamedNode, Quad

from ontology import PREFIXES
from ontology.iris import Base

from .identity import Identity
from .model import Curated, Distinct, Entry, Judgement, Merge, Rename, Signature, Withdraw


def judgements_of(
    entries: Iterable[Entry], identity: Identity, here: set[str]
) -> tuple[Judgement, ...]:
    """List the judgements that hold, about the slugs that things go by in the end.

    Args:
        entries: Live entries.
        identity: What became of slugs.
        here: Slugs of everything that is read, introduced or known.
    """
    found = {judgement for entry in entries for judgement in _judgements(entry, identity, here)}
    return tuple(sorted(found, key=lambda one: (one.kind, one.thing, one.other or "", one.note)))


def _judgements(entry: Entry, identity: Identity, here: set[str]) -> Iterator[Judgement]:
    signature = entry.signature
    if isinstance(entry, Merge) and entry.drop in identity.ways:
        note = _note(f"Taken to be the same as {entry.drop}", signature)
        yield Judgement("same", identity.of(entry.keep), entry.drop, note)
    if isinstance(entry, Rename) and entry.slug and entry.thing in identity.ways:
        note = _note(f"Called {entry.thing} before", signature)
        yield Judgement("same", identity.of(entry.slug), entry.thing, note)
    if isinstance(entry, Distinct):
        one, other = sorted(identity.of(slug) for slug in entry.things)
        if {one, other} <= here:
            note = _note(f"Taken to be another thing than {other}", signature)
            yield Judgement("distinct", one, other, note)
    if isinstance(entry, Withdraw):
        note = _note("Withdrawn", signature)
        yield Judgement("withdrawn", identity.of(entry.thing), None, note)


def _note(what: str, signature: Signature) -> str:
    return f"{what} by {signature.author} on {signature.date}: {signature.reason}"


def curation_quads(curated: Curated, base: Base) -> Iterator[Quad]:
    """Lay the judgements out in ``graph/curated``, without blank nodes.

    The thing kept is ``owl:sameAs`` the address given up, which the server answers with 301; a
    thing withdrawn is ``owl:deprecated`` (410); two kept apart are ``owl:differentFrom`` each
    other. Each has a ``skos:editorialNote`` with author, date and reason.
    """
    graph = base.graph("curated")
    for judgement in curated.judgements:
        thing = base.thing(judgement.thing)
        yield Quad(thing, _term("skos:editorialNote"), _english(judgement.note), graph)
        if judgement.other is None:
            true = Literal("true", datatype=_term("xsd:boolean"))
            yield Quad(thing, _term("owl:deprecated"), true, graph)
            continue
        name = "owl:sameAs" if judgement.kind == "same" else "owl:differentFrom"
        yield Quad(thing, _term(name), base.thing(judgement.other), graph)


def _english(text: str) -> Literal:
    return Literal(text, language="en")


def _term(name: str) -> NamedNode:
    prefix, _, local = name.partition(":")
    return NamedNode(PREFIXES[prefix] + local)
