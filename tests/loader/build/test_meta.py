"""The dataset's description of itself, and the table of names."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, Store

from loader.build.compile import UnfitError
from loader.build.harmonise import common_descriptions, touched_only
from loader.build.makers import Maker, maker_triples
from loader.build.vocabulary import dated, term
from loader.claims import Thing
from ontology import checking, prefixes_for
from ontology.dataset import SEARCH, STORE, current_snapshot
from ontology.files import Question, gallery
from ontology.iris import Base
from ontology.names import named_things
from tests.support.readings import build_small, read_small, small_article

BASE = Base()
PREFIXES = """
PREFIX ent: <https://w3id.org/entente/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX void: <http://rdfs.org/ns/void#>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX dcat: <http://www.w3.org/ns/dcat#>
"""


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("meta")
    build_small(out, [small_article(1), small_article(2)])
    return current_snapshot(out)


@pytest.fixture(scope="module")
def store(snapshot: Path) -> Store:
    return Store.read_only(str(snapshot / STORE))


def ask(store: Store, query: str) -> list[tuple[str, ...]]:
    result = store.query(PREFIXES + query)
    assert isinstance(result, QuerySolutions)
    width = range(len(result.variables))
    return sorted(tuple(str(getattr(row[n], "value", "")) for n in width) for row in result)


def pairs(store: Store, query: str) -> dict[str, str]:
    return {row[0]: row[1] for row in ask(store, query)}


def in_meta(pattern: str) -> str:
    return f"GRAPH <{BASE.graph('meta').value}> {{ {pattern} }}"


def test_partitions_count_what_a_query_counts(store: Store) -> None:
    part = in_meta("?d void:classPartition ?x . ?x void:class ?c ; void:entities ?n")
    described = ask(store, f"SELECT ?c ?n {{ {part} }}")
    counted = ask(store, "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c")
    assert len(described) > 20
    assert described == [row for row in counted if "void#" not in row[0]]


def test_properties_add_up_to_the_triples_of_the_default_graph(store: Store) -> None:
    pattern = in_meta("?d void:propertyPartition/void:triples ?n")
    (described,) = ask(store, f"SELECT (SUM(?n) AS ?all) {{ {pattern} }}")
    (stated,) = ask(store, f"SELECT ?n {{ {in_meta(f'<{BASE.iri}> void:triples ?n')} }}")
    (counted,) = ask(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")
    assert described == stated == counted


def test_linksets_count_links_to_other_datasets(store: Store) -> None:
    pattern = in_meta(
        "?d void:subset ?l . ?l a void:Linkset ; void:linkPredicate ?p ; void:triples ?n ;"
        " void:objectsTarget/foaf:homepage ?t"
    )
    told = ask(store, f"SELECT ?t ?p ?n {{ {pattern} }}")
    wikidata = {row[1]: int(row[2]) for row in told if row[0] == "https://www.wikidata.org/"}
    same = term("owl:sameAs").value
    assert wikidata[same] >= 195
    begin = 'FILTER (STRSTARTS(STR(?o), "http://www.wikidata.org/"))'
    ((counted,),) = ask(store, f"SELECT (COUNT(*) AS ?n) {{ ?s <{same}> ?o {begin} }}")
    assert wikidata[same] == int(counted)


def test_prefixes_are_declared_for_editors(store: Store) -> None:
    pattern = in_meta("?d sh:declare [ sh:prefix ?p ; sh:namespace ?n ]")
    told = pairs(store, f"SELECT ?p ?n {{ {pattern} }}")
    assert told == prefixes_for(BASE.iri)


def test_example_queries_are_data_and_can_be_run(store: Store) -> None:
    pattern = in_meta("?q a sh:SPARQLExecutable ; rdfs:label ?l ; sh:select ?text")
    told = ask(store, f"SELECT ?l ?text {{ {pattern} }}")
    assert len(told) == len(gallery(BASE.iri)) >= 23
    for label, text in told:
        assert label.endswith("?")
        assert isinstance(store.query(text), QuerySolutions)


def test_downloads_are_described_and_there(store: Store, snapshot: Path) -> None:
    pattern = in_meta("?d dcat:distribution [ dcat:downloadURL ?u ; dcat:mediaType ?m ]")
    told = pairs(store, f"SELECT ?u ?m {{ {pattern} }}")
    assert len(told) == 4
    assert all((snapshot / address.rpartition("/")[2]).is_file() for address in told)


def test_what_made_a_claim_is_described_for_plain_queries(store: Store) -> None:
    made = "SELECT DISTINCT ?m ?l { ?c a ent:Claim ; prov:wasGeneratedBy ?m . ?m rdfs:label ?l }"
    assert ask(store, made) == [
        (f"{BASE.iri}curator/ann-berg", "Ann Berg"),
        (f"{BASE.iri}rule/leads", "leads"),
        (f"{BASE.iri}rule/support", "support"),
    ]


def test_a_known_rule_comes_with_its_description_and_examples() -> None:
    rule = Maker("leads", "Leads", "Who leads what.", ("Chile leads the drill.",))
    triples = list(maker_triples(["rule:leads", "rule:leads"], BASE, {"leads": rule}))
    found = {(triple.predicate, getattr(triple.object, "value", "")) for triple in triples}
    assert (term("dcterms:description"), "Who leads what.") in found
    assert (term("skos:example"), "Chile leads the drill.") in found
    assert len(triples) == 4


def test_the_meta_graph_stays_out_of_the_default_graph(store: Store) -> None:
    dataset = NamedNode(BASE.iri)
    assert list(store.quads_for_pattern(dataset, None, None, DefaultGraph())) == []
    assert list(store.quads_for_pattern(dataset, None, None, BASE.graph("meta")))


def found(snapshot: Path, words: str) -> list[str]:
    with sqlite3.connect(f"file:{snapshot / SEARCH}?mode=ro", uri=True) as connection:
        query = "SELECT slug FROM words JOIN thing ON thing.id = words.rowid WHERE words MATCH ?"
        slugs = [slug for (slug,) in connection.execute(query, (words,))]
    connection.close()
    return sorted(slugs)


def test_names_are_found_by_word_prefix_and_folded_letters(snapshot: Path) -> None:
    assert found(snapshot, "shoal") == ["exercise-cold-shoal-1", "exercise-cold-shoal-2"]
    assert found(snapshot, "katte*") == ["kattegat"]
    assert "cote-divoire" in found(snapshot, "cote") + found(snapshot, "ivo*")


def test_a_named_thing_has_its_classes_and_other_names(store: Store) -> None:
    table = {named.slug: named for named in named_things(store, BASE)}
    kattegat = table["kattegat"]
    assert (kattegat.label, kattegat.names, kattegat.kinds) == (
        "Kattegat",
        ("The Kattegat",),
        ("Place",),
    )
    assert table["exercise-cold-shoal-1"].kinds == ("Exercise",)
    assert "Activity" in table["exercise-cold-shoal-1"].classes
    assert list(table) == sorted(table)


def test_a_thing_has_the_label_that_most_articles_give_it() -> None:
    readings = [read_small(small_article(number)) for number in (1, 2, 3)]
    other = Thing("kattegat", ("Place",), "Cattegat")
    readings[0].things["kattegat"] = other
    common = common_descriptions(readings)
    assert common.apply(readings[1]) is readings[1]
    assert common.apply(readings[0]).things["kattegat"] == Thing(
        "kattegat", ("Place",), "Kattegat", ("Cattegat",)
    )
    assert common == common_descriptions(readings[::-1])


def test_what_reference_data_describes_no_article_does() -> None:
    reading = read_small(small_article(1))
    reading.things["iceland"] = Thing("iceland", ("State",), "Republic of Iceland")
    common = common_descriptions([reading], {"iceland"})
    assert common.apply(reading).things["iceland"].origin == "reference"


def test_things_that_nothing_touches_are_dropped() -> None:
    reading = read_small(small_article(1))
    reading.things["ghost"] = Thing("ghost", ("Vessel",), "Ghost ship")
    assert reading.things.keys() - touched_only(reading).things.keys() == {"ghost"}


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="'May 2031' is no date"):
        dated("May 2031")


def test_an_example_query_that_fails_stops_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = Question("99-broken", "Is it broken?", "SELECT ?x { ?x a ent:State }")
    monkeypatch.setattr(checking, "gallery", lambda base: (*gallery(base), bad))
    with pytest.raises(UnfitError, match="gallery/99-broken: Is it broken"):
        build_small(tmp_path)
    assert not (tmp_path / "current").exists()


def test_a_build_tells_how_many_example_queries_have_an_answer(tmp_path: Path) -> None:
    found = build_small(tmp_path).counts["examples"]
    assert 3 <= found <= len(gallery(BASE.iri))
