"""Groups that stand beside what a frame looks at, though no clause or phrase joins them."""

from __future__ import annotations

from ..syntax import NounGroup
from .scene import Scene
from .sites import NounSite, VerbSite

_REACH = 14
_MEETINGS = ("meeting", "talk", "visit", "ceremony", "summit", "session", "negotiation")


def before_whose(group: NounGroup, scene: Scene) -> NounGroup | None:
    """Give X in "X, whose headquarters is in Lima": the group right before "whose"."""
    tokens = scene.sentence.tokens
    at = group.first - 1
    if at < 0 or tokens[at].text.lower() != "whose":
        return None
    at -= tokens[at - 1].text == ","
    return next((other for other in scene.parse.groups if other.last == at), None)


def loose_after(site: VerbSite) -> NounGroup | None:
    """Give the group behind a comma that is no clause's: "awarded X, based in Lima, a contract"."""
    parse, after = site.parse, site.verb.last
    taken = {
        (group.first, group.last)
        for clause in parse.clauses
        for groups in (clause.subjects, clause.objects, *(p.groups for p in clause.phrases))
        for group in groups
    }
    for group in parse.groups:
        free = (group.first, group.last) not in taken and group.determiner in ("a", "an")
        if free and after <= group.first <= after + _REACH:
            return group
    return None


def at_meeting(site: VerbSite | NounSite) -> bool:
    """Tell whether something is done at a meeting: "at the end of the talks, they signed …"."""
    return any(
        phrase.preposition in ("during", "at", "after", "following", "of")
        and any(group.lemma in _MEETINGS for group in phrase.groups)
        for phrase in site.phrases
    )


def is_demonym(word: str, label: str) -> bool:
    """Tell whether a word for a state is its adjective: it is neither its name nor a part of it.

    >>> is_demonym("Peruvian", "Peru"), is_demonym("Peru", "Peru"), is_demonym("UAE", "Peru")
    (True, False, False)
    """
    return word not in label.split() and not word.isupper()
