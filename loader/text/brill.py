"""Eric Brill's rule-based tagger: a lexicon, rules for unknown words, rules for context.

The tables are data (``loader/data/brill``, with their origin); this module applies them. An unknown
word gets a tag by its shape, then by rules on its affixes and neighbours; the rules of context then
change tags in the light of those around them (Brill 1992).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from typing import NamedTuple

from .brill_context import tag_in_context
from .brill_tables import lexicon, table_lines

_EDGE = "STAART"
_MARGIN = 3
_FUNCTION = frozenset(
    ["IN", "DT", "PRP", "PRP$", "CC", "RB", "WRB", "VBG", "VBN", "JJ", "EX", "CD"]
)


class _Rule(NamedTuple):
    """A rule: the tag it changes (empty for any), the tag it gives, its test and what it needs."""

    old: str
    new: str
    test: str
    x: str
    y: str


def brill_tags(words: Sequence[str]) -> list[str]:
    """Give a Penn Treebank tag for each word of a sentence."""
    margin = [_EDGE] * _MARGIN
    padded = [*margin, *words, *margin]
    tags = [*margin, *_lexical_tags(padded, range(_MARGIN, len(words) + _MARGIN)), *margin]
    for index in range(_MARGIN, len(words) + _MARGIN):
        tags[index] = tag_in_context(padded, tags, index)
    return tags[_MARGIN:-_MARGIN]


def _lexical_tags(words: Sequence[str], places: Sequence[int]) -> list[str]:
    """Give the tags of words by themselves; a capital before which only marks stand tells less."""
    known = lexicon()
    tags = [known.get(words[at]) or _unknown(words, at) for at in places]
    for index, at in enumerate(places):
        if tags[index] == "NNP":
            tags[index] = _at_start(words[at], "NNP")
        if words[at][:1].isalnum():
            break
    return tags


def _at_start(word: str, tag: str) -> str:
    """Give the tag of a word that has its capital, perhaps, from the start of a sentence."""
    lower = word.lower()
    if word.isupper() and len(word) > 1:
        return tag
    if lower not in lexicon():
        return "VBG" if word not in lexicon() and lower.endswith("ing") else tag
    return lexicon()[lower] if word not in lexicon() or lexicon()[lower] in _FUNCTION else tag


def _unknown(words: Sequence[str], index: int) -> str:
    """Give the tag of a word that the lexicon lacks."""
    word = words[index]
    if word[:1].isdigit() or not any(character.isalpha() for character in word):
        return "CD" if word[:1].isdigit() else "SYM"
    if word[0].isupper():
        return "NNP"
    tag = "NN"
    for rule in _morphology():
        if rule.old in ("", tag) and _AFFIX[rule.test](word, words, index, rule.x):
            tag = rule.new
    return tag


_Affix = Callable[[str, Sequence[str], int, str], bool]
_AFFIX: dict[str, _Affix] = {
    "char": lambda word, words, i, x: x in word,
    "haspref": lambda word, words, i, x: word.startswith(x),
    "hassuf": lambda word, words, i, x: word.endswith(x),
    "addpref": lambda word, words, i, x: x + word in lexicon(),
    "addsuf": lambda word, words, i, x: word + x in lexicon(),
    "deletepref": lambda word, words, i, x: word.startswith(x) and word[len(x) :] in lexicon(),
    "deletesuf": lambda word, words, i, x: word.endswith(x) and word[: -len(x)] in lexicon(),
    "goodleft": lambda word, words, i, x: words[i + 1] == x,
    "goodright": lambda word, words, i, x: words[i - 1] == x,
}


@cache
def _morphology() -> tuple[_Rule, ...]:
    """Give the rules for unknown words: ``x test n tag x`` or ``old x ftest n tag x``."""
    return tuple(_affix_rule(line.split()) for line in table_lines("en-morphology.txt"))


def _affix_rule(fields: list[str]) -> _Rule:
    if fields[1] in _AFFIX:
        return _Rule("", fields[-2], fields[1], fields[0], "")
    return _Rule(fields[0], fields[-2], fields[2][1:], fields[1], "")
