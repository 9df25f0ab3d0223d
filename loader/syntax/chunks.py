"""Chunks: noun groups, verb groups and the marks between them, left to right, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..names import Mention
from ..quantities import Quantity, When
from ..text import Sentence, Token
from .model import Chunk, Mark, NounGroup, VerbGroup
from .nouns import NounGroups
from .verbs import led_by, verb_group
from .words import load_words

_BARE = ("by", "for", "in", "of", "to", "without")
_BRACKET = 6
_SPANS = (["year"], ["month"], ["week"], ["day"], ["quarter"])
_BY_TEXT = {
    **{",": "comma", ";": "break", ":": "break", "that": "that", "&": "and"},
    **dict.fromkeys(("—", "–", "-", "--", "(", ")"), "dash"),
    **dict.fromkeys(("“", "”", '"', "‘"), "quote"),
}
_BY_TAG = {"CC": "and", "WDT": "wh", "WP": "wh", "WP$": "wh", "WRB": "wh"}


class Chunker:
    """Cuts one sentence into chunks.

    Args:
        sentence: The sentence.
        mentions: Its names.
        quantities: Its numbers.
        times: Its time expressions.
    """

    def __init__(
        self,
        sentence: Sentence,
        mentions: Sequence[Mention],
        quantities: Sequence[Quantity],
        times: Sequence[When],
    ) -> None:
        self.tokens: tuple[Token, ...] = sentence.tokens
        self.mentions = {m.first: m for m in mentions}
        taken = {i for m in mentions for i in range(m.first, m.last)}
        self.times = {w.first: w for w in times if w.first not in taken}
        taken |= {i for w in self.times.values() for i in range(w.first, w.last)}
        numbers = {q.first: q for q in quantities if q.first not in taken}
        ends = {first: when.last for first, when in self.times.items()}
        self.ended = {last: first for first, last in ends.items()}
        self.nouns = NounGroups(self.tokens, self.mentions, numbers, ends)

    def chunks(self) -> list[Chunk]:
        """Give all chunks; they tile the sentence."""
        found: list[Chunk] = []
        index = 0
        while index < len(self.tokens):
            chunk = self._chunk(index, found[-1] if found else None)
            if isinstance(chunk, NounGroup):
                end = self._bracket_end(chunk.last)
                chunk = chunk if end == chunk.last else replace(chunk, last=end)
            found.append(chunk)
            index = chunk.last
        return found

    def _bracket_end(self, index: int) -> int:
        """Pass over a short bracket after a group, such as a hull number or an acronym."""
        if index >= len(self.tokens) or self.tokens[index].text != "(":
            return index
        texts = [t.text for t in self.tokens[index : index + _BRACKET]]
        if ")" not in texts:
            return index
        end = index + texts.index(")") + 1
        verbs = any(self._verb(i) is not None for i in range(index + 1, end - 1))
        return index if verbs else end

    def _chunk(self, index: int, previous: Chunk | None) -> Chunk:
        if index in self.times and self.nouns.read(index) is None:
            when = self.times[index]
            return Mark(index, when.last, "time", when.text, when)
        return (
            self._preposition(index)
            or self._rate(index, previous)
            or self._group(index, previous)
            or self._verb(index)
            or self._mark(index)
        )

    def _rate(self, index: int, previous: Chunk | None) -> Mark | None:
        """Read "a year" after a counted group: no group of its own."""
        if not isinstance(previous, NounGroup) or previous.quantity is None:
            return None
        words = [t.text.lower() for t in self.tokens[index : index + 2]]
        if words[:1] not in (["a"], ["each"], ["per"], ["every"]):
            return None
        return Mark(index, index + 2, "other", " ".join(words)) if words[1:] in _SPANS else None

    def _group(self, index: int, previous: Chunk | None) -> NounGroup | None:
        joined = isinstance(previous, Mark) and previous.kind in ("and", "preposition")
        group = self.nouns.read(index, joined=joined)
        if group is None and isinstance(previous, VerbGroup) and previous.lemma != "be":
            return self.nouns.after_verb(index)
        return group

    def _verb(self, index: int) -> VerbGroup | None:
        group = None if index in self.mentions else verb_group(self.tokens, index)
        if group is None or index not in self.ended:
            return group
        return led_by(self.tokens, group, self.ended[index])

    def _preposition(self, index: int) -> Mark | None:
        words = load_words()
        tag, text = self.tokens[index].tag, self.tokens[index].text.lower()
        for several in words.prepositions.get(text, ()):
            following = self.tokens[index : index + len(several)]
            if tuple(token.text.lower() for token in following) == several:
                return Mark(index, index + len(several), "preposition", " ".join(several))
        if text == "worth" and self.nouns.read(index + 1) is not None:
            return Mark(index, index + 1, "preposition", text)
        if tag not in ("IN", "TO") and text not in words.participle_prepositions:
            return None
        if text in ("over", "off", "out", "back") and self._is_to(index + 1):
            return Mark(index, index + 1, "other", text)
        if index in self.mentions:
            return None
        opens = text != "for" or index == 0 or self.tokens[index - 1].text in (",", ";", "—")
        if text in words.subordinators and opens and self._clause_ahead(index + 1):
            return Mark(index, index + 1, "when", text)
        if index + 1 in self.times or self.nouns.read(index + 1, joined=True) is not None:
            return Mark(index, index + 1, "that" if text == "that" else "preposition", text)
        return None

    def _is_to(self, index: int) -> bool:
        """Tell whether "to" or "from" follows: "handed over to" is no "over"."""
        return index < len(self.tokens) and self.tokens[index].text.lower() in ("to", "from")

    def _clause_ahead(self, index: int) -> bool:
        """Tell whether a noun group and a finite verb follow: "as the fleet sails"."""
        group = self.nouns.read(index)
        if group is None:
            return False
        after = self._bracket_end(group.last)
        while self.nouns.tag(after) == "RB":
            after += 1
        verb = self._verb(after) if after < len(self.tokens) else None
        return verb is not None and verb.form == "finite"

    def _mark(self, index: int) -> Mark:
        tag, text = self.tokens[index].tag, self.tokens[index].text.lower()
        kind = "other" if self._leads_on(index, text) else _kind(tag, text)
        return Mark(index, index + 1, kind, text)

    def _leads_on(self, index: int, text: str) -> bool:
        """Tell whether a small word but colours the preposition after it: "on to Lima"."""
        following = self.tokens[index + 1].text.lower() if index + 1 < len(self.tokens) else ""
        return text in ("on", "over", "up", "down", "back", "across") and following in (
            "to",
            "from",
        )


def _kind(tag: str, text: str) -> str:
    """Give the kind of a mark by its text, else by its tag."""
    if text in _BY_TEXT:
        return _BY_TEXT[text]
    if tag == "IN":
        return "preposition" if text in _BARE else "when"
    return _BY_TAG.get(tag, "other")
