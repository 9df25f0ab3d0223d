"""Readings as JSON and back, for the cache and for whoever wants the claims as lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..claims import (
    Claim,
    Code,
    Literal,
    Mentioned,
    Passage,
    Quoted,
    Reading,
    Ref,
    Statement,
    Term,
    Thing,
)

Json = dict[str, Any]


def encode(reading: Reading) -> Json:
    """Give a reading as values that ``json`` can write."""
    return {
        "article": reading.article,
        "passages": [[p.start, p.end, p.text, p.repaired] for p in reading.passages],
        "things": [_encode_thing(thing) for _, thing in sorted(reading.things.items())],
        "mentions": [[m.start, m.end, m.passage, m.thing] for m in reading.mentions],
        "quotations": [[q.spans, q.passages, q.speaker] for q in reading.quotations],
        "claims": [encode_claim(claim) for claim in reading.claims],
        "repairs": reading.repairs,
        "unread": reading.unread,
    }


def decode(data: Json) -> Reading:
    """Read back what ``encode`` gave.

    Raises:
        KeyError, TypeError, ValueError, IndexError: When it is not of that form.
    """
    return Reading(
        article=data["article"],
        passages=tuple(Passage(*row) for row in data["passages"]),
        things={row["slug"]: _decode_thing(row) for row in data["things"]},
        mentions=tuple(Mentioned(*row) for row in data["mentions"]),
        quotations=tuple(
            Quoted(_pairs(spans), tuple(passages), speaker)
            for spans, passages, speaker in data["quotations"]
        ),
        claims=tuple(_decode_claim(row) for row in data["claims"]),
        repairs=tuple((start, end, old, new) for start, end, old, new in data["repairs"]),
        unread=tuple(data["unread"]),
    )


def encode_claim(claim: Claim) -> Json:
    """Give a claim as values that ``json`` can write."""
    return {
        "passage": claim.passage,
        "statements": [
            [s.subject.slug, s.predicate, *_encode_term(s.object)] for s in claim.statements
        ],
        "maker": claim.maker,
        "modality": claim.modality,
        "speaker": claim.speaker,
        "quotation": claim.quotation,
        "cue": claim.cue,
        "date_basis": claim.date_basis,
        "confidence": claim.confidence,
    }


def _decode_claim(row: Json) -> Claim:
    statements = tuple(
        Statement(Ref(subject), predicate, _decode_term(rest))
        for subject, predicate, *rest in row["statements"]
    )
    cue = None if row["cue"] is None else (row["cue"][0], row["cue"][1])
    return Claim(**{**row, "statements": statements, "cue": cue})


def _encode_term(term: Term) -> list[str]:
    if isinstance(term, Ref):
        return ["thing", term.slug]
    if isinstance(term, Code):
        return ["concept", term.name]
    return ["literal", term.text, term.datatype]


def _decode_term(parts: Sequence[str]) -> Term:
    match parts:
        case ["thing", slug]:
            return Ref(slug)
        case ["concept", name]:
            return Code(name)
        case ["literal", text, datatype]:
            return Literal(text, datatype)
    raise ValueError(f"{parts!r} is no term")


def _encode_thing(thing: Thing) -> Json:
    return {
        "slug": thing.slug,
        "types": thing.types,
        "label": thing.label,
        "names": thing.names,
        "origin": thing.origin,
        "named": thing.named,
    }


def _decode_thing(row: Json) -> Thing:
    return Thing(**{**row, "types": tuple(row["types"]), "names": tuple(row["names"])})


def _pairs(rows: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((start, end) for start, end in rows)
