"""Status and qualifiers of flat facts."""

from __future__ import annotations

import pytest

from tests.loader.score.house import facts


@pytest.mark.parametrize(
    ("stage", "cue", "status"),
    [
        ("Underway", "", "done"),
        ("Completed", "", "done"),
        ("Planned", "will", "planned"),
        ("Planned", "is expected to", "expected"),
        ("Committed", "has pledged to", "planned"),
        ("Proposed", "would", "planned"),
        ("Cancelled", "", "denied"),
    ],
)
def test_a_stage_becomes_the_status(stage: str, cue: str, status: str) -> None:
    (found,) = facts(f"fiji leads drill; drill status :{stage}", cue=cue)
    assert found[4] == status


def test_what_talks_are_about_is_being_negotiated_until_it_is_concluded() -> None:
    said = "fiji partyTo pact; pact status :{}; tonga participatesIn talks; talks about pact"
    proposed = facts(said.format("Proposed"))
    assert [(s, p, status) for s, p, _, _, status in proposed] == [
        ("tonga", "negotiating", "negotiating")
    ]
    assert {s: status for s, _, _, _, status in facts(said.format("Concluded"))}["fiji"] == "done"


def test_talks_that_are_only_planned_are_planned() -> None:
    (found,) = facts("fiji participatesIn talks; talks about pact; talks status :Planned")
    assert found[4] == "planned"


def test_what_is_denied_is_denied_whatever_its_stage() -> None:
    (found,) = facts("fiji leads drill; drill status :Planned", modality="Denied")
    assert found[4] == "denied"


def test_the_stage_is_that_of_the_same_sentence_before_that_of_another() -> None:
    found = facts("drill status :Completed", "fiji leads drill; drill status :Planned")
    assert [status for *_, status in found] == ["planned"]


def test_a_sentence_without_a_stage_of_its_own_takes_that_of_another() -> None:
    found = facts("drill status :Planned", "fiji leads drill")
    assert [status for *_, status in found] == ["planned"]


def test_a_cue_of_intention_stands_for_a_stage_that_is_not_stated() -> None:
    found = facts("fiji leads drill", "drill status :Completed", cue="will")
    assert [status for *_, status in found] == ["planned"]


@pytest.mark.parametrize(
    ("said", "qualifiers"),
    [
        (
            "part participant fiji; part activity drill; part role :Trainer; part startDate @2031",
            {"role": "trainer", "date": "2031"},
        ),
        (
            "part participant fiji; part activity drill; count figureOf part;"
            "count measure :Personnel; count value #300",
            {"n": 300},
        ),
        (
            "longer-part participant fiji; longer-part activity watch; longer-part follows part;"
            "longer-part endDate @2032-12; longer-part dateText 'until_the_end_of_2032",
            {"until": "2032"},
        ),
        ("ana-vuli holdsPost minister; minister postIn fiji", {"of": "fiji"}),
        (
            "ana-vuli participatesIn visit; visit location suva; visit startDate @2031-05-04",
            {"date": "2031-05-04"},
        ),
        (
            "fiji buysUnder boat-deal; coral-works suppliesUnder boat-deal;"
            "boat-deal item sea-drone; figure figureOf boat-deal; figure measure :ContractValue;"
            "figure value #45000000; figure unit 'CAD; count figureOf boat-deal;"
            "count measure :Quantity; count value #12",
            {
                "from": "coral-works",
                "quantity": 12,
                "value": {"amount": 45000000, "currency": "CAD"},
            },
        ),
        (
            "fiji participatesIn transfer; transfer beneficiary tonga; transfer item sea-drone",
            {"asset": "sea-drone"},
        ),
    ],
)
def test_what_else_is_told_becomes_qualifiers(said: str, qualifiers: dict[str, object]) -> None:
    assert qualifiers in [q for _, _, _, q, _ in facts(said)]


def test_the_end_of_december_is_not_taken_for_the_whole_year() -> None:
    (found,) = facts("drill endDate @2032-12; drill dateText 'until_December_2032")
    assert found[2] == "2032-12"
