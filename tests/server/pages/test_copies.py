"""Pages show every copy of a story and count the story once."""

from __future__ import annotations

from html import unescape

import pytest

from ontology.dataset import current_snapshot
from server import pages
from server.pages.article import article_view
from server.pages.entity import entity_view
from server.pages.graph import Graph
from server.pages.model import EntityView
from server.pages.queries import gallery
from server.snapshots import Snapshot, open_snapshot
from tests.support.stories import (
    EXCERPT,
    FULL,
    OTHER,
    WITHOUT_APOSTROPHES,
    articles_of,
    build_stories,
)


@pytest.fixture(scope="module")
def copied(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    """Give a story with an exact copy and an excerpt, and another story of the same state."""
    out = tmp_path_factory.mktemp("copied")
    texts = {"navy": FULL, "wire": WITHOUT_APOSTROPHES, "brief": EXCERPT, "jutland": OTHER}
    build_stories(out, articles_of(**texts))
    return open_snapshot(current_snapshot(out))


def view_of(snapshot: Snapshot, slug: str) -> EntityView:
    view = entity_view(Graph(snapshot.store, snapshot.base), slug)
    assert view is not None
    return view


def test_copies_of_a_story_are_one_source_and_their_sentences_count_once(copied: Snapshot) -> None:
    view = view_of(copied, "exercise-amber-shore")
    rows = [row for group in view.groups for row in group.rows if row.evidence]
    assert rows
    assert all({one.source.slug for one in row.evidence} >= {"navy", "wire"} for row in rows)
    assert (view.sources, view.copies) == (1, 2)
    assert {row.sentences for row in rows} == {1}


def test_an_entity_page_tells_sources_and_copies(copied: Snapshot) -> None:
    html = unescape(pages.entity_page(copied, "exercise-amber-shore") or "")
    assert "of 1 source and 2 copies." in html
    assert "nothing here has been confirmed by a second one" in html
    assert 'A copy of <a href="../article/navy">another article</a>, counted with it.' in html


def test_the_first_page_tells_how_many_articles_are_copies(copied: Snapshot) -> None:
    assert "4, 2 copies among them" in pages.home_page(copied)


def test_two_stories_are_two_sources_however_many_copies_there_are(copied: Snapshot) -> None:
    view = view_of(copied, "denmark")
    assert (view.sources, view.copies) == (2, 2)
    html = unescape(pages.entity_page(copied, "denmark") or "")
    assert "of 2 sources and 2 copies." in html
    assert "confirmed by a second one" not in html


def test_a_thing_of_one_article_without_copies_reads_as_before(copied: Snapshot) -> None:
    html = unescape(pages.entity_page(copied, "exercise-grey-heron") or "")
    assert "of 1 article. One source:" in html


def test_an_article_page_links_the_copies_of_its_story(copied: Snapshot) -> None:
    view = article_view(Graph(copied.store, copied.base), "wire")
    assert view is not None
    assert [one.slug for one in view.copies] == ["brief", "navy"]
    html = unescape(pages.article_page(copied, "wire") or "")
    assert "Together they count as one source" in html
    assert "News of brief, The Brief, undated" in html
    assert "Same story" not in (pages.article_page(copied, "jutland") or "")


def test_a_key_fact_counts_a_sentence_of_copies_once(copied: Snapshot) -> None:
    (fact,) = [key for key in view_of(copied, "estonia").keys if key.name.startswith("Most named")]
    assert fact.name == "Most named with, in 1 sentence"


def test_the_gallery_counts_independent_sources(copied: Snapshot) -> None:
    (example,) = [one for one in gallery(copied.base.iri) if "independent" in one.name]
    asked = example.text.replace("id:norway ent:participatesIn", "id:denmark ent:leads")
    rows = {
        row["activity"].value.rpartition("/")[2]: (row["sources"].value, row["articles"].value)
        for row in copied.store.query(asked)  # type: ignore[union-attr]
    }
    assert rows == {"exercise-amber-shore": ("1", "3"), "exercise-grey-heron": ("1", "1")}
