"""The files of the package: vocabulary, shapes, rules, checks, examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent
VOCABULARY_FILES = ("core.ttl", "codes.ttl")
SHAPES = FOLDER / "shapes.ttl"
ALIGNMENTS = FOLDER / "align.ttl"
_HEADER = re.compile(r"^# (title|why): (.+(?:\n#   .+)*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class QueryFile:
    """A rule or a check.

    Attributes:
        name: File name without ending; rules are applied in the order of their names.
        title: What it infers or forbids, from the header.
        why: The reason, from the header.
        text: The SPARQL query, header included.
    """

    name: str
    title: str
    why: str
    text: str


@dataclass(frozen=True, slots=True)
class Question:
    """An example query.

    Attributes:
        name: File name without ending.
        question: What it asks, in English.
        text: The SPARQL query, its question as the first line.
    """

    name: str
    question: str
    text: str


def core_text() -> str:
    """Give the text of ``core.ttl``, UTF-8 Turtle."""
    return (FOLDER / "core.ttl").read_text(encoding="utf-8")


def vocabulary_text() -> str:
    """Give ``core.ttl`` and ``codes.ttl`` as one Turtle document."""
    return "\n".join((FOLDER / name).read_text(encoding="utf-8") for name in VOCABULARY_FILES)


@cache
def rules() -> tuple[QueryFile, ...]:
    """Give the inference rules (SPARQL CONSTRUCT) in the order in which they are applied."""
    return _read_queries(FOLDER / "rules")


@cache
def checks() -> tuple[QueryFile, ...]:
    """Give the checks (SPARQL SELECT, to come back empty) in the order of their names."""
    return _read_queries(FOLDER / "checks")


def gallery(base: str) -> tuple[Question, ...]:
    """Give the example queries in the order of their names, with the base filled in.

    Raises:
        ValueError: When a query does not begin with its question as a comment.
    """
    return tuple(_question(path, base) for path in sorted((FOLDER / "gallery").glob("*.rq")))


def examples() -> tuple[Path, ...]:
    """Give the paths of the worked examples, sorted."""
    return tuple(sorted((FOLDER / "examples").glob("*.trig")))


def _read_queries(folder: Path) -> tuple[QueryFile, ...]:
    return tuple(_read_query(path) for path in sorted(folder.glob("*.rq")))


def _read_query(path: Path) -> QueryFile:
    text = path.read_text(encoding="utf-8")
    header = {key: value.replace("\n#  ", "") for key, value in _HEADER.findall(text)}
    if missing := {"title", "why"} - header.keys():
        raise ValueError(f"{path} has no header line '# {min(missing)}: …'; add it")
    return QueryFile(path.stem, header["title"], header["why"], text)


def _question(path: Path, base: str) -> Question:
    text = path.read_text(encoding="utf-8").replace("{base}", base)
    first = text.partition("\n")[0]
    question = first.removeprefix("#").strip()
    if not first.startswith("#") or not question:
        raise ValueError(f"{path}: the first line must be the question, as a comment")
    return Question(path.stem, question, text)
