"""The gold facts as readings: one claim for each group of facts of one sentence.

The gold is one careful reading of the two seed articles by hand. Read as the extractor would have
read it, it goes through the real build, so that the layout, the rules and the competency questions
can be tried without the extractor, and pages can be made from real data.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from loader.articles.model import Article
from loader.build.pipeline import build
from loader.build.plan import Settings, Sources
from loader.build.report import Report
from loader.claims import (
    Claim,
    Code,
    Literal,
    Mentioned,
    Passage,
    Quoted,
    Reading,
    Ref,
    Statement,
    Term,
    Thing,
)
from loader.reference import load_reference
from ontology.iris import Base

GOLD = Path(__file__).parent.parent / "gold"
SEEDS = Path(__file__).parent.parent.parent / "seeds"
SLUGS = {"A": "uk-new-zealand", "B": "uk-norway"}
_OF_OBJECT = {"participatesIn", "partyTo", "leads", "memberOf"}
_CODES = {"status", "role", "measure", "bound"}
_DATES = {"endDate", "startDate", "signedDate", "inForceDate"}
_NAME = re.compile(r"(?!The |This |Over )[A-Z][\w–-]*(?!’s)(?: (?:of |the )?[A-Z0-9][\w–-]*)*")
_NOT_CLAIMED = {"text", "inPassage"}

Fact = dict[str, Any]


def gold_facts() -> dict[str, Any]:
    """Read the gold file."""
    facts: dict[str, Any] = json.loads((GOLD / "facts.json").read_text(encoding="utf-8"))
    return facts


def gold_reading(letter: str, article: Article, reference: frozenset[str]) -> Reading:
    """Give the gold reading of one article.

    Args:
        letter: ``A`` or ``B``, as the gold file names the articles.
        article: The article, with the slug that it is published under.
        reference: Slugs of things that reference data describes.
    """
    gold = gold_facts()
    sentences = [s for s in gold["sentences"] if s["article"] == letter and s["kind"] == "sentence"]
    facts = [fact for fact in gold["facts"] if fact["article"] == letter]
    passages = tuple(_passage(sentence, article.text) for sentence in sentences)
    index = {sentence["sid"]: number for number, sentence in enumerate(sentences)}
    quotations = _quotations(facts, index)
    refs = {slug: quoted.ref for slug, quoted in quotations.items()}
    claims = tuple(_claims(facts, index, passages, refs))
    mentions = tuple(_mentions(gold["entities"], passages))
    return Reading(
        article=article.slug,
        passages=passages,
        things=_things(gold["entities"], _touched(claims, mentions, quotations), reference),
        mentions=mentions,
        quotations=tuple(sorted(quotations.values(), key=lambda quoted: quoted.spans)),
        claims=claims,
    )


def _passage(sentence: Fact, text: str) -> Passage:
    raw = text[sentence["start"] : sentence["end"]]
    assert raw == sentence["text"], f"{sentence['sid']} does not stand at its offsets"
    return Passage(sentence["start"], sentence["end"], raw, repaired(raw))


def repaired(raw: str) -> str:
    """Mend the two kinds of damage that the gold texts have."""
    return raw.replace("Ćø", "ø").replace("ā", "’")


def _quotations(facts: list[Fact], index: dict[str, int]) -> dict[str, Quoted]:
    spans: dict[str, list[tuple[int, int]]] = defaultdict(list)
    passages: dict[str, set[int]] = defaultdict(set)
    speakers: dict[str, str] = {}
    for fact in facts:
        if fact["relation"] == "text":
            spans[fact["subject"]].append((fact["qualifiers"]["start"], fact["qualifiers"]["end"]))
        elif fact["relation"] == "inPassage":
            passages[fact["subject"]].add(index[fact["object"]])
        elif fact["relation"] == "speaker":
            speakers[fact["subject"]] = fact["object"]
    return {
        slug: Quoted(tuple(sorted(spans[slug])), tuple(sorted(passages[slug])), speakers[slug])
        for slug in spans
    }


def _claims(
    facts: list[Fact], index: dict[str, int], passages: tuple[Passage, ...], refs: dict[str, Ref]
) -> Iterator[Claim]:
    groups: dict[tuple[int, str, str, str], list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact["relation"] not in _NOT_CLAIMED:
            groups[_group(fact, index)].append(fact)
    for (number, modality, speaker, _), group in sorted(groups.items()):
        yield _claim(group, number, modality, speaker or None, passages[number], refs)


def _group(fact: Fact, index: dict[str, int]) -> tuple[int, str, str, str]:
    key = fact["object"] if fact["relation"] in _OF_OBJECT else fact["subject"]
    qualifiers = fact["qualifiers"]
    modality, speaker = qualifiers.get("modality", "Asserted"), qualifiers.get("attributedTo", "")
    return index[fact["sentence"]["index"]], modality, speaker, key


def _claim(
    group: list[Fact],
    number: int,
    modality: str,
    speaker: str | None,
    passage: Passage,
    refs: dict[str, Ref],
) -> Claim:
    statements = {statement for fact in group for statement in _statements(fact, refs)}
    quotation = next((ref.slug for ref in refs.values() if speaker and _meets(ref, passage)), None)
    implied = any("note" in fact["qualifiers"] for fact in group)
    return Claim(
        passage=number,
        statements=tuple(sorted(statements, key=Statement.key)),
        maker="curator:Gold Reader" if implied else f"rule:{group[0]['relation'].split(':')[-1]}",
        modality=modality,
        speaker=speaker,
        quotation=quotation,
        cue=_cue(group, passage),
        confidence=0.8 if implied else 1.0,
    )


def _meets(ref: Ref, passage: Passage) -> bool:
    start, end = map(int, ref.slug.removeprefix("quote=").split(","))
    return start < passage.end and passage.start < end


def _cue(group: list[Fact], passage: Passage) -> tuple[int, int] | None:
    for fact in group:
        hedge = fact["qualifiers"].get("hedge")
        if hedge and (place := passage.text.find(hedge)) >= 0:
            return passage.start + place, passage.start + place + len(hedge)
    return None


def _statements(fact: Fact, refs: dict[str, Ref]) -> Iterator[Statement]:
    subject = refs.get(fact["subject"], Ref(fact["subject"]))
    yield Statement(subject, fact["relation"], _object(fact))
    if "dateText" in fact["qualifiers"]:
        yield Statement(subject, "dateText", Literal(fact["qualifiers"]["dateText"]))


def _object(fact: Fact) -> Term:
    relation, value = fact["relation"], fact["object"]
    if relation in _CODES:
        return Code(value)
    if relation == "value":
        return Literal(str(value), "decimal")
    if relation in _DATES:
        text = str(value)
        return Literal(text, {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)])
    if relation in {"purpose", "dateText", "extent", "unit", "skos:note"}:
        return Literal(value)
    return Ref(value)


def _mentions(entities: list[Fact], passages: tuple[Passage, ...]) -> Iterator[Mentioned]:
    names = [(alias, entity["id"]) for entity in entities for alias in entity.get("aliases", ())]
    names.sort(key=lambda name: (-len(name[0]), name))
    for number, passage in enumerate(passages):
        taken: set[int] = set()
        for alias, slug in names:
            place = passage.text.find(alias)
            span = range(place, place + len(alias))
            if place >= 0 and taken.isdisjoint(span) and _whole(passage.text, span):
                taken.update(span)
                yield Mentioned(passage.start + span.start, passage.start + span.stop, number, slug)


def _whole(text: str, span: range) -> bool:
    before, after = text[: span.start][-1:], text[span.stop :][:1]
    return not (before.isalnum() or after.isalnum())


def _touched(
    claims: tuple[Claim, ...], mentions: tuple[Mentioned, ...], quotations: dict[str, Quoted]
) -> set[str]:
    slugs = {mention.thing for mention in mentions}
    slugs |= {quoted.speaker for quoted in quotations.values() if quoted.speaker}
    for claim in claims:
        for statement in claim.statements:
            slugs.add(statement.subject.slug)
            if isinstance(statement.object, Ref):
                slugs.add(statement.object.slug)
    return slugs


def _things(entities: list[Fact], touched: set[str], reference: frozenset[str]) -> dict[str, Thing]:
    return {
        entity["id"]: _thing(entity, entity["id"] in reference)
        for entity in entities
        if entity["id"] in touched
    }


def _thing(entity: Fact, known: bool) -> Thing:
    names = {
        repaired(alias) for alias in entity.get("aliases", ()) if _NAME.fullmatch(repaired(alias))
    }
    return Thing(
        slug=entity["id"],
        types=tuple(sorted(entity["type"])),
        label=entity["label"],
        names=() if known else tuple(sorted(names - {entity["label"]})),
        origin="reference" if known else "article",
    )


def gold_articles() -> list[Article]:
    """Give the two seed articles as the gold knows them, with the datelines of their notes."""
    texts = {letter: about["file"] for letter, about in gold_facts()["meta"]["articles"].items()}
    return [
        _article("A", texts["A"], "2025-04-21", "https://westferrytimes.com/?p=26554"),
        _article("B", texts["B"], "2025-02-20", None),
    ]


def _article(letter: str, name: str, published: str, address: str | None) -> Article:
    data = (SEEDS / name).read_bytes()
    return Article(
        slug=SLUGS[letter],
        text=data.decode(),
        sha256=hashlib.sha256(data).hexdigest(),
        source=name,
        address=address,
        published=published,
        published_basis="other reports of the same events",
        published_approximate=True,
    )


def read_gold(article: Article) -> Reading:
    """Read a seed article as the gold does; stands where the extractor would."""
    letters = {slug: letter for letter, slug in SLUGS.items()}
    return gold_reading(letters[article.slug], article, frozenset(load_reference().rows))


def build_gold(out: Path, base: Base | None = None) -> Report:
    """Publish a snapshot of the gold facts under a folder."""
    sources = Sources(gold_articles(), load_reference())
    settings = Settings(out, base or Base(), created="2026-01-01T00:00:00Z")
    return build(sources, settings, read_gold)


if __name__ == "__main__":
    sys.stdout.write(build_gold(Path(sys.argv[1])).text() + "\n")
