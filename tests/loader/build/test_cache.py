"""Readings kept between builds."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from loader.build.cache import ReadingCache, program_hash, ruleset_hash
from loader.build.codec import decode, encode
from loader.build.vetting import Case
from loader.claims import Reading
from ontology.iris import Base
from tests.support.gold import gold_articles, read_gold
from tests.support.readings import read_small, small_article

ARTICLE = small_article(3)
READING = read_small(ARTICLE)


BASE = Base("http://localhost:8000/")


@pytest.fixture
def cache(tmp_path: Path) -> ReadingCache:
    return ReadingCache(tmp_path / "cache", "rules-1")


def readings() -> list[Reading]:
    gold = [read_gold(article) for article in gold_articles()]
    return [replace(READING, repairs=((4, 5, "Ć", ""),), unread=(1, 2)), *gold]


@pytest.mark.parametrize("reading", readings(), ids=lambda reading: reading.article)
def test_a_reading_comes_back_from_json_as_it_was(reading: Reading) -> None:
    assert decode(json.loads(json.dumps(encode(reading)))) == reading


def test_what_was_kept_is_found(cache: ReadingCache) -> None:
    assert cache.find(ARTICLE) is None
    cache.keep(ARTICLE, READING)
    assert cache.find(ARTICLE) == READING
    assert cache.find(replace(ARTICLE, source="elsewhere.txt")) == READING


@pytest.mark.parametrize("change", [{"sha256": "0"}, {"published": "2031"}, {"slug": "other"}])
def test_another_text_date_or_slug_is_read_anew(
    cache: ReadingCache, change: dict[str, str]
) -> None:
    cache.keep(ARTICLE, READING)
    assert cache.find(replace(ARTICLE, **change)) is None  # type: ignore[arg-type]


def test_another_ruleset_reads_anew(cache: ReadingCache) -> None:
    cache.keep(ARTICLE, READING)
    assert replace(cache, ruleset="rules-2").find(ARTICLE) is None


def test_a_damaged_entry_counts_as_none(cache: ReadingCache) -> None:
    cache.keep(ARTICLE, READING)
    (path,) = cache.folder.rglob("*.json")
    whole = path.read_bytes()
    for place in (0, 40, 70, len(whole) // 2, len(whole) - 2):
        path.write_bytes(whole[:place] + bytes([whole[place] ^ 1]) + whole[place + 1 :])
        assert cache.find(ARTICLE) is None, place
    for damaged in (b"", whole[: len(whole) // 2], b"\xff\xfe"):
        path.write_bytes(damaged)
        assert cache.find(ARTICLE) is None


def test_entries_of_other_articles_are_forgotten(cache: ReadingCache) -> None:
    for number in (3, 4):
        cache.keep(small_article(number), read_small(small_article(number)))
    assert cache.forget_others([ARTICLE]) == 1
    assert cache.find(ARTICLE) == READING
    assert cache.find(small_article(4)) is None


def test_the_ruleset_is_a_hash_that_stays_the_same() -> None:
    first = ruleset_hash()
    ruleset_hash.cache_clear()
    assert ruleset_hash() == first
    assert len(first) == 16


@pytest.mark.parametrize("change", [{"publish_text": "offsets"}, {"title": "New"}])
def test_a_verdict_rests_on_all_that_is_published_of_an_article(change: dict[str, str]) -> None:
    changed = replace(ARTICLE, **change)  # type: ignore[arg-type]
    assert Case(changed, READING, BASE).key != Case(ARTICLE, READING, BASE).key
    assert Case(ARTICLE, replace(READING, claims=()), BASE).key != Case(ARTICLE, READING, BASE).key


def test_the_code_that_writes_and_checks_is_hashed_apart_from_the_code_that_reads() -> None:
    assert program_hash() != ruleset_hash()
