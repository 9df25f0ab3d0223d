"""A text taken apart: repair, blocks, sentences, quotations, tokens, tags."""

from .document import take_apart
from .model import Block, Document, Quotation, Repair, Sentence, Token
from .offsets import Edit, OffsetMap
from .spans import Span

__all__ = [
    "Block",
    "Document",
    "Edit",
    "OffsetMap",
    "Quotation",
    "Repair",
    "Sentence",
    "Span",
    "Token",
    "take_apart",
]
