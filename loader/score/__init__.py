"""How much of what articles say is found: flat facts, gold, matching, the table."""

from .files import read_annotated, rows_of, write_annotated
from .measure import Scored, score
from .model import Annotated, Entity, Fact, Mention
from .predict import predict
from .render import render
from .run import Case, Result, cases_from, run
from .tally import Tally

__all__ = [
    "Annotated",
    "Case",
    "Entity",
    "Fact",
    "Mention",
    "Result",
    "Scored",
    "Tally",
    "cases_from",
    "predict",
    "read_annotated",
    "render",
    "rows_of",
    "run",
    "score",
    "write_annotated",
]
