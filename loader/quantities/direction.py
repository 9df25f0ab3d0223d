"""Which way a sentence looks from its date: forward, back, or one cannot tell."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.model import Token

#: Verbs in the present ("opens") tell less: an event on a weekday lies ahead, a date may not.
FORWARD, BACK, PRESENT = "forward", "back", "present"
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_OPEN = frozenset(("would", "could", "should", "might", "may", "can", "must"))
_PRESENT_BE = frozenset(("is", "are", "am", "'re", "’re"))
_READY = frozenset(("due", "likely", "ready", "set", "scheduled", "bound", "slated"))
_PERFECT = frozenset(("has", "have"))


def direction_at(tokens: Sequence[Token], first: int) -> str | None:
    """Tell where the verb nearest to a time expression puts it.

    The nearest finite verb group to the left of token ``first`` decides, else the first to the
    right. None means that the tense does not tell ("would", a bare infinitive, no verb).
    """
    groups = _verb_groups(tokens)
    left = [group for group in groups if group[1] <= first]
    right = [group for group in groups if group[0] > first]
    for begin, end in [*reversed(left), *right]:
        found = _direction_of(tokens, begin, end)
        if found != "skip":
            return found
    return None


def _verb_groups(tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """Find runs of verbs, modals, "to" and adverbs that hold a verb."""
    groups: list[tuple[int, int]] = []
    begin: int | None = None
    for index in range(len(tokens) + 1):
        inside = index < len(tokens) and _is_verbal(tokens[index])
        if inside and begin is None:
            begin = index
        if not inside and begin is not None:
            groups.append((begin, index))
            begin = None
    return [g for g in groups if any(t.tag.startswith("VB") for t in tokens[g[0] : g[1]])]


def _is_verbal(token: Token) -> bool:
    return token.tag[:2] in ("VB", "MD", "TO", "RB") or token.lemma == "not"


def _direction_of(tokens: Sequence[Token], begin: int, end: int) -> str | None:
    """Give a group's direction; ``skip`` for participles and infinitives that have no tense."""
    group = tokens[begin:end]
    words = {token.text.lower() for token in group}
    verbs = [token for token in group if token.tag[:2] in ("VB", "MD")]
    tags = {token.tag for token in verbs}
    if words & _FUTURE:
        return FORWARD
    if words & _OPEN:
        return None
    if any(token.tag == "TO" for token in group):
        if begin > 1 and tokens[begin - 1].text.lower() in _READY:
            return _direction_of_plan(tokens[begin - 2])
        return None if words & _PERFECT else _direction_of_plan(verbs[0])
    if words & _PERFECT and tags <= {"VBZ", "VBP"}:
        return PRESENT
    if tags <= {"VBG", "VB"} or (tags == {"VBN"} and _is_before_noun(tokens, begin)):
        return "skip"
    if "VBD" in tags or words & _PERFECT or tags == {"VBN"}:
        return BACK
    return PRESENT


def _is_before_noun(tokens: Sequence[Token], begin: int) -> bool:
    """Tell a participle that describes a noun: "with fixed wings"."""
    return begin > 0 and tokens[begin - 1].tag in ("IN", "DT", "JJ", "CC", "PRP$", "POS")


def _direction_of_plan(verb: Token) -> str | None:
    """Read "is set to open" and "plans to open" as future; "was set to open" tells nothing."""
    if verb.tag in ("VBZ", "VBP"):
        return FORWARD
    return None if verb.tag in ("VBD", "VBN") else "skip"
