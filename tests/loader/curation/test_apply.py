from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from typing import Any

import pytest

from loader.articles.model import Article
from loader.claims import Code, Reading, Ref, Statement, Thing
from loader.curation import Curated, apply
from tests.loader.curation.house import ARTICLE, TEXT, THINGS, anchor, log, reading, row, says

Row = dict[str, Any]
PORT = {"slug": "coral-port", "types": ["Facility"], "label": "Port of Apia"}
ADD = row("add", "near Apia", things=[PORT], statements=["exercise-coral-shield near coral-port"])
REJECT = row("reject", "near Apia", rejects=["coral-exercise location apia"])
MERGE = row("merge", keep="exercise-coral-shield", drop="coral-exercise")
DISTINCT = row("distinct", things=["samoa", "tonga"])
NAME = row("name", thing="coral-boat", slug="samoan-patrol-boat", label="Samoan patrol boat")
WITHDRAW = row("withdraw", thing="coral-boat")


def curated(*rows: Row, text: str = TEXT) -> Curated:
    return apply(log(*rows), [reading()], [replace(ARTICLE, text=text)])


def stated(result: Curated, passage: int | None = None) -> set[Statement]:
    return {
        statement
        for claim in result.readings[0].claims
        if passage in (None, claim.passage)
        for statement in claim.statements
    }


def test_an_empty_log_changes_nothing() -> None:
    assert curated().readings == (reading(),)


def test_an_added_claim_stands_in_its_sentence_with_its_curator() -> None:
    added = curated(ADD).readings[0]
    claim = next(c for c in added.claims if c.maker == "curator:Ann Other")
    assert claim.passage == 3
    assert claim.statements == (says("exercise-coral-shield near coral-port"),)
    assert added.things["coral-port"] == Thing(
        "coral-port", ("Facility",), "Port of Apia", origin="curator"
    )


def test_an_added_claim_keeps_cue_speaker_and_quotation() -> None:
    quoted = row(
        "add",
        "nearest friend",
        statements=["samoa alliedWith tonga", "@quotation about tonga"],
        modality="Quoted",
        speaker="lea-tuilagi",
        cue="is our nearest",
        confidence=0.8,
    )
    claim = next(c for c in curated(quoted).readings[0].claims if c.modality == "Quoted")
    quotation = reading().quotations[0].ref
    assert claim.quotation == quotation.slug
    assert Statement(quotation, "about", Ref("tonga")) in claim.statements
    assert claim.cue is not None
    assert TEXT[slice(*claim.cue)] == "is our nearest"
    assert (claim.speaker, claim.confidence) == ("lea-tuilagi", 0.8)


def test_a_sentence_before_a_quotation_can_speak_of_it() -> None:
    before = row("add", "take part", statements=["@quotation speaker lea-tuilagi"])
    spoken = Statement(reading().quotations[0].ref, "speaker", Ref("lea-tuilagi"))
    (claim,) = (c for c in curated(before).readings[0].claims if spoken in c.statements)
    assert (claim.passage, claim.quotation) == (1, None)


def test_a_rejected_statement_stays_out_whichever_rule_finds_it() -> None:
    again = replace(
        reading(), claims=tuple(replace(c, maker="rule:other") for c in reading().claims)
    )
    result = apply(log(REJECT), [again], [ARTICLE])
    assert says("coral-exercise location apia") not in stated(result)
    assert "apia" not in result.readings[0].things


def test_a_rejection_takes_one_statement_of_a_claim_and_leaves_the_rest() -> None:
    gone = row("reject", "next July", rejects=["exercise-coral-shield status Planned"])
    assert stated(curated(gone), 0) == {
        says("samoa participatesIn exercise-coral-shield"),
        says("tonga participatesIn exercise-coral-shield"),
    }


def test_a_rejection_reaches_no_other_sentence() -> None:
    gone = row("reject", "next July", rejects=["coral-boat belongsTo samoa"])
    result = curated(gone)
    assert says("coral-boat belongsTo samoa") in stated(result)
    assert [note.reason for note in result.idle] == ["nothing states any more what this rejects"]


def test_a_replacement_rejects_and_adds_in_one() -> None:
    replaced = row(
        "replace",
        "near Apia",
        rejects=["coral-exercise location apia"],
        statements=["coral-exercise near apia"],
    )
    assert stated(curated(replaced), 3) == {says("coral-exercise near apia")}


def test_a_later_rejection_strikes_an_earlier_addition() -> None:
    later = row("reject", "near Apia", rejects=["exercise-coral-shield near coral-port"])
    assert says("exercise-coral-shield near coral-port") not in stated(curated(ADD, later))
    assert says("exercise-coral-shield near coral-port") in stated(curated(later, ADD))


def test_a_retracted_entry_no_longer_holds() -> None:
    entry = log(REJECT).entries[0].signature.id
    assert curated(REJECT, row("retract", entry=entry)).readings == (reading(),)


def test_a_merged_thing_gives_way_everywhere() -> None:
    result = curated(MERGE)
    merged = result.readings[0]
    assert "coral-exercise" not in merged.things
    assert says("coral-boat participatesIn exercise-coral-shield") in stated(result)
    assert result.renames == {"coral-exercise": "exercise-coral-shield"}
    assert merged.things["exercise-coral-shield"].types == ("Exercise",)
    assert merged.things["exercise-coral-shield"].names == ()


def test_an_entry_may_use_the_slug_that_gave_way() -> None:
    assert says("exercise-coral-shield location apia") not in stated(curated(MERGE, REJECT))


def test_merges_follow_each_other_to_the_end() -> None:
    on = row("merge", keep="samoan-patrol-boat", drop="exercise-coral-shield")
    result = curated(MERGE, on, NAME)
    assert set(result.renames.values()) == {"samoan-patrol-boat"}


def test_a_named_thing_has_its_new_slug_and_label() -> None:
    result = curated(NAME)
    assert result.readings[0].things["samoan-patrol-boat"].label == "Samoan patrol boat"
    assert result.renames == {"coral-boat": "samoan-patrol-boat"}


def test_a_withdrawn_thing_takes_along_what_is_said_of_it() -> None:
    result = curated(WITHDRAW)
    assert not stated(result, 1)
    assert "coral-boat" not in result.readings[0].things
    assert result.retired == {"coral-boat": "the sentence says so"}


def test_applying_twice_changes_nothing_more() -> None:
    entries = log(ADD, REJECT, MERGE, DISTINCT, NAME)
    once = apply(entries, [reading()], [ARTICLE])
    twice = apply(entries, once.readings, [ARTICLE])
    assert twice.readings == once.readings
    assert twice.judgements == once.judgements
    assert not twice.orphans


def test_independent_entries_give_the_same_in_any_order() -> None:
    orders = list(permutations((ADD, REJECT, MERGE, DISTINCT, NAME)))
    results = [curated(*order) for order in orders]
    assert len(results) == 120
    assert all(result.readings == results[0].readings for result in results)
    assert all(result.judgements == results[0].judgements for result in results)


def test_a_claim_that_a_rule_makes_by_now_stays_the_rules() -> None:
    same = row("add", "near Apia", statements=["coral-exercise location apia"])
    result = curated(same)
    assert result.readings == (reading(),)
    assert "rule:place states by now" in result.idle[0].reason


def test_a_claim_that_rules_make_in_parts_adds_nothing() -> None:
    both = [
        "samoa participatesIn exercise-coral-shield",
        "tonga participatesIn exercise-coral-shield",
    ]
    assert curated(row("add", "next July", statements=both)).readings == (reading(),)


def test_a_slug_that_nothing_has_leads_nowhere() -> None:
    gone = row("name", thing="nowhere", slug="somewhere")
    on = row("merge", keep="somewhere", drop="coral-boat")
    result = curated(gone, on)
    assert result.renames == {}
    assert len(result.orphans) == 2
    assert not result.judgements


def test_a_new_slug_may_get_a_newer_one() -> None:
    newer = row("name", thing="samoan-patrol-boat", slug="nafanua")
    for rows in permutations((NAME, newer)):
        assert curated(*rows).renames == {
            "coral-boat": "nafanua",
            "samoan-patrol-boat": "nafanua",
        }


def test_an_anchor_is_found_where_its_words_have_moved() -> None:
    moved = "Apia, 2 August. " + TEXT
    shifted = replace(
        reading(),
        passages=tuple(replace(p, start=p.start + 16, end=p.end + 16) for p in reading().passages),
    )
    result = apply(log(ADD), [shifted], [replace(ARTICLE, text=moved)])
    assert not result.orphans
    assert says("exercise-coral-shield near coral-port") in stated(result, 3)


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (
            [row("add", "near Apia", statements=["samoa leads nowhere"])],
            "nothing is called nowhere",
        ),
        ([row("merge", keep="nowhere", drop="samoa")], "nothing is called nowhere"),
        ([row("distinct", things=["samoa", "nowhere"])], "nothing is called nowhere"),
        ([row("name", thing="nowhere", label="Nowhere")], "nothing is called nowhere"),
        ([row("name", thing="coral-boat", slug="samoa")], "merge coral-boat with it instead"),
        ([ADD | {"article": "corall"}], "did you mean coral"),
        ([ADD | {"cue": "may"}], "the cue “may” is not in the sentence"),
        ([ADD | {"anchor": {"exact": "off Nukunuku"}}], "are gone from the article"),
        ([ADD | {"anchor": {"exact": "will"}}], "stand 2 times in the article"),
        ([ADD | {"anchor": {"exact": "Apia", "prefix": "in "}}], "in other surroundings now"),
        ([ADD | {"anchor": {"exact": "part. “Tonga"}}], "run over more than one sentence"),
        ([ADD | {"statements": ["@quotation about apia"]}], "stand in no quotation"),
    ],
)
def test_what_finds_no_place_is_reported_and_changes_nothing(rows: list[Row], reason: str) -> None:
    result = curated(*rows)
    assert [reason in note.reason for note in result.orphans] == [True]
    assert result.orphans[0].place == "log.jsonl:1"
    assert result.readings == (reading(),)


def test_words_that_stand_twice_are_told_apart_by_what_is_around_them() -> None:
    status = row("add", "near Apia", statements=["exercise-coral-shield status Planned"])
    for words, passage in (("hold Exercise", 0), ("take part", 1)):
        around = anchor("will " + words)
        near = {"exact": "will", "suffix": " " + words, "prefix": around["prefix"]}
        result = curated(status | {"anchor": near})
        assert says("exercise-coral-shield status Planned") in stated(result, passage)


def test_what_no_reading_has_may_come_from_reference_data() -> None:
    tuvalu = Thing("tuvalu", ("State",), "Tuvalu", origin="reference")
    joined = row("add", "near Apia", statements=["tuvalu participatesIn exercise-coral-shield"])
    result = apply(log(joined), [reading()], [ARTICLE], {"tuvalu": tuvalu})
    assert result.readings[0].things["tuvalu"] == tuvalu


def test_a_merge_over_two_articles_gives_one_description() -> None:
    other = Reading(
        "reef",
        reading().passages,
        {thing.slug: thing for thing in THINGS} | {"games": Thing("games", ("Exercise",), "Games")},
        claims=(replace(reading().claims[0], statements=(says("games status Planned"),)),),
    )
    merged = row("merge", keep="exercise-coral-shield", drop="games")
    result = apply(log(merged), [reading(), other], [ARTICLE, Article("reef", TEXT, "1" * 64, "")])
    descriptions = {r.things["exercise-coral-shield"] for r in result.readings}
    assert descriptions == {
        Thing("exercise-coral-shield", ("Exercise",), "Exercise Coral Shield", ("Games",))
    }
    assert result.readings[1].claims[0].statements[0].object == Code("Planned")
