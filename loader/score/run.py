"""Reads articles and scores them against gold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from ..articles import Article, read_articles
from ..claims import Reading
from ..errors import DataError
from .files import read_annotated
from .literals import fold
from .measure import Scored, score
from .model import Annotated
from .predict import predict

Read = Callable[[Article], Reading]


@dataclass(frozen=True, slots=True)
class Case:
    """An article with its gold.

    Attributes:
        article: The article; None where it is left out, and then nothing is found in it.
        gold: What it says.
        text: Its raw text.
        reason: Why it is left out, empty where it is not.
    """

    article: Article | None
    gold: Annotated
    text: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """Scores of a set of articles.

    Attributes:
        articles: In order of their ids.
        fired: For each article the makers of claims, by the folded start of the passage.
        rejected: What was left out and why; counted as read without finding anything.
    """

    articles: tuple[Scored, ...]
    fired: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    rejected: tuple[str, ...] = ()


def cases_from(gold: Path, texts: Path) -> Iterator[Case]:
    """Pair each ``NN.json`` of a folder with the ``NN.txt`` of another.

    The dateline of gold is the article's date where it has one, else what stands beside the text.

    Raises:
        DataError: When a folder has no gold, a gold file no text, or either is not well formed.
    """
    files = sorted(gold.glob("*.json")) if gold.is_dir() else []
    if not files:
        raise DataError(str(gold), "there is no gold (NN.json) in it; name the folder that has it")
    for file in files:
        text = texts / f"{file.stem}.txt"
        if not text.is_file():
            raise DataError(str(file), f"its text {text} is not there; name the folder of texts")
        yield _case(file, text)


def _case(file: Path, place: Path) -> Case:
    article = next(iter(read_articles([place])))
    if isinstance(article, Article):
        gold = read_annotated(file, article.text)
        published = gold.dateline or article.published
        return Case(replace(article, published=published), gold, article.text)
    text = place.read_bytes().decode(errors="replace")
    return Case(None, read_annotated(file, text), text, str(article))


def run(cases: Sequence[Case], read: Read) -> Result:
    """Read and score articles."""
    scored, fired = [], []
    for case in cases:
        found, makers = Annotated(case.gold.id, {}), dict[str, tuple[str, ...]]()
        if case.article is not None:
            reading = read(case.article)
            found = predict(reading, case.article, id=case.gold.id)
            makers = _fired(reading)
        scored.append(score(case.gold, found, case.text))
        fired.append(makers)
    reasons = tuple(case.reason for case in cases if case.reason)
    return Result(tuple(scored), tuple(fired), reasons)


def opening_of(sentence: str) -> str:
    """Give the start of a sentence as the keys of ``Result.fired`` have it."""
    return fold(sentence)[:30]


def _fired(reading: Reading) -> dict[str, tuple[str, ...]]:
    makers: dict[str, list[str]] = {}
    for claim in reading.claims:
        text = reading.passages[claim.passage].text
        makers.setdefault(opening_of(text), []).append(claim.maker.removeprefix("rule:"))
    return {text: tuple(dict.fromkeys(names)) for text, names in makers.items()}
