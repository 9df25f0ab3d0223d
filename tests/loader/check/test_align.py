from __future__ import annotations

import pytest

from tests.loader.check.house import compare, said, same


def test_a_minted_thing_is_known_by_what_is_stated_of_it() -> None:
    found = compare(["boat belongsTo samoa"], ["vessel-1 belongsTo samoa"])
    assert same(found)["vessel-1"] == "boat"
    assert not found.missing


def test_a_thing_with_a_name_is_never_taken_for_an_unnamed_one() -> None:
    found = compare(["boat belongsTo samoa"], ["nafanua belongsTo samoa"])
    assert "nafanua" not in same(found)
    assert len(found.missing) == len(found.extras) == 1


def test_a_thing_of_another_kind_is_not_taken_for_it() -> None:
    found = compare(["boat belongsTo samoa"], ["figure-1 belongsTo samoa"])
    assert "figure-1" not in same(found)


def test_a_broader_type_is_good_enough() -> None:
    found = compare(["shield status Planned"], ["exercise-1 status Planned"])
    assert same(found)["exercise-1"] == "shield"


def test_two_nodes_of_one_sentence_are_told_apart_by_their_ends() -> None:
    facts = [
        "samoa-part participant samoa",
        "samoa-part activity shield",
        "tonga-part participant tonga",
        "tonga-part activity shield",
    ]
    lines = [
        "part-2 participant samoa",
        "part-2 activity exercise-1",
        "part-1 participant tonga",
        "part-1 activity exercise-1",
    ]
    found = compare(facts, list(lines))
    assert not found.missing
    assert same(found)["part-2"] == "samoa-part"


def test_one_thing_is_not_taken_for_two() -> None:
    facts = ["samoa-part participant samoa", "tonga-part participant tonga"]
    found = compare(facts, ["part-1 participant samoa", "part-1 participant tonga"])
    assert len(found.matches) == len(found.missing) == len(found.extras) == 1


@pytest.mark.parametrize(
    ("fact", "line", "agrees"),
    [
        ("figure value 1200", "figure-1 value 1200.0", True),
        ("figure value 1200", "figure-1 value 1201", False),
        ('figure unit "WST"', 'figure-1 unit "wst"', True),
        ('shield endDate "2031-07"', 'exercise-1 endDate "2031-07-31"', False),
        ('shield dateText "next July"', 'exercise-1 dateText "in July next"', True),
        ('shield purpose "guard the reef"', 'exercise-1 purpose "to guard its reef well"', True),
        ('shield purpose "guard the reef"', 'exercise-1 purpose "catch more fish"', False),
        ("samoa alliedWith tonga", "tonga alliedWith samoa", True),
        ("samoa leads shield", "tonga leads exercise-1", False),
        ("shield status Planned", "exercise-1 status Underway", False),
    ],
)
def test_objects_agree_by_what_the_relation_takes(fact: str, line: str, agrees: bool) -> None:
    assert bool(compare([fact], [line]).matches) is agrees


@pytest.mark.parametrize(
    ("span", "agrees"), [((0, 85), True), ((0, 70), False), ((50, 150), False)]
)
def test_sentences_agree_where_they_overlap_by_four_fifths(
    span: tuple[int, int], agrees: bool
) -> None:
    found = compare(["samoa leads shield"], [said("samoa leads exercise-1", span)])
    assert bool(found.matches) is agrees


def test_one_statement_satisfies_one_fact_only() -> None:
    facts = ['shield purpose "guard the reef"', 'shield purpose "guard the reef and the port"']
    found = compare(facts, ['exercise-1 purpose "guard the reef and the port"'])
    assert [match.fact.id for match in found.matches] == ["F1"]
