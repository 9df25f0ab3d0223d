"""Canonical N-Quads: sorted, without duplicates, the same for the same dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import BlankNode, Quad, RdfFormat, serialize


def to_lines(quads: Iterable[Quad]) -> list[str]:
    """Give the dataset as sorted N-Quads lines without line ends.

    Only U+000A ends a line: literals may hold other line separators, such as U+0085, as they are.

    Raises:
        ValueError: When a quad holds a blank node: published data has none, so that sorting is
            all that canonical form takes (RDF Dataset Canonicalization, section 4).
    """
    unique = set(quads)
    for quad in unique:
        if BlankNode in (type(quad.subject), type(quad.object), type(quad.graph_name)):
            raise ValueError(f"a blank node cannot be published: {quad}")
    text = (serialize(unique, format=RdfFormat.N_QUADS) or b"").decode()
    return sorted(text.split("\n")[:-1])


def digest(lines: Iterable[str]) -> str:
    """Hash canonical lines: the first 16 hex digits of SHA-256."""
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(line.encode() + b"\n")
    return hashed.hexdigest()[:16]
