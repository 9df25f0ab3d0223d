"""The scores of the three worked pairs, counted by hand."""

from __future__ import annotations

import pytest

from loader.score import Result, Scored, Tally, render, score
from tests.loader.score.worked import first, second, third


@pytest.fixture(scope="module")
def scores() -> tuple[Scored, Scored, Scored]:
    return score(*first()), score(*second()), score(*third())


def test_facts_are_counted_by_predicate(scores: tuple[Scored, ...]) -> None:
    assert [dict(one.predicates) for one in scores] == [
        {"leads": Tally(1, 0, 0), "participatesIn": Tally(1, 1, 0)},
        {"holdsOffice": Tally(1, 1, 0), "meets": Tally(1, 1, 0), "says": Tally(0, 0, 1)},
        {"signedOn": Tally(0, 1, 1), "agreementValue": Tally(1, 0, 0), "buys": Tally(1, 0, 0)},
    ]


def test_the_joint_score_wants_the_status_too_and_takes_expected_for_planned(
    scores: tuple[Scored, ...],
) -> None:
    assert [one.joint for one in scores] == [Tally(1, 2, 1), Tally(2, 2, 1), Tally(2, 1, 1)]


def test_apart_the_status_must_be_the_very_one(scores: tuple[Scored, ...]) -> None:
    assert [one.status for one in scores] == [Tally(0, 2), Tally(2, 0), Tally(2, 0)]


def test_mentions_are_right_by_offsets_and_type_or_by_overlap_and_type(
    scores: tuple[Scored, ...],
) -> None:
    assert [one.strict for one in scores] == [Tally(2, 2, 3), Tally(3, 0, 0), Tally(4, 0, 0)]
    assert [one.relaxed for one in scores] == [Tally(3, 1, 2), Tally(3, 0, 0), Tally(4, 0, 0)]


def test_an_entity_counts_as_found_by_any_mention_of_its_type(scores: tuple[Scored, ...]) -> None:
    assert [one.entities for one in scores] == [Tally(3, 1, 1), Tally(3, 0, 0), Tally(4, 0, 0)]


def test_links_are_compared_where_gold_has_one(scores: tuple[Scored, ...]) -> None:
    assert [one.links for one in scores] == [Tally(1, 1, 0), Tally(), Tally()]


def test_qualifiers_are_slots_of_the_facts_that_match(scores: tuple[Scored, ...]) -> None:
    assert [one.qualifiers for one in scores] == [Tally(), Tally(1, 0, 0), Tally(2, 1, 1)]


TABLE = """\
3 articles            gold found right     P     R    F1
signedOn                 1     1     0  0.00  0.00  0.00
agreementValue           1     1     1  1.00  1.00  1.00
leads                    1     1     1  1.00  1.00  1.00
participatesIn           1     2     1  0.50  1.00  0.67
buys                     1     1     1  1.00  1.00  1.00
holdsOffice              1     2     1  0.50  1.00  0.67
meets                    1     2     1  0.50  1.00  0.67
says                     1     0     0     –  0.00  0.00

all facts                8    10     6  0.60  0.75  0.67
offices                  1     2     1  0.50  1.00  0.67
quotations               1     0     0     –  0.00  0.00
all others               6     8     5  0.62  0.83  0.71
all, with status         8    10     5  0.50  0.62  0.56

names                 gold found right     P     R    F1
mentions, strict        12    11     9  0.82  0.75  0.78
mentions, relaxed       12    11    10  0.91  0.83  0.87
entities                11    11    10  0.91  0.91  0.91
qualifiers               4     4     3  0.75  0.75  0.75

links right 0.50 (1 of 2), linked 1.00 (2 of 2)
status right 0.67 (4 of 6) of facts found
evidence found – (0 of 0)
unsupported 0
"""


def test_the_table_adds_them_up(scores: tuple[Scored, ...]) -> None:
    shown = render(Result(scores)).splitlines()
    assert [line.partition("  F1 95 %")[0] for line in shown] == TABLE.splitlines()


def test_the_intervals_come_from_a_seeded_draw(scores: tuple[Scored, ...]) -> None:
    shown = render(Result(scores))
    assert shown == render(Result(scores))
    assert "F1 95 %: " in shown


def test_another_score_stands_beside(scores: tuple[Scored, ...]) -> None:
    lines = render(Result(scores[:1]), Result(scores[1:2])).splitlines()
    assert lines[0].endswith("| seeds: gold found right     P     R    F1")
    (office,) = [line for line in lines if line.startswith("holdsOffice")]
    assert office.split("|")[1].split() == ["1", "2", "1", "0.50", "1.00", "0.67"]
