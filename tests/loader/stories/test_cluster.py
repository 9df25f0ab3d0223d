"""Copies, edited copies and excerpts are one story; articles of one mould are not."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.stories import cluster, copies, fingerprint, likeness
from tests.support.stories import (
    BULLETIN,
    EXCERPT,
    FULL,
    LATER_BULLETIN,
    OTHER,
    RETITLED,
    WITHOUT_APOSTROPHES,
    long_text,
)


def kinds(**texts: str) -> list[tuple[str, str, str]]:
    return [(one.one, one.other, one.kind) for one in copies(texts)]


def test_the_same_words_are_an_exact_copy_whatever_the_marks() -> None:
    assert kinds(a=FULL, b=FULL.upper(), c=OTHER) == [("a", "b", "exact")]


def test_a_copy_that_lost_its_apostrophes_is_exact() -> None:
    assert "’" in FULL
    assert "’" not in WITHOUT_APOSTROPHES
    assert kinds(a=FULL, b=WITHOUT_APOSTROPHES) == [("a", "b", "exact")]


def test_a_copy_whose_apostrophes_became_blanks_is_exact() -> None:
    assert kinds(a=FULL, b=FULL.replace("’", " ")) == [("a", "b", "exact")]


def test_an_edited_copy_is_near() -> None:
    (found,) = copies({"a": FULL, "b": RETITLED})
    assert found.kind == "near"
    assert 0.8 <= found.score < 1


def test_an_excerpt_is_contained_and_comes_first() -> None:
    (found,) = copies({"a": FULL, "b": EXCERPT})
    assert (found.one, found.other, found.kind) == ("b", "a", "contained")
    assert found.score >= 0.9


def test_another_story_of_the_same_subject_is_no_copy() -> None:
    assert cluster({"a": FULL, "b": OTHER}) == (("a",), ("b",))


def test_bulletins_of_one_mould_are_told_apart_by_their_numbers() -> None:
    assert cluster({"a": BULLETIN, "b": LATER_BULLETIN}) == (("a",), ("b",))


def test_a_set_phrase_in_common_is_no_excerpt() -> None:
    phrase = "The defence ministry answers questions of the press on working days."
    assert cluster({"a": phrase, "b": f"{FULL} {phrase}"}) == (("a",), ("b",))


def test_texts_without_words_are_no_copies_of_each_other() -> None:
    assert cluster({"a": "", "b": "…", "c": ""}) == (("a",), ("b",), ("c",))


def test_short_texts_are_copies_only_when_all_words_are_the_same() -> None:
    assert cluster({"a": "Talks began.", "b": "Talks began", "c": "Talks ended."}) == (
        ("a", "b"),
        ("c",),
    )


def test_a_statement_that_two_articles_quote_whole_does_not_make_them_one_story() -> None:
    statement = long_text(0, 80)
    texts = {
        "statement": statement,
        "brief": f"{long_text(1, 60)} {statement}",
        "long": f"{long_text(2, 200)} {statement}",
    }
    assert cluster(texts) == (("brief", "statement"), ("long",))


def test_copies_of_an_excerpt_join_its_story_together() -> None:
    texts = {"a": FULL, "b": EXCERPT, "c": EXCERPT.upper(), "d": WITHOUT_APOSTROPHES, "e": OTHER}
    assert cluster(texts) == (("a", "b", "c", "d"), ("e",))


def test_many_copies_and_a_phrase_that_all_share_are_sorted_out() -> None:
    house = "For further questions please turn to the press office of the joint staff."
    texts = {
        f"{story:03}-{copy}": f"{long_text(story, 90)} {house} {'Ends.' * copy}"
        for story, copy in itertools.product(range(60), range(3))
    }
    wanted = [tuple(f"{story:03}-{copy}" for copy in range(3)) for story in range(60)]
    assert cluster(texts) == tuple(wanted)


def test_more_copies_than_an_index_lists_are_still_one_story() -> None:
    texts = {f"{n:04}": f"{long_text(7, 90)} {long_text(100 + n, 6)}" for n in range(620)}
    assert len(cluster(texts)) == 1


@pytest.mark.parametrize("order", list(itertools.permutations("abcd")))
def test_the_order_of_the_texts_changes_nothing(order: tuple[str, ...]) -> None:
    texts = {"a": FULL, "b": EXCERPT, "c": RETITLED, "d": OTHER}
    assert cluster({name: texts[name] for name in order}) == (("a", "b", "c"), ("d",))


TEXTS = st.lists(st.sampled_from([long_text(n, 12) for n in range(4)]), max_size=4).map(" ".join)


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.sampled_from("abcdefgh"), TEXTS))
def test_every_text_is_in_one_group_and_candidates_lose_no_near_copy(texts: dict[str, str]) -> None:
    groups = cluster(texts)
    assert sorted(name for group in groups for name in group) == sorted(texts)
    together = {pair for group in groups for pair in itertools.combinations(group, 2)}
    for pair in itertools.combinations(sorted(texts), 2):
        found = likeness(*(fingerprint(texts[name]) for name in pair))
        if found and found.kind != "contained":
            assert pair in together
