from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from loader.check import Judgement, Measured, read_gold, read_judgements, render, run, tally
from loader.check.gold import Gold
from loader.claims import Claim, Code, Reading, Ref, Statement
from loader.curation import is_a
from loader.errors import DataError
from tests.loader.check.readings import (
    FACTS,
    perfect_readings,
    seed_articles,
    seed_gold,
    without,
)


@pytest.fixture(scope="module")
def gold() -> Gold:
    return seed_gold()


@pytest.fixture(scope="module")
def perfect(gold: Gold) -> tuple[Reading, ...]:
    return perfect_readings(gold)


def measured(gold: Gold, readings: tuple[Reading, ...], *judged: Judgement) -> Measured:
    return run(gold, seed_articles(), readings, judged=judged, is_a=is_a).rules


def with_claim(reading: Reading, claim: Claim) -> Reading:
    return replace(reading, claims=(*reading.claims, claim))


def test_the_facts_file_is_read_whole(gold: Gold) -> None:
    assert len(gold.facts) == 276
    assert len(gold.entities) == 97


@pytest.mark.parametrize("rename", ["", "minted"])
def test_the_facts_against_themselves_are_all_found_and_nothing_else(
    gold: Gold, rename: str
) -> None:
    found = measured(gold, perfect_readings(gold, rename))
    assert (len(found.matches), len(found.missing), len(found.extras)) == (276, 0, 0)
    assert all(check.right for check in found.status)
    assert len(found.status) == 67


def test_an_empty_reading_finds_nothing_and_says_nothing_false(gold: Gold) -> None:
    empty = tuple(Reading(article.slug, (), {}) for article in seed_articles())
    counted = tally(measured(gold, empty))
    assert (counted.missing, counted.right, counted.false, counted.recall) == (276, 0, 0, 0.0)


@pytest.mark.parametrize("predicate", ["about", "location", "purpose", "value", "madeBy"])
def test_taking_a_relation_away_loses_its_facts_and_no_others(
    gold: Gold, perfect: tuple[Reading, ...], predicate: str
) -> None:
    found = measured(gold, without(perfect, predicate))
    lost = {fact.saying.statement.predicate for fact in found.missing}
    assert lost == {predicate}
    whole = sum(fact.saying.statement.predicate == predicate for fact in gold.facts)
    assert tally(found, predicate=predicate).missing == whole
    assert not found.extras


def test_a_fact_read_in_the_next_sentence_is_missing_and_its_statement_false(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    first = perfect[0]
    index = next(i for i, c in enumerate(first.claims) if c.statements[0].predicate == "madeBy")
    moved = replace(first.claims[index], passage=first.claims[index].passage + 1)
    claims = (*first.claims[:index], moved, *first.claims[index + 1 :])
    found = measured(gold, (replace(first, claims=claims), *perfect[1:]))
    assert [fact.saying.statement.predicate for fact in found.missing] == ["madeBy"]
    assert [extra.saying.statement.predicate for extra in found.extras] == ["madeBy"]


def test_what_a_speaker_says_is_not_found_where_it_is_read_as_asserted(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    claims = tuple(replace(c, modality="Asserted", speaker=None) for c in perfect[0].claims)
    found = measured(gold, (replace(perfect[0], claims=claims), *perfect[1:]))
    quoted = [fact for fact in gold.facts if fact.saying.modality == "Quoted"]
    assert {fact.saying.speaker for fact in found.missing} == {quoted[0].saying.speaker}
    assert tally(found).missing == sum(f.saying.article == perfect[0].article for f in quoted)


def test_the_words_of_another_speaker_are_not_the_same_claim(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    second = perfect[1]
    claims = tuple(replace(c, speaker="norway") if c.speaker else c for c in second.claims)
    found = measured(gold, (perfect[0], replace(second, claims=claims)))
    assert {fact.saying.modality for fact in found.missing} == {"Quoted"}


def test_a_wrong_status_is_counted_apart_from_the_facts_it_colours(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    def done(claim: Claim) -> Claim:
        if claim.statements[0].predicate != "status":
            return claim
        told = claim.statements[0]
        return replace(claim, statements=(replace(told, object=Code("Cancelled")),))

    readings = tuple(replace(r, claims=tuple(map(done, r.claims))) for r in perfect)
    found = measured(gold, readings)
    assert {fact.kind for fact in found.missing} == {"status"}
    assert not any(check.right for check in found.status)


def test_a_node_satisfies_a_short_edge_and_its_parts_are_not_false(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    def as_node(number: int, claim: Claim) -> Claim:
        told = claim.statements[0]
        if told.predicate != "participatesIn":
            return claim
        node = Ref(f"part-{number}")
        parts = (("participant", told.subject), ("activity", told.object))
        return replace(claim, statements=tuple(Statement(node, *part) for part in parts))

    readings = tuple(
        replace(r, claims=tuple(as_node(n, c) for n, c in enumerate(r.claims))) for r in perfect
    )
    found = measured(gold, readings)
    assert not found.missing
    assert not found.extras


def test_a_short_edge_is_right_but_does_not_satisfy_the_facts_of_a_node(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    bare = without(without(without(perfect, "participant"), "activity"), "role")
    passage = next(
        claim.passage
        for claim in perfect[1].claims
        if claim.statements[0].object == Ref("exercise-tamber-shield")
    )
    edge = Statement(Ref("norway"), "participatesIn", Ref("exercise-tamber-shield"))
    second = with_claim(bare[1], Claim(passage, (edge,), "rule:test"))
    found = measured(gold, (bare[0], second))
    assert tally(found, predicate="participant").missing == 9
    assert not [x for x in found.extras if x.saying.statement == edge]


def test_an_invented_statement_is_false_until_it_is_judged_right(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    claim = Claim(0, (Statement(Ref("norway"), "leads", Ref("nato")),), "rule:test")
    readings = (with_claim(perfect[0], claim), *perfect[1:])
    false = tally(measured(gold, readings))
    assert (false.false, round(false.precision, 3)) == (1, 0.996)
    verdict = Judgement(perfect[0].article, 0, "norway leads nato", "right", "the text says so")
    assert tally(measured(gold, readings, verdict)).false == 0


def test_facts_that_rules_alone_do_not_find_count_as_found_by_hand(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    result = run(gold, seed_articles(), perfect[1:], perfect, is_a=is_a)
    assert result.both is not None
    counted = tally(result.both, kind="purpose")
    assert counted.by_hand == sum(
        f.kind == "purpose" and f.saying.article == perfect[0].article for f in gold.facts
    )
    assert result.rules.missing
    assert "Rules and curation log" in render(result, explain=True)


def test_the_report_is_the_same_whatever_the_order_of_claims(
    gold: Gold, perfect: tuple[Reading, ...]
) -> None:
    backwards = tuple(
        replace(reading, claims=reading.claims[::-1], things=dict(reversed(reading.things.items())))
        for reading in perfect[::-1]
    )
    one = run(gold, seed_articles(), perfect, is_a=is_a)
    other = run(gold, seed_articles(), backwards, is_a=is_a)
    assert render(one, explain=True) == render(other, explain=True)


def test_a_missing_facts_file_names_the_option(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="--facts"):
        read_gold(tmp_path / "none.json", seed_articles())


def test_facts_about_a_changed_article_are_refused() -> None:
    changed = [replace(article, sha256="0" * 64) for article in seed_articles()]
    with pytest.raises(DataError, match="differs from the text"):
        read_gold(FACTS, changed)


def test_a_judgement_without_reason_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "judged.json"
    path.write_text('[{"article": "a", "start": 0, "statement": "x leads y", "verdict": "right",'
                    ' "reason": ""}]')  # fmt: skip
    with pytest.raises(DataError, match="entry 0"):
        read_judgements(path)


def test_a_judgement_outlives_a_better_slug(gold: Gold) -> None:
    verdict = Judgement("000-156a7cccb437b179", 0, "norway leads luxon-uk-visit", "wrong", "no")
    for rename in ("", "minted"):
        first, second = perfect_readings(gold, rename)
        visit = next(c for c in first.claims if c.statements[0].predicate == "dateText")
        edge = Statement(Ref("norway"), "leads", visit.statements[0].subject)
        readings = (with_claim(first, Claim(0, (edge,), "rule:test")), second)
        assert [extra.verdict for extra in measured(gold, readings, verdict).extras] == ["wrong"]
