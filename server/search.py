"""Things found by name in a snapshot's full text: whole words, beginnings, and wrong spellings."""

from __future__ import annotations

import re
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from ontology.fulltext import JOINING, fold

MOST_WORDS, MOST_ROWS, MOST_POSTINGS, MOST_ALIKE = 12, 1000, 20_000, 200
#: How alike two folded names must be to be taken for one spelt wrongly, from 0 to 100.
ALIKE = 70.0
_COLUMNS = "id, slug, label, names, kinds, classes, links, folded"
_ALIKE = "SELECT rowid FROM trigrams WHERE trigrams MATCH ?"
#: Names of few letters, of which one slip leaves no run of three whole.
_SHORT, _SHORT_ROWS = 8, 4000
_NEAR = """
SELECT thing FROM name
WHERE substr(folded, 1, 1) = ? AND length(folded) BETWEEN ? AND ? LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A thing that was found.

    Attributes:
        slug: Last part of its IRI.
        label: Its label.
        names: Its other names.
        kinds: Local names of its stated classes.
        classes: Local names of all its classes.
        links: How many triples lead to it.
        score: How alike its best name is to what was looked for, from 0 to 100.
    """

    slug: str
    label: str
    names: tuple[str, ...]
    kinds: tuple[str, ...]
    classes: frozenset[str]
    links: int
    score: float


Row = tuple[int, str, str, str, str, str, int, str]
Fits = Callable[[frozenset[str]], bool]


def anything(_: frozenset[str]) -> bool:
    """Let things of every class through."""
    return True


def complete(file: Path, typed: str, most: int, fits: Fits = anything) -> list[Hit]:
    """Find things whose names hold all words that were typed, or begin with them.

    What is named so as a whole comes first, then what begins so, then what has most links.

    Args:
        file: The snapshot's full text.
        typed: Anything at all; without a letter or digit it finds nothing.
        most: Longest list.
        fits: Tells by its classes whether a thing is wanted.
    """
    text = fold(typed)
    if not text or not file.is_file():
        return []
    with _opened(file) as connection:
        rows = [*_called(connection, text), *_with_words(connection, text)]
    hits = _hits(rows, text, fits)
    hits.sort(key=lambda hit: _place(hit, text))
    return hits[:most]


def resemble(file: Path, name: str, most: int, fits: Fits = anything) -> list[Hit]:
    """Find things with a name like this one, however it is spelt, the most alike first.

    Args:
        file: The snapshot's full text.
        name: Anything at all.
        most: Longest list.
        fits: Tells by its classes whether a thing is wanted.
    """
    text = fold(name)
    if not text or not file.is_file():
        return []
    with _opened(file) as connection:
        rows = [*_called(connection, text), *_with_words(connection, text)]
        rows += _rows(connection, [*_alike(connection, text), *_short(connection, text)])
    hits = [hit for hit in _hits(rows, text, fits) if hit.score >= ALIKE or _holds(hit, text)]
    hits.sort(key=lambda hit: (-hit.score, _joins(hit), -hit.links, hit.slug))
    return hits[:most]


def find(file: Path, slug: str, like: str = "") -> Hit | None:
    """Give the thing of a slug, or None when it has no name.

    Args:
        file: The snapshot's full text.
        slug: Last part of its IRI.
        like: A name to score it by; without one it has full score.
    """
    if not file.is_file():
        return None
    with _opened(file) as connection:
        query = f"SELECT {_COLUMNS} FROM thing WHERE slug = ?"  # noqa: S608 (fixed words)
        row = connection.execute(query, (slug,)).fetchone()
    return _hit(row, _score(row, fold(like)) if like else 100.0) if row else None


def slugs(file: Path) -> list[str]:
    """List the slugs of the things that do more than join others, the most linked first."""
    if not file.is_file():
        return []
    with _opened(file) as connection:
        rows = connection.execute("SELECT slug, kinds FROM thing ORDER BY id").fetchall()
    return [slug for slug, kinds in rows if JOINING.isdisjoint(kinds.split())]


def similarity(text: str, name: str) -> float:
    """Tell how alike two folded names are, from 0 to 100; the order of words counts little.

    Letters that changed places count as one slip.

    >>> similarity("norway", "norway"), similarity("navy royal", "royal navy")
    (100.0, 97.0)
    """
    letters = 100 * OSA.normalized_similarity(text, name)
    return max(fuzz.ratio(text, name), letters, 0.97 * fuzz.token_sort_ratio(text, name))


def _opened(file: Path) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{file.as_uri()}?mode=ro", uri=True))


def _called(connection: sqlite3.Connection, text: str) -> list[Row]:
    found = connection.execute("SELECT thing FROM name WHERE folded = ?", (text,))
    return _rows(connection, (number for (number,) in found))


def _with_words(connection: sqlite3.Connection, text: str) -> list[Row]:
    """List the things of most weight whose names hold words that begin so."""
    words = re.findall(r"\w+", text)[:MOST_WORDS]
    match = " ".join(f'"{word}" *' for word in words)
    query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid LIMIT ?"
    found = connection.execute(query, (match, MOST_ROWS)) if match else ()
    return _rows(connection, (number for (number,) in found))


def _alike(connection: sqlite3.Connection, text: str) -> list[int]:
    """List the things with names that share most of the text's rarer runs of three characters."""
    runs = dict.fromkeys(text[at : at + 3] for at in range(len(text) - 2))
    counted = sorted((_count(connection, run), run) for run in runs)
    shared: Counter[int] = Counter()
    budget = MOST_POSTINGS
    for count, run in counted:
        if not count:
            continue
        if count > budget and shared:
            break
        budget -= count
        found = connection.execute(f"{_ALIKE} LIMIT ?", (_quoted(run), MOST_POSTINGS))
        shared.update(name for (name,) in found)
    names = [name for name, _ in shared.most_common(MOST_ALIKE)]
    marks = ", ".join("?" * len(names))
    query = f"SELECT DISTINCT thing FROM name WHERE id IN ({marks})"  # noqa: S608 (only marks)
    return [number for (number,) in connection.execute(query, names)]


def _short(connection: sqlite3.Connection, text: str) -> list[int]:
    """List the things with names of about this length and with this first letter."""
    if len(text) > _SHORT:
        return []
    span = text[0], len(text) - 1, len(text) + 1, _SHORT_ROWS
    return [number for (number,) in connection.execute(_NEAR, span)]


def _count(connection: sqlite3.Connection, run: str) -> int:
    query = "SELECT doc FROM trigram_counts WHERE term = ?"
    row = connection.execute(query, (run,)).fetchone()
    return int(row[0]) if row else 0


def _quoted(run: str) -> str:
    return '"' + run.replace('"', '""') + '"'


def _rows(connection: sqlite3.Connection, numbers: Iterable[int]) -> list[Row]:
    chosen = list(dict.fromkeys(numbers))
    marks = ", ".join("?" * len(chosen))
    query = f"SELECT {_COLUMNS} FROM thing WHERE id IN ({marks})"  # noqa: S608 (only marks)
    return connection.execute(query, chosen).fetchall()


def _hits(rows: Sequence[Row], text: str, fits: Fits) -> list[Hit]:
    unique = {row[0]: row for row in rows if fits(frozenset(row[5].split()))}
    return [_hit(row, _score(row, text)) for row in unique.values()]


def _hit(row: Row, score: float) -> Hit:
    _, slug, label, names, kinds, classes, links, _ = row
    others, stated = tuple(names.splitlines()), tuple(kinds.split())
    return Hit(slug, label, others, stated, frozenset(classes.split()), links, score)


def _score(row: Row, text: str) -> float:
    return round(max((similarity(text, name) for name in row[7].splitlines()), default=0.0), 1)


def _holds(hit: Hit, text: str) -> bool:
    """Tell whether one name of a thing holds all of the words, each as it was typed."""
    words = set(text.split())
    return any(words <= set(fold(name).split()) for name in (hit.label, *hit.names))


def _place(hit: Hit, text: str) -> tuple[object, ...]:
    label = fold(hit.label)
    whole = label != text, hit.score < 100, not label.startswith(text)
    return (_joins(hit), *whole, -hit.links, len(label), hit.slug)


def _joins(hit: Hit) -> bool:
    return not JOINING.isdisjoint(hit.kinds)
