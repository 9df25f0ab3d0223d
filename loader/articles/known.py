"""What is known of an article beside its text, whoever says it."""

from __future__ import annotations

import re
from dataclasses import dataclass

_WEB = re.compile(r"https?://[^\s\x00-\x1f<>\"{}|\\^`]+")


def is_web_address(text: str) -> bool:
    """Tell whether a text is an http or https address, written without space."""
    return _WEB.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Known:
    """The keys of a sidecar, each as ``loader.articles.model.Article`` describes it.

    Attributes:
        encoding: Encoding of the file, for what is neither UTF-8 nor marked; None otherwise.
    """

    slug: str | None = None
    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    published: str | None = None
    published_basis: str | None = None
    published_approximate: bool = False
    rights: str | None = None
    publish_text: str | None = None
    encoding: str | None = None

    def over(self, other: Known) -> Known:
        """Give what both know, this one's word where both speak.

        A date goes with its own basis: the other's basis and doubt are not put beside it.

        >>> Known(title="Pact").over(Known(title="A pact", published="2031")).published
        '2031'
        """
        dated = self if self.published else other
        return Known(
            slug=self.slug or other.slug,
            title=self.title or other.title,
            publisher=self.publisher or other.publisher,
            address=self.address or other.address,
            published=dated.published,
            published_basis=self.published_basis or dated.published_basis,
            published_approximate=self.published_approximate or dated.published_approximate,
            rights=self.rights or other.rights,
            publish_text=self.publish_text or other.publish_text,
            encoding=self.encoding or other.encoding,
        )


NOTHING = Known()
