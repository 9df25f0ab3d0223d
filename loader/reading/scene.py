"""The scene: the sentence being read, with its groups and clauses."""

from __future__ import annotations

from dataclasses import dataclass

from ..syntax import NounGroup, Parse
from ..text import Sentence


@dataclass(frozen=True, slots=True)
class Scene:
    """One sentence and its parse."""

    sentence: Sentence
    parse: Parse

    @property
    def index(self) -> int:
        """Give the index of the sentence."""
        return self.sentence.index

    def start(self, group: NounGroup) -> int:
        """Give the clean offset of a group's first character."""
        return self.sentence.tokens[group.first].span.start

    def words(self, group: NounGroup) -> list[str]:
        """Give the words of a group as written."""
        return [t.text for t in self.sentence.tokens[group.first : group.last]]

    def surface(self, group: NounGroup) -> str:
        """Give a description as written, determiner and possessor left out."""
        first = group.possessor.last + 1 if group.possessor is not None else group.first
        first += 1 if group.determiner and group.possessor is None else 0
        if group.plural and group.quantity is not None:
            first = group.quantity.last
        return self.text(first, group.last)

    def text(self, first: int, last: int) -> str:
        """Give the tokens ``first <= i < last`` as written, line breaks and the like as spaces."""
        text, end = "", None
        for token in self.sentence.tokens[first:last]:
            text += " " * (end is not None and token.span.start > end) + token.text
            end = token.span.end
        return text

    def lemmas(self) -> set[str]:
        """Give the lemmas of the sentence."""
        return {token.lemma for token in self.sentence.tokens}

    def groups_before(self, token: int) -> list[NounGroup]:
        """Give the groups that end before a token, in order."""
        return [g for g in self.parse.groups if g.last <= token]
