from __future__ import annotations

from pathlib import Path

import pytest

from loader.articles import Article, read_articles
from loader.build.curated import known_things
from loader.check import Result, read_gold, read_judgements, run, tally
from loader.claims import Reading
from loader.curation import apply, is_a, load_log
from loader.curation.model import Curated
from loader.reading import read_article
from loader.reference import load_reference
from tests.loader.check.readings import FACTS, ROOT

SEEDS = ROOT / "seeds"


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return [one for one in read_articles([SEEDS]) if isinstance(one, Article)]


@pytest.fixture(scope="module")
def readings(articles: list[Article]) -> list[Reading]:
    return [read_article(article) for article in articles]


@pytest.fixture(scope="module")
def curated(articles: list[Article], readings: list[Reading]) -> Curated:
    log = load_log(SEEDS / "curation.jsonl")
    return apply(log, readings, articles, known_things(load_reference()))


@pytest.fixture(scope="module")
def result(articles: list[Article], readings: list[Reading], curated: Curated) -> Result:
    judged = read_judgements(Path(FACTS).with_name("judged.json"))
    gold = read_gold(FACTS, articles)
    return run(gold, articles, readings, curated.readings, judged=judged, is_a=is_a)


def test_rules_alone_find_four_fifths_of_the_facts(result: Result) -> None:
    assert tally(result.rules).recall >= 0.8


def test_rules_alone_are_nearly_always_right(result: Result) -> None:
    assert tally(result.rules).precision >= 0.95


def test_no_status_is_read_wrongly(result: Result) -> None:
    wrong = [check for check in result.rules.status if check.found and not check.right]
    assert len(result.rules.status) >= 50
    assert wrong == []


def test_every_entry_of_the_log_finds_its_place(curated: Curated) -> None:
    assert [str(note) for note in curated.orphans] == []


def test_no_entry_of_the_log_does_what_rules_do_already(curated: Curated) -> None:
    assert [str(note) for note in curated.idle] == []


def test_the_log_takes_no_fact_away(result: Result) -> None:
    found = {match.fact.id for match in result.last.matches}
    assert {match.fact.id for match in result.rules.matches} <= found


def test_every_fact_is_found_by_rules_or_by_hand(result: Result) -> None:
    assert [fact.id for fact in result.last.missing] == []
    assert tally(result.last).precision >= 0.99
