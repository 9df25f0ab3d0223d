"""Activities without a name: which they are, whose, and what is said of plans and hearsay."""

from __future__ import annotations

import pytest

from loader.articles import Article
from loader.claims import Reading
from loader.reading import read_article
from loader.score import predict


def read(text: str) -> tuple[Reading, Article]:
    article = Article("one", text, "0" * 64, "a test", published="2031-04-02")
    return read_article(article), article


def written(value: object) -> str:
    return f"{value:g}" if isinstance(value, float) else str(value)


def facts(text: str) -> set[tuple[str, str, str, str]]:
    """Give subject, predicate, object and status in names."""
    told = predict(*read(text))
    names = {id_: entity.name for id_, entity in told.entities.items()}
    return {
        (names[f.subject], f.predicate, names.get(str(f.object)) or written(f.object), f.status)
        for f in told.facts
    }


def test_what_an_agreement_is_about_is_yet_to_come() -> None:
    found = facts("Kenya and Uganda signed a pact on joint patrols in Lake Victoria.")
    assert ("Joint patrols", "takesPlaceIn", "Lake Victoria", "planned") in found


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The alleged deployment of Kenyan troops to Oman is false.", "denied"),
        ("Media wrote of the alleged deployment of Kenyan troops to Oman.", None),
        ("Kenya denied that it had withdrawn its troops from Oman.", None),
    ],
)
def test_hearsay_is_denied_or_left_out(text: str, status: str | None) -> None:
    told = {s for _, p, _, s in facts(text) if p in ("participatesIn", "takesPlaceIn")}
    assert told == ({status} if status else set())


def test_who_takes_part_in_what_was_spoken_of_three_sentences_in_a_row() -> None:
    found = facts(
        "Exercise Blue Condor began on Monday. Ships of Chile and Peru took part. "
        "In all, 940 sailors participated."
    )
    assert ("Peru", "participatesIn", "Exercise Blue Condor", "done") in found
    assert {o for _, p, o, _ in found if p == "personnelCount"} == {"940"}


def test_a_number_of_one_party_is_no_number_of_the_exercise() -> None:
    found = facts("Some 300 Danish sailors took part in Exercise Blue Condor.")
    assert not any(p == "personnelCount" for _, p, _, _ in found)


def test_the_next_edition_is_another_exercise() -> None:
    found = facts(
        "Exercise Blue Condor ended on Monday in Chile. "
        "The next edition of the exercise will be held in Peru in 2033."
    )
    places = {(s, o) for s, p, o, _ in found if p == "takesPlaceIn"}
    assert places == {("Exercise Blue Condor", "Chile"), ("Next edition", "Peru")}


def test_their_navies_are_forces_only_where_the_article_names_them() -> None:
    one = "Chile and Peru agreed on joint patrols by their navies."
    assert {s for s, p, _, _ in facts(one) if p == "participatesIn"} == {"Chile", "Peru"}
    named = facts(one + " The Chilean Navy is ready.")
    assert {s for s, p, _, _ in named if p == "participatesIn"} == {"Chilean Navy", "Peru"}


def test_every_part_has_one_participant() -> None:
    reading, _ = read(
        "Exercise Blue Condor ended. Chile was represented by the frigate HMCS Ottawa."
    )
    parts: dict[str, set[str]] = {}
    for claim in reading.claims:
        for one in claim.statements:
            if one.predicate == "participant":
                parts.setdefault(one.subject.slug, set()).add(str(one.object))
    assert len(parts) == 2
    assert all(len(found) == 1 for found in parts.values())


def test_it_is_the_mission_that_the_sentence_before_was_about() -> None:
    found = facts(
        "Operation Northern Light was launched in 2029. Since then it has trained 700 Kenyan "
        "soldiers."
    )
    assert ("Operation Northern Light", "trains", "Kenya", "done") in found


def test_a_ship_that_leaves_for_a_deployment_is_on_it() -> None:
    found = facts("HDMS Absalon left Copenhagen for a regularly scheduled deployment to Iceland.")
    assert ("HDMS Absalon", "participatesIn", "HDMS Absalon deployment", "done") in found
    assert ("HDMS Absalon deployment", "takesPlaceIn", "Iceland", "done") in found


def test_the_strike_group_is_no_squadron_named_since() -> None:
    found = facts(
        "The Nimitz Carrier Strike Group met Helicopter Squadron 8. "
        "The strike group conducted joint drills."
    )
    assert {s for s, p, _, _ in found if p == "participatesIn"} == {"Nimitz Carrier Strike Group"}


def test_an_extended_part_is_whole_and_so_is_the_one_before() -> None:
    text = "Canada will extend its participation in Operation Northern Light until 2033."
    reading, _ = read(text)
    told: dict[str, set[str]] = {}
    for claim in reading.claims:
        for one in claim.statements:
            if one.subject.slug in reading.things:
                told.setdefault(reading.things[one.subject.slug].label, set()).add(one.predicate)
    parts = {"Canada in Operation Northern Light", "Canada in Operation Northern Light, extended"}
    assert parts <= set(told)
    assert all({"participant", "activity", "status"} <= told[part] for part in parts)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Peru ended its participation in Operation Blue Condor.", "Ended"),
        ("Peru withdrew from Operation Blue Condor.", "Ended"),
        ("Peru will end its participation in Operation Blue Condor.", "Underway"),
        ("Peru is to pull out of Operation Blue Condor.", "Underway"),
    ],
)
def test_what_ended_goes_on_no_more(text: str, status: str) -> None:
    reading, _ = read(text)
    told = [s for claim in reading.claims for s in claim.statements if s.predicate == "status"]
    assert {getattr(s.object, "name", "") for s in told} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Chilean warships and Peruvian jets took part in Exercise Blue Condor.",
        "Two nations took part in Exercise Blue Condor, including Chile and Peru.",
        "Helicopters from Chile and Peru joined Exercise Blue Condor.",
    ],
)
def test_whose_ships_take_part_takes_part(text: str) -> None:
    found = facts(text)
    for state in ("Chile", "Peru"):
        assert (state, "participatesIn", "Exercise Blue Condor", "done") in found


def test_where_drills_are_held_is_not_who_takes_part() -> None:
    found = facts("Six nations will take part in drills in several countries, including Chile.")
    assert not any(subject == "Chile" for subject, *_ in found)


def test_who_leads_in_front_is_not_the_mission_itself() -> None:
    found = facts("Led by Canada, the multinational exercise in Latvia includes Spain and Italy.")
    assert {(s, p) for s, p, *_ in found if p in ("leads", "participatesIn")} == {
        ("Canada", "leads"),
        ("Spain", "participatesIn"),
        ("Italy", "participatesIn"),
    }


def test_counterparts_train_with_each_other() -> None:
    found = facts("Chilean marines trained with their Peruvian counterparts in Punta Arenas.")
    assert {s for s, p, *_ in found if p == "participatesIn"} >= {"Peru"}
