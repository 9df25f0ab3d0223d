"""Every IRI under the base is minted and parsed here, and nowhere else."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from pyoxigraph import NamedNode

DEFAULT_BASE = "http://localhost:8000/"
_FOLD = str.maketrans({"ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ß": "ss",
                       "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "þ": "th", "Þ": "Th",
                       "ð": "d", "Ð": "D", "ı": "i", "’": "", "'": "", "ʼ": ""})  # fmt: skip
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slugify(label: str, *, max_length: int = 80) -> str:
    """Fold a label to a slug: lower-case ASCII words joined by hyphens.

    Args:
        label: Any text; letters that have no ASCII form are dropped.
        max_length: Longest slug returned, in characters; cut between words where possible.

    Raises:
        ValueError: When nothing of the label is left.

    >>> slugify("HDMS Niels Juel"), slugify("Tromsø"), slugify("Chile–Peru Border Treaty")
    ('hdms-niels-juel', 'tromso', 'chile-peru-border-treaty')
    """
    folded = unicodedata.normalize("NFKD", label.translate(_FOLD))
    folded = folded.encode("ascii", "ignore").decode() if folded.isascii() else _ascii(folded)
    slug = re.sub(r"[^a-z0-9]+", "-", folded.lower()).strip("-")
    if len(slug) > max_length:
        slug = slug[: max_length + 1].rpartition("-")[0] or slug[:max_length]
    if not slug:
        raise ValueError(f"no slug can be made of {label!r}: it has no letter or digit in ASCII")
    return slug


def _ascii(text: str) -> str:
    dashes = re.sub(r"[‐-―−]", "-", text)
    return dashes.encode("ascii", "ignore").decode()


def is_slug(text: str) -> bool:
    """Tell whether the text is a slug that this project could have minted."""
    return _SLUG.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class Base:
    """The address space of one published dataset.

    Attributes:
        iri: Absolute IRI that ends in a slash, for example ``http://localhost:8000/``.

    Raises:
        ValueError: When the IRI is not absolute http(s), has a query or fragment, or no last slash.

    >>> Base("http://localhost:8000/").thing("norway").value
    'http://localhost:8000/id/norway'
    """

    iri: str = DEFAULT_BASE

    def __post_init__(self) -> None:
        if not re.fullmatch(r"https?://[^\s/?#<>\"{}|\\^`]+/(?:[^\s/?#<>\"{}|\\^`]+/)*", self.iri):
            raise ValueError(
                f"{self.iri!r} cannot be a base: give an http or https address that ends in '/', "
                "such as https://example.org/entente/"
            )

    def thing(self, slug: str) -> NamedNode:
        """Name the thing itself (answered with 303)."""
        return NamedNode(f"{self.iri}id/{slug}")

    def article(self, slug: str) -> NamedNode:
        """Name the article and its graph."""
        return NamedNode(f"{self.iri}article/{slug}")

    def passage(self, article: str, start: int, end: int) -> NamedNode:
        """Name a passage by code-point offsets, end exclusive (RFC 5147 as NIF uses it)."""
        return NamedNode(f"{self.iri}article/{article}#char={start},{end}")

    def mention(self, article: str, start: int, end: int) -> NamedNode:
        """Name a mention by code-point offsets, end exclusive."""
        return NamedNode(f"{self.iri}article/{article}#mention={start},{end}")

    def quotation(self, article: str, start: int, end: int) -> NamedNode:
        """Name a quotation by the offsets of its words, from the first to the last."""
        return NamedNode(f"{self.iri}article/{article}#quote={start},{end}")

    def claim(self, article: str, digest: str) -> NamedNode:
        """Name a claim, and the graph that holds what it states."""
        return NamedNode(f"{self.iri}article/{article}#claim-{digest}")

    def graph(self, name: str) -> NamedNode:
        """Name one of the dataset's own graphs: reference, ontology, curated, inferred, meta."""
        return NamedNode(f"{self.iri}graph/{name}")

    def rule(self, name: str) -> NamedNode:
        """Name a rule of the loader, as what generated a claim."""
        return NamedNode(f"{self.iri}rule/{name}")

    def curator(self, name: str) -> NamedNode:
        """Name a curator, as the one who set a claim."""
        return NamedNode(f"{self.iri}curator/{slugify(name)}")

    def path(self, iri: str) -> str | None:
        """Give what follows the base in an IRI, or None where the IRI is not ours."""
        return iri[len(self.iri) :] if iri.startswith(self.iri) else None
