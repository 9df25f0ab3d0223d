"""How much of a list of known facts was found: by rules, by curation, or not at all."""

from .counts import Measured, Tally, tally
from .gold import Gold, read_gold
from .judged import Judgement, open_rows, read_judgements
from .render import render
from .run import Result, run

__all__ = [
    "Gold",
    "Judgement",
    "Measured",
    "Result",
    "Tally",
    "open_rows",
    "read_gold",
    "read_judgements",
    "render",
    "run",
    "tally",
]
