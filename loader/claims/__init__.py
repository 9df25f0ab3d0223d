"""The values that the whole loader passes on: things, statements, claims, readings."""

from .model import (
    Claim,
    Code,
    Literal,
    Mentioned,
    Passage,
    Quoted,
    Reading,
    Ref,
    Statement,
    Term,
    Thing,
)

__all__ = [
    "Claim",
    "Code",
    "Literal",
    "Mentioned",
    "Passage",
    "Quoted",
    "Reading",
    "Ref",
    "Statement",
    "Term",
    "Thing",
]
