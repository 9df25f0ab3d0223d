"""Which pairs of texts are worth comparing, without comparing all with all.

A text is looked for by a sketch, its smallest shingle hashes: as hashes are spread evenly, they are
a fair sample of it. A copy or container of it holds nine tenths of the text, and so nearly all of
the sketch; half of the sketch is asked for. The time grows with the number of texts, not with its
square, and the index takes one entry for each hash of a sketch. Up to some 50,000 articles all of
it fits into memory well; beyond, signatures of a fixed length (MinHash) would take less.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from .shingles import Print

SKETCH, SHARE = 64, 0.5
#: Texts listed under one hash: what more of them share is a publisher's set phrase.
MOST_LISTED = 500


def candidates(prints: Mapping[str, Print]) -> Iterator[tuple[str, str]]:
    """Give pairs that may be copies, the text no longer than the other one first.

    Args:
        prints: Name → print; the names in the order in which they are to be taken.
    """
    index = _index(prints)
    for name, one in prints.items():
        hits = Counter(other for hash_ in one.shingles for other in index.get(hash_, ()))
        for other, count in sorted(hits.items()):
            enough = count >= SHARE * min(SKETCH, len(prints[other].shingles))
            if enough and _rank(prints, other) < _rank(prints, name):
                yield other, name


def _rank(prints: Mapping[str, Print], name: str) -> tuple[int, str]:
    return len(prints[name].shingles), name


def _index(prints: Mapping[str, Print]) -> dict[int, list[str]]:
    index: dict[int, list[str]] = defaultdict(list)
    for name, one in prints.items():
        for hash_ in one.shingles[:SKETCH]:
            if len(index[hash_]) < MOST_LISTED:
                index[hash_].append(name)
    return index
