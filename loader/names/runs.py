"""Runs of words that make a name, to the left or right of a word that tells its class."""

from __future__ import annotations

from .view import View

JOINTS = frozenset(
    {"of", "the", "de", "da", "del", "di", "la", "le", "von", "van", "der", "al", "el", "&"}
)
_REALMS = frozenset({"Ground", "Sea", "Air", "Land", "Space", "Carrier", "Shore", "Submarine"})
OWNERS = frozenset({"People", "King", "Queen", "Prince", "Princess", "Women", "Veterans", "Duke"})


def run_left(view: View, end: int, *, hyphens: bool = True) -> int:
    """Give where the name begins whose last word stands before token ``end``.

    Capitalised words and ordinals are taken, hyphens between them too; a possessive ends the run,
    and so does "and", unless plain words of names stand on both sides ("Trade and Cooperation").
    """
    start = end
    while True:
        if view.is_name_word(start - 1) or _is_ordinal(view, start - 1):
            start -= 1
        elif start < end and _joins(view, start - 1, hyphens):
            start -= 2
        elif start < end and hyphens and _is_compound(view, start - 1):
            start -= 3
        else:
            return start


def _is_compound(view: View, index: int) -> bool:
    """Tell whether a word ends a compound that a capital begins ("Ground-based")."""
    led = view.text(index - 1) == "-" and view.text(index - 2) in _REALMS
    return led and view.text(index) in ("based", "launched")


def _is_ordinal(view: View, index: int) -> bool:
    text = view.text(index)
    return text[:1].isdigit() and text[-2:] in ("st", "nd", "rd", "th")


def _joins(view: View, index: int, hyphens: bool) -> bool:
    """Tell whether a mark or small word ties the words around it into one name."""
    before, text, after = view.text(index - 1), view.text(index), view.text(index + 1)
    if not view.is_name_word(index - 1):
        return False
    if text in ("-", "–", "‑", "‐", "/"):
        return hyphens and is_tight(view, index)
    if text in ("and", "&"):
        generic = view.patterns.generic
        return text == "&" or (before in generic and after in generic)
    return view.tag(index) == "POS" and before in OWNERS


def is_tight(view: View, index: int) -> bool:
    """Tell whether no space stands around a mark."""
    before, mark, after = (token.span for token in view.sentence.tokens[index - 1 : index + 2])
    return before.end == mark.start and mark.end == after.start


def run_right(view: View, start: int, stops: frozenset[str], *, most: int = 5) -> int:
    """Give where the name ends that begins at token ``start`` (equal to it where there is none)."""
    end = start
    while end < len(view.texts) and end - start < most:
        if _is_inner(view, end, start) and view.text(end) not in stops:
            end += 1
        elif end > start and (step := _step(view, end, stops)):
            end += step
        else:
            break
    return end


def _is_inner(view: View, index: int, start: int) -> bool:
    text = view.text(index)
    number = index > start and text.isdigit() and len(text) <= 4
    initial = len(text) == 2 and text[0].isupper() and text[1] == "."
    return view.is_name_word(index) or number or initial


def _step(view: View, index: int, stops: frozenset[str]) -> int:
    """Give how many small words lead on to a capital ("Prince of the Isles" after "Prince")."""
    step = index
    while view.text(step) in JOINTS:
        step += 1
    hyphen = step == index and view.text(index) in ("-", "‑")
    step += hyphen
    leads = step > index and view.is_name_word(step) and view.text(step) not in stops
    return step - index if leads and step - index <= 2 else 0


def bracketed_number(view: View, index: int) -> int:
    """Give where "(TASKRON) 9" ends that begins at a token, or 0."""
    shape = view.text(index) == "(" and view.text(index + 1).isupper()
    number = shape and view.text(index + 2) == ")" and view.text(index + 3).isdigit()
    return index + 4 if number else 0


def titled(text: str) -> str:
    """Write a name that is all in capitals with one capital a word.

    >>> titled("UNIFIER"), titled("NORTHERN STAR"), titled("ATLAS 2"), titled("NATO Shield")
    ('Unifier', 'Northern Star', 'Atlas 2', 'NATO Shield')
    """
    words = text.split(" ")
    if not all(word.isupper() or not word.isalpha() for word in words):
        return text
    return " ".join(w.capitalize() if w.isalpha() and len(w) > 1 else w for w in words)
