"""Whether a text is English, by the share of small words that English cannot do without."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = re.compile(
    "the|of|and|to|in|is|was|for|with|that|on|as|by|from|has|have|had|will|be|are|were|at|this"
    "|which|its?|an?|their|been|would|who|but|not|we|he|she|they|also|said"
)
_LEAST_SHARE = 0.2
#: Fewer words than this prove nothing either way.
_FEWEST_WORDS = 20


def is_english(text: str) -> bool:
    """Tell whether a text reads as English; a text of very few words gets the benefit of doubt.

    >>> is_english("Skipet seilte fra havna i nord, og det kommer ikke tilbake til byen igjen "
    ...            "denne sommeren, sier kapteinen som har vært om bord i mange år.")
    False
    """
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < _FEWEST_WORDS:
        return True
    return sum(bool(_SMALL.fullmatch(word)) for word in words) >= _LEAST_SHARE * len(words)
