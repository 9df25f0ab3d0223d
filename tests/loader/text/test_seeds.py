"""The seeds, taken apart as a reader did it by hand."""

import json
from pathlib import Path

import pytest

from loader.text import Document, Span, take_apart

ROOT = Path(__file__).parents[3]
GOLD = json.loads((ROOT / "tests" / "gold" / "facts.json").read_text(encoding="utf-8"))
FILES = sorted({row["file"] for row in GOLD["sentences"]})


def gold(file: str, kind: str) -> list[tuple[int, int]]:
    rows = [row for row in GOLD["sentences"] if row["file"] == file and row["kind"] == kind]
    return [(row["start"], row["end"]) for row in rows]


def read(file: str) -> tuple[str, Document]:
    raw = (ROOT / "seeds" / file).read_bytes().decode("utf-8")
    return raw, take_apart(raw)


def raw_offsets(document: Document, spans: list[Span]) -> list[tuple[int, int]]:
    return [(raw.start, raw.end) for raw in map(document.raw, spans)]


def test_both_seeds_are_read() -> None:
    assert len(FILES) == 2
    assert sum(len(gold(file, "sentence")) for file in FILES) == 53


@pytest.mark.parametrize("file", FILES)
def test_sentences_are_those_of_the_reader(file: str) -> None:
    _, document = read(file)
    spans = [sentence.span for sentence in document.sentences]
    assert raw_offsets(document, spans) == gold(file, "sentence")


@pytest.mark.parametrize("kind", ["heading", "credit"])
@pytest.mark.parametrize("file", FILES)
def test_headings_and_credits_are_those_of_the_reader(file: str, kind: str) -> None:
    _, document = read(file)
    spans = [block.span for block in document.blocks if block.kind == kind]
    assert raw_offsets(document, spans) == gold(file, kind)


@pytest.mark.parametrize("file, letter", list(zip(FILES, "AB", strict=True)))
def test_quotations_are_those_of_the_reader_word_for_word(file: str, letter: str) -> None:
    raw, document = read(file)
    facts = [row for row in GOLD["facts"] if row["article"] == letter]
    told = [row["object"] for row in facts if row["relation"] == "text"]
    found = [document.raw(span).of(raw) for each in document.quotations for span in each.spans]
    assert len(told) >= 2
    assert found == told
