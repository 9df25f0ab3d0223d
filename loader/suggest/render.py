"""Suggestions as a table to read, as JSON, and as lines to paste into the table of names."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from textwrap import shorten

from ontology.iris import slugify

from ..names.lexicon import load_lexicon
from .model import Suggestion, Suggestions

WIDTH = 100
#: What a pasted line says where no context tells the class.
UNSURE = "Organisation"


def render(found: Suggestions) -> str:
    """Give all lists as text: numbers, contexts and a sentence for each, then lines to paste."""
    lines = [
        f"{found.articles} articles read. Ranked by stories: copies of one story count once.",
        *_table("Names that nothing knows", found.names),
        *_table("Verbs between known things that no frame reads", found.verbs),
        *_table("Triggers in sentences that gave no claim", found.unread),
    ]
    if pasted := alias_lines(found.names):
        lines += ["", "To paste into loader/names/aliases.tsv, once looked over:", *pasted]
    return "\n".join(lines)


def as_json(found: Suggestions) -> str:
    """Give the lists as one JSON object; ``aliases`` holds the lines to paste."""
    data = asdict(found) | {"aliases": alias_lines(found.names)}
    return json.dumps(data, ensure_ascii=False, indent=1)


def alias_lines(names: Iterable[Suggestion]) -> list[str]:
    """Give a line of ``aliases.tsv`` for each name: slug, type, alias, kind, context.

    A slug that another thing has gets the class behind it; where that is taken too, or the name
    gives no slug, there is no line.
    """
    taken = set(load_lexicon().things)
    lines: list[str] = []
    for one in names:
        kind = one.guess or UNSURE
        if slug := _free_slug(one.key, kind, taken):
            taken.add(slug)
            lines.append("\t".join((slug, kind, one.key, "name", "")))
    return lines


def _free_slug(name: str, kind: str, taken: set[str]) -> str:
    try:
        slug = slugify(name)
    except ValueError:
        return ""
    return next((one for one in (slug, f"{slug}-{slugify(kind)}") if one not in taken), "")


def _table(title: str, rows: Sequence[Suggestion]) -> Iterator[str]:
    yield from ("", title, f"{'stories':>7} {'articles':>8} {'times':>5}")
    for one in rows:
        numbers = f"{one.stories:7} {one.articles:8} {one.times:5}"
        yield f"{numbers}  {one.key}" + (f"  ({one.guess}?)" if one.guess else "")
        if one.contexts:
            told = ", ".join(f"{context} ×{count}" for context, count in one.contexts)
            yield f"{'':24}{shorten(told, WIDTH, placeholder=' …')}"
        yield f"{'':24}“{shorten(one.example, WIDTH, placeholder=' …')}”"
    if not rows:
        yield f"{'':24}none"
