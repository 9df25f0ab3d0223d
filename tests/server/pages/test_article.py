import re
from dataclasses import replace
from html import unescape

from pyoxigraph import DefaultGraph, NamedNode, Store

from ontology import NAMESPACE
from server import pages
from server.pages.article import ArticleView, article_view
from server.pages.graph import Graph
from server.pages.margin import passages_of
from server.snapshots import Snapshot
from tests.support.questions import every_quad

SLUG = "uk-norway"


def view_of(graph: Graph, slug: str = SLUG) -> ArticleView:
    view = article_view(graph, slug)
    assert view is not None
    return view


def test_the_whole_text_is_there_with_what_was_damaged_mended(graph: Graph) -> None:
    view = view_of(graph)
    text = " ".join("".join(t for r in b.runs for t, _ in r.runs) for b in view.blocks)
    raw = graph.text(graph.base.article(SLUG), NamedNode(NAMESPACE + "text")) or ""
    assert "ā" in raw
    assert "ā" not in text
    assert abs(len("".join(text.split())) - len("".join(raw.split()))) < 5


def test_headings_and_the_credit_are_no_paragraphs(graph: Graph) -> None:
    kinds = [block.kind for block in view_of(graph).blocks]
    assert kinds.count("heading") == 6
    assert kinds[-1] == "credit"
    assert kinds[0] == "paragraph"


def test_every_passage_and_every_claim_has_its_anchor(gold: Snapshot, graph: Graph) -> None:
    for slug in (SLUG, "uk-new-zealand"):
        html = pages.article_page(gold, slug) or ""
        anchors = set(re.findall(r'<a class="anchor" id="([^"]+)"', html))
        passages = passages_of(graph, gold.base.article(slug))
        assert len(passages) >= 20
        assert {anchor for one in passages for anchor in one.anchors} <= anchors


def test_the_style_sheet_lights_every_passage_by_each_of_its_addresses(
    gold: Snapshot, graph: Graph
) -> None:
    css = pages.article_css(gold, SLUG) or ""
    for passage in passages_of(graph, gold.base.article(SLUG)):
        rule = next(line for line in css.splitlines() if f'"{passage.number}"]' in line)
        assert rule.count(":target") == len(passage.anchors)
        assert f"#char\\={passage.start}\\,{passage.end}:target" in rule


def test_a_sentence_without_a_fact_has_no_number(graph: Graph) -> None:
    view = view_of(graph)
    numbers = {n for block in view.blocks for run in block.runs for n in run.closing}
    assert len(numbers) == view.stated
    assert view.stated < view.passages


def test_what_a_curator_set_is_told(gold: Snapshot, graph: Graph) -> None:
    assert view_of(graph).curated > 0
    assert "set by curator" in (pages.article_page(gold, SLUG) or "")


def test_an_untitled_article_goes_by_its_first_words(graph: Graph) -> None:
    source = view_of(graph).source
    assert not source.titled
    assert source.title.endswith(" …")


def test_withheld_words_leave_the_claims_in_order(gold: Snapshot) -> None:
    store, text = Store(), NamedNode(NAMESPACE + "text")
    article = gold.base.article(SLUG)
    store.extend(q for q in every_quad(gold) if not (q.subject == article and q.predicate == text))
    assert not list(store.quads_for_pattern(article, text, None, DefaultGraph()))
    html = unescape(pages.article_page(replace(gold, store=store), SLUG) or "")
    assert "not published here as a whole" in html
    assert 'id="char=' in html
    assert 'id="claim-' in html


def test_withheld_sentences_give_their_place(gold: Snapshot) -> None:
    words = {NamedNode(NAMESPACE + "text"), NamedNode(NAMESPACE + "repairedText")}
    store = Store()
    store.extend(quad for quad in every_quad(gold) if quad.predicate not in words)
    held = replace(gold, store=store)
    assert "Sentence at characters 0 to 182" in (pages.article_page(held, SLUG) or "")
    assert "The words of this sentence are not published" in (
        pages.entity_page(held, "norway") or ""
    )


def test_a_sentence_opens_the_original_at_its_words(gold: Snapshot) -> None:
    html = unescape(pages.article_page(gold, "uk-new-zealand") or "")
    assert (
        'href="https://westferrytimes.com/?p=26554#:~:text=In%20a%20significant%20move%20to,'
        in html
    )
    assert "#:~:text=" not in (pages.article_page(gold, SLUG) or "")
