"""A sentence as the grammars of names see it."""

from __future__ import annotations

from dataclasses import dataclass

from ..text.brill_tables import is_known
from ..text.model import Sentence
from .gazetteer import Match
from .lexicon import Lexicon, Name
from .patterns import Patterns


@dataclass(frozen=True, slots=True)
class View:
    """A sentence with the known names in it.

    Attributes:
        sentence: The sentence.
        texts: The texts of its tokens.
        lower: The same in lower case.
        clean: The clean text of the whole document.
        known: Known names, in order.
        lexicon: All known names.
        patterns: The shapes of names.
        article: Slug of the article.
    """

    sentence: Sentence
    texts: tuple[str, ...]
    lower: tuple[str, ...]
    clean: str
    known: tuple[Match, ...]
    lexicon: Lexicon
    patterns: Patterns
    article: str

    def words(self, first: int, last: int) -> str:
        """Give tokens ``first <= i < last`` as the clean text has them, single-spaced."""
        tokens = self.sentence.tokens
        text = self.clean[tokens[first].span.start : tokens[last - 1].span.end]
        return " ".join(text.split())

    def tag(self, index: int) -> str:
        """Give the tag of a token, or an empty text outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[index].tag if 0 <= index < len(tokens) else ""

    def text(self, index: int) -> str:
        """Give the text of a token, or an empty text outside the sentence."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def lemma(self, index: int) -> str:
        """Give the lemma of a token, or an empty text outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[index].lemma if 0 <= index < len(tokens) else ""

    def is_name_word(self, index: int) -> bool:
        """Tell whether a token can be a word of a name, by its capital."""
        text = self.text(index)
        if not text[:1].isupper() or text in self.patterns.never or not text[0].isalpha():
            return False
        return not (self.is_first(index) and len(text) > 1 and self._is_plain(index))

    def is_first(self, index: int) -> bool:
        """Tell whether only marks stand before a token in its sentence."""
        return not any(text[0].isalnum() for text in self.texts[:index] if text)

    def _is_plain(self, index: int) -> bool:
        """Tell whether a capital at the start of a sentence tells nothing."""
        text = self.text(index)
        known_name = any(match.first <= index < match.last for match in self.known)
        return not text.isupper() and is_known(text.lower()) and not known_name

    def name_at(self, index: int) -> Match | None:
        """Give the known name that covers a token."""
        return next((m for m in self.known if m.first <= index < m.last), None)

    def state_at(self, index: int) -> Name | None:
        """Give the state whose name or adjective ends with a token."""
        match = next((m for m in self.known if m.last == index + 1), None)
        if match is None or len(match.names) != 1:
            return None
        name = match.names[0]
        is_state = name.thing.types == ("State",) and name.kind in ("name", "adjective")
        return name if is_state else None


def possessor(view: View, index: int) -> str | None:
    """Give the state that what begins at a token belongs to: "Chile's …", "Chilean …"."""
    owned = view.tag(index - 1) == "POS"
    state = view.state_at(index - 2 if owned else index - 1)
    return state.thing.slug if state else None
