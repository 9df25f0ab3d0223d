"""Matches what was found in one article with the facts about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .agree import Link, links_between
from .align import Sides, align
from .counts import Extra, Match, Measured
from .gold import Fact, Gold
from .implied import Implied
from .judged import Judgement
from .sayings import Saying, say


def measure(
    gold: Gold, sides: Sides, sayings: list[Saying], judged: Sequence[Judgement], article: str
) -> Measured:
    """Compare what was found in one article with the facts about it.

    Args:
        gold: The facts.
        sides: The things of the facts file and those found in the article.
        sayings: What was found, implied edges included (``sayings_of``).
        judged: Judgements by hand.
        article: Slug of the article.
    """
    facts = [fact for fact in gold.facts if fact.saying.article == article]
    links = links_between(facts, sayings)
    same = align(sides, links)
    matches = _match(facts, sayings, links, same)
    rest = Implied(gold, sides, sayings, same, matches)
    accounted = rest.accounted()
    used = {match.saying.key for match in matches} | {saying.key for saying in accounted}
    extras = [s for s in sayings if not s.implied and s.key not in used]
    found = {match.fact.id for match in matches}
    return Measured(
        matches=tuple(matches),
        missing=tuple(fact for fact in facts if fact.id not in found),
        accounted=tuple(accounted),
        extras=tuple(_judge(saying, judged, same) for saying in extras),
        status=tuple(rest.status_checks(facts)),
        same=tuple((article, slug, identifier) for slug, identifier in sorted(same.items())),
    )


def _judge(saying: Saying, judged: Sequence[Judgement], same: Mapping[str, str]) -> Extra:
    text = say(saying.statement, same)
    for judgement in judged:
        if judgement.is_about(saying, text):
            return Extra(saying, text, judgement.verdict, judgement.reason)
    return Extra(saying, text)


def _ruled(saying: Saying) -> bool:
    return any(maker.startswith("rule:") for maker in saying.makers)


def _match(
    facts: list[Fact], sayings: list[Saying], links: list[Link], same: Mapping[str, str]
) -> list[Match]:
    """Match one to one: the closest wording first, then what is stated before what is implied."""

    def order(link: Link) -> tuple[float, bool, bool, int, int]:
        match = Match(facts[link.fact], sayings[link.saying])
        implied = match.saying.implied
        return (-link.weight, implied, not _ruled(match.saying), link.fact, link.saying)

    found: dict[int, Match] = {}
    used: set[int] = set()
    for link in sorted(links, key=order):
        holds = all(same.get(slug) == identifier for identifier, slug in link.ends)
        if holds and link.fact not in found and link.saying not in used:
            used.add(link.saying)
            found[link.fact] = Match(facts[link.fact], sayings[link.saying])
    return [found[number] for number in sorted(found)]
