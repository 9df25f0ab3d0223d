"""A sentence as the rules that correct tags look at it."""

from __future__ import annotations

from bisect import insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

FINITE = ("VBD", "VBZ", "VBP", "MD")
VERBS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ")
NOUNS = ("NN", "NNS", "NNP", "NNPS")
BEFORE_NOUN = ("DT", "PRP$", "POS", "WP$")
_BREAKS = (",", ":", ".", "``", "''", "WDT", "WP", "WRB", "CC")
_BREAK_WORDS = frozenset(["that", "as", "while", "because", "if", "although", "after", "before"])


@dataclass(slots=True)
class View:
    """Words in small letters, words as written, and tags that rules change.

    Attributes:
        lower: The words in small letters.
        words: The words as written.
        tags: Their tags; ``change`` changes them.
        vocabulary: The words in small letters, each once.
        places: Tag → the indices of the words that have it, in order.
    """

    lower: list[str]
    words: list[str]
    tags: list[str]
    vocabulary: frozenset[str] = field(init=False)
    places: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.vocabulary = frozenset(self.lower)
        self.places = {}
        for index, tag in enumerate(self.tags):
            self.places.setdefault(tag, []).append(index)

    def change(self, index: int, tag: str) -> None:
        """Give a word another tag."""
        self.places[self.tags[index]].remove(index)
        insort(self.places.setdefault(tag, []), index)
        self.tags[index] = tag

    def tag(self, index: int) -> str:
        """Give a tag; empty beyond the ends."""
        return self.tags[index] if 0 <= index < len(self.tags) else ""

    def word(self, index: int) -> str:
        """Give a word in small letters; empty beyond the ends."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def before(self, index: int) -> int:
        """Give the index of the nearest word to the left that is no adverb; -1 for none."""
        index -= 1
        while index >= 0 and self.tags[index] == "RB":
            index -= 1
        return index

    def after(self, index: int) -> int:
        """Give the index of the nearest word to the right that is no adverb."""
        index += 1
        while index < len(self.tags) and self.tags[index] == "RB":
            index += 1
        return index

    def clause_start(self, index: int) -> int:
        """Give the index of the first word of the stretch without commas and conjunctions."""
        while index > 0 and not self._breaks(index - 1):
            index -= 1
        return index

    def clause_end(self, index: int) -> int:
        """Give the index after the last word of the stretch without commas and conjunctions."""
        index += 1
        while index < len(self.tags) and not self._breaks(index):
            index += 1
        return index

    def finite_left(self, index: int) -> bool:
        """Tell whether the stretch has a finite verb to the left of a word."""
        return any(tag in FINITE for tag in self.tags[self.clause_start(index) : index])

    def finite_right(self, index: int) -> bool:
        """Tell whether the stretch has a finite verb to the right of a word."""
        return any(tag in FINITE for tag in self.tags[index + 1 : self.clause_end(index)])

    def _breaks(self, index: int) -> bool:
        return self.tags[index] in _BREAKS or self.lower[index] in _BREAK_WORDS


@dataclass(frozen=True, slots=True)
class Rule:
    """A correction of tags.

    Attributes:
        correct: Gives the tag that the word at an index should have.
        tags: Tags that it may change; empty for any.
        words: Where there are no such tags, words in small letters whose tag it may change; empty
            for any.
        near: Words in small letters of which the sentence must have one; empty for no such need.
    """

    correct: Callable[[View, int], str]
    tags: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()

    def run(self, view: View) -> None:
        """Correct each word from left to right; later words see the change."""
        for index in self._places(view):
            tag = self.correct(view, index)
            if tag != view.tags[index]:
                view.change(index, tag)

    def _places(self, view: View) -> Sequence[int]:
        """Give where the rule applies, before it changes anything: it changes no tag but there."""
        if self.near and self.near.isdisjoint(view.vocabulary):
            return ()
        if self.tags:
            return sorted(self._tagged(view))
        if not self.words:
            return range(len(view.tags))
        if self.words.isdisjoint(view.vocabulary):
            return ()
        return [index for index, word in enumerate(view.lower) if word in self.words]

    def _tagged(self, view: View) -> Iterator[int]:
        for tag in self.tags:
            yield from view.places.get(tag, ())
