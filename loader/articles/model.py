"""An article as it came: its text, byte for byte, and what is known of it."""

from __future__ import annotations

from dataclasses import dataclass

#: How much of an article's text may be published: all, the sentences that carry claims, none.
PUBLISH_TEXT = ("full", "passages", "offsets")


@dataclass(frozen=True, slots=True)
class Article:
    """One article. What is unknown is None; nothing is guessed.

    Attributes:
        slug: Last part of its IRI: from the sidecar, else from the file's name, else from the
            address, title and text.
        text: The text that all published offsets count code points of: of plain text the decoded
            characters, unrepaired; of marked-up text what ``formats.markup`` defines.
        sha256: Hex digest of the bytes that the article came in: a file, a line, a record.
        source: File, ``file:line`` or address that it was read from, for messages.
        title: Title, where the text or the sidecar gives one.
        publisher: Name of the publisher.
        address: Where it was published.
        published: ISO 8601 date, possibly partial (``2025``, ``2025-04``): the dateline.
        published_basis: What the date rests on, in words.
        published_approximate: Whether the date is only about right.
        rights: Rights statement.
        publish_text: One of ``PUBLISH_TEXT``.
    """

    slug: str
    text: str
    sha256: str
    source: str
    title: str | None = None
    publisher: str | None = None
    address: str | None = None
    published: str | None = None
    published_basis: str | None = None
    published_approximate: bool = False
    rights: str | None = None
    publish_text: str = "full"
