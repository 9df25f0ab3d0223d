"""Fixed phrases, found by their first word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

Phrase = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases, each with a class (empty where they are of one kind).

    Attributes:
        by_first: First word → ``(class, words)``, longest first.
    """

    by_first: Mapping[str, tuple[tuple[str, Phrase], ...]]

    def at(self, texts: Sequence[str], start: int) -> tuple[str, Phrase] | None:
        """Give the longest phrase, with its class, that begins at a token, or None."""
        pairs = self.by_first.get(texts[start]) if 0 <= start < len(texts) else None
        for pair in pairs or ():
            if tuple(texts[start : start + len(pair[1])]) == pair[1]:
                return pair
        return None

    def starts(self, texts: Sequence[str]) -> list[int]:
        """Give the tokens at which a phrase may begin, by its first word."""
        return [index for index, text in enumerate(texts) if text in self.by_first]

    def length(self, texts: Sequence[str], start: int) -> int:
        """Give how many tokens the longest phrase takes that begins at a token, or 0."""
        found = self.at(texts, start)
        return len(found[1]) if found else 0

    def __iter__(self) -> Iterator[tuple[str, Phrase]]:
        return (pair for pairs in self.by_first.values() for pair in pairs)


def phrases_of(texts: Iterable[str]) -> Phrases:
    """Take phrases of one kind."""
    return classed({"": texts})


def classed(classes: Mapping[str, Iterable[str]]) -> Phrases:
    """Take phrases by class.

    >>> phrases = classed({"Policy": ["White Paper"], "Place": ["Sea"]})
    >>> phrases.at(("the", "White", "Paper"), 1)
    ('Policy', ('White', 'Paper'))
    """
    pairs = {(name, tuple(text.split())) for name, texts in classes.items() for text in texts}
    grouped: dict[str, list[tuple[str, Phrase]]] = {}
    for pair in sorted(pairs, key=lambda pair: (-len(pair[1]), pair)):
        grouped.setdefault(pair[1][0], []).append(pair)
    return Phrases({first: tuple(group) for first, group in grouped.items()})
