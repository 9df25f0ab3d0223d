"""Words as names are compared: split finer than tokens, folded, with their case."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ontology.iris import slugify

from ..text.model import Sentence, Token

_ATOM = re.compile(r"\w+|[^\w\s]")
_LOST_APOSTROPHE = re.compile(r"([A-Z]{2,})s")
_VARIANT = re.compile(r"([A-Z]?\d)A\d\w*")
_MARKS = str.maketrans("’‘ʼ‐‑‒–—−", "'''------")


class Atom(NamedTuple):
    """A run of letters and digits, or one mark.

    Attributes:
        text: As written, with plain apostrophes and hyphens.
        key: Folded: lower-case ASCII.
        token: Index of the token that it is part of.
    """

    text: str
    key: str
    token: int


@lru_cache(maxsize=65536)
def atoms_of(text: str) -> tuple[tuple[str, str], ...]:
    """Split a text into ``(text, key)`` pairs.

    >>> atoms_of("Côte d’Ivoire")[:2], [key for _, key in atoms_of("F-35A")]
    ((('Côte', 'cote'), ('d', 'd')), ['f', '-', '35a'])
    """
    return tuple((part, _key(part)) for part in _ATOM.findall(text.translate(_MARKS)))


def _key(part: str) -> str:
    try:
        return slugify(part)
    except ValueError:
        return part


def sentence_atoms(sentence: Sentence) -> tuple[Atom, ...]:
    """Give the atoms of a sentence in order; endings that hide a name are left out."""
    return tuple(
        [
            Atom(text, key, index)
            for index, token in enumerate(sentence.tokens)
            for text, key in atoms_of_token(token.text)
        ]
    )


@lru_cache(maxsize=65536)
def atoms_of_token(text: str) -> tuple[tuple[str, str], ...]:
    """Split the text of a token; an ending that hides a name is left out."""
    return atoms_of(_plain(text))


def _plain(text: str) -> str:
    """Leave out what hides a name in one token: "UKs" without apostrophe, a variant's "2A4"."""
    for pattern in (_LOST_APOSTROPHE, _VARIANT):
        if match := pattern.fullmatch(text):
            return match[1]
    return text


def is_capital(token: Token) -> bool:
    """Tell whether the word starts with a capital letter."""
    return token.text[:1].isupper()


def same_case(name: str, text: str) -> bool:
    """Tell whether a text may stand for a name's atom, as far as capitals go.

    An acronym keeps its capitals; a capital stays one; lower-case words may be written either way.

    >>> same_case("NATO", "NATO"), same_case("US", "us"), same_case("of", "Of")
    (True, False, True)
    """
    if name.isupper() and len(name) > 1:
        return text == name
    if name[:1].isupper():
        return text[:1].isupper()
    return True
