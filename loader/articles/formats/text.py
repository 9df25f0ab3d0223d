"""Plain text and Markdown, with front matter or without."""

from __future__ import annotations

from pathlib import PurePath

from ..found import Found, decoded, digest_of
from ..known import Known
from .front_matter import split
from .markup import fragment_text


def plain_article(content: bytes, source: str, known: Known) -> Found:
    """Read plain text: what stands below the front matter, character by character.

    Raises:
        ArticleError: When it cannot be decoded, or its front matter is malformed.
    """
    said, text = split(decoded(content, source, known.encoding), source)
    return Found(source, text, digest_of(content), known.over(said), PurePath(source).stem)


def markdown_article(content: bytes, source: str, known: Known) -> Found:
    """Read Markdown (CommonMark with tables): the text that it shows, as ``markup`` writes it.

    Raises:
        ArticleError: When it cannot be decoded, or its front matter is malformed.
    """
    from markdown_it import MarkdownIt

    said, text = split(decoded(content, source, known.encoding), source)
    shown = fragment_text(MarkdownIt("commonmark").enable("table").render(text))
    return Found(source, shown, digest_of(content), known.over(said), PurePath(source).stem)
