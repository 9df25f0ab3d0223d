"""Claims as lines of JSON, for whoever has no use for RDF."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from ..claims import Claim, Reading
from .codec import encode_claim


def claim_lines(reading: Reading) -> Iterator[str]:
    """Give one JSON object a claim, with its sentence and offsets, without line ends.

    Offsets count code points of the text as it was given, from 0, end exclusive.
    """
    for claim in reading.claims:
        passage = reading.passages[claim.passage]
        row = {
            "article": reading.article,
            "start": passage.start,
            "end": passage.end,
            "sentence": passage.text,
            **encode_claim(claim),
            "things": _things(claim, reading),
        }
        yield json.dumps(row, ensure_ascii=False)


def write_claims(reading: Reading, path: Path) -> None:
    """Write a reading's claims to a file, making its folder where need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(f"{line}\n" for line in claim_lines(reading)), encoding="utf-8")


def _things(claim: Claim, reading: Reading) -> dict[str, str]:
    return {
        slug: reading.things[slug].label for slug in sorted(claim.slugs & reading.things.keys())
    }
