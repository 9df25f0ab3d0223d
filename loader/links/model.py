"""A link that could be made."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something elsewhere that may be a thing here; nothing is linked until somebody accepts it.

    Attributes:
        slug: The thing here.
        iri: Its address elsewhere.
        name: What it is called there.
        description: What it is, as told there.
        confidence: How alike the names are, from 0 to 1.
        source: File or service that proposed it.
    """

    slug: str
    iri: str
    name: str
    description: str
    confidence: float
    source: str

    def line(self) -> str:
        """Write it as one line of JSON, without its end."""
        return json.dumps(asdict(self), ensure_ascii=False)
