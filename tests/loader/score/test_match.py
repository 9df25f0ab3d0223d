"""When a fact found is the fact of gold."""

from __future__ import annotations

import pytest

from loader.score import Tally, score
from loader.score.literals import normal, overlap
from loader.score.mapping import PREDICATES
from tests.loader.score.house import article, entity, fact

TEXT = "Fiji and Tonga sent Ana Vuli and Sione Taufa to Exercise Deep Lagoon off Suva Point."
CAST = [
    entity("f", "State", "Fiji"),
    entity("t", "State", "Tonga"),
    entity("a", "Person", "Ana Vuli"),
    entity("s", "Person", "Sione Taufa"),
    entity("d", "Exercise", "Exercise Deep Lagoon", "Deep Lagoon"),
    entity("p", "Place", "Suva Point"),
]


def counted(gold: list[dict[str, object]], found: list[dict[str, object]]) -> Tally:
    one, other = article(TEXT, CAST, *gold), article(TEXT, CAST, *found)
    return score(one, other, TEXT).of(PREDICATES)


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (fact("a", "meets", "s"), fact("s", "meets", "a"), True),
        (fact("f", "leads", "d"), fact("f", "participatesIn", "d"), False),
        (fact("f", "leads", "d"), fact("t", "leads", "d"), False),
        (fact("f", "visits", "t"), fact("t", "visits", "f"), False),
        (fact("d", "personnelCount", 1200), fact("d", "personnelCount", "1,200"), True),
        (fact("d", "personnelCount", 1200), fact("d", "personnelCount", 1201), False),
        (fact("d", "startsOn", "2031-05"), fact("d", "startsOn", "2031"), False),
        (fact("d", "startsOn", "--05-12"), fact("d", "startsOn", "--05-12"), True),
        (fact("a", "holdsOffice", "Chief of Navy"), fact("a", "holdsOffice", "Navy Chief"), True),
        (fact("a", "holdsOffice", "Chief of Navy"), fact("a", "holdsOffice", "Navy"), True),
        (fact("a", "holdsOffice", "Chief of Navy"), fact("a", "holdsOffice", "Captain"), False),
        (fact("a", "says", ""), fact("a", "says", "We sail"), True),
        (fact("a", "says", "“We sail”"), fact("a", "says", "We sail"), True),
        (fact("a", "says", "We sail"), fact("a", "says", "We stay"), False),
        (fact("a", "visits", "suva point"), fact("a", "visits", "p"), True),
    ],
)
def test_facts_match_by_predicate_and_roles(
    gold: dict[str, object], found: dict[str, object], right: bool
) -> None:
    assert counted([gold], [found]) == (Tally(1, 0, 0) if right else Tally(0, 1, 1))


def test_quotations_without_words_count_by_number() -> None:
    gold = [fact("a", "says", ""), fact("a", "says", "")]
    found = [fact("a", "says", words) for words in ("We sail", "We stay", "We wait")]
    assert counted(gold, found) == Tally(2, 1, 0)


def test_the_better_match_comes_first() -> None:
    gold = [fact("a", "holdsOffice", "Chief of Navy"), fact("a", "holdsOffice", "Navy Chief Pilot")]
    found = [fact("a", "holdsOffice", "Navy Chief")]
    scored = score(article(TEXT, CAST, *gold), article(TEXT, CAST, *found), TEXT)
    assert [one.object for one, _ in scored.facts.pairs] == ["Chief of Navy"]


def test_predicates_that_gold_does_not_hold_count_as_false() -> None:
    assert counted([], [fact("f", "memberOf", "t")]) == Tally(0, 1, 0)


def test_entities_are_the_same_by_their_mentions_not_their_ids() -> None:
    gold = article(TEXT, CAST, fact("f", "leads", "d"))
    others = [entity("1", "State", "Fiji"), entity("2", "Operation", "Lagoon off")]
    found = article(TEXT, others, fact("1", "leads", "2"))
    assert score(gold, found, TEXT).of(PREDICATES) == Tally(1, 0, 0)


def test_two_found_for_one_of_gold_make_the_second_fact_false() -> None:
    others = [entity("1", "State", "Fiji"), *CAST[1:], entity("2", "Exercise", "Deep Lagoon")]
    gold = article(TEXT, CAST, fact("f", "leads", "d"))
    found = article(TEXT, others, fact("1", "leads", "d"), fact("1", "leads", "2"))
    assert score(gold, found, TEXT).of(PREDICATES) == Tally(1, 1, 0)


def test_a_passage_that_does_not_stand_there_is_told() -> None:
    gold = article(TEXT, CAST)
    good = fact("f", "leads", "d") | {"start": 0, "end": 4, "evidence": "Fiji"}
    bad = fact("t", "leads", "d") | {"start": 0, "end": 4, "evidence": "Tonga"}
    assert score(gold, article(TEXT, CAST, good, bad), TEXT).evidence == Tally(1, 1)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"amount": 45000000, "currency": "CAD"}, {"amount": "45,000,000.0", "currency": "cad"}),
        ("Reef  Patrols", "reef patrols"),
        ("2031-05-04T00:00:00", "2031-05-04"),
        (12.0, 12),
    ],
)
def test_literals_are_compared_by_what_they_mean(one: object, other: object) -> None:
    assert normal(one) == normal(other)  # type: ignore[arg-type]


def test_words_that_carry_no_meaning_do_not_count() -> None:
    assert overlap("the Chief of the Navy", "Navy Chief") == 1.0
    assert overlap("", "Navy") == 0.0


def test_a_base_may_be_infrastructure_or_a_place() -> None:
    gold, found = (
        article("Corvo Base shut.", [entity("b", kind, "Corvo Base")])
        for kind in ("Infrastructure", "Place")
    )
    scored = score(gold, found, "Corvo Base shut.")
    assert scored.strict == scored.relaxed == scored.entities == Tally(1, 0, 0)
