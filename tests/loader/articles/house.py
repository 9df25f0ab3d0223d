"""Made-up articles, and what came of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from loader.articles import Article, read_articles
from loader.errors import ArticleError

SAYS = (
    "The Ruritanian minister said that the two navies will train with each other in the autumn. It "
    "is the first exercise of its kind, and it was not the last that the ministry has in mind."
)
SAILED = (
    "The frigate Flavia sailed from Strelsau on Tuesday with two helicopters, and she is to be at "
    "sea for a month. The crew trained with that of a ship of Graustark on the way."
)


def articles_in(*places: Path | str, **settings: int) -> list[Article]:
    """Read articles, all of which can be read."""
    found = list(read_articles(places, **settings))  # type: ignore[arg-type]
    assert [one for one in found if isinstance(one, ArticleError)] == []
    return [one for one in found if isinstance(one, Article)]


def article_in(folder: Path, name: str, content: str | bytes) -> Article:
    """Read the one article in a file of that name and content."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (article,) = articles_in(folder / name)
    return article


def reasons_in(*places: Path | str) -> list[str]:
    """Read what cannot be read, and give the messages."""
    return [str(one) for one in read_articles(places) if isinstance(one, ArticleError)]


def reason_in(folder: Path, name: str, content: str | bytes) -> str:
    """Give the one message about a file of that name and content."""
    (folder / name).write_bytes(content.encode() if isinstance(content, str) else content)
    (reason,) = reasons_in(folder / name)
    return reason


def split(outcomes: Iterable[Article | ArticleError]) -> tuple[list[Article], list[str]]:
    """Part articles from messages."""
    found = list(outcomes)
    return (
        [one for one in found if isinstance(one, Article)],
        [str(one) for one in found if isinstance(one, ArticleError)],
    )
