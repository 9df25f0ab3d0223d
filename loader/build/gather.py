"""What a build publishes: readings, judged by hand, fit for the shapes; and what is left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
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
from .shelf import Shelf
from .vetting import vet_all


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
    readings: Sequence[Reading]
    stories: tuple[Story, ...]
    quads: tuple[Quad, ...]
    rejected: tuple[Rejected, ...]
    notes: tuple[str, ...]


def gather(
    sources: Sources, settings: Settings, read: Read, curate: Curate, steps: Steps, shelf: Shelf
) -> Gathered:
    """Read the articles, apply judgements by hand, and leave out what does not fit the shapes.

    Args:
        sources: What to build from.
        settings: How to build.
        read: Reads one article.
        curate: Applies judgements by hand.
        steps: Where progress is shown and timed.
        shelf: Beside which the readings are put.

    Raises:
        NothingBuiltError: When nothing is left, or with ``strict`` when anything was rejected.
    """
    found, articles, unread = _read(sources, settings, read, steps, shelf)
    with steps.step("curate"):
        curation = curate(found, articles)
    readings, left_out, unfit = _vet(curation.readings, articles, settings, steps, shelf)
    with steps.step("compare"):
        stories = stories_of(readings, articles)
    gathered = Gathered(
        articles=articles,
        readings=readings,
        stories=stories,
        quads=curation.quads,
        rejected=tuple(sorted((*sources.rejected, *unread, *unfit), key=str)),
        notes=(*curation.notes, *left_out),
    )
    return _enough(gathered, settings.strict)


def _read(
    sources: Sources, settings: Settings, read: Read, steps: Steps, shelf: Shelf
) -> tuple[Shelf, tuple[Article, ...], list[Rejected]]:
    articles, rejected = distinct(sources.articles)
    cache = ReadingCache(settings.out / "cache" / "readings", ruleset_hash())
    found: list[Article] = []

    def readings(done: Callable[[], None]) -> Iterator[Reading]:
        outcomes = read_all(
            articles,
            read,
            cache=cache,
            workers=settings.workers,
            cluster=settings.cluster,
            done=done,
        )
        for article, outcome in outcomes:
            if isinstance(outcome, Rejected):
                rejected.append(outcome)
            else:
                found.append(article)
                yield outcome

    with steps.step("read", len(articles)) as done:
        kept = shelf.beside(readings(done))
    cache.forget_others(articles)
    return kept, tuple(found), rejected


def _vet(
    readings: Sequence[Reading],
    articles: Sequence[Article],
    settings: Settings,
    steps: Steps,
    shelf: Shelf,
) -> tuple[Shelf, list[str], list[Rejected]]:
    """Give what fits the shapes, a note for each claim left out, and the articles left out."""
    texts = {article.slug: article for article in articles}
    folder = settings.out / "cache" / "fit"
    notes: list[str] = []
    unfit: list[Rejected] = []

    def fit(done: Callable[[], None]) -> Iterator[Reading]:
        for outcome in vet_all(
            readings,
            texts,
            settings.base,
            folder,
            workers=settings.workers,
            cluster=settings.cluster,
            done=done,
        ):
            if isinstance(outcome, Rejected):
                unfit.append(outcome)
            else:
                notes.extend(outcome.notes)
                yield outcome.reading

    with steps.step("vet", len(readings)) as done:
        kept = shelf.beside(fit(done))
    return kept, notes, unfit


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
