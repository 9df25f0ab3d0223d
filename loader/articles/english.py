"""Whether a text is English, by the share of small words that English cannot do without."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = re.compile(
    "the|of|and|to|in|is|was|for|with|that|on|as|by|from|has|have|had|will|be|are|were|at|this"
    "|which|its?|an|their|been|would|who|but|not|we|he|she|they|also|said"
)
_LEAST_SHARE = 0.2
#: Fewer words than this prove nothing either way.
_FEWEST_WORDS = 20
#: Fewer words in small letters than this are no text around names: all words count then.
_FEWEST_PLAIN = 10


def is_english(text: str) -> bool:
    """Tell whether a text reads as English; a text of very few words gets the benefit of doubt.

    Names are left out of the count, for a release may name thirty units in a row: what begins with
    a capital counts only where it is a small word, unless nearly everything does.

    >>> is_english("Skipet seilte fra havna i nord, og det kommer ikke tilbake til byen igjen "
    ...            "denne sommeren, sier kapteinen som har vært om bord i mange år.")
    False
    """
    words = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        return True
    in_small_letters = sum(not word[0].isupper() for word in words)
    plain = [word for word in words if not word[0].isupper() or _is_small(word)]
    counted = plain if in_small_letters >= _FEWEST_PLAIN else words
    return sum(map(_is_small, counted)) >= _LEAST_SHARE * len(counted)


def _is_small(word: str) -> bool:
    return _SMALL.fullmatch(word.lower()) is not None
