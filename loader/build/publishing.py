"""How much of an article's text is published."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from ..articles.model import PUBLISH_TEXT, Article
from ..claims import Reading


@dataclass(frozen=True, slots=True)
class Publishing:
    """What of one article's text may be shown.

    Attributes:
        whole: Whether the article's text is published as a whole.
        passages: Indices of the passages whose words are published; the others are published as
            offsets and a hash.
    """

    whole: bool
    passages: frozenset[int]

    def shows(self, passage: int) -> bool:
        """Tell whether the words of the passage, by its index, are published."""
        return passage in self.passages


def publishing(article: Article, reading: Reading) -> Publishing:
    """Apply the article's ``publish_text`` setting.

    Raises:
        ValueError: When the setting is none of ``full``, ``passages``, ``offsets``.
    """
    if article.publish_text not in PUBLISH_TEXT:
        raise ValueError(
            f"publish_text is {article.publish_text!r}; write one of {', '.join(PUBLISH_TEXT)}"
        )
    if article.publish_text == "full":
        return Publishing(True, frozenset(range(len(reading.passages))))
    if article.publish_text == "passages":
        return Publishing(False, frozenset(claim.passage for claim in reading.claims))
    return Publishing(False, frozenset())


def content_hash(text: str) -> str:
    """Give the SHA-256 of the text in UTF-8, in hex: what stands for words that are not shown."""
    return hashlib.sha256(text.encode()).hexdigest()
