"""Small made-up articles with their readings, for tests of the build."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

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
    Thing,
)
from loader.errors import ArticleError
from loader.reference import load_reference
from ontology.iris import Base

LEAD = "Denmark will lead Exercise Cold Shoal {n} in the Kattegat."
SAID = "“We stand with Iceland,” said Karin Holm."
HEDGE = "About {k} soldiers are expectedĆ to join."


def small_article(number: int, **known: object) -> Article:
    """Give the article of a number; different numbers give different texts and events."""
    lines = (LEAD.format(n=number), SAID, HEDGE.format(k=100 + number))
    text = " ".join(lines)
    slug = f"cold-shoal-{number}"
    article = Article(slug, text, hashlib.sha256(text.encode()).hexdigest(), f"{slug}.txt")
    values = {name: getattr(article, name) for name in article.__slots__} | known
    return Article(**values)


def read_small(article: Article) -> Reading:
    """Read a small article: an exercise led, a quotation, a figure."""
    number = article.slug.rpartition("-")[2]
    exercise, figure = Ref(f"exercise-cold-shoal-{number}"), Ref(f"{article.slug}-soldiers")
    passages = _passages(article.text)
    words = passages[1].start + 1
    quoted = Quoted(((words, words + len("We stand with Iceland,")),), (1,), "karin-holm")
    return Reading(
        article=article.slug,
        passages=passages,
        things={thing.slug: thing for thing in _things(exercise, figure, number)},
        mentions=(Mentioned(0, len("Denmark"), 0, "denmark"),),
        quotations=(quoted,),
        claims=(_led(exercise), _said(quoted), _counted(figure, exercise, number, passages[2])),
    )


def _passages(text: str) -> tuple[Passage, ...]:
    first, second = text.index("“"), text.index("About")
    spans = ((0, first - 1), (first, second - 1), (second, len(text)))
    return tuple(
        Passage(start, end, text[start:end], text[start:end].replace("Ć", ""))
        for start, end in spans
    )


def _things(exercise: Ref, figure: Ref, number: str) -> tuple[Thing, ...]:
    return (
        Thing("denmark", ("State",), "Denmark", origin="reference"),
        Thing("iceland", ("State",), "Iceland", origin="reference"),
        Thing("karin-holm", ("Person",), "Karin Holm"),
        Thing("kattegat", ("Place",), "Kattegat", ("The Kattegat",)),
        Thing(exercise.slug, ("Exercise",), f"Exercise Cold Shoal {number}"),
        Thing(figure.slug, ("Figure",), f"About {100 + int(number)} soldiers", named=False),
    )


def _led(exercise: Ref) -> Claim:
    statements = (
        Statement(Ref("denmark"), "leads", exercise),
        Statement(Ref("denmark"), "participatesIn", exercise),
        Statement(exercise, "location", Ref("kattegat")),
        Statement(exercise, "status", Code("Planned")),
    )
    return Claim(0, statements, "rule:leads", cue=(8, 12))


def _said(quoted: Quoted) -> Claim:
    statements = (Statement(Ref("denmark"), "supports", Ref("iceland")),)
    return Claim(1, statements, "rule:support", "Quoted", "karin-holm", quoted.ref.slug)


def _counted(figure: Ref, exercise: Ref, number: str, passage: Passage) -> Claim:
    statements = (
        Statement(figure, "bound", Code("About")),
        Statement(figure, "figureOf", exercise),
        Statement(figure, "measure", Code("Personnel")),
        Statement(figure, "value", Literal(str(100 + int(number)), "decimal")),
    )
    start = passage.start + passage.text.index("are expected")
    return Claim(2, statements, "curator:Ann Berg", cue=(start, start + 12), confidence=0.9)


def read_or_refuse(article: Article) -> Reading:
    """Read as ``read_small`` does, but refuse, fail at or die of some articles."""
    if article.slug.endswith("-13"):
        raise ArticleError(article.source, "it is about the number thirteen; leave it out")
    if article.slug.endswith("-14"):
        raise IndexError("no fourteenth floor")
    if article.slug.endswith("-15"):
        os._exit(9)
    return read_small(article)


def die(article: Article) -> Reading:
    """End the process instead of reading."""
    os._exit(9)


def read_slowly(article: Article) -> Reading:
    """Read as ``read_small`` does, the first articles last."""
    time.sleep(0.05 if article.slug.endswith("-1") else 0)
    return read_small(article)


def build_small(
    out: Path,
    articles: Sequence[Article] = (),
    read: Callable[[Article], Reading] = read_small,
    **options: object,
) -> Report:
    """Publish a snapshot of small articles, the first where none are given."""
    settings = Settings(out, Base(), "2031-01-01T00:00:00Z")
    settings = replace(settings, **options)  # type: ignore[arg-type]
    return build(Sources(articles or [small_article(1)], load_reference()), settings, read)


def read_or_hang(article: Article) -> Reading:
    """Read as ``read_or_refuse`` does, but take a quarter of an hour over one article."""
    if article.slug.endswith("-16"):
        time.sleep(900)
    return read_or_refuse(article)
