"""The ontology's page: every term told, counted, shown in use and asked for, by few reads."""

import gzip
import re
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest
from pyoxigraph import QuerySolutions

from ontology.dataset import current_snapshot
from server import pages
from server.pages.explore import Choice, explore_view
from server.pages.graph import Graph
from server.pages.specimens import specimens
from server.pages.vocabulary import TermView, VocabularyView, vocabulary_view
from server.snapshots import Snapshot, open_snapshot
from tests.server.pages.test_ahead import Counted, opened
from tests.support.tiny import publish


@pytest.fixture(scope="module")
def view(gold: Snapshot) -> VocabularyView:
    return vocabulary_view(Graph(gold.store, gold.base))


def every(view: VocabularyView) -> dict[str, TermView]:
    properties = [one for _, terms in view.properties for one in terms]
    codes = [one for codes in view.lists for one in (codes.scheme, *codes.codes)]
    return {one.name: one for one in (*view.classes, *properties, *codes, *view.datatypes)}


def reads(snapshot: Snapshot) -> int:
    store = Counted(snapshot.store)
    assert pages.ontology_page(replace(snapshot, store=store))  # type: ignore[arg-type]
    return store.asked


def test_the_page_takes_a_dozen_reads_however_much_there_is(tmp_path: Path) -> None:
    few, many = opened(tmp_path / "few", 5), opened(tmp_path / "many", 100)
    assert reads(few) == reads(many) <= 12


def test_the_page_is_light(written: dict[str, str]) -> None:
    assert len(gzip.compress(written["ontology"].encode())) < 100_000


def test_a_sentence_shows_a_term_in_use(gold: Snapshot, view: VocabularyView) -> None:
    terms = every(view)
    assert all(1 <= len(terms[name].specimens) <= 3 for name in ("State", "partyTo", "Committed"))
    article = pages.article_page(gold, "uk-norway")
    assert article is not None
    said = {name: one.specimens for name, one in terms.items()}
    found = [use for uses in said.values() for use in uses if "/uk-norway#" in str(use.where.href)]
    assert len(found) >= 20
    for use in found:
        assert f'id="{str(use.where.href).partition("#")[2]}"' in article


def test_a_class_names_the_thing_that_is_of_it(graph: Graph, view: VocabularyView) -> None:
    for one in every(view).values():
        for use in one.specimens:
            if use.thing is not None:
                slug = str(use.thing.href).removeprefix("page/")
                assert graph.is_a(graph.base.thing(slug), one.name), one.name


def test_a_term_is_asked_for_by_a_query_that_runs(gold: Snapshot, written: dict[str, str]) -> None:
    queries = re.findall(r'href="query\?query=([^"]+)">List its uses', written["ontology"])
    assert len(queries) >= 100
    for query in queries:
        assert isinstance(gold.store.query(unquote(unescape(query))), QuerySolutions)


def test_a_stage_counts_the_things_that_exploring_it_shows(
    graph: Graph, view: VocabularyView
) -> None:
    stages = [one for one in every(view).values() if one.href.startswith("explore?status=")]
    assert len(stages) >= 4
    for one in stages:
        assert explore_view(graph, Choice(status=one.name)).total == one.count, one.name


def test_a_property_says_in_words_what_it_leads_from_and_to(view: VocabularyView) -> None:
    said = {
        one.name: " ".join(
            f"{word} {' or '.join(end.text for end in ends)}" for word, ends in one.leads
        )
        for _, terms in view.properties
        for one in terms
        if one.leads
    }
    assert said["tenureOf"] == "From a tenure to a post"
    assert not [words for words in said.values() if re.search(r"[a-z][A-Z]|:|#", words)]
    assert all(words.startswith("From a") for words in said.values())


def test_broader_and_narrower_terms_name_each_other(view: VocabularyView) -> None:
    terms = every(view)
    facets = {name: dict(one.facets) for name, one in terms.items()}
    pairs = 0
    for name, found in facets.items():
        for above in found.get("A kind of", ()):
            below = facets[str(above.href).partition("#")[2]]["Kinds of it"]
            assert terms[name].label in [link.text for link in below]
            pairs += 1
    assert pairs >= 30


def test_terms_of_others_are_linked_by_their_short_names(view: VocabularyView) -> None:
    state = dict(every(view)["State"].aligned)
    assert [link.text for link in state["Every one is also"]] == ["schema:Country"]
    assert state["Close to"][0].href == "http://www.wikidata.org/entity/Q3624078"


def test_the_tree_is_drawn_with_a_link_to_each_class(
    view: VocabularyView, written: dict[str, str]
) -> None:
    drawn = re.search(r'<div class="branches">.*?</div>', written["ontology"], re.DOTALL)
    assert drawn is not None
    named = set(re.findall(r'href="#(\w+)"', drawn[0]))
    assert named == {one.name for one in view.classes}
    assert {"State", "Vessel", "Organisation"} <= named


def test_what_is_denied_shows_a_denial_and_nothing_else(tmp_path: Path) -> None:
    claim = "<article/duck#claim-00000000000000c3>"
    denial = (
        f"{claim} a ent:Claim ; ent:inPassage <article/duck#char=42,88> ; ent:modality ent:Denied ."
        f"GRAPH {claim} {{ id:sylvania ent:memberOf id:exercise-duck }}"
    )
    publish(tmp_path, extra=denial)
    snapshot = open_snapshot(current_snapshot(tmp_path))
    found = specimens(Graph(snapshot.store, snapshot.base))
    assert "memberOf" not in found
    assert ["Freedonia" in use.words for use in found["Denied"]] == [True]
