"""A sentence as the readers of offices look at it: tokens with the names that cover them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..names import Mention, is_title
from ..text import Token
from .nouns import load_nouns

_BODIES = ("State", "Organisation", "ArmedForce", "MilitaryFormation", "Company", "Vessel")


@dataclass(slots=True)
class Line:
    """Tokens of a sentence with the names in it.

    Attributes:
        tokens: The tokens.
        mentions: The names.
        covers: Token → the name that it is part of.
    """

    tokens: Sequence[Token]
    mentions: Sequence[Mention]
    covers: dict[int, Mention] = field(init=False)

    def __post_init__(self) -> None:
        self.covers = {i: m for m in self.mentions for i in range(self._begin(m), m.last)}

    def _begin(self, mention: Mention) -> int:
        """Give where a name begins: that of a person, after titles."""
        first = mention.first
        while "Person" in mention.thing.types and first < mention.last - 1:
            if not is_title(self.text(first)):
                break
            first += 1
        return first

    def text(self, index: int) -> str:
        """Give the text of a token, "" outside the sentence."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    def tag(self, index: int) -> str:
        """Give the tag of a token, "" outside the sentence."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    def body(self, index: int) -> Mention | None:
        """Give the state or body whose name covers a token."""
        mention = self.covers.get(index)
        return mention if mention is not None and is_body(mention) else None

    def is_person(self, index: int) -> bool:
        """Tell whether a token is part of a person's name."""
        mention = self.covers.get(index)
        return mention is not None and "Person" in mention.thing.types

    def office(self, index: int) -> Mention | None:
        """Give the office whose words a token is the last of."""
        mention = self.covers.get(index)
        if mention is not None and mention.kind == "office" and mention.last == index + 1:
            return mention
        return None

    def is_head(self, index: int) -> bool:
        """Tell whether a token is the noun of an office, in the singular."""
        if not 0 <= index < len(self.tokens) or self.is_person(index):
            return False
        token = self.tokens[index]
        if self.office(index) is not None:
            return True
        noun = token.lemma in load_nouns().roles or token.text.lower() in load_nouns().roles
        return noun and token.tag in ("NN", "NNP", "JJ") and self.body(index) is None


def is_body(mention: Mention) -> bool:
    """Tell whether a name is that of what has offices: a state, a body, a force, a firm, a ship."""
    return mention.kind != "office" and any(
        kind in _BODIES or kind.endswith(("Body", "Alliance", "Formation", "Coalition"))
        for kind in mention.thing.types
    )
