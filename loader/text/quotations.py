"""Quotations: which mark opens, which closes, and how far the words run."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from .model import Block
from .quote_marks import OPENING, SINGLES, Opened, pairs_in
from .spans import Span
from .speech import SPEECH, is_first_person

_LONGEST_RUN = 4
_LEAD_IN_REACH = 120
_LEAD_IN_RUN = 12
_INTERRUPTION_WORDS = 12
_STOPS = re.compile(r"[.!?]\s")

Stretches = tuple[Span, ...]
"""The quoted words of one quotation, marks left out: one span a paragraph or uninterrupted part."""


@dataclass(slots=True)
class _Found:
    """What a walk over the blocks has gathered."""

    done: list[Stretches]
    running: list[Span]


def stretches_of(clean: str, blocks: Sequence[Block]) -> tuple[Stretches, ...]:
    """Give the quoted stretches of each quotation in order.

    A paragraph that reopens continues the quotation before it; one that does not belongs to it when
    the closing mark still comes. A block that ends in ``X said:`` opens a quotation without marks
    that runs over the first-person paragraphs after it. An attribution within a sentence interrupts
    a quotation; one that ends its sentence ends the quotation.
    """
    marked = _joined(clean, _marked(clean, blocks))
    return tuple(sorted((*marked, *_lead_ins(clean, blocks))))


def _marked(clean: str, blocks: Sequence[Block]) -> list[Stretches]:
    """Give the stretches between marks, those of several paragraphs together."""
    found = _Found([], [])
    opened: Opened | None = None
    for index, block in enumerate(blocks):
        if block.kind != "paragraph":
            continue
        pairs, opened = pairs_in(clean, block.span, opened)
        if found.running and pairs:
            found.done.append((*found.running, pairs.pop(0)))
            found.running = []
        found.done += [(pair,) for pair in pairs]
        if opened:
            found.running.append(Span(opened.offset, block.span.end))
            opened = _carried(clean, blocks, index, opened)
        if not opened and found.running:
            found.done.append(tuple(found.running))
            found.running = []
    return found.done


def _carried(clean: str, blocks: Sequence[Block], index: int, opened: Opened) -> Opened | None:
    """Give the open quotation as the next paragraph takes it up, or None where it ends."""
    if index + 1 == len(blocks) or blocks[index + 1].kind != "paragraph":
        return None
    following = blocks[index + 1].span
    reopened = clean[following.start] in (SINGLES if opened.mark in SINGLES else OPENING)
    if reopened:
        return Opened(following.start + 1, opened.mark)
    if opened.mark in SINGLES:
        return None
    still = Opened(following.start, opened.mark)
    return still if _closes_later(clean, blocks[index + 1 :], still) else None


def _closes_later(clean: str, blocks: Sequence[Block], opened: Opened) -> bool:
    """Tell whether the closing mark comes within a few paragraphs, before any other opens."""
    for block in blocks[:_LONGEST_RUN]:
        if block.kind != "paragraph" or clean[block.span.start] in OPENING:
            return False
        start = Opened(block.span.start, opened.mark)
        pairs, _ = pairs_in(clean, block.span, start)
        if pairs:
            return not any(mark in pairs[0].of(clean) for mark in "“„«")
    return False


def _joined(clean: str, marked: Sequence[Stretches]) -> list[Stretches]:
    """Join the parts of quotations that an attribution interrupts."""
    joined: list[Stretches] = []
    for run in marked:
        if joined and _is_interrupted(clean, joined[-1][-1], run[0]):
            joined[-1] = (*joined[-1], *run)
        else:
            joined.append(run)
    return joined


def _is_interrupted(clean: str, before: Span, after: Span) -> bool:
    """Tell whether what stands between two stretches is an attribution within one sentence."""
    between = clean[before.end : after.start]
    if "\n" in between or len(between.split()) > _INTERRUPTION_WORDS or _STOPS.search(between):
        return False
    lead = between.rstrip('“„«‘" ')
    pauses = before.of(clean)[-1:] in (",", "—", "–", "-") or between[1:2] == ","
    return pauses and lead.endswith(",") and bool(SPEECH.search(between))


def _lead_ins(clean: str, blocks: Sequence[Block]) -> list[Stretches]:
    """Give the unmarked quotations that a block ending in a verb of saying and a colon opens."""
    found: list[Stretches] = []
    for index, block in enumerate(blocks):
        if block.kind == "paragraph" and _is_lead_in(block.span.of(clean)):
            run = _first_person_run(clean, blocks[index + 1 :])
            found += [run] if run else []
    return found


def _is_lead_in(text: str) -> bool:
    return text.endswith(":") and bool(SPEECH.search(text[-_LEAD_IN_REACH:]))


def _first_person_run(clean: str, blocks: Sequence[Block]) -> Stretches:
    run: list[Span] = []
    for block in blocks[:_LEAD_IN_RUN]:
        text = block.span.of(clean)
        marked = any(mark in text for mark in OPENING)
        if block.kind != "paragraph" or marked or not is_first_person(text):
            break
        run.append(block.span)
    return tuple(run)
