"""Articles to readings: what the cache has, and the rest read anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from ..articles.model import Article
from ..claims import Reading
from .cache import ReadingCache
from .cluster import spread
from .pool import Rejected, outcome_of

Read = Callable[[Article], Reading]


def read_all(
    articles: Sequence[Article],
    read: Read,
    *,
    cache: ReadingCache | None = None,
    workers: int = 1,
    cluster: str = "",
    done: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Article, Reading | Rejected]]:
    """Read articles, in their order, whatever the number of workers.

    Args:
        articles: The articles.
        read: Reads one; a function of a module's top level, so that other processes find it.
        cache: Where readings are looked up and kept; None reads all anew.
        workers: Number of processes; 1 reads in this one.
        cluster: Address of a Dask scheduler that reads in place of processes here, or empty.
        done: Called after each article.
    """
    known = [cache is not None and cache.holds(article) for article in articles]
    missing = (article for article, is_known in zip(articles, known, strict=True) if not is_known)
    anew = spread(missing, read, workers, cluster)
    for article, is_known in zip(articles, known, strict=True):
        kept = cache.find(article) if cache and is_known else None
        outcome: Reading | Rejected
        if kept is not None:
            outcome = kept
        else:
            outcome = outcome_of(read, article) if is_known else next(anew)
            if cache and isinstance(outcome, Reading):
                cache.keep(article, outcome)
        done()
        yield article, outcome
