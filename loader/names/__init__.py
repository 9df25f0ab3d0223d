"""Who and what is named: lexicon, name grammars, links."""

from .find import find_mentions
from .lexicon import Lexicon, load_lexicon
from .model import Mention

__all__ = ["Lexicon", "Mention", "find_mentions", "load_lexicon"]
