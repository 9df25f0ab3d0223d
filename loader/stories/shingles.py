"""A text as its runs of five words, without what copying changes: case, marks, apostrophes."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from array import array
from dataclasses import dataclass

WIDTH = 5
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘ʼ`´\N{REPLACEMENT CHARACTER}"))
_WORD = re.compile(r"[^\W_]+(?:[.,][0-9]+)*")
_LOOSE_S = re.compile(r"(?<=\w) s\b")


@dataclass(frozen=True, slots=True)
class Print:
    """What of a text is compared.

    Attributes:
        whole: Hash of the words in order; equal only for texts of equal words.
        shingles: Hashes (64 bits) of the different runs of five words, ascending; one of the
            whole text where it has fewer words, none where it has no word.
        numbers: Numbers written in digits, without commas.
    """

    whole: int
    shingles: array[int]
    numbers: frozenset[str]


def words_of(text: str) -> list[str]:
    """Give the words of a text in lower case, apostrophes dropped, numbers without commas.

    >>> words_of("Norway’s Navy, 1,200 strong; Norway s navy")
    ['norways', 'navy', '1200', 'strong', 'norways', 'navy']
    """
    plain = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    words = " ".join(_WORD.findall(plain))
    return [word.replace(",", "") for word in _LOOSE_S.sub("s", words).split()]


def fingerprint(text: str) -> Print:
    """Take from a text what is compared; the same on every machine and in every run."""
    words = words_of(text)
    runs = {" ".join(words[at : at + WIDTH]) for at in range(max(len(words) - WIDTH + 1, 1))}
    return Print(
        whole=_hash(" ".join(words)),
        shingles=array("Q", sorted({_hash(run) for run in runs if run})),
        numbers=frozenset(word for word in words if word[0].isdigit()),
    )


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
