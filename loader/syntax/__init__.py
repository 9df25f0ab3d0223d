"""Word groups and clauses."""

from .model import Clause, Mark, NounGroup, Parse, Phrase, VerbGroup
from .parse import describe, parse

__all__ = ["Clause", "Mark", "NounGroup", "Parse", "Phrase", "VerbGroup", "describe", "parse"]
