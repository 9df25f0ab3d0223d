"""Chunks: noun groups, verb groups and the marks between them, left to right, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..names import Mention
from ..quantities import Quantity, When
from ..text import Sentence, Token
from .model import Chunk, Mark, NounGroup, VerbGroup
from .verbs import verb_group
from .words import load_words

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_ADJECTIVE = ("JJ", "JJR", "JJS")
_DETERMINER = ("DT", "PDT", "PRP$")
_POSSESSIVE = ("his", "her", "its", "their", "our", "my", "your")


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
        self._first = -1
        self._joins = False
        self.quantities = {q.first: q for q in quantities if q.first not in taken}

    def chunks(self) -> list[Chunk]:
        """Give all chunks; they tile the sentence."""
        found: list[Chunk] = []
        index = 0
        while index < len(self.tokens):
            previous = found[-1] if found else None
            self._first = -1
            self._joins = isinstance(previous, Mark) and previous.kind in ("and", "preposition")
            chunk = self._chunk(index, previous)
            found.append(chunk)
            index = chunk.last
        return found

    def _modifies_object(self, index: int, previous: Chunk | None) -> bool:
        """Tell whether a participle after a verb modifies its object: "sent armoured vehicles"."""
        after_verb = isinstance(previous, VerbGroup) and previous.lemma not in ("be", "have")
        return after_verb and self._tag(index) == "VBN" and self._noun_ahead(index + 1)

    def _chunk(self, index: int, previous: Chunk | None) -> Chunk:
        if index in self.times:
            when = self.times[index]
            return Mark(index, when.last, "time", when.text, when)
        if (preposition := self._preposition(index)) is not None:
            return preposition
        if (group := self._possessive_chain(index)) is not None:
            return group
        if self._modifies_object(index, previous):
            self._first = index
            return self._modified(index, index, "") or self._mark(index)
        if index not in self.mentions and (verb := verb_group(self.tokens, index)) is not None:
            return verb
        return self._mark(index)

    def _preposition(self, index: int) -> Mark | None:
        words = load_words()
        lower = tuple(t.text.lower() for t in self.tokens[index : index + 5])
        for several in words.prepositions:
            if lower[: len(several)] == several:
                return Mark(index, index + len(several), "preposition", " ".join(several))
        token = self.tokens[index]
        if index + 1 in self.times and token.tag in ("IN", "TO"):
            return Mark(index, index + 1, "preposition", token.text.lower())
        if token.text.lower() in words.subordinators and self._clause_ahead(index + 1):
            return Mark(index, index + 1, "when", token.text.lower())
        before_group = index + 1 < len(self.tokens) and self._noun_group(index + 1) is not None
        if token.text.lower() in words.participle_prepositions and before_group:
            return Mark(index, index + 1, "preposition", token.text.lower())
        if token.tag in ("IN", "TO") and index not in self.mentions and before_group:
            kind = "that" if token.text.lower() == "that" else "preposition"
            return Mark(index, index + 1, kind, token.text.lower())
        return None

    def _clause_ahead(self, index: int) -> bool:
        """Tell whether a noun group and a finite verb follow: "as the fleet sails"."""
        group = self._possessive_chain(index) if index < len(self.tokens) else None
        if group is None:
            return False
        after = group.last
        while self._tag(after) == "RB":
            after += 1
        verb = verb_group(self.tokens, after) if after < len(self.tokens) else None
        return verb is not None and verb.form == "finite"

    def _mark(self, index: int) -> Mark:
        token = self.tokens[index]
        text = token.text.lower()
        if token.tag == "CC" or text in ("&",):
            kind = "and"
        elif text in (",", ";", ":"):
            kind = "comma" if text == "," else "break"
        elif text in ("—", "–", "-", "--", "(", ")"):
            kind = "dash"
        elif token.tag in ("WDT", "WP", "WP$", "WRB"):
            kind = "wh"
        elif text == "that":
            kind = "that"
        elif token.tag == "IN":
            kind = "preposition" if text in ("by", "for", "in", "of", "to", "without") else "when"
        else:
            kind = "quote" if text in ("“", "”", '"', "‘") else "other"
        return Mark(index, index + 1, kind, text)

    def _possessive_chain(self, index: int) -> NounGroup | None:
        group = self._noun_group(index)
        while group is not None and self._tag(group.last) == "POS":
            following = self._noun_group(group.last + 1, bare=True)
            if following is None:
                return replace(group, last=group.last + 1)
            group = replace(following, first=group.first, possessor=group)
        return group

    def _noun_group(self, index: int, *, bare: bool = False) -> NounGroup | None:
        """Read determiner, modifiers and head from ``index``; None where no noun group begins."""
        start, determiner = index, ""
        token = self.tokens[index] if index < len(self.tokens) else None
        if token is None or index in self.times:
            return None
        if not bare and index not in self.mentions:
            if token.tag in ("PRP", "EX"):
                return NounGroup(
                    index, index + 1, token.text.lower(), pronoun=True,
                    plural=token.text.lower() in ("they", "them", "we", "us"),
                )  # fmt: skip
            if token.tag in _DETERMINER or token.text.lower() in _POSSESSIVE:
                determiner = token.text.lower()
                index += 1
                if self._tag(index) in _DETERMINER and index not in self.mentions:
                    index += 1
        return self._modified(start, index, determiner)

    def _modified(self, start: int, index: int, determiner: str) -> NounGroup | None:
        names: list[Mention] = []
        words: list[str] = []
        quantity: Quantity | None = None
        head: tuple[int, int, Mention | None] | None = None
        while index < len(self.tokens) and index not in self.times:
            if (mention := self.mentions.get(index)) is not None:
                head = self._demote(head, names, words)
                head = (index, mention.last, mention)
                index = mention.last
            elif index in self.quantities and head is None:
                quantity = self.quantities[index]
                index = quantity.last
            elif self._tag(index) in _NOUN:
                head = self._demote(head, names, words)
                head = (index, index + 1, None)
                index += 1
            elif self._premodifies(index, after_noun=head is not None):
                head = self._demote(head, names, words)
                words.append(self.tokens[index].lemma)
                index += 1
            else:
                break
        if head is None:
            return self._headless(start, determiner, quantity)
        return self._close(start, head, determiner, names, words, quantity)

    def _demote(
        self, head: tuple[int, int, Mention | None] | None, names: list[Mention], words: list[str]
    ) -> None:
        if head is not None and head[2] is not None:
            names.append(head[2])
        elif head is not None:
            words.append(self.tokens[head[0]].lemma)

    def _premodifies(self, index: int, *, after_noun: bool) -> bool:
        """Tell whether the token modifies a noun to its right."""
        token = self.tokens[index]
        following = index + 1
        if token.tag in ("RB", "RBS", "RBR") or token.text.lower() in ("and", ","):
            adjective = self._tag(following) in (*_ADJECTIVE, "VBN", "RBS", "RBR")
            adjective |= self._tag(following) == "VBD" and self._joins
            joined = token.text.lower() not in ("and", ",") or self._tag(index - 1) in _ADJECTIVE
            return adjective and joined and not after_noun and self._noun_ahead(following)
        if token.tag in _ADJECTIVE or token.tag == "CD":
            return self._noun_ahead(following)
        if token.tag == "VBD" and self._joins and self._tag(index - 1) == "RB":
            return self._noun_ahead(following)
        if token.tag == "VBN" and not after_noun and index == self._first:
            return self._noun_ahead(following)
        if token.tag == "VBN" or (token.tag == "VBG" and not after_noun):
            before = self._tag(index - 1)
            if self.tokens[index - 1].text == "-":
                return self._noun_ahead(following)
            return before in (*_DETERMINER, *_ADJECTIVE, "POS", "CC", "RB") and self._noun_ahead(
                following
            )
        return token.text == "-" and after_noun and self._compound(following)

    def _compound(self, index: int) -> bool:
        """Tell whether "-led", "-headquartered" or a name continues a hyphenated compound."""
        return index in self.mentions or self._tag(index) in ("VBN", "VBD", "JJ")

    def _noun_ahead(self, index: int) -> bool:
        for i in range(index, min(index + 6, len(self.tokens))):
            if i in self.mentions or self._tag(i) in _NOUN:
                return True
            if self._tag(i) not in (*_ADJECTIVE, "VBN", "VBG", "CD", "RB", "RBS", "RBR", "CC", ","):
                return False
        return False

    def _headless(self, start: int, determiner: str, quantity: Quantity | None) -> NounGroup | None:
        if quantity is not None:
            return NounGroup(start, quantity.last, "", determiner=determiner, quantity=quantity)
        if determiner in ("this", "these", "both", "that", "those") and determiner:
            return NounGroup(
                start, start + 1, determiner, pronoun=True, plural=determiner in ("these", "both")
            )
        return None

    def _close(
        self,
        start: int,
        head: tuple[int, int, Mention | None],
        determiner: str,
        names: list[Mention],
        words: list[str],
        quantity: Quantity | None,
    ) -> NounGroup:
        first, last, mention = head
        if mention is not None and mention.kind == "adjective" and mention.last == last:
            mention = replace(mention, kind="name")
        return NounGroup(
            first=start,
            last=last,
            lemma=self.tokens[last - 1].lemma,
            mention=mention,
            determiner=determiner,
            names=tuple(names),
            words=tuple(words),
            quantity=quantity,
            plural=self._tag(first) in ("NNS", "NNPS") and mention is None,
        )

    def _tag(self, index: int) -> str:
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""
