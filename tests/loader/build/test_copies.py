"""Copies of a story are all published and count as one source."""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store

from loader.articles.model import Article
from ontology import NAMESPACE
from ontology.dataset import DUMP, STORE
from tests.support.stories import (
    EXCERPT,
    FULL,
    OTHER,
    RETITLED,
    WITHOUT_APOSTROPHES,
    articles_of,
    build_stories,
)

ENT = f"PREFIX ent: <{NAMESPACE}>"
COUNTED = f"""{ENT}
SELECT (COUNT(DISTINCT ?source) AS ?sources) (COUNT(DISTINCT ?article) AS ?articles) {{
  ?claim ent:inPassage/ent:inArticle ?article . ?article ent:countsAs ?source .
  GRAPH ?claim {{ <http://localhost:8000/id/denmark> ent:leads ?activity }}
}}"""
ARTICLES = articles_of(
    navy=FULL, wire=WITHOUT_APOSTROPHES, herald=RETITLED, brief=EXCERPT, jutland=OTHER
)


def store_of(out: Path, articles: Sequence[Article]) -> Store:
    return Store.read_only(str(build_stories(out, articles).folder / STORE))


def counted_as(store: Store) -> dict[str, str]:
    found = store.query(f"{ENT} SELECT ?a ?b {{ ?a ent:countsAs ?b }}")
    assert isinstance(found, QuerySolutions)
    rows = [(str(row["a"]), str(row["b"])) for row in found]
    names = [(a.rpartition("/")[2].rstrip(">"), b.rpartition("/")[2].rstrip(">")) for a, b in rows]
    assert len(names) == len(dict(names))
    return dict(names)


def numbers(store: Store) -> tuple[int, int]:
    found = store.query(COUNTED)
    assert isinstance(found, QuerySolutions)
    sources, articles = next(found)
    assert isinstance(sources, Literal)
    assert isinstance(articles, Literal)
    return int(sources.value), int(articles.value)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    return store_of(tmp_path_factory.mktemp("copies"), ARTICLES)


def test_copies_count_as_one_article_and_another_story_as_itself(store: Store) -> None:
    assert counted_as(store) == {
        "brief": "navy",
        "herald": "navy",
        "jutland": "jutland",
        "navy": "navy",
        "wire": "navy",
    }


def test_independent_sources_are_counted_in_one_line(store: Store) -> None:
    assert numbers(store) == (2, 5)


def test_each_article_says_in_its_own_graph_what_it_counts_as(store: Store) -> None:
    predicate = NamedNode(f"{NAMESPACE}countsAs")
    quads = list(store.quads_for_pattern(None, predicate, None, None))
    assert {quad.graph_name for quad in quads} == {
        DefaultGraph(),
        *(quad.subject for quad in quads),
    }
    assert len(quads) == 2 * len(ARTICLES)


def test_the_earliest_article_stands_for_its_copies(tmp_path: Path) -> None:
    dated = [
        replace(one, published=day)
        for one, day in zip(ARTICLES, (None, "2031-05-04", "2031-05", "2031-06", None), strict=True)
    ]
    found = counted_as(store_of(tmp_path, dated))
    assert {slug for slug, lead in found.items() if lead == "herald"} == {
        *("brief", "herald", "navy", "wire")
    }


def test_a_removed_copy_leaves_nothing_and_another_takes_its_place(tmp_path: Path) -> None:
    store_of(tmp_path, ARTICLES)
    report = build_stories(tmp_path, ARTICLES[1:])
    assert report.counts["articles"] == 4
    assert report.counts["stories"] == 2
    assert b"article/navy" not in gzip.decompress((report.folder / DUMP).read_bytes())
    fresh = build_stories(tmp_path / "fresh", ARTICLES[:0:-1])
    assert fresh.id == report.id
    assert set(counted_as(Store.read_only(str(report.folder / STORE))).values()) == {
        *("wire", "jutland")
    }


def test_a_copy_that_arrives_changes_no_graph_of_the_others(tmp_path: Path) -> None:
    def graphs(articles: Sequence[Article], name: str) -> set[Quad]:
        store = store_of(tmp_path / name, articles)
        return {quad for quad in store if "/article/navy" in str(quad.graph_name)}

    alone = graphs(ARTICLES[:1], "one")
    assert len(alone) >= 20
    assert alone == graphs(ARTICLES, "all")
