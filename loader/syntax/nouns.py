"""Noun groups: determiner, modifiers and head, with possessors folded in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ..names import Mention
from ..quantities import Quantity
from ..text import Token
from .model import NounGroup
from .words import load_words

_NOUN = ("NN", "NNS", "NNP", "NNPS")
_ADJECTIVE = ("JJ", "JJR", "JJS")
_DEGREE = ("RB", "RBS", "RBR")
_DETERMINER = ("DT", "PDT", "PRP$")
_POSSESSIVE = ("his", "her", "its", "their", "our", "my", "your")
_PLURAL_PRONOUNS = ("they", "them", "we", "us")
_ORDINALS = ("first", "next", "last", "other", "additional", "further", "remaining", "initial")
_SPAN = 6
#: Tags of words that no group begins with, unless they are a name or number.
_NEVER_FIRST = frozenset(
    ("IN", "TO", "MD", "VB", "VBP", "VBZ", "WDT", "WP", "WRB", ".", ":", "POS")
)


@dataclass(slots=True)
class _Head:
    """The head so far with what was passed on the way to it."""

    first: int = -1
    last: int = -1
    mention: Mention | None = None
    names: list[Mention] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    quantity: Quantity | None = None

    @property
    def found(self) -> bool:
        return self.first >= 0

    def move(self, first: int, last: int, mention: Mention | None, lemma: str) -> None:
        """Take a new head; the old one was a modifier of it."""
        self.pass_by(lemma)
        self.first, self.last, self.mention = first, last, mention

    def pass_by(self, lemma: str) -> None:
        """Turn the head so far into a modifier."""
        if self.mention is not None:
            self.names.append(self.mention)
        elif self.found:
            self.words.append(lemma)
        self.first, self.mention = -1, None


class NounGroups:
    """Reads noun groups of one sentence.

    Args:
        tokens: Its tokens.
        mentions: Names by first token.
        quantities: Numbers by first token.
        times: First and last tokens of time expressions, at which no group goes on, but for
            one before its noun: "the 2019 accord".
    """

    def __init__(
        self,
        tokens: Sequence[Token],
        mentions: Mapping[int, Mention],
        quantities: Mapping[int, Quantity],
        times: Mapping[int, int],
    ) -> None:
        self.tokens = tokens
        self.mentions = mentions
        self.adjectives = {m.last - 1 for m in mentions.values() if m.kind == "adjective"}
        self.quantities = quantities
        self.times = times
        self._read: dict[tuple[int, bool], NounGroup | None] = {}

    def read(self, index: int, *, joined: bool = False) -> NounGroup | None:
        """Read the group that begins at ``index``, possessors included; None where none does.

        Args:
            index: Token to begin at.
            joined: Whether "and" or a preposition stands before: "-ed" after an adverb is then a
                modifier ("and remotely operated vehicles").
        """
        if (index, joined) not in self._read:
            self._read[index, joined] = self._with_possessors(index, joined)
        return self._read[index, joined]

    def _with_possessors(self, index: int, joined: bool) -> NounGroup | None:
        group = self._group(index, joined=joined)
        while group is not None and self.tag(group.last) == "POS":
            following = self._group(group.last + 1, bare=True)
            if following is None:
                return replace(group, last=group.last + 1)
            group = replace(following, first=group.first, possessor=group)
        return group

    def after_verb(self, index: int) -> NounGroup | None:
        """Read a group that begins with a participle: "(sent) armoured vehicles"."""
        if self.tag(index) != "VBN" or not self._noun_ahead(index + 1):
            return None
        return self._modified(index, index, "", participle=index)

    def tag(self, index: int) -> str:
        """Give the tag of a token, "" outside the sentence."""
        return self.tokens[index].tag if 0 <= index < len(self.tokens) else ""

    def _group(self, index: int, *, bare: bool = False, joined: bool = False) -> NounGroup | None:
        if index >= len(self.tokens):
            return None
        if index in self.times:
            return self._dated(index)
        start, determiner = index, ""
        token = self.tokens[index]
        word = token.text.lower()
        if not bare and index not in self.mentions:
            if token.tag in ("PRP", "EX"):
                plural = word in _PLURAL_PRONOUNS
                return NounGroup(index, index + 1, word, pronoun=True, plural=plural)
            counted = index in self.quantities
            if not counted and (token.tag in _DETERMINER or word in _POSSESSIVE):
                determiner = word
                index += 1
                index += self.tag(index) in _DETERMINER and index not in self.mentions
            elif token.tag in _NEVER_FIRST and index not in self.quantities:
                return None
        return self._modified(start, index, determiner, joined=joined)

    def _dated(self, index: int) -> NounGroup | None:
        """Read "the 12 May accord", where "the" belongs to the time."""
        last = self.times[index]
        follows = self.tag(last) in _NOUN and last not in self.mentions
        if self.tokens[index].text.lower() != "the" or not follows:
            return None
        return self._modified(index, last, "the")

    def _modified(
        self, start: int, index: int, determiner: str, *, participle: int = -1, joined: bool = False
    ) -> NounGroup | None:
        head = _Head()
        while index < len(self.tokens) and (index not in self.times or self._dates(index)):
            lemma = self.tokens[head.first].lemma if head.found else ""
            if index in self.times:
                index = self.times[index]
            elif (mention := self.mentions.get(index)) is not None:
                head.move(index, mention.last, mention, lemma)
                index = mention.last
            elif last := self._compound_end(index):
                head.pass_by(lemma)
                head.words += [token.lemma for token in self.tokens[index : last - 1]]
                head.move(last - 1, last, None, "")
                index = last
            elif index in self.quantities and not head.found:
                head.quantity = self.quantities[index]
                index = head.quantity.last
            elif self.tag(index) in _NOUN:
                head.move(index, index + 1, None, lemma)
                index += 1
            elif index == participle or self._premodifies(index, head.found, joined):
                head.pass_by(lemma)
                head.words.append(self.tokens[index].lemma)
                index += 1
            else:
                break
        return self._close(start, determiner, head) or self._headless(start, determiner, head)

    def _dates(self, index: int) -> bool:
        """Tell whether a time stands between a determiner or adjective and its noun."""
        led = self.tag(index - 1) in ("DT", "PRP$", "POS", *_ADJECTIVE)
        last = self.times[index]
        return led and last not in self.times and self._noun_ahead(last)

    def _compound_end(self, index: int) -> int:
        """Give the end of a noun of several words, such as "letter of intent"; 0 where none is."""
        for words in load_words().compounds.get(self.tokens[index].lemma, ()):
            following = self.tokens[index + 1 : index + len(words)]
            if tuple(token.text.lower() for token in following) == words[1:]:
                return index + len(words)
        return 0

    def _premodifies(self, index: int, after_noun: bool, joined: bool) -> bool:
        """Tell whether the token modifies a noun to its right."""
        token, before = self.tokens[index], self.tag(index - 1)
        if token.lemma == "worth":
            return False
        if token.tag in _ADJECTIVE or token.tag == "CD":
            ordinal = token.lemma in _ORDINALS and index + 1 in self.quantities
            return ordinal or self._noun_ahead(index + 1)
        if token.text == "-":
            return after_noun and self._continues_compound(index + 1)
        if token.text == "–":
            return after_noun and self._joins_names(index)
        if after_noun and token.text in ("and", ",") and index - 1 in self.adjectives:
            return self._adjective_ahead(index + 1)
        if token.tag in _DEGREE or token.text.lower() in ("and", ","):
            return not after_noun and self._degree(index, before, joined)
        if token.tag == "VBD" and joined and before == "RB":
            return self._noun_ahead(index + 1)
        if index + 1 in self.quantities:
            return False
        if token.tag == "VBG" and after_noun:
            return self._names_kind(index)
        if token.tag in ("VBN", "VBG"):
            modified = before in (*_DETERMINER, *_ADJECTIVE, "POS", "CC", "RB")
            return (modified or self.tokens[index - 1].text == "-") and self._noun_ahead(index + 1)
        return False

    def _names_kind(self, index: int) -> bool:
        """Tell whether "-ing" stands in the name of a kind: "infantry fighting vehicle"."""
        if index + 1 >= len(self.tokens) or self.tag(index - 1) not in ("NN", "NNP"):
            return False
        words = (self.tokens[index].lemma, self.tokens[index + 1].lemma)
        return words in load_words().kinds and index + 1 not in self.mentions

    def _degree(self, index: int, before: str, joined: bool) -> bool:
        """Tell whether an adverb, "and" or a comma leads on to an adjective."""
        following = self.tag(index + 1)
        adjective = following in (*_ADJECTIVE, "VBN", "RBS", "RBR")
        adjective |= following == "VBD" and joined
        linked = self.tokens[index].tag in _DEGREE or before in _ADJECTIVE
        return adjective and linked and self._noun_ahead(index + 1)

    def _continues_compound(self, index: int) -> bool:
        """Tell whether "-led", "-headquartered" or a name continues a hyphenated compound."""
        return index in self.mentions or self.tag(index) in ("VBN", "VBD", "JJ")

    def _adjective_ahead(self, index: int) -> bool:
        """Tell whether "Danish, Dutch" goes on with "and Polish ships"."""
        mention = self.mentions.get(index + (self.tokens[index].text == "and"))
        if mention is None or mention.last - 1 not in self.adjectives:
            return False
        after = self.tokens[mention.last].text if mention.last < len(self.tokens) else ""
        listed = after in ("and", ",") and self._adjective_ahead(mention.last + 1)
        return listed or (mention.last not in self.mentions and self.tag(mention.last) in _NOUN)

    def _joins_names(self, index: int) -> bool:
        """Tell whether a dash without spaces joins two names: "the Danish–Dutch pact"."""
        before, dash = self.tokens[index - 1].span, self.tokens[index].span
        return (
            index + 1 in self.mentions
            and before.end == dash.start
            and self._noun_ahead(self.mentions[index + 1].last)
        )

    def _noun_ahead(self, index: int) -> bool:
        modifiers = (*_ADJECTIVE, *_DEGREE, "VBN", "VBD", "VBG", "CD", "CC", ",")
        for i in range(index, min(index + _SPAN, len(self.tokens))):
            if i in self.mentions or self.tag(i) in _NOUN:
                return True
            if self.tag(i) not in modifiers:
                return False
        return False

    def _headless(self, start: int, determiner: str, head: _Head) -> NounGroup | None:
        if head.quantity is not None:
            last = head.quantity.last
            return NounGroup(start, last, "", determiner=determiner, quantity=head.quantity)
        if determiner == "her":
            return NounGroup(start, start + 1, determiner, pronoun=True)
        if determiner in ("this", "these", "both", "that", "those"):
            plural = determiner in ("these", "both", "those")
            return NounGroup(start, start + 1, determiner, pronoun=True, plural=plural)
        return None

    def _close(self, start: int, determiner: str, head: _Head) -> NounGroup | None:
        if not head.found:
            return None
        mention = head.mention
        if mention is not None and mention.kind == "adjective":
            mention = replace(mention, kind="name")
        return NounGroup(
            first=start,
            last=head.last,
            lemma=self.tokens[head.last - 1].lemma,
            mention=mention,
            determiner=determiner,
            names=tuple(head.names),
            words=tuple(head.words),
            quantity=head.quantity,
            plural=self.tag(head.first) in ("NNS", "NNPS") and mention is None,
        )
