"""Gold files: JSON, one an article, read with the article's text and written without it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..errors import DataError
from .mapping import PREDICATES
from .model import Annotated, Entity, Fact, Mention

_STATUSES = ("done", "planned", "expected", "negotiating", "denied")
_SHAPE = "entente-load score --help tells the format"


def read_annotated(path: Path, text: str) -> Annotated:
    """Read a gold file, or a file of what was found, and find its mentions in the text.

    A mention is a text, and then every place where the article has it counts, or an object with
    ``text``, ``start`` and ``end``.

    Raises:
        DataError: When it is no JSON, lacks a key, has a predicate or status that the format does
            not know, or has a mention at offsets where the text has other words.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise DataError(str(path), f"it cannot be read as JSON: {error}; {_SHAPE}") from error
    try:
        return annotated_from(data, text, path.stem)
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(str(path), f"{error!r} is missing or malformed; {_SHAPE}") from error
    except ValueError as error:
        raise DataError(str(path), f"{error}; {_SHAPE}") from error


def annotated_from(data: Mapping[str, Any], text: str, name: str) -> Annotated:
    """Make an annotated article of the JSON of a gold file.

    Raises:
        KeyError, TypeError, ValueError: When the data are not of the format.
    """
    rows = list(data["entities"])
    strings = {one for row in rows for one in row["mentions"] if isinstance(one, str)}
    places = _places(strings, text)
    entities = {row["id"]: _entity(row, places, text) for row in rows}
    facts = tuple(_fact(row) for row in data["facts"])
    for fact in facts:
        if fact.subject not in entities:
            raise ValueError(f"a fact is about {fact.subject!r}, which is none of its entities")
    return Annotated(str(data.get("id") or name), entities, facts, data.get("dateline") or None)


def _entity(row: Mapping[str, Any], places: Mapping[str, list[Mention]], text: str) -> Entity:
    found: list[Mention] = []
    for one in row["mentions"]:
        found += places[one] if isinstance(one, str) else [_placed(one, text)]
    names = [one if isinstance(one, str) else one["text"] for one in row["mentions"]]
    return Entity(
        id=row["id"],
        name=row["name"],
        type=row["type"],
        mentions=tuple(sorted(set(found))),
        wikidata=row.get("wikidata") or "",
        names=tuple(dict.fromkeys([*names, *row.get("names", ())])),
    )


def _placed(row: Mapping[str, Any], text: str) -> Mention:
    start, end, words = int(row["start"]), int(row["end"]), str(row["text"])
    if text[start:end] != words:
        raise ValueError(f"{words!r} does not stand at {start},{end} of the text")
    return Mention(start, end, words)


def _fact(row: Mapping[str, Any]) -> Fact:
    predicate, status = row["p"], row.get("status") or "done"
    if predicate not in PREDICATES:
        raise ValueError(f"unknown predicate {predicate!r}; the list has {', '.join(PREDICATES)}")
    if status not in _STATUSES:
        raise ValueError(f"unknown status {status!r}; write one of {', '.join(_STATUSES)}")
    return Fact(
        subject=row["s"],
        predicate=predicate,
        object=row["o"],
        qualifiers=dict(row.get("q") or {}),
        status=status,
        sentence=row.get("sentence") or "",
        start=int(row.get("start", -1)),
        end=int(row.get("end", -1)),
        evidence=row.get("evidence"),
        rule=row.get("rule") or "",
    )


def _places(strings: set[str], text: str) -> dict[str, list[Mention]]:
    """Find each string; what stands inside a longer one found there is optional."""
    found = {one: list(_occurrences(one, text)) for one in strings if one.strip()}
    spans = {span for places in found.values() for span in places}
    inner = {
        one
        for one in spans
        for other in spans
        if one != other and other[0] <= one[0] and one[1] <= other[1]
    }
    return {
        one: [Mention(*span, text[slice(*span)], optional=span in inner) for span in places]
        for one, places in found.items()
    } | {one: [] for one in strings if not one.strip()}


def _occurrences(string: str, text: str) -> Iterator[tuple[int, int]]:
    pattern = r"\s+".join(re.escape(word) for word in string.split())
    whole = [m.span() for m in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    yield from whole or [m.span() for m in re.finditer(pattern, text)]


def rows_of(article: Annotated) -> dict[str, Any]:
    """Give an annotated article as the JSON of a gold file, each mention and fact with offsets."""
    return {
        "id": article.id,
        **({"dateline": article.dateline} if article.dateline else {}),
        "entities": [_entity_row(one) for one in article.entities.values()],
        "facts": [_fact_row(one) for one in article.facts],
    }


def _entity_row(entity: Entity) -> dict[str, Any]:
    return {
        "id": entity.id,
        "name": entity.name,
        "mentions": [
            {"text": one.text, "start": one.start, "end": one.end} for one in entity.mentions
        ],
        "names": list(entity.names),
        "type": entity.type,
        "wikidata": entity.wikidata,
    }


def _fact_row(fact: Fact) -> dict[str, Any]:
    return {
        "s": fact.subject,
        "p": fact.predicate,
        "o": fact.object,
        "q": dict(fact.qualifiers),
        "status": fact.status,
        "sentence": fact.sentence,
        "start": fact.start,
        "end": fact.end,
        "evidence": fact.evidence,
        "rule": fact.rule,
    }


def write_annotated(article: Annotated, path: Path) -> None:
    """Write an annotated article as JSON, making its folder where need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(rows_of(article), ensure_ascii=False, indent=1)
    path.write_text(text + "\n", encoding="utf-8")
