"""Addresses to articles."""

from __future__ import annotations

from collections.abc import Iterator

from ..errors import ArticleError
from .formats.kinds import PAGE_FACTOR, TYPES, fetched_articles
from .found import Found
from .web import Fetcher, FetchError, Limits


class Addresses:
    """Reads articles from addresses, for one run.

    Args:
        max_bytes: Largest text that is read; of pages and feeds ``PAGE_FACTOR`` times as much.
        allow_local: Whether this machine and private networks may be asked.
    """

    def __init__(self, max_bytes: int, allow_local: bool) -> None:
        limits = Limits(max_bytes=max_bytes * PAGE_FACTOR)
        self._fetcher = Fetcher(TYPES, limits, allow_local=allow_local)
        self._max_bytes = max_bytes

    def read(self, address: str) -> Iterator[Found | ArticleError]:
        """Read what an address holds: the article of a page, the articles of a feed or of lines."""
        try:
            page = self._fetcher.fetch(address)
        except FetchError as error:
            yield ArticleError(address, str(error))
            return
        yield from fetched_articles(
            page.content, page.media_type, page.charset, page.address, self._max_bytes
        )
