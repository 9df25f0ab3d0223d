"""The last part of an article's IRI: from its name or address, never by chance or number."""

from __future__ import annotations

import hashlib
import re
from pathlib import PurePath
from urllib.parse import unquote, urlsplit

from ontology.iris import slugify

from ..errors import ArticleError
from .found import Found
from .model import Article

_DIGITS = 8
_LONGEST = 60


def slug_of(found: Found) -> str:
    """Give the slug: what is said, else the file's name, else words and a hash of the address.

    Words are the last part of the address, so that the slug stays when a title is mended; without
    an address, words are the title and the hash is the text's.

    Raises:
        ArticleError: When the file's name gives none.
    """
    known = found.known
    if known.slug:
        return known.slug
    if found.name is not None:
        return _of_file(found.name, found.source)
    of, words = (
        (known.address, _words(known.address)) if known.address else (found.text, known.title or "")
    )
    digest = hashlib.sha256(of.encode("utf-8", "replace")).hexdigest()[:_DIGITS]
    return f"{_slug_or_none(words) or 'article'}-{digest}"


def file_name_of(article: Article) -> str:
    """Give the name for a file about an article: its own file's, else its slug.

    >>> file_name_of(Article("pact-1a2b3c4d", "", "", "news.jsonl:3"))
    'pact-1a2b3c4d'
    """
    own = PurePath(article.source)
    is_file = "://" not in article.source and re.fullmatch(r"\.[A-Za-z]+", own.suffix)
    return own.stem if is_file else article.slug


def _of_file(name: str, source: str) -> str:
    try:
        return slugify(name)
    except ValueError as error:
        raise ArticleError(source, "its name gives no slug; give one in articles.toml") from error


def _words(address: str) -> str:
    parts = urlsplit(address)
    segments = [PurePath(unquote(part)).stem for part in parts.path.split("/") if part]
    named = [part for part in segments if re.search(r"[A-Za-z]{3}", part)]
    return named[-1] if named else parts.netloc


def _slug_or_none(words: str) -> str | None:
    try:
        return slugify(words, max_length=_LONGEST)
    except ValueError:
        return None
