"""What stage a flat fact has reached, from the stage of the thing that it is about."""

from __future__ import annotations

import re

from ..claims import Claim, Code, Ref
from .mapping import INTENDED
from .view import View

#: What our stages are in the flat list; the rest depends on the claim.
STATUSES = {
    **dict.fromkeys(("Underway", "Completed", "Concluded", "InForce", "Ended"), "done"),
    **dict.fromkeys(("Planned", "Committed", "Proposed"), "planned"),
    "Cancelled": "denied",
}
#: Words of a cue that tell of what is to come, and of expectation.
INTENTION = r"\b(?:will|shall|set to|plan|schedul|intend|due to|expect|anticipat|hope)"
EXPECTATION = r"\b(?:expect|anticipat|likely|foresee|hope)"


def status_of(view: View, claim: Claim, bearers: tuple[str, ...], text: str) -> str:
    """Tell the status of a fact.

    Args:
        view: The statements of the reading.
        claim: The claim that states the fact.
        bearers: Slugs of the things whose stage it shares, the closest first.
        text: The article's raw text, for the words that hedge the claim.
    """
    if claim.modality == "Denied":
        return "denied"
    cue = _cue(claim, text)
    for bearer in bearers:
        if INTENDED & set(view.codes(bearer, "measure", claim)):
            return _flat(view, bearer, "Planned", cue)
        stages = [] if view.is_a(Ref(bearer), ("Figure",)) else _stages(view, bearer, claim, cue)
        if stages:
            return _flat(view, bearer, stages[0], cue)
    return "done"


def _stages(view: View, bearer: str, claim: Claim, cue: str) -> list[str]:
    """Give what the claim says of the stage, else what its cue tells, else what others say."""
    found = view.values(bearer, "status", claim)
    stated = [term.name for term, by in found if by is claim and isinstance(term, Code)]
    if stated:
        return stated
    if re.search(INTENTION, cue, re.IGNORECASE):
        return ["Planned"]
    return view.codes(bearer, "status", claim)


def _flat(view: View, bearer: str, stage: str, cue: str) -> str:
    if _negotiated(view, bearer, stage):
        return "negotiating"
    flat = STATUSES.get(stage, "done")
    expected = flat == "planned" and re.search(EXPECTATION, cue, re.IGNORECASE)
    return "expected" if expected else flat


def is_talked_about(view: View, slug: str) -> bool:
    """Tell whether an agreement is only under negotiation, or said to be."""
    return _negotiated(view, slug, next(iter(view.codes(slug, "status")), ""))


def _negotiated(view: View, bearer: str, stage: str) -> bool:
    """Tell whether talks that go on are about it, or it is such talks."""
    if view.is_a(Ref(bearer), ("Negotiation",)):
        return stage == "Underway"
    talks = [t for t, _ in view.values(bearer, "^about") if view.is_a(t, ("Negotiation",))]
    return stage == "Proposed" and bool(talks)


def _cue(claim: Claim, text: str) -> str:
    return text[slice(*claim.cue)] if claim.cue else ""
