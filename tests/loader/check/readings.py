"""Builds articles, and the readings that a perfect reader would give of the facts file."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from loader.articles.model import Article
from loader.check.agree import status_bearer
from loader.check.gold import Fact, Gold, read_gold
from loader.claims import Claim, Code, Passage, Quoted, Reading, Ref, Statement, Thing
from loader.curation import is_a

ROOT = Path(__file__).parents[3]
FACTS = ROOT / "tests" / "gold" / "facts.json"


def seed_articles() -> tuple[Article, ...]:
    paths = sorted((ROOT / "seeds").glob("*.txt"))
    return tuple(article(path.read_bytes(), path.stem) for path in paths)


def article(data: bytes, name: str) -> Article:
    digest = hashlib.sha256(data).hexdigest()
    return Article(name.replace("_", "-"), data.decode(), digest, name)


def seed_gold() -> Gold:
    return read_gold(FACTS, seed_articles())


def perfect_readings(gold: Gold, rename: str = "") -> tuple[Reading, ...]:
    """Turn facts into readings; minted things are renamed and lose their names with ``rename``."""
    slugs = {key: _slug(gold, key, rename) for key in gold.entities}
    return tuple(_reading(gold, item, slugs) for item in seed_articles())


_MINTED = ("Activity", "Participation", "Figure", "Agreement", "Facility")


def _slug(gold: Gold, key: str, rename: str) -> str:
    kinds = gold.entities[key].types
    minted = any(is_a(kind, above) for kind in kinds for above in _MINTED)
    return f"{rename}-{hashlib.sha256(key.encode()).hexdigest()[:8]}" if rename and minted else key


def _reading(gold: Gold, source: Article, slugs: dict[str, str]) -> Reading:
    rows = json.loads(FACTS.read_text())["sentences"]
    spans = [
        (row["start"], row["end"])
        for row in rows
        if row["kind"] == "sentence" and row["file"].startswith(source.source)
    ]
    passages = tuple(Passage(a, b, source.text[a:b], source.text[a:b]) for a, b in spans)
    facts = [fact for fact in gold.facts if fact.saying.article == source.slug]
    quotes = _quotations(facts, spans)
    names = slugs | {key: quoted.ref.slug for key, quoted in quotes.items()}
    claims = [claim for fact in facts for claim in _claims(gold, fact, spans, names)]
    things = {slugs[key]: _thing(gold, key, slugs) for key in gold.entities if key not in quotes}
    return Reading(source.slug, passages, things, (), tuple(quotes.values()), tuple(claims))


def _thing(gold: Gold, key: str, slugs: dict[str, str]) -> Thing:
    entity = gold.entities[key]
    if slugs[key] == key:
        return Thing(key, entity.types, entity.label, entity.names)
    return Thing(slugs[key], entity.types, "something", named=False)


def _quotations(facts: list[Fact], spans: list[tuple[int, int]]) -> dict[str, Quoted]:
    data = {row["id"]: row for row in json.loads(FACTS.read_text())["facts"]}
    found: dict[str, Quoted] = {}
    for fact in facts:
        statement = fact.saying.statement
        if statement.predicate == "text":
            more = data[fact.id]["qualifiers"]
            span = (more["start"], more["end"])
            known = found.get(statement.subject.slug, Quoted((), ()))
            touched = [i for i, (a, b) in enumerate(spans) if a < span[1] and span[0] < b]
            found[statement.subject.slug] = replace(
                known,
                spans=(*known.spans, span),
                passages=(*known.passages, *touched),
            )
    for fact in facts:
        statement = fact.saying.statement
        if statement.predicate == "speaker" and isinstance(statement.object, Ref):
            key = statement.subject.slug
            found[key] = replace(found[key], speaker=statement.object.slug)
    return found


def _claims(
    gold: Gold, fact: Fact, spans: list[tuple[int, int]], names: dict[str, str]
) -> list[Claim]:
    statement = fact.saying.statement
    if statement.predicate in ("text", "inPassage", "speaker"):
        return []
    told = statement.object
    renamed = Statement(
        Ref(names[statement.subject.slug]),
        statement.predicate,
        Ref(names[told.slug]) if isinstance(told, Ref) else told,
    )
    claims = [_claim(fact, (renamed,), spans)]
    bearer = status_bearer(fact, gold.entities, is_a)
    if fact.status and bearer:
        status = Statement(Ref(names[bearer]), "status", Code(fact.status))
        claims.append(replace(_claim(fact, (status,), spans), modality="Asserted", speaker=None))
    return claims


def _claim(fact: Fact, statements: tuple[Statement, ...], spans: list[tuple[int, int]]) -> Claim:
    return Claim(
        spans.index(fact.saying.spots[0]),
        statements,
        "rule:perfect",
        fact.saying.modality,
        fact.saying.speaker,
    )


def without(readings: Iterable[Reading], predicate: str) -> tuple[Reading, ...]:
    """Take away every statement with the predicate."""
    return tuple(
        replace(
            reading,
            claims=tuple(
                claim
                for claim in reading.claims
                if all(statement.predicate != predicate for statement in claim.statements)
            ),
        )
        for reading in readings
    )
