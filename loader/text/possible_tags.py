"""Which tags a word form can have at all.

Brill's rules of context were learned with a lexicon that lists every tag of a word, and gave a
known word only those. The lexicon at hand keeps the most frequent tag; the others are inferred here
from the table of lemmas, from endings, and from what the closed classes hold.
"""

from __future__ import annotations

from functools import lru_cache

from .brill_tables import is_known, lexicon
from .lemmas import table_lemma

_CLOSED = frozenset(["IN", "DT", "CC", "PRP", "PRP$", "MD", "WDT", "WP", "WP$", "WRB", "EX", "TO"])
_RARE = frozenset(["PDT", "POS", "UH", "FW", "SYM", "LS"])
_PARTICLES = frozenset(["up", "out", "off", "down", "in", "on", "over", "away", "back", "forward"])
_PAST = (
    "took gave went came saw began did wrote rose flew grew knew threw drew broke chose drove fell"
    " spoke stole swore tore woke wore ate froze rode shook sank sang swam ran became overcame"
    " withdrew undertook forgave was were"
)
_PARTICIPLES = (
    "taken given gone seen begun done written risen flown grown known thrown drawn broken chosen"
    " driven fallen spoken stolen sworn torn worn eaten frozen ridden shaken sunk sung swum shown"
    " overcome withdrawn undertaken forgiven been proven"
)
_PAST_ONLY = frozenset(_PAST.split())
_PARTICIPLE_ONLY = frozenset(_PARTICIPLES.split())
_LISTED = {
    "that": "IN DT WDT RB", "which": "WDT", "her": "PRP$ PRP", "'s": "POS VBZ PRP",
    "like": "IN VB VBP", "there": "EX RB", "so": "RB IN", "as": "IN RB", "all": "DT PDT",
    "both": "DT CC PDT", "either": "DT CC RB", "half": "NN DT PDT JJ", "no": "DT RB UH", "to": "TO",
    "can": "MD", "will": "MD NN NNP", "may": "MD NNP", "might": "MD NN", "past": "JJ NN IN RB",
    "before": "IN RB", "since": "IN RB", "about": "IN RB RP", "around": "IN RB RP",
    "over": "IN RB RP", "round": "NN JJ VB RB", "do": "VB VBP", "have": "VB VBP", "be": "VB",
    "are": "VBP", "am": "VBP", "is": "VBZ", "has": "VBZ", "does": "VBZ", "one": "CD PRP NN",
    "more": "JJR RBR RB", "most": "JJS RBS", "well": "RB UH NN JJ", "now": "RB", "also": "RB",
    "however": "RB WRB", "few": "JJ", "many": "JJ", "much": "JJ RB",
}  # fmt: skip


@lru_cache(maxsize=65536)
def can_be(word: str, tag: str) -> bool:
    """Tell whether a word form can have a Penn Treebank tag.

    >>> can_be("frigates", "VBZ"), can_be("treaty", "VB"), can_be("exercise", "VB")
    (False, False, True)
    """
    lower = word.lower()
    usual = lexicon().get(word) or lexicon().get(lower, "")
    if lower in _LISTED:
        return tag in _LISTED[lower].split()
    if tag in _CLOSED or tag in _RARE:
        return tag == usual
    if usual in _CLOSED:
        return (tag == "RP" and lower in _PARTICLES) or tag == "RB"
    if tag.startswith("NNP"):
        return not word[:1].islower()
    return tag == usual or _open_class(lower, tag, usual)


def _open_class(lower: str, tag: str, usual: str) -> bool:
    """Tell for nouns, verbs, adjectives, adverbs and numbers."""
    if tag.startswith("VB"):
        return _verb(lower, tag)
    if tag in ("NN", "NNS"):
        plural = lower.endswith("s") or table_lemma(lower, "noun") not in ("", lower)
        return (not usual or bool(table_lemma(lower, "noun"))) and (tag == "NN" or plural)
    if tag == "JJ":
        return not usual or usual[:2] in ("JJ", "VB") or bool(table_lemma(lower, "adj"))
    if tag.startswith("RB"):
        return not usual or bool(table_lemma(lower, "adv"))
    if tag == "CD":
        return not usual and any(character.isdigit() for character in lower)
    return not usual or (tag == "RP" and lower in _PARTICLES) or tag[:2] == usual[:2]


def _verb(lower: str, tag: str) -> bool:
    """Tell for verbs, by ending and lemma."""
    lemma = table_lemma(lower, "verb")
    if tag in ("VB", "VBP"):
        return lemma == lower or (not is_known(lower) and not lower.endswith(("s", "ed", "ing")))
    if tag == "VBZ":
        return lower.endswith("s") and lemma not in ("", lower)
    if tag == "VBG":
        return lower.endswith("ing")
    if lower in _PAST_ONLY or lower in _PARTICIPLE_ONLY:
        return (tag == "VBD") == (lower in _PAST_ONLY)
    return lower.endswith("ed") or (bool(lemma) and not lower.endswith(("ing", "s")))
