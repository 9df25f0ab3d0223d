"""Which way a sentence looks from its date: forward, back, or one cannot tell."""

from __future__ import annotations

from collections.abc import Sequence

from ..text.model import Token

#: Verbs in the present ("opens") tell less: an event on a weekday lies ahead, a date may not.
FORWARD, BACK, PRESENT = "forward", "back", "present"
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_OPEN = frozenset(("would", "could", "should", "might", "may", "can", "must"))
_READY = frozenset(("due", "likely", "ready", "set", "scheduled", "bound", "slated"))
_PERFECT = frozenset(("has", "have"))


#: Verb groups that have a tense: first token, last token (exclusive), direction.
Tenses = tuple[tuple[int, int, str | None], ...]


def tenses_of(tokens: Sequence[Token]) -> Tenses:
    """Find the verb groups of a sentence that have a tense, in order."""
    groups = ((begin, end, _direction_of(tokens, begin, end)) for begin, end in _groups(tokens))
    return tuple(group for group in groups if group[2] != "skip")


def direction_at(tenses: Tenses, first: int) -> str | None:
    """Tell where the verb nearest to a time expression puts it.

    The nearest verb group with a tense to the left of token ``first`` decides, else the first to
    the right. None means that the tense does not tell ("would", no verb).
    """
    left = next((group for group in reversed(tenses) if group[1] <= first), None)
    right = next((group for group in tenses if group[0] > first), None)
    nearest = left or right
    return nearest[2] if nearest else None


def _groups(tokens: Sequence[Token]) -> list[tuple[int, int]]:
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
