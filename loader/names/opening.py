"""Known names that are but part of another: "Baltic Ghost", "Archers Post", "Army Europe"."""

from __future__ import annotations

from collections.abc import Container

from ..text.model import Sentence
from .gazetteer import Match
from .lexicon import MODELS
from .patterns import load_patterns

#: Names of seas and regions that are adjectives as well.
REGIONS = frozenset(
    {"Adriatic", "Aegean", "Arctic", "Atlantic", "Baltic", "Caribbean", "Indo-Pacific"}
    | {"Mediterranean", "Pacific", "Sahel"}
)


WIDE = REGIONS | {"Africa", "Asia", "Europe"}
_SIDES = ("North", "South", "East", "West", "Central", "Inner", "Middle", "Sub-Saharan", "Saharan")


def closes_name(sentence: Sentence, match: Match, ends: Container[int]) -> bool:
    """Tell whether a region ends a name that no list holds: "Army Europe", "Lumac Asia".

    Args:
        sentence: The sentence.
        match: The known name.
        ends: Tokens before which known names of places and states end: a region may follow them.
    """
    at = match.first - 1
    text, before = sentence.tokens[match.first].text, sentence.tokens[max(at, 0)].text
    region = text in WIDE and match.names[0].thing.types == ("Place",)
    opening = at < 0 or (at == 0 and not before.isupper())
    if not region or opening or match.first in ends or match.last != match.first + 1:
        return False
    side = before.startswith(_SIDES) or before in load_patterns().never
    return before[:1].isupper() and before.isalpha() and not side


def opens_name(sentence: Sentence, match: Match, starts: Container[int]) -> bool:
    """Tell whether a capital goes on from a region, or from a model's name in the plural.

    Args:
        sentence: The sentence.
        match: The known name.
        starts: Tokens with which known names begin: they are names of their own.
    """
    tokens, last = sentence.tokens, match.last
    if last >= len(tokens) or last in starts or match.last != match.first + 1:
        return False
    following = tokens[last].text
    goes_on = following[:1].isupper() and following not in load_patterns().never
    name = match.names[0]
    text = tokens[match.first].text
    plural = name.thing.types[0] in MODELS and text.endswith("s")
    return goes_on and ((text in REGIONS and name.thing.types == ("Place",)) or plural)
