"""Corrections of Brill's tags, each a rule of English grammar that looks further than two words."""

from __future__ import annotations

from collections.abc import Sequence

from .tag_view import View
from .tagging_nouns import NOUN_RULES
from .tagging_verbs import VERB_RULES

_LONGEST = 300


def fixed(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Give the corrected tags of a sentence.

    Args:
        words: The tokens, straight apostrophes in them.
        tags: A Penn Treebank tag for each.
    """
    starts = range(0, len(words), _LONGEST)
    return [
        tag
        for start in starts
        for tag in _fixed(words[start : start + _LONGEST], tags[start : start + _LONGEST])
    ]


def _fixed(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """Give the corrected tags of a stretch that is short enough to look over at every word."""
    view = View([word.lower() for word in words], list(words), list(tags))
    for rule in (*NOUN_RULES, *VERB_RULES):
        rule.run(view)
    return view.tags
