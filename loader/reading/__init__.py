"""An article's claims: reference, status, quotation, frames, together."""

from .match import Outcome
from .read import Trace, read_article, trace_article
from .rules import Rule, load_rules

__all__ = ["Outcome", "Rule", "Trace", "load_rules", "read_article", "trace_article"]
