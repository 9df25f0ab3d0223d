"""Any text is read to its end, what is claimed stands in it, and small changes move little."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loader.articles import Article
from loader.claims import Reading, Ref
from loader.reading import read_article

ROOT = Path(__file__).parents[3]
TEXT = (
    "Denmark will send two frigates to Operation Northern Light until the end of 2031. "
    "Canada’s Defence Minister, Anne Tremblay, visited Estonia on 3 May 2030. "
    "“Canada and Estonia are close allies,” Tremblay said. "
    "The new defence agreement between Canada and Estonia was signed in Tallinn. "
    "More than 4,000 Ukrainian recruits have been trained by Canada."
)
WORDS = st.sampled_from(
    (
        *("Denmark", "Norway’s", "the", "a", "frigate", "HDMS", "Absalon", "signed", "will", "not"),
        *("has", "visit", "to", "of", "with", "and", ",", ".", "“", "”", "minister", "Defence"),
        *("agreement", "40", "million", "£", "on", "Tuesday", "who", "which", "training", "that"),
        *("Operation", "Blue", "—", "(", ")", ";", ":", "both", "nations", "their", "it", "said"),
    )
)


def read(text: str) -> Reading:
    return read_article(Article("test", text, "0" * 64, "a test", published="2030-05-06"))


def said(reading: Reading) -> list[tuple[str, str, str]]:
    def show(term: object) -> str:
        slug = getattr(term, "slug", None)
        if slug is not None:
            return reading.things[slug].label if slug in reading.things else "quotation"
        return getattr(term, "name", None) or str(getattr(term, "text", ""))

    return sorted(
        (show(s.subject), s.predicate, show(s.object)) for c in reading.claims for s in c.statements
    )


def assert_grounded(text: str, reading: Reading) -> None:
    for passage in reading.passages:
        assert text[passage.start : passage.end] == passage.text
    for claim in reading.claims:
        assert 0 <= claim.passage < len(reading.passages)
        assert claim.statements
        assert (claim.speaker is not None) == (claim.modality == "Quoted")
        for statement in claim.statements:
            for term in (statement.subject, statement.object):
                if isinstance(term, Ref) and not term.slug.startswith("quote="):
                    assert term.slug in reading.things


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_any_words_are_read_and_claims_are_grounded(text: str) -> None:
    assert_grounded(text, read(text))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(max_size=200))
def test_any_characters_are_read(text: str) -> None:
    assert_grounded(text, read(text))


def test_text_of_the_metamorphic_cases_gives_claims() -> None:
    assert len(said(read(TEXT))) >= 15


@pytest.mark.parametrize(
    ("old", "new"),
    [("Estonia", "Chile"), ("Canada", "Japan"), ("Denmark", "Kenya"), ("Tremblay", "Okafor")],
)
def test_another_name_gives_the_same_claims_about_it(old: str, new: str) -> None:
    def swapped(text: str) -> str:
        return text.replace("Canada’s", f"{new}’s") if old == "Canada" else text

    before = [tuple(part.replace(old, new) for part in row) for row in said(read(TEXT))]
    after = said(read(swapped(TEXT).replace(old, new)))
    count = {predicate for _, predicate, _ in before}
    assert {predicate for _, predicate, _ in after} == count
    assert len(after) == len(before)


def test_straight_marks_read_as_curly_ones() -> None:
    straight = TEXT.replace("“", '"').replace("”", '"').replace("’", "'")
    assert said(read(straight)) == said(read(TEXT))


def test_adverbs_change_nothing() -> None:
    wordy = TEXT.replace("was signed", "was recently signed").replace("will send", "will soon send")
    assert said(read(wordy)) == said(read(TEXT))


def test_damaged_apostrophe_changes_nothing() -> None:
    damaged = TEXT.replace("Canada’s", "Canadaās")
    assert said(read(damaged)) == said(read(TEXT))


@pytest.mark.parametrize(
    ("active", "passive"),
    [
        ("Japan supplied radars to Kenya.", "Radars were supplied to Kenya by Japan."),
        ("Canada trained Kenyan soldiers.", "Kenyan soldiers were trained by Canada."),
        ("Nordic Systems built the drones.", "The drones were built by Nordic Systems."),
    ],
)
def test_passive_reads_as_active(active: str, passive: str) -> None:
    one, other = read(active), read(passive)
    assert [row[1] for row in said(one)] == [row[1] for row in said(other)]
    assert len(said(one)) > 0


def test_reading_is_the_same_under_any_hash_seed() -> None:
    code = (
        "from loader.articles import Article, read_articles\n"
        "from loader.reading import read_article\n"
        "from pathlib import Path\n"
        "for a in read_articles([Path('seeds')]): print(read_article(a))\n"
    )
    outputs = set()
    for seed in ("0", "1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        run = subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True,
            text=True, check=True, timeout=120,
        )  # fmt: skip
        outputs.add(run.stdout)
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000
