from __future__ import annotations

from pathlib import Path

import pytest

from loader.articles import Article, read_articles
from loader.quantities import find_quantities, find_times
from loader.text import take_apart

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def articles() -> dict[str, Article]:
    read = [article for article in read_articles([SEEDS]) if isinstance(article, Article)]
    return {article.slug: article for article in read}


def times_of(article: Article) -> list[tuple[str, str, str | None]]:
    return [
        (when.relation, when.text, when.start)
        for sentence in take_apart(article.text).sentences
        for when in find_times(sentence, article.published, article.published_basis)
    ]


def figures_of(article: Article) -> list[tuple[str, str, str | None]]:
    return [
        (found.bound, str(found.value), found.unit)
        for sentence in take_apart(article.text).sentences
        for found in find_quantities(sentence)
        if found.value > 10
    ]


def test_the_times_of_the_visit_are_counted_from_its_dateline(articles: dict[str, Article]) -> None:
    assert times_of(articles["uk-new-zealand"]) == [
        ("on", "Tuesday", "2025-04-22"),
        ("since", "its inception", None),
        ("until", "the end of 2025", "2025-12"),
        ("in", "2015", "2015"),
        ("at", "this week", None),
        ("at", "Later in the day", None),
        ("in", "2023", "2023"),
    ]


def test_the_times_of_the_negotiation_are_counted_from_its_dateline(
    articles: dict[str, Article],
) -> None:
    assert times_of(articles["uk-norway"]) == [("at", "this year", "2025")]


def test_the_figures_of_both_articles_are_found_with_their_bounds(
    articles: dict[str, Article],
) -> None:
    assert figures_of(articles["uk-new-zealand"]) == [
        ("MoreThan", "54000", None),
        ("Exactly", "30000000", "GBP"),
    ]
    assert figures_of(articles["uk-norway"]) == [("MoreThan", "51000", None)]
