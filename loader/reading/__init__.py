"""An article's claims: reference, status, quotation, frames, together."""

from .match import Outcome
from .read import Trace, read_article, trace_article

__all__ = ["Outcome", "Trace", "read_article", "trace_article"]
