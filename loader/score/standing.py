"""Whom an end of a statement stands for in the flat list: posts and people for their state."""

from __future__ import annotations

from ..claims import Claim, Mentioned, Ref, Term
from .view import View


def stands_for(view: View, term: Term, claim: Claim) -> list[Ref]:
    """Give whom a post or the people of a force act for; nothing for a literal.

    A post acts for the state or body that it is in. "Fijian divers" are in our terms Fiji's armed
    forces; the flat list has the state, for its adjective is all that the text names.
    """
    if not isinstance(term, Ref):
        return []
    if view.is_a(term, ("Post",)):
        return _ends(view, term.slug, "postIn", claim)
    if not is_described(view, term.slug):
        return [term]
    return _ends(view, term.slug, "belongsTo", claim) or [_owner(view, term)]


def is_described(view: View, slug: str) -> bool:
    """Tell whether a force is in the text only through its people: no mention ends as its name."""
    if not view.is_a(Ref(slug), ("ArmedForce",)):
        return False
    told = [_words(view, one).split()[-1] for one in view.reading.mentions if one.thing == slug]
    own = view.reading.things[slug].label.lower().split()
    return bool(told) and all(word.islower() and word not in own for word in told)


def _ends(view: View, slug: str, path: str, claim: Claim) -> list[Ref]:
    return [end for end, _ in view.values(slug, path, claim) if isinstance(end, Ref)]


def _owner(view: View, force: Ref) -> Ref:
    """Give the state whose adjective stands in a mention of the force, else the force."""
    told = [one for one in view.reading.mentions if one.thing == force.slug]
    for state in view.reading.mentions:
        within = any(one.start <= state.start and state.end <= one.end for one in told)
        if within and view.is_a(Ref(state.thing), ("State",)):
            return Ref(state.thing)
    return force


def _words(view: View, one: Mentioned) -> str:
    passage = view.reading.passages[one.passage]
    return passage.text[one.start - passage.start : one.end - passage.start]
