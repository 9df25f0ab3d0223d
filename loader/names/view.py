"""A sentence as the grammars of names see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from ..text.brill_tables import is_known
from ..text.model import Sentence
from .gazetteer import Match
from .lexicon import Lexicon, Name
from .patterns import Patterns, load_patterns


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
        capitals: Indices of the tokens that begin with a capital, in order: most names begin there.
        name_words: Indices of those that can be a word of a name.
        covers: Token → the known name that it is part of.
        ends: Token → the known name that it is the last of.
        vocabulary: Its words in lower case, each once.
        lemmas: The lemmas of its tokens, each once.
        found: What was found in it already (``once``).
    """

    sentence: Sentence
    texts: tuple[str, ...]
    lower: tuple[str, ...]
    clean: str
    known: tuple[Match, ...]
    lexicon: Lexicon
    patterns: Patterns
    article: str
    capitals: tuple[int, ...]
    name_words: frozenset[int]
    covers: Mapping[int, Match]
    ends: Mapping[int, Match]
    vocabulary: frozenset[str]
    lemmas: frozenset[str]
    found: dict[Callable[..., Any], Any] = field(default_factory=dict, compare=False, repr=False)

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

    def low(self, index: int) -> str:
        """Give the text of a token in lower case, or an empty text outside the sentence."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def lemma(self, index: int) -> str:
        """Give the lemma of a token, or an empty text outside the sentence."""
        tokens = self.sentence.tokens
        return tokens[index].lemma if 0 <= index < len(tokens) else ""

    def is_name_word(self, index: int) -> bool:
        """Tell whether a token can be a word of a name, by its capital."""
        return index in self.name_words

    def name_at(self, index: int) -> Match | None:
        """Give the known name that covers a token."""
        return self.covers.get(index)

    def state_within(self, first: int, last: int) -> tuple[int, int] | None:
        """Give where the first name of a state stands in tokens ``first <= i < last``."""
        for match in self.known:
            state = len(match.names) == 1 and match.names[0].thing.types == ("State",)
            if state and match.first >= first and match.last <= last:
                return match.first, match.last
        return None

    def state_at(self, index: int) -> Name | None:
        """Give the state whose name or adjective ends with a token."""
        match = self.ends.get(index)
        if match is None or len(match.names) != 1:
            return None
        name = match.names[0]
        is_state = name.thing.types == ("State",) and name.kind in ("name", "adjective")
        return name if is_state else None


Result = TypeVar("Result")


def once(find: Callable[[View], Result]) -> Callable[[View], Result]:
    """Let a function look at each view once; further calls give what it found then."""

    @wraps(find)
    def finding(view: View) -> Result:
        if find not in view.found:
            view.found[find] = find(view)
        found: Result = view.found[find]
        return found

    return finding


def view_of(
    sentence: Sentence, clean: str, known: tuple[Match, ...], lexicon: Lexicon, article: str
) -> View:
    """Look a sentence over once, so that grammars need to run only where a name could begin."""
    texts = tuple([token.text for token in sentence.tokens])
    covers = {index: match for match in known for index in range(match.first, match.last)}
    capitals = tuple(index for index, text in enumerate(texts) if text[:1].isupper())
    patterns = load_patterns()
    lower = tuple([text.lower() for text in texts])
    return View(
        sentence=sentence,
        texts=texts,
        lower=lower,
        clean=clean,
        known=known,
        lexicon=lexicon,
        patterns=patterns,
        article=article,
        capitals=capitals,
        name_words=_name_words(texts, capitals, covers, patterns),
        covers=covers,
        ends={match.last - 1: match for match in known},
        vocabulary=frozenset(lower),
        lemmas=frozenset([token.lemma for token in sentence.tokens]),
    )


def _name_words(
    texts: Sequence[str],
    capitals: Sequence[int],
    covers: Mapping[int, Match],
    patterns: Patterns,
) -> frozenset[int]:
    """Give the capitals that can be words of names; one at the start of a sentence tells little."""
    start = next((i for i, text in enumerate(texts) if text[:1].isalnum()), len(texts))
    return frozenset(
        index
        for index in capitals
        if texts[index] not in patterns.never
        and texts[index][0].isalpha()
        and not (index <= start and index not in covers and _is_plain(texts[index]))
    )


def _is_plain(text: str) -> bool:
    """Tell whether a word's capital at the start of a sentence tells nothing."""
    return len(text) > 1 and not text.isupper() and is_known(text.lower())


def possessor(view: View, index: int) -> str | None:
    """Give the state that what begins at a token belongs to: "Chile's …", "Chilean …"."""
    owned = view.tag(index - 1) == "POS"
    state = view.state_at(index - 2 if owned else index - 1)
    return state.thing.slug if state else None
