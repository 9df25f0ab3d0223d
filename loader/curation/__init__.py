"""Judgements by hand, kept apart and replayed on every build."""

from .apply import apply
from .judgements import curation_quads
from .log import append, load_log
from .model import Curated, Judgement, Log, Note
from .vocabulary import Vocabulary, is_a, vocabulary

__all__ = [
    "Curated",
    "Judgement",
    "Log",
    "Note",
    "Vocabulary",
    "append",
    "apply",
    "curation_quads",
    "is_a",
    "load_log",
    "vocabulary",
]
