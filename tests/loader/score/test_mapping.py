"""The table from the ontology's statements to the closed list, case by case."""

from __future__ import annotations

from dataclasses import replace

import pytest

from loader.reading.bodies import RULE, SHIP_RULE
from loader.score import predict
from loader.score.mapping import EDGES, FOLDS, PREDICATES
from tests.loader.score.house import facts, read

Case = tuple[str, tuple[str, ...], tuple[str, str, object]]

CASES: list[Case] = [
    ("partyTo", ("fiji partyTo pact",), ("fiji", "partyTo", "pact")),
    ("partyTo", ("fiji buysUnder boat-deal",), ("fiji", "partyTo", "boat-deal")),
    ("signedOn", ("pact signedDate @2031-05-04",), ("pact", "signedOn", "2031-05-04")),
    ("inForceOn", ("pact inForceDate @2032",), ("pact", "inForceOn", "2032")),
    ("replaces", ("pact replaces old-pact",), ("pact", "replaces", "old-pact")),
    (
        "agreementValue",
        (
            "figure figureOf boat-deal; figure measure :ContractValue; figure value #45000000;"
            "figure unit 'CAD",
        ),
        ("boat-deal", "agreementValue", {"amount": 45000000, "currency": "CAD"}),
    ),
    ("agreementTopic", ("pact topic 'reef_patrols",), ("pact", "agreementTopic", "reef patrols")),
    ("agreementTopic", ("pact about koro-sea",), ("pact", "agreementTopic", "Koro Sea")),
    (
        "agreementTopic",
        ("boat-deal item sea-drone",),
        ("boat-deal", "agreementTopic", "Sea Drone"),
    ),
    (
        "negotiating",
        ("fiji participatesIn talks; talks about pact; talks status :Underway",),
        ("fiji", "negotiating", "pact"),
    ),
    (
        "negotiating",
        ("minister participatesIn talks; talks about pact", "minister postIn tonga"),
        ("tonga", "negotiating", "pact"),
    ),
    ("leads", ("fiji leads drill",), ("fiji", "leads", "drill")),
    ("leads", ("ana-vuli leads reef-group",), ("ana-vuli", "leads", "reef-group")),
    (
        "leads",
        ("part participant fiji; part activity watch; part role :Lead",),
        ("fiji", "leads", "watch"),
    ),
    (
        "participatesIn",
        ("fns-moana participatesIn drill",),
        ("fns-moana", "participatesIn", "drill"),
    ),
    (
        "participatesIn",
        ("part participant fiji; part activity drill",),
        ("fiji", "participatesIn", "drill"),
    ),
    (
        "hosts",
        ("part participant tonga; part activity drill; part role :Host",),
        ("tonga", "hosts", "drill"),
    ),
    ("takesPlaceIn", ("drill location koro-sea",), ("drill", "takesPlaceIn", "koro-sea")),
    ("takesPlaceIn", ("voyage destination koro-sea",), ("voyage", "takesPlaceIn", "koro-sea")),
    ("trains", ("course beneficiary fiji-navy",), ("course", "trains", "fiji-navy")),
    ("startsOn", ("drill startDate @2031-05",), ("drill", "startsOn", "2031-05")),
    ("endsOn", ("drill endDate @2031-05-09",), ("drill", "endsOn", "2031-05-09")),
    (
        "personnelCount",
        ("figure figureOf drill; figure measure :Personnel; figure value #1200",),
        ("drill", "personnelCount", 1200),
    ),
    (
        "personnelCount",
        ("figure figureOf drill; figure measure :PersonnelIntended; figure value #70",),
        ("drill", "personnelCount", 70),
    ),
    (
        "trainedCount",
        ("figure figureOf course; figure measure :PersonnelToTrain; figure value #30",),
        ("course", "trainedCount", 30),
    ),
    (
        "trainedCount",
        ("figure figureOf course; figure measure :PersonnelTrained; figure value #90",),
        ("course", "trainedCount", 90),
    ),
    (
        "extendsCommitmentTo",
        ("longer-part participant fiji; longer-part activity watch; longer-part follows part",),
        ("fiji", "extendsCommitmentTo", "watch"),
    ),
    ("operates", ("fns-moana operatedBy fiji-navy",), ("fiji-navy", "operates", "fns-moana")),
    ("operates", ("fns-moana belongsTo fiji",), ("fiji", "operates", "fns-moana")),
    ("operates", ("fns-moana partOf reef-group",), ("reef-group", "operates", "fns-moana")),
    ("operates", ("reef-group belongsTo fiji-navy",), ("fiji-navy", "operates", "reef-group")),
    (
        "manufactures",
        ("sea-drone madeBy coral-works",),
        ("coral-works", "manufactures", "sea-drone"),
    ),
    (
        "contributesAsset",
        ("part participant fiji; part activity watch; part item fns-moana",),
        ("fiji", "contributesAsset", "watch"),
    ),
    (
        "supplies",
        ("fiji participatesIn transfer; transfer beneficiary tonga; transfer item sea-drone",),
        ("fiji", "supplies", "tonga"),
    ),
    (
        "buys",
        ("fiji buysUnder boat-deal; boat-deal item sea-drone",),
        ("fiji", "buys", "sea-drone"),
    ),
    (
        "buys",
        ("part participant tonga; part activity transfer; part role :Buyer;transfer item frigate",),
        ("tonga", "buys", "frigate"),
    ),
    ("classOf", ("fns-moana assetType moana-class",), ("fns-moana", "classOf", "moana-class")),
    ("basedIn", ("reef-group basedIn suva",), ("reef-group", "basedIn", "suva")),
    ("basedIn", ("coral-works hasSiteIn suva",), ("coral-works", "basedIn", "suva")),
    (
        "headquarteredIn",
        ("coral-works headquarteredIn tonga",),
        ("coral-works", "headquarteredIn", "tonga"),
    ),
    (
        "holdsOffice",
        ("ana-vuli holdsPost minister; minister postIn fiji",),
        ("ana-vuli", "holdsOffice", "Defence Minister"),
    ),
    (
        "holdsOffice",
        ("ana-vuli hasTenure tenure; tenure tenureOf minister; minister postIn fiji",),
        ("ana-vuli", "holdsOffice", "Defence Minister"),
    ),
    (
        "visits",
        ("ana-vuli participatesIn visit; visit location suva",),
        ("ana-vuli", "visits", "suva"),
    ),
    (
        "visits",
        ("ana-vuli participatesIn visit; visit about fns-moana",),
        ("ana-vuli", "visits", "fns-moana"),
    ),
    (
        "meets",
        ("ana-vuli participatesIn meeting; sione-taufa participatesIn meeting",),
        ("ana-vuli", "meets", "sione-taufa"),
    ),
    ("memberOf", ("fiji memberOf ocean-forum",), ("fiji", "memberOf", "ocean-forum")),
    (
        "leadsCoalition",
        ("fiji leads reef-coalition",),
        ("fiji", "leadsCoalition", "reef-coalition"),
    ),
]


@pytest.mark.parametrize(("predicate", "said", "wanted"), CASES)
def test_a_statement_of_ours_becomes_the_flat_fact(
    predicate: str, said: tuple[str, ...], wanted: tuple[str, str, object]
) -> None:
    found = [(s, p, o) for s, p, o, _, _ in facts(*said)]
    assert wanted in found
    assert predicate == wanted[1]


def test_every_predicate_has_a_row_and_a_case() -> None:
    assert {row.predicate for row in (*EDGES, *FOLDS)} | {"says"} == set(PREDICATES)
    assert {case[0] for case in CASES} | {"says"} == set(PREDICATES)


@pytest.mark.parametrize(
    "said",
    [
        "fns-moana assetType frigate",
        "fiji-navy belongsTo fiji",
        "fiji participatesIn visit",
        "fiji supports tonga",
        "fns-moana location koro-sea",
        "tenure status :Ended; ana-vuli hasTenure tenure; tenure tenureOf minister",
        "figure figureOf drill; figure measure :Expenditure; figure value #5",
    ],
)
def test_what_the_list_has_no_predicate_for_becomes_no_fact(said: str) -> None:
    assert facts(said) == []


def test_who_leads_a_coalition_is_not_said_to_be_a_member_too() -> None:
    found = facts("fiji leads reef-coalition; fiji memberOf reef-coalition")
    assert [(s, p) for s, p, *_ in found] == [("fiji", "leadsCoalition")]


def test_a_contract_whose_topic_is_told_is_not_about_its_items_too() -> None:
    found = facts("boat-deal item sea-drone; boat-deal topic 'new_boats")
    assert [(p, o) for _, p, o, _, _ in found] == [("agreementTopic", "new boats")]


def test_a_host_does_not_visit() -> None:
    parts = "part participant ana-vuli; part activity visit; part role :Host"
    found = facts(f"{parts}; sione-taufa participatesIn visit; visit location suva")
    assert [(s, p) for s, p, *_ in found] == [("sione-taufa", "visits")]


def test_a_longer_commitment_is_no_second_part() -> None:
    rows = "longer-part participant fiji; longer-part activity watch; longer-part follows part"
    assert [p for _, p, *_ in facts(rows)] == ["extendsCommitmentTo"]


def test_each_asset_contributed_is_a_fact_of_its_own() -> None:
    found = facts(
        "part participant fiji; part activity watch; part item fns-moana; part item sea-drone"
    )
    assets = [q["asset"] for _, p, _, q, _ in found if p == "contributesAsset"]
    assert sorted(map(str, assets)) == ["fns-moana", "sea-drone"]


def test_a_fact_of_two_passages_stands_once_with_the_first() -> None:
    assert len(facts("fiji leads drill", "fiji leads drill")) == 1


def test_figures_of_two_stages_stand_once_each() -> None:
    first = "figure figureOf drill; figure measure :Personnel; figure value #300"
    again = (
        "count figureOf drill; count measure :Personnel; count value #300; drill status :Planned"
    )
    found = facts(f"{first}; drill status :Underway", again)
    assert [status for _, _, _, _, status in found] == ["done", "planned"]


def test_ends_of_a_node_that_two_passages_state_are_joined() -> None:
    found = facts("ana-vuli participatesIn visit", "visit location suva")
    assert [(s, p, o) for s, p, o, _, _ in found] == [("ana-vuli", "visits", "suva")]


@pytest.mark.parametrize("rule", [RULE, SHIP_RULE])
def test_what_a_name_alone_implies_is_no_fact_of_the_text(rule: str) -> None:
    reading, article = read("fns-moana belongsTo fiji")
    (claim,) = reading.claims
    implied = replace(reading, claims=(replace(claim, maker=f"rule:{rule}"),))
    assert predict(reading, article).facts
    assert not predict(implied, article).facts


def test_a_figure_of_an_intention_is_planned_and_one_beside_it_done() -> None:
    found = facts(
        "figure figureOf course; figure measure :PersonnelToTrain; figure value #90;"
        "course status :Underway",
        "count figureOf course; count measure :PersonnelTrained; count value #40;"
        "course status :Underway",
    )
    told = {(o, status) for _, p, o, _, status in found if p == "trainedCount"}
    assert told == {(90, "planned"), (40, "done")}


def test_a_number_of_one_party_is_a_qualifier_of_its_part() -> None:
    found = facts(
        "figure figureOf part; figure measure :Personnel; figure value #300;"
        "part participant fiji; part activity drill"
    )
    assert [(s, p, o, q) for s, p, o, q, _ in found] == [
        ("fiji", "participatesIn", "drill", {"n": 300})
    ]
