"""When two wordings count as the same."""

from __future__ import annotations

import re
import unicodedata

_LITTLE = "a an and by for from in of on the their this to with"
_STOP = frozenset(_LITTLE.split(" "))
_WORD = re.compile(r"[^\W_]+(?:\.\d+)?")


def words(text: str) -> list[str]:
    """Give the words of a text folded: lower case, without accents, marks and possessive endings.

    >>> words("Samoa’s Coast Guard (unnamed), the 2nd")
    ['samoa', 'coast', 'guard', 'unnamed', 'the', '2nd']
    """
    folded = unicodedata.normalize("NFKD", re.sub(r"['’ʼ]s?\b", "", text)).casefold()
    return _WORD.findall("".join(c for c in folded if not unicodedata.combining(c)))


def name_key(name: str) -> str:
    """Fold a name so that equal keys mean the same name: no article, case, accent or mark.

    >>> name_key("The Coral Sea") == name_key("Coral  Sea")
    True
    """
    found = words(name)
    return " ".join(found[1:] if found[:1] in (["the"], ["a"], ["an"]) else found)


def overlap(one: str, other: str) -> float:
    """Share of words in common, from 0 to 1: twice the common words over all words (Dice).

    Little words such as "the" do not count, unless a text holds nothing else.

    >>> overlap("to guard the reef", "guard the reefs and the reef")
    0.8
    """
    left, right = _content(one), _content(other)
    return 2 * len(left & right) / (len(left) + len(right)) if left and right else 0.0


def _content(text: str) -> set[str]:
    found = set(words(text))
    return found - _STOP or found


def spans_agree(one: tuple[int, int], other: tuple[int, int], least: float = 0.8) -> bool:
    """Tell whether two ranges share at least this part of what they cover together."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    whole = max(one[1], other[1]) - min(one[0], other[0])
    return common > 0 and common / whole >= least
