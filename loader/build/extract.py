"""Articles to readings: what the cache has, and the rest read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..articles.model import Article
from ..claims import Reading
from .cache import ReadingCache
from .pool import Rejected, outcomes

Read = Callable[[Article], Reading]


def read_all(
    articles: Sequence[Article],
    read: Read,
    *,
    cache: ReadingCache | None = None,
    workers: int = 1,
    done: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Article, Reading | Rejected]]:
    """Read articles, in their order, whatever the number of workers.

    Args:
        articles: The articles.
        read: Reads one; a function of a module's top level, so that other processes find it.
        cache: Where readings are looked up and kept; None reads all anew.
        workers: Number of processes; 1 reads in this one.
        done: Called after each article.
    """
    found = [cache.find(article) if cache else None for article in articles]
    missing = [article for article, kept in zip(articles, found, strict=True) if kept is None]
    anew = outcomes(missing, read, workers)
    for article, kept in zip(articles, found, strict=True):
        outcome = kept if kept is not None else next(anew)
        if cache and kept is None and isinstance(outcome, Reading):
            cache.keep(article, outcome)
        done()
        yield article, outcome
