"""What a quotation is: who speaks it, and which named things its words are about."""

from __future__ import annotations

from collections.abc import Sequence

from ..text import Document, Span
from .drafts import Draft
from .entities import Entity
from .quotes import Quotes, span_of

SPEAKER, ABOUT = "quotation-speaker", "quotation-about"
_ABOUT = ("State", "Agreement", "Activity", "Place", "Alliance", "Policy")


def about_quotations(
    document: Document, quotes: Quotes, referring: Sequence[tuple[int, Span, Entity]]
) -> list[Draft]:
    """State of each attributed quotation its speaker and the things that it names."""
    drafts: list[Draft] = []
    for index, quotation in enumerate(document.quotations):
        if index not in quotes.speakers:
            continue
        entity = quotation_entity(document, index)
        place = quotes.attributed[index]
        drafts.append(Draft(place, -1, SPEAKER, [(entity, "speaker", quotes.speakers[index])]))
        inside = [document.raw(span) for span in quotation.spans]
        for passage, span, thing in referring:
            if thing.is_a(_ABOUT) and any(one.covers(span) for one in inside):
                drafts.append(Draft(passage, -1, ABOUT, [(entity, "about", thing)], confidence=0.8))
    return drafts


def quotation_entity(document: Document, index: int) -> Entity:
    """Give the entity of a quotation; its address is its place in the text."""
    span = document.raw(span_of(document.quotations[index]))
    return Entity(types={"Quotation"}, words=f"quote={span.start},{span.end}", start=span.start)
