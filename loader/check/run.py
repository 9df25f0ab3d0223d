"""Runs the check: the facts against what rules found, and against rules and curation together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from ..articles.model import Article
from ..claims import Reading, Thing
from .align import Sides
from .counts import Measured
from .gold import Gold
from .judged import Judgement
from .measure import measure
from .sayings import sayings_of


@dataclass(frozen=True, slots=True)
class Result:
    """What the check found.

    Attributes:
        rules: The facts against what rules alone found.
        both: The facts against rules and curation together; None where no log was applied.
    """

    rules: Measured
    both: Measured | None = None

    @property
    def last(self) -> Measured:
        """What is published: with the log where there is one."""
        return self.rules if self.both is None else self.both


def run(
    gold: Gold,
    articles: Sequence[Article],
    rules: Sequence[Reading],
    curated: Sequence[Reading] | None = None,
    *,
    judged: Sequence[Judgement] = (),
    is_a: Callable[[str, str], bool],
) -> Result:
    """Compare readings with a facts file.

    Args:
        gold: The facts.
        articles: The articles that were read.
        rules: What rules alone read in them.
        curated: What stands after the curation log was applied, or None.
        judged: Judgements by hand of statements that the facts file lacks.
        is_a: Whether the first ontology class is the second or below it.
    """
    texts = {article.slug: article.text for article in articles}

    def compare(readings: Sequence[Reading]) -> Measured:
        total = Measured()
        for article in sorted({fact.saying.article for fact in gold.facts}):
            total = total.and_with(_one(gold, article, readings, texts, judged, is_a))
        return total

    alone = compare(rules)
    return Result(alone, None if curated is None else compare(curated).beside(alone))


def _one(
    gold: Gold,
    article: str,
    readings: Sequence[Reading],
    texts: Mapping[str, str],
    judged: Sequence[Judgement],
    is_a: Callable[[str, str], bool],
) -> Measured:
    reading = next((r for r in readings if r.article == article), Reading(article, (), {}))
    things = dict(reading.things)
    for quoted in reading.quotations:
        slug = quoted.ref.slug
        things[slug] = Thing(slug, ("Quotation",), slug, named=False)
    told = {
        end
        for fact in gold.facts
        if fact.saying.article == article
        for end in (fact.saying.statement.subject, fact.saying.statement.object)
    }
    known = {key: e for key, e in gold.entities.items() if any(_is(end, key) for end in told)}
    known |= {key: e for key, e in gold.entities.items() if key in _speakers(gold, article)}
    sayings = sayings_of(reading, texts[article])
    return measure(gold, Sides(known, things, is_a), sayings, judged, article)


def _is(term: object, slug: str) -> bool:
    return getattr(term, "slug", None) == slug


def _speakers(gold: Gold, article: str) -> set[str]:
    told = [fact.saying for fact in gold.facts if fact.saying.article == article]
    return {saying.speaker for saying in told if saying.speaker}
