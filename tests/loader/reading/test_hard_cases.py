"""The hard cases of the two seed articles, read by rules alone."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from loader.articles import Article, read_articles
from loader.claims import Claim, Code, Literal, Reading, Ref
from loader.reading import read_article

SEEDS = Path(__file__).parents[3] / "seeds"


@pytest.fixture(scope="module")
def articles() -> Mapping[str, Article]:
    found = {a.slug: a for a in read_articles([SEEDS]) if isinstance(a, Article)}
    assert len(found) == 2
    return found


@pytest.fixture(scope="module")
def readings(articles: Mapping[str, Article]) -> Mapping[str, Reading]:
    return {slug: read_article(article) for slug, article in articles.items()}


def claims(reading: Reading, words: str) -> list[Claim]:
    """Give the claims of the one passage that holds the words."""
    (index,) = [i for i, p in enumerate(reading.passages) if words in p.repaired]
    return [claim for claim in reading.claims if claim.passage == index]


def triples(found: list[Claim]) -> set[tuple[str, str, str]]:
    def say(term: Ref | Code | Literal) -> str:
        if isinstance(term, Ref):
            return term.slug
        return term.name if isinstance(term, Code) else term.text

    return {(s.subject.slug, s.predicate, say(s.object)) for c in found for s in c.statements}


def of_type(reading: Reading, name: str) -> set[str]:
    return {slug for slug, thing in reading.things.items() if name in thing.types}


def test_every_claim_stands_byte_for_byte_in_its_article(
    articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> None:
    for slug, reading in readings.items():
        assert len(reading.claims) > 40
        for passage in reading.passages:
            assert articles[slug].text[passage.start : passage.end] == passage.text
        for claim in reading.claims:
            assert 0 <= claim.passage < len(reading.passages)


def test_capital_that_resolves_something_is_its_government(
    readings: Mapping[str, Reading],
) -> None:
    reading = readings["uk-new-zealand"]
    found = triples(claims(reading, "Wellington"))
    assert ("new-zealand", "supports", "ukraine") in found
    assert "wellington" not in reading.things


def test_two_countries_are_the_pair_of_the_article(readings: Mapping[str, Reading]) -> None:
    found = triples(claims(readings["uk-new-zealand"], "The two countries"))
    assert {s for s, p, o in found if (p, o) == ("memberOf", "five-eyes")} == {
        "new-zealand",
        "united-kingdom",
    }


def test_agreement_of_2015_is_another_and_is_replaced(readings: Mapping[str, Reading]) -> None:
    found = triples(claims(readings["uk-new-zealand"], "signed in 2015"))
    ((new, _, old),) = [t for t in found if t[1] == "replaces"]
    assert new != old
    assert (old, "signedDate", "2015") in found
    assert (new, "status", "Proposed") in found
    assert (old, "status", "InForce") in found


def test_planned_is_never_read_as_done(readings: Mapping[str, Reading]) -> None:
    reading = readings["uk-new-zealand"]
    for words in ("is set to welcome", "is expected to unveil", "will be supplied"):
        stages = {o for s, p, o in triples(claims(reading, words)) if p == "status"}
        assert stages == {"Planned"}, words


def test_figures_of_two_articles_stand_side_by_side(readings: Mapping[str, Reading]) -> None:
    values = {
        (slug, o)
        for slug, reading in readings.items()
        for s, p, o in triples(list(reading.claims))
        if p == "value"
    }
    assert {("uk-new-zealand", "54000"), ("uk-norway", "51000")} <= values


def test_count_without_a_named_operation_is_not_given_to_one(
    readings: Mapping[str, Reading],
) -> None:
    found = triples(claims(readings["uk-norway"], "Over 51,000"))
    assert not any(o.startswith("operation-") for _, _, o in found)


def test_extent_of_one_part_leaves_room_for_another(readings: Mapping[str, Reading]) -> None:
    found = triples(claims(readings["uk-norway"], "only nation joining"))
    assert tuple(
        next(o for _, p, o in found if p == wanted) for wanted in ("extent", "status")
    ) == ("full duration", "Committed")
    other = triples(claims(readings["uk-new-zealand"], "HMNZS Te Kaha"))
    assert any(p == "participant" and o == "hmnzs-te-kaha" for _, p, o in other)


def test_unnamed_ship_stays_unnamed_and_its_articles_own(readings: Mapping[str, Reading]) -> None:
    reading = readings["uk-norway"]
    found = triples(claims(reading, "A Norwegian frigate"))
    (ship,) = {s for s, p, o in found if (p, o) == ("belongsTo", "norway")}
    assert ship.startswith("uk-norway-")
    assert not reading.things[ship].named
    assert reading.things[ship].label.endswith("(unnamed)")


def test_quotations_belong_to_their_speakers(readings: Mapping[str, Reading]) -> None:
    quoted = {
        (slug, claim.speaker)
        for slug, reading in readings.items()
        for claim in reading.claims
        if claim.modality == "Quoted"
    }
    assert {("uk-new-zealand", "keir-starmer"), ("uk-norway", "john-healey")} <= quoted
    speakers = [q.speaker for q in readings["uk-norway"].quotations]
    assert speakers == ["john-healey", "john-healey", "tore-sandvik"]
    ((first, second),) = [q.passages for q in readings["uk-new-zealand"].quotations]
    assert second == first + 1


def test_headings_and_credit_state_nothing(
    articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> None:
    reading, text = readings["uk-norway"], articles["uk-norway"].text
    outside = [m for m in reading.mentions if m.start >= text.index("Main Image")]
    assert outside == []
    assert not any("Tryon" in thing.label for thing in reading.things.values())
    assert not any(p.text.startswith("Responding to") for p in reading.passages)


def test_weekday_is_counted_from_the_dateline_with_its_basis(
    articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> None:
    found = claims(readings["uk-new-zealand"], "on Tuesday")
    dated = [c for c in found if any(s.predicate == "startDate" for s in c.statements)]
    assert {c.date_basis is not None for c in dated} == {True}
    assert {o for _, p, o in triples(dated) if p == "dateText"} == {"Tuesday"}


def test_weekday_without_dateline_is_left_open(articles: Mapping[str, Article]) -> None:
    article = articles["uk-new-zealand"]
    bare = Article(article.slug, article.text, article.sha256, article.source)
    found = triples(claims(read_article(bare), "on Tuesday"))
    assert {o for _, p, o in found if p == "dateText"} == {"Tuesday"}
    assert not any(p in ("startDate", "endDate") for _, p, _ in found)


def test_damaged_name_is_linked_and_its_passage_kept(readings: Mapping[str, Reading]) -> None:
    reading = readings["uk-norway"]
    (passage,) = [p for p in reading.passages if "RFA Proteus" in p.text]
    assert "BodĆø" in passage.text
    assert "Bodø" in passage.repaired
    assert any(o == "bodo" for _, p, o in triples(claims(reading, "RFA Proteus")))
    assert len(reading.repairs) == 9


def test_visit_to_a_ship_in_a_town_is_no_visit_to_a_state(
    readings: Mapping[str, Reading],
) -> None:
    found = triples(claims(readings["uk-norway"], "toured the UK ship"))
    assert not any(p == "location" and o == "united-kingdom" for _, p, o in found)
    assert any(s == "rfa-proteus" and p == "carries" for s, p, _ in found)
