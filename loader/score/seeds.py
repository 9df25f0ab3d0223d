"""The seeds' facts file through the same table: gold for the articles that rules are written on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from ..articles import Article
from ..check import Gold, read_gold
from ..claims import (
    Claim,
    Code,
    Literal,
    Mentioned,
    Passage,
    Quoted,
    Reading,
    Ref,
    Statement,
    Thing,
)
from ..frames import is_kind
from .files import annotated_from, rows_of
from .model import Annotated
from .predict import predict
from .run import Case

Key = tuple[int, int, str, str | None]
_STAGED = ("Activity", "Agreement", "Participation", "Tenure")


def seed_cases(facts: Path, articles: Sequence[Article]) -> list[Case]:
    """Turn a facts file into gold of the flat format, one for each of its articles.

    Raises:
        DataError: When the file is not well formed, or one of its articles is not given.
    """
    gold = read_gold(facts, articles)
    told = {fact.saying.article for fact in gold.facts}
    return [
        Case(article, _annotated(gold, article), article.text)
        for article in articles
        if article.slug in told
    ]


def _annotated(gold: Gold, article: Article) -> Annotated:
    """Flatten the facts, then read their mentions as those of any gold file."""
    rows = rows_of(predict(reading_of(gold, article), article))
    for row in rows["entities"]:
        row["mentions"] = [one["text"] for one in row["mentions"]]
    return annotated_from(rows, article.text, article.slug)


def reading_of(gold: Gold, article: Article) -> Reading:
    """Put the facts of an article as a reading: one claim a sentence, modality and speaker."""
    groups: dict[Key, list[Statement]] = defaultdict(list)
    for key, statement in _statements(gold, article.slug):
        groups[key].append(statement)
    for told in list(groups.values()):
        told += _posts(gold, told)
    spans = sorted({key[:2] for key in groups})
    passages = tuple(
        Passage(*span, article.text[slice(*span)], article.text[slice(*span)]) for span in spans
    )
    claims = tuple(
        Claim(spans.index(key[:2]), tuple(dict.fromkeys(told)), "facts", key[2], key[3])
        for key, told in sorted(groups.items(), key=lambda one: (one[0][:3], one[0][3] or ""))
    )
    things = _things(gold, claims)
    mentions = tuple(_mentions(things, passages, article.text))
    quotations = tuple(_quotations(gold, article, spans))
    return Reading(article.slug, passages, things, mentions, quotations, claims)


def _statements(gold: Gold, article: str) -> Iterator[tuple[Key, Statement]]:
    for fact in gold.facts:
        saying = fact.saying
        if saying.article != article:
            continue
        key = (*saying.spots[0], saying.modality, saying.speaker)
        one, stage = saying.statement, fact.status
        if one.predicate == "participatesIn" and (fact.role or stage):
            node = Ref(f"part-{fact.id}")
            yield key, Statement(node, "participant", one.subject)
            yield key, Statement(node, "activity", one.object)
            yield from ((key, Statement(node, "role", Code(role))) for role in _told(fact.role))
            yield from ((key, Statement(node, "status", Code(name))) for name in _told(stage))
            continue
        yield key, one
        bearers = [end for end in (one.subject, one.object) if _is_staged(gold, end)]
        if stage and bearers and isinstance(bearers[0], Ref):
            yield key, Statement(bearers[0], "status", Code(stage))


def _posts(gold: Gold, told: list[Statement]) -> list[Statement]:
    """Say whose the posts are, from whichever article of the file says so."""
    ends = {end for one in told for end in (one.subject, one.object)}
    stated = [fact.saying.statement for fact in gold.facts]
    return [one for one in stated if one.predicate == "postIn" and one.subject in ends]


def _told(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _is_staged(gold: Gold, term: object) -> bool:
    entity = gold.entities.get(term.slug) if isinstance(term, Ref) else None
    return entity is not None and is_kind(entity.types, _STAGED)


def _things(gold: Gold, claims: Sequence[Claim]) -> dict[str, Thing]:
    made: dict[str, Thing] = {}
    for claim in claims:
        ends = {slug for one in claim.statements for slug in (one.subject.slug, _slug(one.object))}
        for slug in sorted(ends | {claim.speaker or ""}):
            entity = gold.entities.get(slug)
            if entity is not None:
                named = "(unnamed)" not in entity.label and not is_kind(entity.types, _STAGED)
                made[slug] = Thing(slug, entity.types, entity.label, entity.names, named=named)
            elif slug.startswith("part-"):
                made[slug] = Thing(slug, ("Participation",), slug, named=False)
    return made


def _slug(term: object) -> str:
    return term.slug if isinstance(term, Ref) else ""


def _mentions(
    things: dict[str, Thing], passages: Sequence[Passage], text: str
) -> Iterator[Mentioned]:
    for slug, thing in things.items():
        for name in thing.names:
            for index, passage in enumerate(passages):
                for match in re.finditer(re.escape(name), text[passage.start : passage.end]):
                    start, end = match.start() + passage.start, match.end() + passage.start
                    yield Mentioned(start, end, index, slug)


def _quotations(gold: Gold, article: Article, spans: Sequence[tuple[int, int]]) -> Iterator[Quoted]:
    speakers: dict[str, str] = {}
    texts: dict[str, str] = {}
    for fact in gold.facts:
        one = fact.saying.statement
        if fact.saying.article == article.slug and one.predicate == "speaker":
            speakers[one.subject.slug] = _slug(one.object)
        if fact.saying.article == article.slug and one.predicate == "text":
            texts[one.subject.slug] = one.object.text if isinstance(one.object, Literal) else ""
    placed = ((article.text.find(words), words, slug) for slug, words in texts.items())
    for start, words, slug in sorted(placed):
        touched = tuple(i for i, span in enumerate(spans) if span[0] <= start < span[1])
        if start >= 0 and touched:
            span = (start, start + len(words))
            yield Quoted((span,), touched, speakers.get(slug))
