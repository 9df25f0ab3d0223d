"""Lemmas: the dictionary form of a word in its class."""

from __future__ import annotations

import gzip
from functools import cache, lru_cache
from importlib.resources import files

_CLASSES = {"V": "verb", "N": "noun", "J": "adj", "R": "adv"}
_CLITICS = {"n't": "not", "'ll": "will", "'ve": "have", "'re": "be", "'m": "be", "ca": "can"}
_ES = ("ses", "shes", "ches", "xes", "zes")
_E_STEMS = ("at", "iz", "is", "c", "v", "s", "z", "g", "u", "dl", "tl", "bl")
_SHORTEST_STEM = 3


@lru_cache(maxsize=65536)
def lemma_of(word: str, tag: str) -> str:
    """Give the lower-case lemma of a word for its Penn Treebank tag.

    Names and words of closed classes are their own lemmas. A word that the table lacks loses a
    regular ending where a stem is left; what is done together is done ("co-led" is of "lead").

    >>> lemma_of("ratified", "VBD"), lemma_of("frigates", "NNS"), lemma_of("Oslo", "NNP")
    ('ratify', 'frigate', 'oslo')
    """
    lower = word.lower().replace("’", "'")
    if lower in _CLITICS:
        return _CLITICS[lower]
    if lower.startswith("co-") and tag.startswith("V"):
        lower = lower.removeprefix("co-")
    if lower in ("'s", "'d") and tag.startswith("V"):
        return "be" if lower == "'s" else "have"
    if lower == "'d" or (lower == "wo" and tag == "MD"):
        return "would" if lower == "'d" else "will"
    if tag.startswith("NNP") or tag[:1] not in _CLASSES or tag == "RP":
        return lower
    return _from_table(lower, tag) or _by_ending(lower, tag)


def _from_table(lower: str, tag: str) -> str:
    """Look a word up; empty when the table lacks it in this class."""
    found = table_lemma(lower, _CLASSES[tag[0]])
    return found or (table_lemma(lower, "aux") if tag[0] == "V" else "")


def table_lemma(lower: str, word_class: str) -> str:
    """Give the likeliest lemma of a lower-case form; empty when the table lacks it in the class.

    Args:
        lower: The word form.
        word_class: ``verb``, ``noun``, ``adj``, ``adv`` or ``aux``.
    """
    return _table().get(f"{lower},{word_class}", "").lower()


@cache
def _table() -> dict[str, str]:
    """Give the first lemma of each ``form,class``."""
    packed = files("loader").joinpath("data", "lemmas", "lemma_lu.csv.gz").read_bytes()
    rows = (line.rpartition(",") for line in gzip.decompress(packed).decode().splitlines())
    return {form: lemmas.partition("/")[0] for form, _, lemmas in rows}


def _by_ending(lower: str, tag: str) -> str:
    """Take a regular ending off."""
    if tag in ("NNS", "VBZ"):
        return _without_s(lower)
    if tag in ("VBD", "VBN") and lower.endswith("ied"):
        return lower[:-3] + "y"
    if tag in ("VBD", "VBN") and lower.endswith("ed"):
        return _stem(lower, lower[:-2])
    if tag == "VBG" and lower.endswith("ing"):
        return _stem(lower, lower[:-3])
    return lower


def _without_s(lower: str) -> str:
    if lower.endswith("ies") and len(lower) > _SHORTEST_STEM + 1:
        return lower[:-3] + "y"
    if lower.endswith(_ES) and not lower.endswith(("uses", "ases", "oses", "ises")):
        return lower[:-2]
    return lower[:-1] if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else lower


def _stem(lower: str, stem: str) -> str:
    """Undo what a vowel ending did to a stem: a doubled consonant, a lost e."""
    if len(stem) < _SHORTEST_STEM:
        return lower
    if stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    return stem + "e" if stem.endswith(_E_STEMS) and not stem.endswith("ss") else stem
