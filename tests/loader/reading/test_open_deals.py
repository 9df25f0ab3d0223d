"""Deals that are but thought or spoken of: never told as concluded."""

import pytest

from loader.articles import Article
from loader.reading import read_article

OPEN = [
    "Chile is considering buying ten missiles from Nordic Systems.",
    "Chile is interested in buying ten missiles from Nordic Systems.",
    "Chile and Peru held talks on buying ten missiles from Nordic Systems.",
    "Chile agreed on acquiring ten missiles from Nordic Systems.",
    "Chile’s government approved the purchase of ten missiles from Nordic Systems.",
    "Chile’s navy has chosen the NASAMS system.",
]
DONE = [
    "After buying ten missiles from Nordic Systems, Chile trained pilots.",
    "Chile’s procurement agency on Friday ordered ten missiles from Nordic Systems.",
]


def stages(text: str) -> set[str]:
    reading = read_article(Article("test", text, "0" * 64, "a test", published="2031-05-14"))
    contracts = {
        s.object.slug
        for c in reading.claims
        for s in c.statements
        if s.predicate == "buysUnder" and hasattr(s.object, "slug")
    }
    return {
        str(getattr(s.object, "name", s.object))
        for c in reading.claims
        for s in c.statements
        if s.predicate == "status" and getattr(s.subject, "slug", "") in contracts
    }


@pytest.mark.parametrize("text", OPEN)
def test_a_purchase_that_is_open_is_not_concluded(text: str) -> None:
    assert stages(text) in ({"Proposed"}, {"Planned"})


def test_a_purchase_that_was_ruled_out_is_not_concluded() -> None:
    assert stages("Chile ruled out buying ten missiles from Nordic Systems.") == {"Cancelled"}


@pytest.mark.parametrize("text", DONE)
def test_a_purchase_that_was_made_is_concluded(text: str) -> None:
    assert stages(text) == {"Concluded"}
