"""Corrections of the tags of nouns and of what stands before them."""

from __future__ import annotations

import re

from .brill_tables import is_known
from .possible_tags import can_be
from .tag_view import BEFORE_NOUN, FINITE, NOUNS, VERBS, Rule, View

_CURRENCY = re.compile(r"[A-Z]*\$|[£€¥₹₩₴₽₺₪₫₱]")
_ORDINAL = re.compile(r"[\d,]+(?:st|nd|rd|th)")
_DECADE = re.compile(r"'?\d+0s")
_APPROXIMATE = frozenset(
    ["about", "around", "over", "nearly", "almost", "roughly", "approximately"]
)
_DEMONYM = re.compile(r"[A-Z][a-z]+(?:ian|ean|ish|ese|can|aqi|eli|ench|utch|orean)")
_PLATED = frozenset(["armoured", "armored", "unmanned", "uncrewed", "towed", "wheeled", "tracked"])
_HAVING = frozenset(["have", "has", "had", "having", "they", "we", "who"])
_PARTICLES = frozenset(["up", "out", "off", "away", "down"])
_COASTS = frozenset(["coast", "coasts", "shore", "shores"])
_TASKS = frozenset(
    ["mission", "operation", "exercise", "task", "patrol", "campaign", "effort", "drill", "course"]
)
_MODIFIED = ("NN", "NNS", "JJ")


def sign(view: View, index: int) -> str:
    """Tag currency signs, ordinals and decades by their shape."""
    word = view.words[index]
    if word.isalpha():
        return view.tags[index]
    if _CURRENCY.fullmatch(word):
        return "$"
    if _ORDINAL.fullmatch(word):
        return "JJ"
    return "NNS" if _DECADE.fullmatch(word) else view.tags[index]


def opening_name(view: View, index: int) -> str:
    """Take an unknown word that opens a sentence for a name, unless it is shaped as a demonym."""
    tag, word = view.tags[index], view.words[index]
    opens = index == 0 or view.tag(index - 1) in ("``", ":")
    unknown = word[:1].isupper() and not is_known(word) and not is_known(word.lower())
    shaped = word.endswith(("ed", "ing")) or _DEMONYM.fullmatch(word) or not word.isalpha()
    return "NNP" if opens and unknown and not shaped and tag == "JJ" else tag


def plated(view: View, index: int) -> str:
    """Take "armoured" and the like before a noun for an adjective."""
    led = view.tag(index + 1) in ("NN", "NNS", "JJ", "NNP") and view.word(index - 1) not in _HAVING
    return "JJ" if led else view.tags[index]


def demonym(view: View, index: int) -> str:
    """Take the adjective of a people before a common noun for an adjective."""
    tag = view.tags[index]
    modifies = view.tag(index + 1) in _MODIFIED and view.tag(index - 1) not in ("NNP", "NNPS")
    return "JJ" if tag == "NNP" and modifies and _DEMONYM.fullmatch(view.words[index]) else tag


def about_a_number(view: View, index: int) -> str:
    """Take a word of approximation before a number for an adverb."""
    number = view.tag(index + 1) in ("CD", "$")
    return "RB" if number and view.word(index) in _APPROXIMATE else view.tags[index]


def that(view: View, index: int) -> str:
    """Tell the determiner and the relative pronoun from the conjunction."""
    if view.word(index) != "that":
        return view.tags[index]
    after = view.tags[view.after(index)] if view.after(index) < len(view.tags) else ""
    if view.tag(index - 1) in NOUNS and after in FINITE:
        return "WDT"
    lone = view.tag(index - 1) not in NOUNS
    if lone and (
        view.tag(index + 1) == "NN" or after in FINITE or view.tag(index + 1) in (".", ",")
    ):
        return "DT"
    return view.tags[index]


def participle_before_noun(view: View, index: int) -> str:
    """Take a participle between a determiner and a noun for an adjective."""
    tag = view.tags[index]
    if tag not in ("VBN", "VBD", "VBG") or view.tag(index + 1) not in (*_MODIFIED, "NNP"):
        return tag
    if view.tag(index - 1) in BEFORE_NOUN or (
        view.tag(index - 1) in ("JJ", "RB") and view.tag(index - 2) in BEFORE_NOUN
    ):
        return "JJ"
    return tag


def gerund(view: View, index: int) -> str:
    """Take an -ing form between a determiner and a preposition or mark for a noun."""
    tag = view.tags[index]
    if (
        tag in ("NN", "VBG")
        and view.word(index).endswith("ing")
        and can_be(view.word(index), "VBG")
    ):
        if view.tag(index - 1) in (*BEFORE_NOUN, "JJ") and view.tag(index + 1) in ("JJ", *NOUNS):
            return "JJ" if tag == "NN" and view.tag(index - 1) != "JJ" else tag
        if view.tag(index - 1) in (*BEFORE_NOUN, "JJ") and tag == "VBG":
            return (
                "NN" if view.tag(index + 1) in ("IN", ",", ".", "CC", "VBZ", "VBD", "MD") else tag
            )
    return tag


def gerund_in_compound(view: View, index: int) -> str:
    """Take an -ing form between two nouns for a noun where it can have no object.

    A single mission is "a" or "the" mission: "an air policing mission" polices no mission.
    """
    compound = view.tag(index - 1) in NOUNS and view.tag(index + 1) == "NN"
    return "NN" if compound and view.word(index + 1) in _TASKS else view.tags[index]


def comparative(view: View, index: int) -> str:
    """Take a form in -er before a noun for an adjective, not an adverb."""
    tag, word = view.tags[index], view.word(index)
    if tag != "RBR" or word in ("more", "less") or not word.endswith("er"):
        return tag
    return "JJR" if view.tag(index + 1) in (*NOUNS, "JJ", "VBN", ",") else tag


def further(view: View, index: int) -> str:
    """Take an adjective before a participle or an infinitive for the adverb that it also is."""
    if view.word(index) != "further":
        return view.tags[index]
    following = view.tag(index + 1)
    return "JJ" if following in ("NN", "NNS", "JJ") else "RB"


def particle(view: View, index: int) -> str:
    """Tag ``up``, ``out``, ``off``, ``away`` and ``down`` after a verb as particles.

    Before a name or a coast, ``off`` says where.
    """
    if view.word(index) not in _PARTICLES or view.tags[index] not in ("IN", "RB", "RP"):
        return view.tags[index]
    if view.word(index) == "off" and _is_sea_side(view, index + 1):
        return "IN"
    verb = view.tag(index - 1).startswith("VB") and view.tag(index + 1) != "CD"
    return "RP" if verb else view.tags[index]


def _is_sea_side(view: View, start: int) -> bool:
    """Tell whether a name, or a coast of whatever kind, begins at a token."""
    near = {view.word(index) for index in range(start, start + 4)}
    return view.tag(start) == "NNP" or bool(near & _COASTS)


def verb_form_as_noun(view: View, index: int) -> str:
    """Take a verb form for a noun after a determiner."""
    tag = view.tags[index]
    nominal = view.tag(index - 1) in (*BEFORE_NOUN, "JJ", "JJR")
    if tag in ("VB", "VBP") and nominal and view.tag(index - 2) in (*BEFORE_NOUN, "IN"):
        return "NN"
    if tag in ("VB", "VBP") and view.tag(index - 1) in BEFORE_NOUN:
        return "NN"
    if tag.startswith("VB") and nominal and view.tag(index + 1) == "IN":
        return (
            "NN" if can_be(view.word(index), "NN") and not view.word(index).endswith("s") else tag
        )
    return tag


def side_to_side(view: View, index: int) -> str:
    """Take what stands on both sides of ``to`` for a noun."""
    same = view.word(index - 1) == "to" and view.word(index) == view.word(index - 2)
    return "NN" if same else view.tags[index]


def adjective_before_comma(view: View, index: int) -> str:
    """Keep an adjective that a comma parts from the next one."""
    tag = view.tags[index]
    listed = (
        view.tag(index - 1) == "DT" and view.tag(index + 1) == "," and view.tag(index + 2) == "JJ"
    )
    return "JJ" if tag == "NN" and listed and can_be(view.word(index), "JJ") else tag


def contingent(view: View, index: int) -> str:
    """Take "contingent" for a body of troops, not for "dependent on"."""
    return "JJ" if view.word(index + 1) in ("on", "upon") else "NN"


NOUN_RULES = (
    Rule(sign),
    Rule(opening_name, tags=("JJ", "VBN")),
    Rule(plated, words=_PLATED),
    Rule(demonym, tags=("NNP",)),
    Rule(about_a_number, words=_APPROXIMATE),
    Rule(contingent, words=frozenset(["contingent"])),
    Rule(particle, words=_PARTICLES),
    Rule(participle_before_noun, tags=("VBN", "VBD", "VBG")),
    Rule(gerund, tags=("NN", "VBG")),
    Rule(gerund_in_compound, tags=("VBG",), near=_TASKS),
    Rule(comparative, tags=("RBR",)),
    Rule(further, words=frozenset(["further"])),
    Rule(verb_form_as_noun, tags=VERBS),
    Rule(side_to_side, near=frozenset(["to"])),
    Rule(adjective_before_comma, tags=("NN",)),
)
"""In the order of application."""
