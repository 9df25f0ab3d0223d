from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loader.quantities import When, find_times
from loader.text import take_apart
from loader.text.model import Sentence

# A Wednesday.
DATELINE = "2031-04-09"

ABSOLUTE = [
    ("It was signed on 22 April 2029.", "22 April 2029", "on", "2029-04-22", None),
    ("It was signed on April 22, 2029.", "April 22, 2029", "on", "2029-04-22", None),
    (
        "It was signed on the 22nd of April 2029.",
        "the 22nd of April 2029",
        "on",
        "2029-04-22",
        None,
    ),
    ("It was signed on Sunday, 22 April 2029.", "Sunday, 22 April 2029", "on", "2029-04-22", None),
    ("It was signed on 2029-04-22.", "2029-04-22", "on", "2029-04-22", None),
    ("It was signed in April 2029.", "April 2029", "in", "2029-04", None),
    ("It was signed in Sept. 2029.", "Sept. 2029", "in", "2029-09", None),
    ("It was signed in 2029.", "2029", "in", "2029", None),
    ("The 2029 agreement holds.", "2029", "at", "2029", None),
    ("It runs until the end of 2029.", "the end of 2029", "until", "2029-12", None),
    ("It runs until the end of May 2029.", "the end of May 2029", "until", "2029-05", None),
    ("It opens at the start of 2029.", "the start of 2029", "at", "2029-01", None),
    ("It opens by mid-2029.", "mid-2029", "by", "2029", None),
    ("It opens in early 2029.", "early 2029", "in", "2029", None),
    ("It opens in late May 2029.", "late May 2029", "in", "2029-05", None),
    ("It opens in the second half of 2029.", "the second half of 2029", "in", "2029", None),
    ("It opens in spring 2029.", "spring 2029", "in", "2029", None),
    ("It opens in Q3 2029.", "Q3 2029", "in", "2029", None),
    ("It runs from 2026 to 2030.", "2026 to 2030", "from", "2026", "2030"),
    ("It ran between 2026 and 2030.", "2026 and 2030", "from", "2026", "2030"),
    (
        "It ran from 3 May to 5 June 2029.",
        "3 May to 5 June 2029",
        "from",
        "2029-05-03",
        "2029-06-05",
    ),
    ("It was held on 10-12 March 2029.", "10-12 March 2029", "on", "2029-03-10", "2029-03-12"),
    ("It was paid in 2029-30.", "2029-30", "in", "2029", "2030"),
    ("It has run since 2029.", "2029", "since", "2029", None),
    ("It will open by 2035.", "2035", "by", "2035", None),
    ("It was held after May 2029.", "May 2029", "after", "2029-05", None),
    ("It was held before 2029.", "2029", "before", "2029", None),
    ("They trained throughout 2029.", "2029", "during", "2029", None),
    ("It was agreed on 31 February 2029.", "31 February 2029", "on", None, None),
]

COUNTED = [
    ("They will meet on Tuesday.", "Tuesday", "on", "2031-04-15"),
    ("They met on Tuesday.", "Tuesday", "on", "2031-04-08"),
    ("On Tuesday they will meet.", "Tuesday", "on", "2031-04-15"),
    ("On Tuesday they met.", "Tuesday", "on", "2031-04-08"),
    ("They will meet on Wednesday.", "Wednesday", "on", "2031-04-09"),
    ("They met on Wednesday.", "Wednesday", "on", "2031-04-09"),
    ("He is due to leave on Friday.", "Friday", "on", "2031-04-11"),
    ("He is expected to leave on Friday.", "Friday", "on", "2031-04-11"),
    ("The ship sails on Friday.", "Friday", "on", "2031-04-11"),
    ("They met last Wednesday.", "last Wednesday", "at", "2031-04-02"),
    ("They will meet next Wednesday.", "next Wednesday", "at", "2031-04-16"),
    ("They met on Tuesday evening.", "Tuesday evening", "on", "2031-04-08"),
    ("They met today.", "today", "at", "2031-04-09"),
    ("They met yesterday.", "yesterday", "at", "2031-04-08"),
    ("They will meet tomorrow.", "tomorrow", "at", "2031-04-10"),
    ("They met this morning.", "this morning", "at", "2031-04-09"),
    ("They will sail this year.", "this year", "at", "2031"),
    ("They sailed last year.", "last year", "at", "2030"),
    ("They will sail early next year.", "early next year", "at", "2032"),
    ("They will sail by the end of the year.", "the end of the year", "by", "2031-12"),
    ("They sailed last month.", "last month", "at", "2031-03"),
    ("They will sail next May.", "next May", "at", "2031-05"),
    ("They sailed last May.", "last May", "at", "2030-05"),
    ("They sailed on 2 May.", "2 May", "on", "2030-05-02"),
    ("They will sail on 2 May.", "2 May", "on", "2031-05-02"),
    ("They will sail on 2 March.", "2 March", "on", "2032-03-02"),
    ("They sailed on March 2.", "March 2", "on", "2031-03-02"),
    ("They might sail on Friday, 2 May.", "Friday, 2 May", "on", "2031-05-02"),
    ("They sailed in March.", "March", "in", "2031-03"),
    ("They sailed three years ago.", "three years ago", "at", "2028"),
    ("They sailed ten days ago.", "ten days ago", "at", "2031-03-30"),
]

OPEN = [
    ("They trained them since its inception.", "its inception", "since"),
    ("They will sail this week.", "this week", "at"),
    ("They met later in the day.", "later in the day", "at"),
    ("They trained in recent weeks.", "recent weeks", "in"),
    ("They will sail this summer.", "this summer", "at"),
    ("They sailed over the weekend.", "the weekend", "during"),
    ("They sailed two weeks ago.", "two weeks ago", "at"),
    ("They grew in the 1990s.", "the 1990s", "in"),
    ("They will meet in the coming weeks.", "the coming weeks", "in"),
    ("They would meet on Tuesday.", "Tuesday", "on"),
    ("He was due to leave on Friday.", "Friday", "on"),
    ("Talks on Friday.", "Friday", "on"),
]

NO_TIMES = [
    "They may march on, second to none, and the sun may fall.",
    "Prime Minister Theresa May said so.",
    "May we hope so.",
    "March on, they said.",
    "The Sunday Times and Black Friday are names.",
    "They sent 2000 troops and more than 1950 tanks.",
    "They sailed 2000 km under Resolution 2024.",
    "They held PACT 2031 there.",
    "A recent agreement holds in today’s world.",
    "It costs £2030 and $1999.",
    "It flies at Mach 6, 24/7, at 14:30.",
    "They took one day at a time.",
]


def the_sentence(text: str) -> Sentence:
    (sentence,) = take_apart(text).sentences
    return sentence


def the_time(text: str, dateline: str | None, basis: str | None = None) -> When:
    (found,) = find_times(the_sentence(text), dateline, basis)
    return found


@pytest.mark.parametrize("dateline", [None, DATELINE])
@pytest.mark.parametrize("text, words, relation, start, end", ABSOLUTE)
def test_a_written_date_needs_no_dateline(
    text: str, words: str, relation: str, start: str | None, end: str | None, dateline: str | None
) -> None:
    found = the_time(text, dateline)
    assert (found.text, found.relation) == (words, relation)
    assert (found.start, found.end, found.basis) == (start, end, None)


@pytest.mark.parametrize("text, words, relation, start", COUNTED)
def test_a_relative_time_is_counted_from_the_dateline(
    text: str, words: str, relation: str, start: str
) -> None:
    found = the_time(text, DATELINE, "printed on the page")
    assert (found.text, found.relation, found.start) == (words, relation, start)
    assert found.basis == "counted from the article's date, 2031-04-09: printed on the page"


@pytest.mark.parametrize("text, words, relation, start", COUNTED)
def test_without_a_dateline_nothing_is_counted(
    text: str, words: str, relation: str, start: str
) -> None:
    found = the_time(text, None)
    assert (found.text, found.relation) == (words, relation)
    assert (found.start, found.end, found.basis) == (None, None, None)


@pytest.mark.parametrize("text, words, relation", OPEN)
def test_what_nothing_tells_stays_open_with_its_words(text: str, words: str, relation: str) -> None:
    found = the_time(text, DATELINE)
    assert (found.text, found.relation) == (words, relation)
    assert (found.start, found.end, found.basis) == (None, None, None)


@pytest.mark.parametrize("text", NO_TIMES)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert find_times(the_sentence(text), DATELINE, None) == ()


def test_the_tables_of_cases_are_not_empty() -> None:
    assert len(ABSOLUTE) >= 25
    assert len(COUNTED) >= 25
    assert len(NO_TIMES) >= 10


@pytest.mark.parametrize("dateline, start", [("2031", "2031"), ("2031-04", "2031")])
def test_a_partial_dateline_still_gives_the_year(dateline: str, start: str) -> None:
    assert the_time("They will sail this year.", dateline).start == start


def test_a_partial_dateline_gives_no_weekday() -> None:
    assert the_time("They will sail on Tuesday.", "2031-04").start is None


@pytest.mark.parametrize("dateline", ["", "soon", "2031-13", "2031-02-30", "0000"])
def test_a_dateline_that_is_no_date_counts_nothing(dateline: str) -> None:
    assert the_time("They will sail today.", dateline).start is None


def test_a_date_beside_the_dateline_is_meant_whatever_the_tense() -> None:
    assert the_time("They sailed on 12 April.", DATELINE).start == "2031-04-12"


def test_the_span_of_a_time_leaves_the_preposition_out() -> None:
    text = "It runs until the end of 2029, they said."
    sentence = the_sentence(text)
    (found,) = find_times(sentence, None, None)
    words = [token.text for token in sentence.tokens[found.first : found.last]]
    assert words == ["the", "end", "of", "2029"]


WORDS = (
    "Monday|May|March|3|12th|2031|2031-04-09|the end of|early|mid-|next|last|this|year|month"
    "|week|days|ago|from|to|between|and|until|since|its inception|today|will|sailed|spring|Q3"
    "|-|31 February|9999 years ago|the 1990s|,|.|’s|half of|second"
)
PIECES = st.sampled_from(WORDS.split("|"))


@given(
    st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=14).map(" ".join)),
    st.sampled_from((None, "2031", "2031-04", "2031-04-09", "0001-01-01", "9999-12-31", "x")),
)
def test_any_text_gives_ordered_times_within_the_sentence(text: str, dateline: str | None) -> None:
    for sentence in take_apart(text).sentences:
        found = find_times(sentence, dateline, None)
        ends = [end for when in found for end in (when.first, when.last)]
        assert ends == sorted(ends)
        assert all(0 <= when.first < when.last <= len(sentence.tokens) for when in found)
        assert all(when.start or not when.basis for when in found)
