"""Canonical N-Quads: sorted, without duplicates, the same for the same dataset."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from pyoxigraph import BlankNode, Quad, RdfFormat, serialize


def to_lines(quads: Iterable[Quad]) -> list[str]:
    """Give the dataset as sorted N-Quads lines without line ends.

    Raises:
        ValueError: When a quad holds a blank node: published data has none, so that sorting is
            all that canonical form takes (RDF Dataset Canonicalization, section 4).
    """
    text = b""
    for quad in (unique := set(quads)):
        if BlankNode in (type(quad.subject), type(quad.object), type(quad.graph_name)):
            raise ValueError(f"a blank node cannot be published: {quad}")
    if unique:
        text = serialize(unique, format=RdfFormat.N_QUADS) or b""
    return sorted(text.decode().splitlines())


def digest(lines: Iterable[str]) -> str:
    """Hash canonical lines: the first 16 hex digits of SHA-256."""
    hashed = hashlib.sha256()
    for line in lines:
        hashed.update(line.encode() + b"\n")
    return hashed.hexdigest()[:16]
