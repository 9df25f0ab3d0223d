"""Readings kept between builds, by what they depend on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

import loader
import ontology

from ..articles.model import Article
from ..claims import Reading
from .codec import decode, encode

_NOT_READING = {"build", "check", "cli.py", "curation", "explain", "explain.py", "__pycache__"}


@dataclass(frozen=True, slots=True)
class ReadingCache:
    """A folder of readings, one file each, named by a hash of everything that a reading rests on.

    Attributes:
        folder: Where the files are; made when the first is kept.
        ruleset: Hash of the code and data that reads articles.
    """

    folder: Path
    ruleset: str

    def key(self, article: Article) -> str:
        """Hash the article's text, what is known of it, and the ruleset (64 hex digits)."""
        known = [(field.name, getattr(article, field.name)) for field in fields(article)]
        parts = [self.ruleset, *(repr(pair) for pair in known if pair[0] != "source")]
        return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def find(self, article: Article) -> Reading | None:
        """Give the kept reading; None where there is none, or where it is damaged."""
        try:
            digest, _, payload = self._path(article).read_text("utf-8").partition("\n")
            if hashlib.sha256(payload.encode()).hexdigest() != digest:
                return None
            return decode(json.loads(payload))
        except (OSError, ValueError, KeyError, TypeError, IndexError):
            return None

    def keep(self, article: Article, reading: Reading) -> None:
        """Keep a reading; a reader at the same time sees the whole file or none."""
        payload = json.dumps(encode(reading), ensure_ascii=False, separators=(",", ":"))
        digest = hashlib.sha256(payload.encode()).hexdigest()
        path = self._path(article)
        path.parent.mkdir(parents=True, exist_ok=True)
        aside = path.with_suffix(".new")
        aside.write_text(f"{digest}\n{payload}", encoding="utf-8")
        aside.replace(path)

    def forget_others(self, articles: list[Article]) -> int:
        """Remove what is kept for other articles or rulesets; give the number of files removed."""
        kept = {self._path(article) for article in articles}
        others = [path for path in self._files() if path not in kept]
        for path in others:
            path.unlink()
        return len(others)

    def _files(self) -> Iterator[Path]:
        return self.folder.glob("??/*")

    def _path(self, article: Article) -> Path:
        key = self.key(article)
        return self.folder / key[:2] / f"{key}.json"


@cache
def ruleset_hash() -> str:
    """Hash the files that decide how an article is read (16 hex digits).

    They are all files of the loader below the room that builds, and the ontology's.
    """
    digest = hashlib.sha256()
    for package in (loader, ontology):
        root = Path(str(package.__file__)).parent
        for path in _files_of(root):
            digest.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files_of(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and _NOT_READING.isdisjoint(path.relative_to(root).parts):
            yield path
