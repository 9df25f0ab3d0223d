"""A small article about made-up cooperation, a reading of it, and log lines about it."""

from __future__ import annotations

import json
from typing import Any

from loader.articles.model import Article
from loader.claims import Claim, Code, Mentioned, Passage, Quoted, Reading, Ref, Statement, Thing
from loader.curation.log import read_log
from loader.curation.model import Log

TEXT = (
    "Samoa and Tonga will hold Exercise Coral Shield next July. "
    "A Samoan patrol boat will take part. "
    "“Tonga is our nearest friend,” Minister Lea Tuilagi said. "
    "The exercise is to take place near Apia."
)
SENTENCES = (
    "Samoa and Tonga will hold Exercise Coral Shield next July.",
    "A Samoan patrol boat will take part.",
    "“Tonga is our nearest friend,” Minister Lea Tuilagi said.",
    "The exercise is to take place near Apia.",
)
ARTICLE = Article("coral", TEXT, "0" * 64, "coral.txt")
THINGS = (
    Thing("samoa", ("State",), "Samoa", origin="reference"),
    Thing("tonga", ("State",), "Tonga", origin="reference"),
    Thing("apia", ("Place",), "Apia", origin="reference"),
    Thing("lea-tuilagi", ("Person",), "Lea Tuilagi"),
    Thing("exercise-coral-shield", ("Exercise",), "Exercise Coral Shield"),
    Thing("coral-exercise", ("Activity",), "The exercise", named=False),
    Thing("coral-boat", ("Vessel",), "Samoan patrol boat (unnamed)", named=False),
)


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def says(line: str) -> Statement:
    subject, predicate, told = line.split(" ", 2)
    return Statement(Ref(subject), predicate, Code(told) if told[0].isupper() else Ref(told))


def claim(passage: int, *lines: str, maker: str = "rule:hold") -> Claim:
    statements = tuple(sorted(map(says, lines), key=Statement.key))
    return Claim(passage, statements, maker)


def reading() -> Reading:
    passages = tuple(Passage(*span(words), words, words) for words in SENTENCES)
    return Reading(
        article="coral",
        passages=passages,
        things={thing.slug: thing for thing in THINGS},
        mentions=(Mentioned(*span("Exercise Coral Shield"), 0, "exercise-coral-shield"),),
        quotations=(Quoted((span("Tonga is our nearest friend,"),), (2,), "lea-tuilagi"),),
        claims=(
            claim(
                0,
                "samoa participatesIn exercise-coral-shield",
                "exercise-coral-shield status Planned",
            ),
            claim(0, "tonga participatesIn exercise-coral-shield"),
            claim(1, "coral-boat participatesIn coral-exercise"),
            claim(1, "coral-boat belongsTo samoa", maker="rule:adjective"),
            claim(3, "coral-exercise location apia", maker="rule:place"),
        ),
    )


def anchor(words: str) -> dict[str, Any]:
    start, end = span(words)
    before, after = TEXT[max(start - 12, 0) : start], TEXT[end : end + 12]
    return {"exact": words, "prefix": before, "suffix": after, "start": start}


def row(op: str, words: str | None = None, **fields: Any) -> dict[str, Any]:
    found: dict[str, Any] = {"op": op, "author": "Ann Other", "date": "2031-08-02"}
    found["reason"] = "the sentence says so"
    if words is not None:
        found |= {"article": "coral", "anchor": anchor(words)}
    if op in ("add", "replace"):
        found["lacking"] = "frames for holding"
    return found | fields


def log(*rows: dict[str, Any]) -> Log:
    return read_log("".join(json.dumps(one) + "\n" for one in rows), "log.jsonl")
