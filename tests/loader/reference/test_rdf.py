"""Reference data as RDF: types, labels, codes and links, and no facts."""

from collections import Counter

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

from loader.reference import load_reference, reference_quads
from ontology import NAMESPACE
from ontology.iris import Base

BASE = Base("https://data.example/")
SAME, CLOSE = "owl#sameAs", "core#closeMatch"


def quads(*mentioned: str) -> list[Quad]:
    return list(reference_quads(load_reference(), BASE, mentioned))


def stated(slug: str, *mentioned: str) -> list[tuple[str, str]]:
    """Give ``(last part of the predicate, object)`` of a thing in the reference graph."""
    return [
        (quad.predicate.value.rpartition("/")[2], str(quad.object))
        for quad in quads(*mentioned)
        if quad.subject == BASE.thing(slug) and quad.graph_name == BASE.graph("reference")
    ]


def test_all_states_are_published_and_of_the_rest_what_is_mentioned() -> None:
    subjects = {quad.subject for quad in quads("nato") if BASE.iri in str(quad.subject)}
    assert len(subjects) == 198
    assert BASE.thing("nato") in subjects
    assert BASE.thing("aukus") not in subjects


def test_only_type_labels_codes_and_links_are_stated() -> None:
    everything = quads(*load_reference().entities)
    predicates = {quad.predicate.value for quad in everything}
    assert {name.rpartition("#")[2].rpartition("/")[2] for name in predicates} == {
        "type", "label", "altLabel", "notation", "lat", "long", "unMember", "sameAs",
        "exactMatch", "closeMatch", "source",
    }  # fmt: skip
    ours = [quad for quad in everything if quad.predicate.value.startswith(NAMESPACE)]
    assert {quad.predicate.value for quad in ours} == {f"{NAMESPACE}unMember"}


def test_the_reference_graph_and_the_default_graph_say_the_same() -> None:
    graphs = Counter(quad.graph_name for quad in quads("nato", "lima"))
    assert set(graphs) == {BASE.graph("reference"), DefaultGraph()}
    assert len(set(graphs.values())) == 1


def test_each_thing_has_one_label_and_its_other_names_beside_it() -> None:
    found = stated("norway")
    assert [text for name, text in found if name.endswith("#label")] == ['"Norway"@en']
    assert ("core#altLabel", '"Kingdom of Norway"@en') in found
    labels = Counter(
        quad.subject
        for quad in quads(*load_reference().entities)
        if quad.predicate.value.endswith("#label") and quad.graph_name == DefaultGraph()
    )
    assert set(labels.values()) == {1}


def test_codes_have_a_datatype_for_their_scheme() -> None:
    codes = [text for name, text in stated("afghanistan") if name == "core#notation"]
    assert codes == [
        f'"AF"^^<{NAMESPACE}IsoAlpha2>',
        f'"AFG"^^<{NAMESPACE}IsoAlpha3>',
        f'"004"^^<{NAMESPACE}IsoNumeric>',
        f'"700"^^<{NAMESPACE}CowNumber>',
        f'"AFG"^^<{NAMESPACE}CowAbbreviation>',
    ]


@pytest.mark.parametrize(
    ("slug", "target", "predicate"),
    [
        ("norway", "http://www.wikidata.org/entity/Q20", SAME),
        ("nato", "http://dbpedia.org/resource/NATO", SAME),
        ("shape", "http://dbpedia.org/resource/Supreme_Headquarters_Allied_Powers_Europe", CLOSE),
        ("holy-see", "http://www.wikidata.org/entity/Q237", CLOSE),
        ("airbus", "http://www.wikidata.org/entity/Q2311", CLOSE),
        ("nato", "https://ror.org/05xagc088", "core#exactMatch"),
    ],
)
def test_a_link_is_as_strong_as_its_evidence(slug: str, target: str, predicate: str) -> None:
    assert [name for name, text in stated(slug, slug) if text == f"<{target}>"] == [predicate]


def test_the_source_of_each_link_stands_beside_it() -> None:
    everything = quads(*load_reference().entities)
    targets = {
        quad.object
        for quad in everything
        if isinstance(quad.object, NamedNode) and not quad.object.value.startswith(NAMESPACE)
    }
    sources = {quad.subject for quad in everything if quad.predicate.value.endswith("/source")}
    assert len(targets) > 1000
    assert targets == sources


def test_membership_of_the_united_nations_is_told_of_each_state() -> None:
    told = [quad for quad in quads() if quad.predicate.value == f"{NAMESPACE}unMember"]
    values = Counter(quad.object.value for quad in told if isinstance(quad.object, Literal))
    assert values == {"true": 386, "false": 8}
