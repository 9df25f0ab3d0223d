"""Companies told by what they do and have: "built by X", "a contract with X", "X's yard"."""

from __future__ import annotations

from .free import Free
from .kinds import Kinds
from .view import View

_NEAR, _FAR = 6, 12


def is_firm(view: View, run: Free, kinds: Kinds) -> bool:
    """Tell whether the words around a run give it a part that only a company has."""
    return (
        _is_listed(view, run)
        or _is_maker(view, run, kinds)
        or _is_partner(view, run, kinds)
        or _owns(view, run, kinds)
        or _acts(view, run, kinds)
    )


def _is_listed(view: View, run: Free) -> bool:
    """Read the share's sign: "X (NYSE: ABC)"."""
    at = run.last
    texts = [view.text(at + i) for i in range(5)]
    return texts[0] == "(" and texts[2] == ":" and texts[4] == ")" and texts[3].isupper()


def _is_maker(view: View, run: Free, kinds: Kinds) -> bool:
    """Read "built (in T) by X", "ordered from X", "contract with X", "awarded (to) X"."""
    at = _list_begin(view, run)
    word = view.low(at)
    near = range(max(at - _NEAR, 0), at)
    if word == "by":
        return any(view.lemma(i) in kinds.made and view.tag(i) == "VBN" for i in near)
    dealt = any(word in view.vocabulary for word in kinds.deals)
    if view.lemma(at) == "award" and view.tag(at).startswith("VB"):
        return (
            dealt and at == run.before and not view.tag(run.last).startswith(("NN", "JJ", "HYPH"))
        )
    if word == "to":
        given = any(view.lemma(i) in ("award", "give", "go", "let", "hand") for i in near)
        return given and dealt
    if word == "from":
        far = range(max(at - _FAR, 0), at)
        bought = any(view.lemma(i) in kinds.bought and view.tag(i)[0] == "V" for i in far)
        return bought or view.low(at - 1) in kinds.deals
    return word == "with" and view.low(at - 1) in ("contract", "contracts", "order", "orders")


def _list_begin(view: View, run: Free) -> int:
    """Give the token before a run and "the"; before the list where "by X and" leads to it."""
    at = run.before - (view.text(run.before) == "the")
    if view.low(at) not in ("and", "&"):
        return at
    start = at - 1
    while start > 0 and view.is_name_word(start):
        start -= 1
    return start if start < at - 1 and view.low(start) == "by" else at


def _is_partner(view: View, run: Free, kinds: Kinds) -> bool:
    """Read "a joint venture of X", "the chief executive of X", "shares in X"."""
    word, noun = view.low(run.before), view.text(run.before - 1)
    joint = word in ("of", "between", "with", "by") and noun in kinds.partners
    return joint or (word in ("of", "at", "in") and noun in kinds.officers)


def _owns(view: View, run: Free, kinds: Kinds) -> bool:
    """Read "X's new yard"."""
    if view.tag(run.last) != "POS":
        return False
    end = run.last + 1
    while end < run.last + 4 and view.tag(end).startswith(("JJ", "NN", "VBN")):
        if view.low(end) in kinds.has and not view.tag(end + 1).startswith("NN"):
            return True
        end += 1
    return False


def _acts(view: View, run: Free, kinds: Kinds) -> bool:
    """Read "X (has) tendered", "X employs 400 people", "X holds 51%", "X won the contract"."""
    at = run.last
    while view.tag(at) in ("MD", "RB") or view.lemma(at) == "have":
        at += 1
    lemma, rest = view.lemma(at), view.lower[at + 1 : at + 1 + _NEAR]
    if not view.tag(at).startswith("VB") or lemma not in kinds.does:
        return False
    if lemma in ("own", "hold", "acquire"):
        return any(word in ("percent", "per", "%", "shares", "stake") for word in rest)
    if lemma in ("win", "beat", "outbid"):
        return any(word in kinds.deals for word in rest)
    return True
