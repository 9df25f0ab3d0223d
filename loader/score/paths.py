"""Follows the paths of the table through a reading."""

from __future__ import annotations

import re

from ..claims import Claim, Literal, Ref, Term
from .view import Found, View, nearest

_PLAYERS = re.compile(r"(players|only):(\w*)")
_WHOLE_YEAR = re.compile(r"\bend of (?:\d{4}|(?:the|this|next) year)\b", re.IGNORECASE)


def follow(view: View, node: str, path: str, near: Claim | None = None) -> list[Found]:
    """Give what a node leads to over a path of the table, with the claims that state it.

    Amounts of money come as literals of the datatype ``money``: ``45000000 CAD``.
    """
    if match := _PLAYERS.fullmatch(path):
        return nearest(players(view, node, match[2], alone=match[1] == "only"), near)
    if path.startswith("#"):
        return _figures(view, node, path[1:], near)
    if path == ".":
        stated = [found for (slug, _), found in view.out.items() if slug == node]
        return nearest([(Ref(node), claim) for found in stated for _, claim in found], near)
    found = view.values(node, path, near)
    return [(_shown(view, node, term, claim), claim) for term, claim in found]


def players(view: View, activity: str, role: str, *, alone: bool = False) -> list[Found]:
    """Give who takes part in an activity in a role, else, unless ``alone``, who has no role.

    An empty role gives everybody.
    """
    told = [(set[str](), found) for found in view.values(activity, "^participatesIn")]
    for part, claim in view.values(activity, "^activity"):
        if isinstance(part, Ref):
            roles = set(view.codes(part.slug, "role", claim))
            told += [(roles, found) for found in view.values(part.slug, "participant", claim)]
    if not role:
        return [found for _, found in told]
    chosen = [found for roles, found in told if role in roles]
    others = {found[0] for roles, found in told if roles}
    return chosen if chosen or alone else [found for _, found in told if found[0] not in others]


def _figures(view: View, node: str, measure: str, near: Claim | None) -> list[Found]:
    found: list[Found] = []
    for figure, claim in view.values(node, "^figureOf", near):
        if isinstance(figure, Ref) and measure in view.codes(figure.slug, "measure", claim):
            found += follow(view, figure.slug, "value", claim)
    return found


def _shown(view: View, node: str, term: Term, claim: Claim) -> Term:
    """Give a literal as gold has it: money with its currency, "the end of 2031" as that year."""
    if not isinstance(term, Literal):
        return term
    if term.datatype == "decimal" and (units := view.literals(node, "unit", claim)):
        return Literal(f"{term.text} {units[0].text}", "money")
    if term.datatype == "gYearMonth" and term.text.endswith("-12"):
        words = [one.text for one in view.literals(node, "dateText", claim)]
        if any(_WHOLE_YEAR.search(text) for text in words):
            return Literal(term.text[:4], "gYear")
    return term
