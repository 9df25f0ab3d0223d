"""Readings kept between builds, by what they depend on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from importlib.metadata import version
from pathlib import Path

import loader
import ontology

from ..articles.model import Article
from ..claims import Reading
from .codec import decode, encode

_NOT_READING = {"build", "check", "cli.py", "curation", "explain.py", "score"}
_NOT_READING |= {"stories", "suggest"}


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
        return hash_article(article, self.ruleset)

    def holds(self, article: Article) -> bool:
        """Tell whether a reading is kept and whole."""
        return self._payload(article) is not None

    def find(self, article: Article) -> Reading | None:
        """Give the kept reading; None where there is none, or where it is damaged."""
        payload = self._payload(article)
        try:
            return None if payload is None else decode(json.loads(payload))
        except (ValueError, KeyError, TypeError, IndexError):
            return None

    def _payload(self, article: Article) -> str | None:
        try:
            digest, _, payload = self._path(article).read_text("utf-8").partition("\n")
        except (OSError, ValueError):
            return None
        return payload if hashlib.sha256(payload.encode()).hexdigest() == digest else None

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


def hash_article(article: Article, *more: str) -> str:
    """Hash an article's text and what is known of it, but not where it lay (64 hex digits).

    Args:
        article: The article.
        more: What else the hash is to rest on.
    """
    known = [(field.name, getattr(article, field.name)) for field in fields(article)]
    parts = [*more, *(repr(pair) for pair in known if pair[0] != "source")]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


@cache
def ruleset_hash() -> str:
    """Hash the files that decide how an article is read (16 hex digits).

    They are the ontology's and all files of the loader but those that read nothing.
    """
    return _hash_files(_NOT_READING)


@cache
def program_hash() -> str:
    """Hash all files of the loader and of the ontology (16 hex digits)."""
    return _hash_files(set())


def _hash_files(left_out: set[str]) -> str:
    digest = hashlib.sha256(version("ftfy").encode())
    for package in (loader, ontology):
        root = Path(str(package.__file__)).parent
        for path in _files_of(root, left_out | {"__pycache__"}):
            digest.update(path.relative_to(root.parent).as_posix().encode() + b"\0")
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def _files_of(root: Path, left_out: set[str]) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and left_out.isdisjoint(path.relative_to(root).parts):
            yield path
