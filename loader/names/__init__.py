"""Who and what is named: lexicon, name grammars, links."""

from .ambiguous import Ambiguous, ambiguous_names
from .find import find_mentions
from .lexicon import Lexicon, load_lexicon, thing_of
from .model import Mention

__all__ = [
    "Ambiguous",
    "Lexicon",
    "Mention",
    "ambiguous_names",
    "find_mentions",
    "load_lexicon",
    "thing_of",
]
