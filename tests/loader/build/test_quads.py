"""How a reading is laid out in graphs."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Store

from loader.articles.model import Article
from loader.build.naming import Names, placed
from loader.build.publishing import content_hash
from loader.build.quads import reading_quads
from loader.build.vocabulary import LABEL, A, term
from loader.claims import Reading
from ontology.iris import Base
from tests.support.readings import read_small, small_article

BASE = Base("https://data.example/entente/")
ARTICLE = small_article(7, published="2031-05", published_basis="its dateline", title="Cold Shoal")
READING = read_small(ARTICLE)
NAMES = Names(READING, BASE)
GRAPH = NAMES.article
DEFAULT = DefaultGraph()


def stored(article: Article = ARTICLE, reading: Reading = READING) -> Store:
    store = Store()
    store.extend(reading_quads(reading, article, BASE))
    return store


@pytest.fixture(scope="module")
def store() -> Store:
    return stored()


def objects(
    store: Store, subject: NamedNode, predicate: str, graph: NamedNode | DefaultGraph = GRAPH
) -> set[str]:
    found = store.quads_for_pattern(subject, term(predicate), None, graph)
    return {getattr(quad.object, "value", "") for quad in found}


def test_a_claims_graph_holds_what_it_states_and_nothing_else(store: Store) -> None:
    for claim in READING.claims:
        graph = NAMES.claim(claim)
        found = {quad.triple for quad in store.quads_for_pattern(None, None, None, graph)}
        assert found == {NAMES.triple(statement) for statement in claim.statements}


def test_what_is_asserted_is_merged_and_what_is_quoted_is_not(store: Store) -> None:
    led, said, _ = READING.claims
    assert all(placed(NAMES.triple(statement)) in store for statement in led.statements)
    assert placed(NAMES.triple(said.statements[0])) not in store


def test_every_named_graph_is_the_article_or_one_of_its_claims(store: Store) -> None:
    graphs = {graph.value for graph in store.named_graphs() if isinstance(graph, NamedNode)}
    assert graphs == {GRAPH.value, *(NAMES.claim(claim).value for claim in READING.claims)}
    assert all(value.startswith(f"{GRAPH.value}#claim-") for value in graphs - {GRAPH.value})


def test_the_default_graph_repeats_the_articles_graph_but_for_mentions(store: Store) -> None:
    described = {quad.triple for quad in store.quads_for_pattern(None, None, None, GRAPH)}
    merged = {quad.triple for quad in store.quads_for_pattern(None, None, None, DEFAULT)}
    mention = BASE.mention(ARTICLE.slug, 0, 7)
    assert {triple.subject for triple in described - merged} == {mention}


def test_a_claim_is_described_with_its_passage_speaker_cue_and_maker(store: Store) -> None:
    led, said, counted = (NAMES.claim(claim) for claim in READING.claims)
    assert objects(store, led, "inPassage") == {f"{GRAPH.value}#char=0,{READING.passages[0].end}"}
    assert objects(store, led, "cue") == {"will"}
    assert objects(store, said, "modality") == {term("Quoted").value}
    assert objects(store, said, "attributedTo") == {BASE.thing("karin-holm").value}
    quoted = READING.quotations[0].ref.slug
    assert objects(store, said, "inQuotation") == {f"{GRAPH.value}#{quoted}"}
    assert objects(store, led, "prov:wasGeneratedBy") == {f"{BASE.iri}rule/leads"}
    assert objects(store, counted, "prov:wasGeneratedBy") == {f"{BASE.iri}curator/ann-berg"}
    assert objects(store, counted, "confidence") == {"0.9"}


def test_passage_text_is_the_exact_source_with_the_repaired_text_beside_it(store: Store) -> None:
    whole, mended = (NAMES.passage_at(number) for number in (0, 2))
    assert objects(store, mended, "text") == {ARTICLE.text[READING.passages[2].start :]}
    assert "Ć" in objects(store, mended, "text").pop()
    assert objects(store, mended, "repairedText") == {READING.passages[2].repaired}
    assert objects(store, whole, "repairedText") == set()


def test_a_quotation_has_its_words_speaker_and_passages(store: Store) -> None:
    node = NAMES.ref(READING.quotations[0].ref)
    assert objects(store, node, "text", DEFAULT) == {"We stand with Iceland,"}
    assert objects(store, node, "speaker", DEFAULT) == {BASE.thing("karin-holm").value}
    assert objects(store, node, "inPassage", DEFAULT) == {NAMES.passage_at(1).value}


def test_only_things_that_the_article_introduces_are_described_in_its_graph(store: Store) -> None:
    assert objects(store, BASE.thing("kattegat"), "rdfs:label") == {"Kattegat"}
    assert objects(store, BASE.thing("kattegat"), "skos:altLabel") == {"The Kattegat"}
    assert objects(store, BASE.thing("denmark"), "rdfs:label") == set()
    label = next(iter(store.quads_for_pattern(BASE.thing("kattegat"), LABEL, None, DEFAULT)))
    assert label.object == Literal("Kattegat", language="en")


def test_what_is_known_of_an_article_is_stated_and_the_rest_left_out(store: Store) -> None:
    assert objects(store, GRAPH, "dcterms:title") == {"Cold Shoal"}
    assert objects(store, GRAPH, "contentHash") == {ARTICLE.sha256}
    assert objects(store, GRAPH, "dateBasis") == {"its dateline"}
    assert objects(store, GRAPH, "dcterms:publisher") == set()
    (published,) = store.quads_for_pattern(GRAPH, term("published"), None, GRAPH)
    assert published.object == Literal("2031-05", datatype=term("xsd:gYearMonth"))


def test_the_full_text_is_published_where_the_setting_says_so(store: Store) -> None:
    assert objects(store, GRAPH, "text", DEFAULT) == {ARTICLE.text}


def test_setting_passages_shows_only_passages_that_carry_claims() -> None:
    reading = replace(READING, claims=READING.claims[:1])
    store = stored(replace(ARTICLE, publish_text="passages"), reading)
    assert objects(store, GRAPH, "text") == set()
    assert objects(store, NAMES.passage_at(0), "text") == {READING.passages[0].text}
    hidden = NAMES.passage_at(1)
    assert objects(store, hidden, "text") == set()
    assert objects(store, hidden, "contentHash") == {content_hash(READING.passages[1].text)}


def test_setting_offsets_publishes_no_run_of_the_articles_words() -> None:
    store = stored(replace(ARTICLE, publish_text="offsets"))
    texts = list(store.quads_for_pattern(None, term("text"), None, None))
    assert texts == []
    assert list(store.quads_for_pattern(None, term("cue"), None, None)) == []
    assert list(store.quads_for_pattern(None, term("repairedText"), None, None)) == []
    assert objects(store, NAMES.passage_at(0), "end") == {str(READING.passages[0].end)}


def test_an_unknown_publishing_setting_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match=r"'some'.*full, passages, offsets"):
        stored(replace(ARTICLE, publish_text="some"))


def test_a_claim_keeps_its_name_whoever_makes_it_and_changes_it_with_its_modality() -> None:
    led = READING.claims[0]
    assert NAMES.claim(replace(led, maker="curator:Ann Berg")) == NAMES.claim(led)
    assert NAMES.claim(replace(led, modality="Denied")) != NAMES.claim(led)


def test_a_maker_that_is_no_rule_or_curator_is_refused() -> None:
    with pytest.raises(ValueError, match="rule:ID or curator:NAME"):
        NAMES.maker("magic")


def test_an_address_that_is_no_iri_is_kept_as_text() -> None:
    store = stored(replace(ARTICLE, address="see page 4"))
    (quad,) = store.quads_for_pattern(GRAPH, term("dcterms:source"), None, GRAPH)
    assert quad.object == Literal("see page 4")


def test_nothing_published_is_a_blank_node(store: Store) -> None:
    assert all(isinstance(quad.subject, NamedNode) for quad in store)
    assert {quad.object for quad in store.quads_for_pattern(None, A, None, GRAPH)} >= {
        term("Claim"), term("Passage"), term("Quotation"), term("Mention"), term("Article")
    }  # fmt: skip


def test_a_described_event_that_is_only_denied_is_of_a_class_in_the_denials_graph_alone() -> None:
    """The list of all talks must not hold talks that are denied."""
    figure = f"{ARTICLE.slug}-soldiers"
    *others, counted = READING.claims
    denial = replace(counted, modality="Denied")
    store = stored(reading=replace(READING, claims=(*others, denial)))
    graphs = {
        quad.graph_name for quad in store.quads_for_pattern(NAMES.thing(figure), A, term("Figure"))
    }
    assert graphs == {NAMES.claim(denial)}
    assert objects(store, NAMES.thing(figure), "rdfs:label", DEFAULT)


def test_what_has_a_name_stays_of_its_class_though_all_said_of_it_is_denied(store: Store) -> None:
    led, *others = READING.claims
    store = stored(reading=replace(READING, claims=(replace(led, modality="Denied"), *others)))
    assert "Exercise" in str(
        objects(store, NAMES.thing("exercise-cold-shoal-7"), "rdf:type", DEFAULT)
    )
