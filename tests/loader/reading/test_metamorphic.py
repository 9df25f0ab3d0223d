"""The same said in other words, marks or names gives the same claims, one for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.articles import Article
from loader.claims import Reading
from loader.frames import load_frames
from loader.reading import read_article
from loader.text.lemmas import table_lemma

from .test_robust import assert_grounded, read, said

DEVELOPMENT = Path(__file__).parents[2] / "gold" / "development"
THINGS = (
    *("Japan", "Anne Tremblay", "Nordic Systems", "the Chilean Navy", "Exercise Blue Heron"),
    *("a defence agreement", "the contract", "the frigate HMS Larkspur", "the base at Tromsa"),
    *("twelve helicopters", "the radars", "Norwegian troops", "the partnership", "the talks"),
)
PLURALS = ("twelve helicopters", "the radars", "Norwegian troops", "the talks")
INTRANSITIVE = {"huddle"}
STATES = ("Denmark", "Latvia", "Estonia")
TEXT = (
    "Denmark and Latvia signed a defence agreement in Tallinn on 3 May 2030. "
    "Latvia’s Defence Minister, Anne Tremblay, visited Estonia. "
    "“Latvia and Estonia are close allies,” Tremblay said. "
    "Denmark will send two frigates to Estonia — the first in June. "
    "The café at the Orléans base was “full”. More than 4,000 recruits were trained by Latvia."
)
ADVERBS = ("also", "recently", "reportedly", "jointly", "formally", "successfully")
CODECS = ("cp1252", "latin-1", "cp1257", "iso8859_13", "cp1250")


def folded(reading: Reading) -> list[tuple[str, ...]]:
    return sorted(tuple(part.lower() for part in row) for row in said(reading))


def transitive() -> list[str]:
    """Give the verbs in -ed of frames that need somebody as subject and something as object."""
    frames = [
        frame
        for frame in load_frames()
        if any("subject" in slot.verb for slot in frame.slots)
        and any("object" in slot.verb and slot.required for slot in frame.slots)
    ]
    return sorted({v for frame in frames for v in frame.verbs if past(v)} - INTRANSITIVE)


def past(lemma: str) -> str:
    stem = lemma[:-1] + "i" if re.search("[^aeiou]y$", lemma) else lemma.removesuffix("e")
    form = f"{stem}ed"
    return form if table_lemma(form, "verb") == lemma else ""


def test_the_passive_of_every_verb_of_the_frames_reads_as_the_active() -> None:
    pairs = list(product(transitive(), THINGS))
    assert len(pairs) > 1000
    stated = 0
    for verb, thing in pairs:
        be = "were" if thing in PLURALS else "was"
        active = folded(read(f"Kenya {past(verb)} {thing}."))
        passive = folded(read(f"{thing[0].upper()}{thing[1:]} {be} {past(verb)} by Kenya."))
        assert active == passive, f"{verb} {thing}"
        stated += bool(active)
    assert stated > 300


@pytest.mark.parametrize(("one", "other"), [(a, b) for a, b in product(STATES, STATES) if a < b])
def test_two_states_that_change_places_change_places_in_the_claims(one: str, other: str) -> None:
    def swap(text: str) -> str:
        return re.sub(f"{one}|{other}", lambda m: other if m[0] == one else one, text)

    # A label lists its parties by alphabet, so that words of labels are compared in any order.
    def parts(rows: list[tuple[str, str, str]], change: bool) -> list[list[list[str]]]:
        return sorted([sorted((swap(p) if change else p).split()) for p in row] for row in rows)

    before, after = said(read(TEXT)), said(read(swap(TEXT)))
    assert parts(before, change=True) == parts(after, change=False)
    assert len(before) > 10


@pytest.mark.parametrize("marks", ['""\'', "«»’", "„“’", "‘’’"])
def test_quotation_marks_of_any_style_read_alike(marks: str) -> None:
    opening, closing, apostrophe = tuple(marks)
    text = TEXT.replace("’", apostrophe).replace("“", opening).replace("”", closing)
    assert said(read(text)) == said(read(TEXT))


@given(st.sampled_from(CODECS), st.lists(st.booleans(), min_size=12, max_size=12))
@settings(max_examples=40, deadline=None, derandomize=True)
def test_damage_is_repaired_and_passages_keep_the_damaged_characters(
    codec: str, damaged: list[bool]
) -> None:
    choice = iter(damaged)

    def show(match: re.Match[str]) -> str:
        try:
            return match[0].encode().decode(codec) if next(choice, False) else match[0]
        except UnicodeDecodeError:
            return match[0]

    raw = re.sub(r"[^\x00-\x7f]", show, TEXT)
    reading = read(raw)
    assert_grounded(raw, reading)
    assert "".join(p.repaired for p in reading.passages) == "".join(
        p.text for p in read(TEXT).passages
    )
    assert said(reading) == said(read(TEXT))
    for mention in reading.mentions:
        passage = reading.passages[mention.passage]
        assert passage.start <= mention.start < mention.end <= passage.end


@pytest.mark.parametrize("adverb", ADVERBS)
@pytest.mark.parametrize("verb", ["signed", "visited", "send", "trained"])
def test_an_adverb_before_a_verb_changes_no_claim(adverb: str, verb: str) -> None:
    wordy = re.sub(rf"\b{verb}\b", f"{adverb} {verb}", TEXT)
    assert wordy != TEXT
    assert said(read(wordy)) == said(read(TEXT))


def _texts() -> Iterator[str]:
    for path in sorted(DEVELOPMENT.glob("*.txt"))[:4]:
        yield path.read_text(encoding="utf-8")


@given(st.data())
@settings(max_examples=25, deadline=None, derandomize=True)
def test_an_article_cut_and_broken_anywhere_is_read_and_its_offsets_hold(
    data: st.DataObject,
) -> None:
    text = data.draw(st.sampled_from(list(_texts())))
    cuts = st.integers(0, len(text))
    first, last = sorted((data.draw(cuts), data.draw(cuts)))
    junk = data.draw(st.text(max_size=8))
    broken = text[:first][-1500:] + junk + text[last:][:1500]
    assert_grounded(broken, read_article(Article("broken", broken, "0" * 64, "a test")))
