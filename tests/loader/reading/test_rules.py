"""Every rule that makes a claim is described, and the described ones fire on their examples."""

from pathlib import Path

import pytest

from loader.articles import Article, read_articles
from loader.frames import load_frames
from loader.reading import Rule, load_rules, read_article

SEEDS = Path(__file__).parents[3] / "seeds"


def makers(text: str) -> set[str]:
    reading = read_article(Article("test", text, "0" * 64, "a test"))
    return {claim.maker for claim in reading.claims}


@pytest.mark.parametrize("rule", load_rules(), ids=lambda rule: rule.id)
def test_rule_fires_on_its_example(rule: Rule) -> None:
    assert f"rule:{rule.id}" in makers(rule.example)


def test_every_maker_in_the_seeds_is_described() -> None:
    ids = {frame.id for frame in load_frames()} | {rule.id for rule in load_rules()}
    found = {
        claim.maker
        for article in read_articles([SEEDS])
        if isinstance(article, Article)
        for claim in read_article(article).claims
    }
    assert len(found) > 20
    assert found <= {f"rule:{name}" for name in ids}


def test_ships_from_a_yard_are_bought_and_are_not_the_yard() -> None:
    text = "The Danish navy ordered three vessels from Atlantic Systems."
    reading = read_article(Article("test", text, "0" * 64, "a test"))
    items = {
        str(s.object)
        for claim in reading.claims
        for s in claim.statements
        if s.predicate in ("item", "transfersItem")
    }
    assert len(items) == 1
    assert "atlantic" not in items.pop()
