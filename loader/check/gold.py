"""Reads a facts file: sentences, entities and facts that a careful person found in articles."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..articles.model import Article
from ..claims import Code, Literal, Ref, Statement, Term
from ..errors import DataError
from .sayings import Saying, Span, passage_literal, with_edges

_CODED = frozenset({"status", "role", "measure", "bound", "modality"})
_DATES = {4: "gYear", 7: "gYearMonth", 10: "date"}


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the facts file: its ontology classes, its label and how the texts name it."""

    id: str
    types: tuple[str, ...]
    label: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact of the facts file.

    Attributes:
        id: Its id in the file.
        saying: What is said and where.
        status: Status that the thing it touches has by it, or None; see ``status_bearer``.
        role: Role that the subject of a short participation edge has, or None.
    """

    id: str
    saying: Saying
    status: str | None = None
    role: str | None = None

    @property
    def kind(self) -> str:
        """Sort it for counting: ``purpose``, ``note``, ``status`` or ``relation``."""
        return kind_of(self.saying.statement.predicate)


def kind_of(predicate: str) -> str:
    """Sort a predicate for counting: ``purpose``, ``note``, ``status`` or ``relation``."""
    kinds = {"purpose": "purpose", "skos:note": "note", "status": "status"}
    return kinds.get(predicate, "relation")


@dataclass(frozen=True, slots=True)
class Gold:
    """A facts file, tied to the articles that were read.

    Attributes:
        entities: By id.
        facts: In the order of the file.
        implied: Short edges that node facts imply: right where found, but not looked for.
    """

    entities: Mapping[str, Entity]
    facts: tuple[Fact, ...]
    implied: tuple[Saying, ...] = ()


def read_gold(path: Path, articles: Sequence[Article]) -> Gold:
    """Read a facts file and tie its articles to ours by the SHA-256 of their bytes.

    Raises:
        DataError: When the file is absent or not of the format, or one of its articles is missing
            or has changed since the facts were taken.
    """
    data = _load(path)
    try:
        slugs = _slugs(path, data["meta"]["articles"], articles)
        sentences = {row["sid"]: (row["start"], row["end"]) for row in data["sentences"]}
        entities = {row["id"]: _entity(row) for row in data["entities"]}
        facts = tuple(_fact(row, slugs, sentences, entities) for row in data["facts"])
    except (KeyError, TypeError, AttributeError) as error:
        raise DataError(
            str(path), f"not a facts file: {error!r} is missing or malformed"
        ) from error
    sayings = [fact.saying for fact in facts]
    return Gold(entities, facts, tuple(s for s in with_edges(sayings) if s.implied))


def _load(path: Path) -> dict[str, Any]:
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DataError(
            str(path),
            "no facts file here; it comes with a checkout under tests/gold/, or name one: --facts",
        ) from error
    except ValueError as error:
        raise DataError(str(path), f"not JSON: {error}") from error
    return loaded


def _slugs(path: Path, rows: dict[str, Any], articles: Sequence[Article]) -> dict[str, str]:
    by_hash = {article.sha256: article.slug for article in articles}
    missing = [row["file"] for row in rows.values() if row["sha256"] not in by_hash]
    if missing:
        raise DataError(
            str(path),
            f"its facts are about {', '.join(missing)}, which is not among the articles read, or "
            "differs from the text that the facts were taken from",
        )
    return {key: by_hash[row["sha256"]] for key, row in rows.items()}


def _entity(row: dict[str, Any]) -> Entity:
    return Entity(row["id"], tuple(row["type"]), row["label"], tuple(row["aliases"]))


def _fact(
    row: dict[str, Any],
    slugs: dict[str, str],
    sentences: dict[str, Span],
    entities: Mapping[str, Entity],
) -> Fact:
    more = row["qualifiers"]
    term = _term(row["relation"], row["object"], entities, sentences)
    saying = Saying(
        article=slugs[row["article"]],
        spots=((row["sentence"]["start"], row["sentence"]["end"]),),
        statement=Statement(Ref(row["subject"]), row["relation"], term),
        modality=more.get("modality", "Asserted"),
        speaker=more.get("attributedTo"),
    )
    return Fact(row["id"], saying, more.get("status"), more.get("role"))


def _term(
    relation: str, value: object, entities: Mapping[str, Entity], sentences: dict[str, Span]
) -> Term:
    text = str(value)
    if relation == "inPassage":
        return passage_literal(sentences[text])
    if relation in _CODED:
        return Code(text)
    if text in entities:
        return Ref(text)
    if relation == "value":
        return Literal(text, "decimal")
    if relation.endswith("Date"):
        return Literal(text, _DATES.get(len(text), "string"))
    return Literal(text)
