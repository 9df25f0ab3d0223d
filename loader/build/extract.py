"""Articles to readings: what the cache has, the rest by as many processes as are wanted."""

from __future__ import annotations

import multiprocessing
import traceback
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial

from ..articles.model import Article
from ..claims import Reading
from ..errors import ArticleError, LoaderError
from .cache import ReadingCache

Read = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class Rejected:
    """Input that was left out, and why."""

    source: str
    reason: str

    def __str__(self) -> str:
        return f"{self.source}: {self.reason}"


Outcome = Reading | Rejected


def read_all(
    articles: Sequence[Article],
    read: Read,
    *,
    cache: ReadingCache | None = None,
    workers: int = 1,
    done: Callable[[], None] = lambda: None,
) -> Iterator[tuple[Article, Outcome]]:
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
    with _reader(read, workers, len(missing)) as start:
        waiting = iter([start(article) for article in missing])
        for article, kept in zip(articles, found, strict=True):
            outcome = kept if kept is not None else next(waiting)()
            if cache and kept is None and isinstance(outcome, Reading):
                cache.keep(article, outcome)
            done()
            yield article, outcome


Start = Callable[[Article], Callable[[], Outcome]]


@contextmanager
def _reader(read: Read, workers: int, articles: int) -> Iterator[Start]:
    """Give what starts the reading of an article; what that gives waits for the outcome."""
    if workers <= 1 or articles <= 1:
        yield lambda article: partial(outcome_of, read, article)
        return
    with _pool(min(workers, articles)) as pool:
        yield partial(_submit, pool, read)


def _submit(pool: ProcessPoolExecutor, read: Read, article: Article) -> Callable[[], Outcome]:
    try:
        return partial(_wait, pool.submit(outcome_of, read, article), read, article)
    except BrokenProcessPool:
        return partial(read_apart, read, article)


def _wait(future: Future[Outcome], read: Read, article: Article) -> Outcome:
    """Wait for an outcome; when a process died, try the article again in one of its own."""
    try:
        return future.result()
    except BrokenProcessPool:
        return read_apart(read, article)


def read_apart(read: Read, article: Article) -> Outcome:
    """Read an article in a process of its own, so that only it is lost when the process dies."""
    with _pool(1) as pool:
        try:
            return pool.submit(outcome_of, read, article).result()
        except BrokenProcessPool:
            reason = (
                "the process that read it died, perhaps for want of memory; shorten or leave out"
            )
            return Rejected(article.source, reason)


def outcome_of(read: Read, article: Article) -> Outcome:
    """Read one article; what goes wrong becomes a reason."""
    try:
        return read(article)
    except ArticleError as error:
        return Rejected(article.source, error.reason)
    except LoaderError:
        raise
    except Exception as error:  # a fault of ours must not cost the other articles
        frame = traceback.extract_tb(error.__traceback__)[-1]
        place = f"{frame.filename.rpartition('/')[2]}:{frame.lineno}"
        reason = f"reading failed at {place} ({type(error).__name__}: {error}); please report it"
        return Rejected(article.source, reason)


def _pool(workers: int) -> AbstractContextManager[ProcessPoolExecutor]:
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("forkserver"))
