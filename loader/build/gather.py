"""The readings that a build starts from, and what had to be left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..articles.model import Article
from ..claims import Reading
from ..errors import LoaderError
from .cache import ReadingCache, ruleset_hash
from .extract import Read, Rejected, read_all
from .plan import Settings, Sources
from .progress import Steps


class NothingBuiltError(LoaderError):
    """No article could be read, or not every one where that was asked for."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """Readings with their articles, in the order of slugs, and what was left out, sorted."""

    pairs: tuple[tuple[Article, Reading], ...]
    rejected: tuple[Rejected, ...]


def gather(sources: Sources, settings: Settings, read: Read, steps: Steps) -> Gathered:
    """Read the articles, or find their readings in the cache under ``settings.out``.

    Raises:
        NothingBuiltError: When none could be read, or with ``strict`` when one was rejected.
    """
    articles, repeated = distinct(sources.articles)
    cache = ReadingCache(settings.out / "cache", ruleset_hash())
    with steps.step("read", len(articles)) as done:
        outcomes = list(read_all(articles, read, cache=cache, workers=settings.workers, done=done))
    cache.forget_others(articles)
    failed = [outcome for _, outcome in outcomes if isinstance(outcome, Rejected)]
    gathered = Gathered(
        tuple((article, outcome) for article, outcome in outcomes if isinstance(outcome, Reading)),
        tuple(sorted((*sources.rejected, *repeated, *failed), key=str)),
    )
    return _enough(gathered, settings.strict)


def distinct(articles: Sequence[Article]) -> tuple[list[Article], list[Rejected]]:
    """Sort articles by slug and leave out those that repeat another's slug or bytes."""
    slugs: dict[str, Article] = {}
    texts: dict[str, Article] = {}
    repeated: list[Rejected] = []
    for article in sorted(articles, key=lambda article: (article.slug, article.source)):
        if other := slugs.get(article.slug):
            reason = f"its slug {article.slug!r} is that of {other.source}; give it another one"
            repeated.append(Rejected(article.source, reason))
        elif other := texts.get(article.sha256):
            repeated.append(Rejected(article.source, f"it repeats {other.source} to the byte"))
        else:
            slugs[article.slug] = texts[article.sha256] = article
    return list(slugs.values()), repeated


def _enough(gathered: Gathered, strict: bool) -> Gathered:
    reasons = "".join(f"\n  {rejected}" for rejected in gathered.rejected)
    if gathered.rejected and strict:
        raise NothingBuiltError(f"nothing built; --strict, and these were rejected:{reasons}")
    if not gathered.pairs:
        raise NothingBuiltError(f"nothing built; there is no article that can be read{reasons}")
    return gathered
