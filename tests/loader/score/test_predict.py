"""What was read, in the format of gold: offsets, names, evidence, quotations."""

from __future__ import annotations

import hashlib

import pytest

from loader.articles.model import Article
from loader.claims import Claim, Mentioned, Passage, Reading, Ref, Statement, Thing
from loader.reading import read_article
from loader.score import Annotated, predict, rows_of
from tests.loader.score.house import quoting, read

TEXT = (
    "Denmark will lead Exercise Cold Shoal in the Kattegat, the ministry said. "
    "Iceland’s Defence Minister Karin Holm met General Jón Vík in Reykjavik on 4 May 2031.\n\n"
    "“We stand with Denmark,” said Holm. “The sea is ours to keep.”\n"
)


def as_article(text: str) -> Article:
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Article("shoal", text, digest, "shoal.txt", published="2031-05-05")


@pytest.fixture(scope="module")
def found() -> Annotated:
    article = as_article(TEXT)
    return predict(read_article(article), article)


def test_every_mention_and_fact_has_offsets_of_the_raw_text(found: Annotated) -> None:
    mentions = [one for entity in found.entities.values() for one in entity.mentions]
    assert len(mentions) >= 5
    assert all(TEXT[one.start : one.end] == one.text for one in mentions)
    assert len(found.facts) >= 2
    for fact in found.facts:
        assert TEXT[fact.start : fact.end] == fact.evidence
        assert fact.evidence is not None
        assert fact.sentence == fact.evidence[:50]


def test_the_dateline_is_told(found: Annotated) -> None:
    assert rows_of(found)["dateline"] == "2031-05-05"


def test_every_filler_is_an_entity(found: Annotated) -> None:
    assert {fact.subject for fact in found.facts} <= set(found.entities)


def test_known_things_carry_their_links(found: Annotated) -> None:
    assert found.entities["denmark"].wikidata.startswith("Q")


def test_nothing_found_is_unsupported(found: Annotated) -> None:
    assert [fact.unsupported for fact in found.facts if fact.unsupported] == []


def test_a_person_is_named_without_rank() -> None:
    text = "General Jón Vík leads Operation Reef Watch."
    article = as_article(text)
    entities = predict(read_article(article), article).entities
    (person,) = [one for one in entities.values() if one.type == "Person"]
    assert [one.text for one in person.mentions] == ["Jón Vík"]


def told(text: str, thing: Thing, *words: str) -> list[str]:
    """Give the mentions that are made of the words that refer to a thing."""
    places = [(text.index(one), one) for one in words]
    passage = Passage(0, len(text), text, text)
    mentions = tuple(Mentioned(at, at + len(one), 0, thing.slug) for at, one in places)
    claim = Claim(0, (Statement(Ref(thing.slug), "leads", Ref(thing.slug)),), "rule:made-up")
    reading = Reading("shoal", (passage,), {thing.slug: thing}, mentions, (), (claim,))
    entities = predict(reading, as_article(text)).entities
    return [one.text for entity in entities.values() for one in entity.mentions]


def test_words_that_only_refer_back_are_no_mentions() -> None:
    thing = Thing("fns-moana", ("Vessel",), "FNS Moana")
    words = ("The FNS Moana", "the ship", "She")
    assert told("The FNS Moana left. Then the ship met her sister. She waited.", thing, *words) == [
        "FNS Moana"
    ]


def test_a_kind_of_ship_is_no_name_of_a_class() -> None:
    assert told("A frigate left.", Thing("frigate", ("VesselType",), "Frigate"), "frigate") == []


def test_a_ship_is_named_with_its_hull_number() -> None:
    thing = Thing("fns-moana", ("Vessel",), "FNS Moana")
    assert told("The FNS Moana (P 21) left.", thing, "The FNS Moana") == ["FNS Moana (P 21)"]


def test_a_description_around_a_name_is_no_mention_beside_it() -> None:
    thing = Thing("bora", ("WeaponType",), "Bora")
    text = "Two Bora missiles flew."
    assert told(text, thing, "Two Bora missiles", "Bora") == ["Bora"]


def test_a_prefix_that_reads_as_a_pronoun_is_part_of_a_ships_name() -> None:
    thing = Thing("its-moana", ("Vessel",), "ITS Moana")
    assert told("Then ITS Moana left.", thing, "ITS Moana") == ["ITS Moana"]


def test_a_person_in_capitals_is_named_without_the_office() -> None:
    thing = Thing("ana-vik", ("Person",), "Ana Vík")
    assert told("MINISTER VÍK: Welcome.", thing, "MINISTER VÍK") == ["VÍK"]


def test_a_class_is_named_without_the_kind_of_ship() -> None:
    thing = Thing("moana-class", ("VesselType",), "Moana-class patrol boat")
    assert told("A Moana-class patrol boat left.", thing, "Moana-class patrol boat") == [
        "Moana-class"
    ]


def test_what_fills_a_fact_and_has_no_name_keeps_its_description() -> None:
    text = "Fiji led a long drill. It deployed boats."
    drill = Thing("drill", ("Exercise",), "Long drill", named=False)
    voyage = Thing("voyage", ("Deployment",), "Fijian deployment", named=False)
    fiji = Thing("fiji", ("State",), "Fiji")
    passage = Passage(0, len(text), text, text)
    rows = tuple(Statement(Ref("fiji"), "leads", Ref(slug)) for slug in ("drill", "voyage"))
    mentions = (Mentioned(0, 4, 0, "fiji"), Mentioned(9, 21, 0, "drill"))
    things = {thing.slug: thing for thing in (drill, voyage, fiji)}
    claim = Claim(0, rows, "rule:made-up")
    reading = Reading("shoal", (passage,), things, mentions, (), (claim,))
    entities = predict(reading, as_article(text)).entities
    assert [one.text for one in entities["drill"].mentions] == ["long drill"]
    assert [one.text for one in entities["voyage"].mentions] == ["deployed"]


def test_an_interrupted_quotation_is_said_once() -> None:
    text = (
        "“We sail,” said Ana Vuli. “We sail at dawn, and nobody stays behind at the quay.”\n“No.”"
        "\nThe ship sailed. “Late.”"
    )
    first, second = text.index("We"), text.index("We sail at")
    third = text.index("No.")
    spans = [(first, first + 8), (second, text.index("”\n")), (third, third + 3)]
    spans.append((text.index("Late."), text.index("Late.") + 5))
    facts = predict(*quoting(text, spans, "ana-vuli")).facts
    assert [(one.predicate, one.object) for one in facts] == [
        ("says", "We sail,"),
        ("says", "Late."),
    ]


def test_a_long_quotation_is_told_by_its_first_forty_characters() -> None:
    text = "“The reef is older than any of the states that claim it,” she said."
    (fact,) = predict(*quoting(text, [(1, text.index("”"))], "ana-vuli")).facts
    assert fact.object == "The reef is older than any of the states"


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("figure figureOf drill; figure measure :Personnel; figure value #1200", ()),
        ("drill startDate @2031-05-04", ()),
        ("fns-moana operatedBy fiji-navy", ()),
    ],
)
def test_what_stands_in_the_passage_is_borne_out(said: str, wrong: tuple[str, ...]) -> None:
    (fact,) = predict(*read(said)).facts
    assert fact.unsupported == wrong


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        ("figure figureOf drill; figure measure :Personnel; figure value #1200", "1200"),
        ("drill startDate @2031-05-04", "2031-05-04"),
        ("fns-moana operatedBy fiji-navy", "fiji-navy"),
    ],
)
def test_what_the_passage_does_not_hold_is_told(said: str, wrong: str) -> None:
    reading, article = read(said, date_basis=None)
    passage = Passage(0, 1, article.text[0], "Nobody knows.")
    bare = Reading("made-up", (passage,), reading.things, (), (), reading.claims)
    (fact,) = predict(bare, article).facts
    assert wrong in fact.unsupported


def test_names_in_headings_are_mentions_too() -> None:
    text = "DENMARK LEADS DRILL\n\nDenmark leads Exercise Cold Shoal in the Kattegat this week.\n"
    article = as_article(text)
    mentions = predict(read_article(article), article).entities["denmark"].mentions
    assert [one.text for one in mentions] == ["DENMARK", "Denmark"]


def test_the_longer_name_wins_in_a_heading() -> None:
    text = "Moana Reef Group sails\n\nMoana leads Moana Reef Group."
    start = text.index("Moana leads")
    ship, group = Thing("moana", ("Vessel",), "Moana"), Thing("group", ("MilitaryFormation",), "G")
    mentions = (
        Mentioned(start, start + 5, 0, "moana"),
        Mentioned(start + 12, len(text) - 1, 0, "group"),
    )
    passage = Passage(start, len(text), text[start:], text[start:])
    reading = Reading("shoal", (passage,), {"moana": ship, "group": group}, mentions)
    entities = predict(reading, as_article(text)).entities
    assert [one.start for one in entities["group"].mentions] == [0, start + 12]
    assert [one.start for one in entities["moana"].mentions] == [start]
