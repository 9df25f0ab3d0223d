"""Who and what is named: lexicon, name grammars, links."""

from .ambiguous import Ambiguous, ambiguous_names
from .find import find_mentions
from .lexicon import Lexicon, load_lexicon, thing_of
from .model import Mention
from .patterns import is_title

__all__ = [
    "Ambiguous",
    "Lexicon",
    "Mention",
    "ambiguous_names",
    "find_mentions",
    "is_title",
    "load_lexicon",
    "thing_of",
]
