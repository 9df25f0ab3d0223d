"""What a build publishes: readings, judged by hand, fit for the shapes; and what is left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Quad

from ..articles.model import Article
from ..claims import Reading
from ..errors import LoaderError
from .cache import ReadingCache, ruleset_hash
from .copies import Story, stories_of
from .extract import Read, read_all
from .plan import Curate, Settings, Sources
from .pool import Rejected
from .progress import Steps
from .vetting import Case, Vetted, vet_all


class NothingBuiltError(LoaderError):
    """No article could be read, or not every one where that was asked for."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """What there is to publish.

    Attributes:
        articles: The articles that could be read, in the order of slugs.
        readings: A reading for each that is published.
        stories: Slugs of articles that tell one story, the one that stands for all first.
        quads: Judgements of identity.
        rejected: What was left out, sorted.
        notes: What deserves a look, one sentence each.
    """

    articles: tuple[Article, ...]
    readings: tuple[Reading, ...]
    stories: tuple[Story, ...]
    quads: tuple[Quad, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]


def gather(
    sources: Sources, settings: Settings, read: Read, curate: Curate, steps: Steps
) -> Gathered:
    """Read the articles, apply judgements by hand, and leave out what does not fit the shapes.

    Raises:
        NothingBuiltError: When nothing is left, or with ``strict`` when anything was rejected.
    """
    found, unread = _read(sources, settings, read, steps)
    articles = tuple(found)
    with steps.step("curate"):
        curation = curate(list(found.values()), articles)
    vetted, unfit = _vet(curation.readings, articles, settings, steps)
    readings = tuple(one.reading for one in vetted)
    with steps.step("compare"):
        stories = stories_of(readings, articles)
    gathered = Gathered(
        articles=articles,
        readings=readings,
        stories=stories,
        quads=curation.quads,
        rejected=tuple(sorted((*sources.rejected, *unread, *unfit), key=str)),
        notes=(*curation.notes, *(note for one in vetted for note in one.notes)),
    )
    return _enough(gathered, settings.strict)


def _read(
    sources: Sources, settings: Settings, read: Read, steps: Steps
) -> tuple[dict[Article, Reading], list[Rejected]]:
    articles, rejected = distinct(sources.articles)
    cache = ReadingCache(settings.out / "cache" / "readings", ruleset_hash())
    found: dict[Article, Reading] = {}
    with steps.step("read", len(articles)) as done:
        outcomes = read_all(articles, read, cache=cache, workers=settings.workers, done=done)
        for article, outcome in outcomes:
            if isinstance(outcome, Rejected):
                rejected.append(outcome)
            else:
                found[article] = outcome
    cache.forget_others(articles)
    return found, rejected


def _vet(
    readings: Sequence[Reading], articles: Sequence[Article], settings: Settings, steps: Steps
) -> tuple[list[Vetted], list[Rejected]]:
    texts = {article.slug: article for article in articles}
    cases = [Case(texts[reading.article], reading, settings.base) for reading in readings]
    folder = settings.out / "cache" / "fit"
    with steps.step("vet", len(cases)) as done:
        outcomes = list(vet_all(cases, folder, workers=settings.workers, done=done))
    vetted = [outcome for outcome in outcomes if isinstance(outcome, Vetted)]
    return vetted, [outcome for outcome in outcomes if isinstance(outcome, Rejected)]


def distinct(articles: Sequence[Article]) -> tuple[list[Article], list[Rejected]]:
    """Sort articles by slug and leave out those that repeat another's slug, or the same bytes.

    The same bytes from another publisher or address are another copy of the story, and kept.
    """
    slugs: dict[str, Article] = {}
    texts: dict[tuple[str | None, ...], Article] = {}
    repeated: list[Rejected] = []
    for article in sorted(articles, key=lambda article: (article.slug, article.source)):
        item = (article.sha256, article.publisher, article.address)
        if other := slugs.get(article.slug):
            reason = f"its slug {article.slug!r} is that of {other.source}; give it another one"
            repeated.append(Rejected(article.source, reason))
        elif other := texts.get(item):
            repeated.append(Rejected(article.source, f"it repeats {other.source} to the byte"))
        else:
            slugs[article.slug] = texts[item] = article
    return list(slugs.values()), repeated


def _enough(gathered: Gathered, strict: bool) -> Gathered:
    reasons = "".join(f"\n  {rejected}" for rejected in gathered.rejected)
    if gathered.rejected and strict:
        raise NothingBuiltError(f"nothing built; --strict, and these were rejected:{reasons}")
    if not gathered.readings:
        raise NothingBuiltError(f"nothing built; there is no article that can be read{reasons}")
    return gathered
