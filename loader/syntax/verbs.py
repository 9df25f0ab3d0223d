"""Verb groups: auxiliaries, modals and control verbs folded into the verb that they lead to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..text import Token
from .model import VerbGroup
from .words import load_words

_VERB = ("VB", "VBP", "VBZ", "VBD", "VBN", "VBG")
_PAST_ONLY = frozenset(("spoke", "took", "gave", "flew", "went", "came", "wrote", "drove", "rose"))
_NO_PASSIVE = frozenset(
    ("arrive", "travel", "occur", "happen", "appear", "emerge", "remain", "participate", "belong")
)
_NOT = ("not", "n't", "n’t", "never", "no longer")


def verb_group(tokens: Sequence[Token], start: int) -> VerbGroup | None:
    """Read the verb group that begins at ``start``, or give None where none does."""
    first = tokens[start]
    if first.tag not in (*_VERB, "MD", "TO"):
        return None
    if first.tag == "VBD" and first.text.lower() not in _PAST_ONLY and _is_by(tokens, start + 1):
        return VerbGroup(start, start + 1, first.lemma, form="participle", passive=True)
    if first.tag == "TO" and not _leads_to_verb(tokens, start + 1):
        return None
    return _Scan(tokens, start).read()


def led_by(tokens: Sequence[Token], group: VerbGroup, time: int) -> VerbGroup:
    """Give a verb the modal that a time stands between: "will on Monday host", "will not today".

    Args:
        tokens: The sentence's tokens.
        group: The verb group behind the time.
        time: Index of the first token of the time.
    """
    index = time - 1
    while index > 0 and (tokens[index].tag in ("IN", "RB") or tokens[index].text == ","):
        index -= 1
    if index < 0 or tokens[index].tag != "MD" or tokens[group.first].tag != "VB":
        return group
    stage = load_words().modal.get(tokens[index].text.lower(), "")
    denied = any(token.lemma in _NOT for token in tokens[index:time])
    if not stage:
        return replace(group, negated=group.negated or denied)
    return replace(group, stage=stage, cue=(index, group.last - 1), negated=group.negated or denied)


def _is_by(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether "by" follows: "missiles built by …" is a participle, whatever its tag."""
    return index < len(tokens) and tokens[index].text.lower() == "by"


def _leads_to_verb(tokens: Sequence[Token], index: int) -> bool:
    index = _skip_adverbs(tokens, index)
    return index < len(tokens) and tokens[index].tag in ("VB", "VBP")


def _skip_adverbs(tokens: Sequence[Token], index: int) -> int:
    while index < len(tokens) and (
        tokens[index].tag in ("RB", "RBR") or tokens[index].lemma in _NOT
    ):
        index += 1
    return index


class _Scan:
    """One pass over the tokens of a verb group, from left to right."""

    def __init__(self, tokens: Sequence[Token], start: int) -> None:
        self.tokens = tokens
        self.start = start
        self.main = start
        self.stages: list[tuple[str, int]] = []
        self.passive = self.perfect = self.progressive = False
        self.negated = start > 0 and tokens[start - 1].lemma in _NOT
        self.form = {"TO": "infinitive", "VBG": "gerund", "VBN": "participle"}.get(
            tokens[start].tag, "finite"
        )
        self.past = tokens[start].tag == "VBD"

    def read(self) -> VerbGroup | None:
        index = self.start
        token = self.tokens[index]
        if token.tag in ("MD", "TO"):
            if token.tag == "MD":
                self._stage(load_words().modal.get(token.text.lower(), ""), index)
            index = self._next(index)
            if not self._is(index, _VERB):
                return None
        self.main = index
        while (following := self._follow(index)) is not None:
            index = self.main = following
        return self._group()

    def _follow(self, index: int) -> int | None:
        """Give the index of the verb that ``index`` is an auxiliary or control verb of."""
        token, after = self.tokens[index], self._next(index)
        if token.lemma == "have" and self._is(after, ("VBN", "VBD")):
            self.perfect = True
            return after
        if token.lemma == "have" and self._to_verb(after):
            self._stage("Planned", index)
            return self._next(after)
        if token.lemma == "be":
            return self._after_be(after)
        if token.lemma == "do" and self._is(after, ("VB", "VBP")):
            return after
        return self._control(index, token.lemma, after)

    def _after_be(self, after: int) -> int | None:
        if not after < len(self.tokens):
            return None
        token = self.tokens[after]
        if token.lemma in load_words().control and self._to_verb(self._next(after)):
            if self.perfect and self.past:
                self._stage("Cancelled", after)
            return self._control(after, token.lemma, self._next(after))
        if token.lemma == "go" and self._to_verb(self._next(after)):
            self._stage("Planned", after)
            return self._next(self._next(after))
        if token.tag == "VBG":
            self.progressive = True
            return after
        if token.tag in ("VBN", "VBD"):
            self.passive = True
            return after
        if token.tag == "TO" and self._to_verb(after):
            self._stage("Planned", after)
            return self._next(after)
        return None

    def _control(self, index: int, lemma: str, after: int) -> int | None:
        status = load_words().control.get(lemma)
        if status is None or not self._to_verb(after):
            return None
        self._stage(status, index)
        self.passive = False
        return self._next(after)

    def _to_verb(self, index: int) -> bool:
        return (
            index < len(self.tokens)
            and self.tokens[index].tag == "TO"
            and _leads_to_verb(self.tokens, index + 1)
        )

    def _mend(self) -> None:
        """Take a lone "-ed" of a verb that has no passive for a past tense: ", X, arrived in …"."""
        lemma = self.tokens[self.main].lemma
        if self.form == "participle" and self.start == self.main and lemma in _NO_PASSIVE:
            self.form, self.past = "finite", True

    def _stage(self, status: str, index: int) -> None:
        if status:
            self.stages.append((status, index))

    def _next(self, index: int) -> int:
        after = _skip_adverbs(self.tokens, index + 1)
        self.negated |= any(t.lemma in _NOT for t in self.tokens[index + 1 : after])
        return after

    def _is(self, index: int, tags: Sequence[str]) -> bool:
        return index < len(self.tokens) and self.tokens[index].tag in tags

    def _group(self) -> VerbGroup:
        self._mend()
        status = self.stages[0][0] if self.stages else ""
        return VerbGroup(
            first=self.start,
            last=self.main + 1,
            lemma=self.tokens[self.main].lemma,
            form=self.form,
            passive=self.passive or self.form == "participle",
            negated=self.negated or status == "Denied",
            perfect=self.perfect,
            progressive=self.progressive,
            past=self.past,
            singular=self.tokens[self.start].tag == "VBZ",
            stage="" if status == "Denied" else status,
            cue=(self.start, self.main) if self.stages else None,
        )
