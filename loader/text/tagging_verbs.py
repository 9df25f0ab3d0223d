"""Corrections of the tags of verbs, by the shape of their clause."""

from __future__ import annotations

from .possible_tags import can_be
from .tag_view import BEFORE_NOUN, FINITE, NOUNS, Rule, View
from .tagging_nouns import that

_HAVE = frozenset(["have", "has", "had", "having", "'ve"])
_BE = frozenset(["be", "is", "are", "was", "were", "been", "being", "am", "'re", "'m"])
_DO = frozenset(["do", "does", "did"])
_TO = frozenset(["to", "na"])
_AND = frozenset(["and", "or", "but"])
_PLURAL = ("NNS", "NNPS")
_PLURAL_PRONOUNS = frozenset(["we", "they", "you", "i", "who"])
_SUBJECTS = frozenset(["i", "he", "she", "it", "we", "they", "you", "who"])
_OBJECT = ("DT", "PRP$", "PRP", "NNP", "CD", "$", "TO")
_TAKEN = ("DT", "PRP$", "PRP", "NNP", "NN", "NNS", "CD", "$", "JJ")
_TWO_OBJECTS = frozenset(["named", "called", "dubbed", "titled", "codenamed", "aged", "worth"])
_DASHES = ("—", "–", "--")
_LICENCES = ("TO", "MD")
_LICENCE_REACH = 14
_PAST = ("VBD", "VBN")
_LET = frozenset(["help", "helps", "helped", "let", "lets", "make", "makes", "made", "helping"])


def after_auxiliary(view: View, index: int) -> str:
    """Take what follows have or be for a participle, what follows a modal for a base form."""
    tag, word, before = view.tags[index], view.word(index), view.before(index)
    auxiliary = view.word(before)
    verbal = tag in ("VBD", "VB", "VBP") or _lapsed(view, index, auxiliary)
    if auxiliary in _HAVE | _BE and verbal and can_be(word, "VBN"):
        return "VBN" if word.endswith("ed") or auxiliary in _HAVE or tag == "VBD" else tag
    if auxiliary in _BE and word.endswith("ing") and tag == "NN" and can_be(word, "VBG"):
        return "VBG" if view.tag(index + 1) in _TAKEN else tag
    if view.tag(before) == "MD" and tag in ("NN", "VBP", "JJ", "VBD", "VBN") and can_be(word, "VB"):
        return "VB"
    return tag


def _lapsed(view: View, index: int, auxiliary: str) -> bool:
    """Tell whether an adjective in -ed is a participle: "has lapsed", "was practised by"."""
    ending = view.tags[index] == "JJ" and view.word(index).endswith("ed")
    following = view.word(index + 1)
    based = following in ("at", "in") and view.word(index).endswith("-ported")
    if ending and auxiliary in _BE and (following == "by" or based):
        return True
    return ending and auxiliary in _HAVE and view.tag(index + 1) not in (*NOUNS, "JJ", ",", "CC")


def after_do(view: View, index: int) -> str:
    """Take what follows do and not for a base form."""
    tag, word = view.tags[index], view.word(index)
    negated = any(view.word(at) in ("not", "n't") for at in range(view.before(index) + 1, index))
    if negated and view.word(view.before(index)) in _DO and can_be(word, "VB"):
        return "VB" if tag in ("NN", "VBP", "JJ", "VB") else tag
    return tag


def infinitive(view: View, index: int) -> str:
    """Take a noun between ``to`` and an object for a verb."""
    tag = view.tags[index]
    before = view.before(index)
    if (
        view.tag(before) != "TO"
        or tag not in ("NN", "VBP", "JJ")
        or not can_be(view.word(index), "VB")
    ):
        return tag
    return "VB" if view.tag(index + 1) in (*_OBJECT, "NNS", "JJ", "IN", "RP", "VBG") else tag


def paired_infinitive(view: View, index: int) -> str:
    """Take a noun after ``and`` for a verb where it has an object and an infinitive went before."""
    tag = view.tags[index]
    coordinated = view.word(view.before(index)) in _AND
    if tag not in ("NN", "VBP", "JJ") or not coordinated or not can_be(view.word(index), "VB"):
        return tag
    has_object = view.tag(index + 1) in ("DT", "PRP$", "PRP", "VBN", "VBD", "JJ", "NNP")
    earlier = view.tags[max(0, index - 14) : index]
    return "VB" if has_object and "VB" in earlier else tag


def noun_after_and(view: View, index: int) -> str:
    """Take a verb for a noun where it is joined to a noun and nothing asks for an infinitive."""
    tag = view.tags[index]
    joined = view.tag(index - 1) == "CC" and view.tag(index - 2) in NOUNS
    if tag not in ("VB", "VBP") or not joined:
        return tag
    verbs = [at for at in view.tags[:index] if at in ("VB", "TO", "MD", "VBP")]
    ends = view.tag(index + 1) in ("IN", ",", ".", "CC")
    relative = view.word(index + 1) in ("that", "which")
    return "NN" if relative or (ends and not verbs) else tag


def run_by(view: View, index: int) -> str:
    """Take "run" for a participle in "a Danish-run course" and "the course, run by X"."""
    reduced = view.word(index - 1) == "," and view.word(index + 1) == "by"
    return "VBN" if reduced or view.tag(index - 1) == "HYPH" else view.tags[index]


def plural_noun(view: View, index: int) -> str:
    """Take a form in -s for a noun where only a noun can stand."""
    tag, before = view.tags[index], view.tag(index - 1)
    if tag != "VBZ" or not can_be(view.word(index), "NNS") or view.word(index) in ("is", "has"):
        return tag
    asks = before in (*BEFORE_NOUN, "JJ", "CD", "IN", "VBG", "VB", "VBN", "JJR")
    year = before == "CD" and view.word(index - 2) in ("of", "in", "since", "dated")
    asks = asks and not (year and len(view.word(index - 1)) == 4)
    asks = asks or _is_counted(view, index)
    return "NNS" if asks and view.word(index - 1) not in ("that", "this", "which") else tag


def third_person(view: View, index: int) -> str:
    """Take a form in -s after a singular noun for the verb of a clause that has none."""
    tag = view.tags[index]
    if tag != "NNS" or not can_be(view.word(index), "VBZ"):
        return tag
    if view.word(index + 1) == "of" and any(t in _PAST for t in view.tags[index + 1 :]):
        return tag
    if _is_counted(view, index):
        return tag
    subject = view.tag(view.before(index)) in ("NN", "NNP", "NNPS", "PRP", "WDT")
    adverb = view.before(index) != index - 1
    ends = view.tag(index + 1) in ("IN", *_OBJECT) or adverb or view.tag(index + 1) == "RB"
    lacks = not view.finite_left(index) and not view.finite_right(index)
    return "VBZ" if subject and lacks and (ends or _no_other_verb(view, index)) else tag


def _is_counted(view: View, index: int) -> bool:
    """Tell whether a number counts it: "60 Moldovan soldiers", but not "in 2027 Moldova ships"."""
    counts = view.tag(index - 2) == "CD" and len(view.word(index - 2)) < 4
    return counts and view.tag(index - 1) == "NNP" and view.word(index - 2) not in ("1", "one")


def _no_other_verb(view: View, index: int) -> bool:
    """Tell whether a noun phrase follows in a sentence without other finite verb."""
    return view.tag(index + 1) in ("NN", "NNS", "JJ", "VBN") and not _has_finite(view, index)


def _has_finite(view: View, index: int, *, left: bool = False) -> bool:
    """Tell whether the sentence has a finite verb besides a word, or to the left of it."""
    others = (*view.tags[:index], *(() if left else view.tags[index + 1 :]))
    return any(tag in FINITE for tag in others)


def plural_subject(view: View, index: int) -> str:
    """Take a base form after a plural subject for a finite verb."""
    tag, before = view.tags[index], view.before(index)
    plural = view.tag(before) in _PLURAL or view.word(before) in _PLURAL_PRONOUNS
    plural = plural or _is_pair(view, before)
    if tag not in ("VB", "NN", "JJ") or not plural or not can_be(view.word(index), "VBP"):
        return tag
    if view.finite_left(index) or view.word(before - 1) in _LET:
        return tag
    heads = view.tag(index + 1) in (*_OBJECT, "IN", "RB", "JJ", ".", "VBG", "NNS", "NN")
    return "VBP" if tag == "VB" or (heads and not view.finite_right(index)) else tag


def _is_pair(view: View, end: int) -> bool:
    """Tell whether two names joined by ``and`` end at a word, before any finite verb."""
    start = end
    while view.tag(start) == "NNP":
        start -= 1
    joined = start < end and view.word(start) == "and" and view.tag(start - 1) == "NNP"
    return joined and not any(tag in FINITE for tag in view.tags[:start])


def unlicensed(view: View, index: int) -> str:
    """Take a base form that no modal, infinitive or ``let`` asks for, for a finite verb."""
    if view.tags[index] != "VB" or index == 0:
        return view.tags[index]
    reach = range(max(0, index - _LICENCE_REACH), index)
    licensed = any(view.tags[at] in _LICENCES or view.word(at) in _LET | _DO for at in reach)
    subject = view.tag(view.before(index)) in NOUNS or view.tag(index - 1) == "CC"
    subject = subject or (view.tag(index - 1) == "," and not _has_finite(view, index))
    return "VBP" if subject and not licensed else "VB"


def past_of_rare_verb(view: View, index: int) -> str:
    """Take an unusual form in -ed between a subject and an object for a past: "Italy gifted …"."""
    tag, word = view.tags[index], view.word(index)
    if tag != "JJ" or not word.endswith("ed") or not can_be(word, "VBD"):
        return tag
    subject = view.tag(index - 1) in ("NNP", "NNPS", "PRP", "NNS")
    objects = view.tag(index + 1) in ("DT", "PRP$", "NNP", "CD", "PRP")
    return "VBD" if subject and objects and not _has_finite(view, index) else tag


def only_verb(view: View, index: int) -> str:
    """Take a form in -ed after a noun for the past tense that a sentence without a verb lacks."""
    word, tag = view.word(index), view.tags[index]
    subject = view.tag(view.before(index)) in (*NOUNS, "PRP")
    verb = word.endswith("ed") and subject and can_be(word, "VBD")
    goes_on = view.tag(index + 1) in (*_TAKEN, "IN")
    return "VBD" if verb and goes_on and not _has_finite(view, index) else tag


def past(view: View, index: int) -> str:
    """Tell a past tense from a past participle, for forms that can be both."""
    tag, word = view.tags[index], view.word(index)
    if tag not in _PAST or not (can_be(word, "VBD") and can_be(word, "VBN")):
        return tag
    before = view.before(index)
    if view.word(before) in _HAVE | _BE or view.tag(index - 1) in (*BEFORE_NOUN, "IN", "TO"):
        return "VBN"
    if view.tag(index - 1) in ("VB", "VBG") and view.tag(index + 1) in NOUNS:
        return "VBN"
    if view.word(before) in _SUBJECTS or view.tag(before) == "WDT" or view.word(before) == "that":
        return "VBD"
    if view.tag(before) == "CC":
        return _as_before(view, index)
    if view.tag(before) == "," and view.tag(before - 1) in NOUNS and index > 2:
        inserted = view.tag(index + 1) not in ("DT", "PRP$", "PRP", "NNP")
        return "VBN" if inserted and not _has_finite(view, index, left=True) else tag
    if view.tag(before) in NOUNS:
        return _after_noun(view, index)
    return tag


def _after_noun(view: View, index: int) -> str:
    """Tell by what follows, then by whether the clause has its finite verb elsewhere."""
    if view.tag(index + 1) in _TAKEN and view.word(index) not in _TWO_OBJECTS:
        return "VBD"
    if view.finite_left(index) or view.finite_right(index):
        return "VBN"
    if view.word(view.after(index)) == "by" and view.clause_start(index) > 0:
        return "VBN"
    start = view.clause_start(index)
    if start > 1 and view.word(start - 1) in _DASHES:
        return "VBN"
    governed = any(tag in ("VBG", "VB", "TO") for tag in view.tags[start:index])
    return "VBN" if governed else "VBD"


def _as_before(view: View, index: int) -> str:
    """Take the form of the nearest past form to the left; without one, that of an attribute."""
    for tag in reversed(view.tags[:index]):
        if tag in (*_PAST, "VBZ"):
            return "VBN" if tag == "VBN" else "VBD"
    return "VBN" if view.tag(index + 1) in ("JJ", "NN", "NNS") else view.tags[index]


def meeting_somebody(view: View, index: int) -> str:
    """Take "meeting" after "after" or "before" for a verb where whom it meets follows."""
    before, following = view.word(index - 1), view.tag(index + 1)
    opens = before in ("after", "before", "when", "while", "on", "upon", "by")
    whom = following in ("NNP", "NNPS", "PRP$", "DT", "PRP") or view.word(index + 1) == "with"
    named = following == "JJ" and view.tag(index + 2) in ("NNP", "NN", "JJ")
    return "VBG" if opens and (whom or named) else view.tags[index]


def commanding_officer(view: View, index: int) -> str:
    """Take "commanding" before "officer" or "general" for what modifies it."""
    following = view.word(index + 1)
    return "JJ" if following in ("officer", "officers", "general") else view.tags[index]


def opening(view: View, index: int) -> str:
    """Take "participating" in "Participating nations include …" for what modifies the noun."""
    opens = index == 0 or view.tag(index - 1) in (":", "DT")
    verb = view.tag(index + 2) in ("VBP", "MD", "VBD") and view.word(index + 2) not in _HAVE
    return "JJ" if opens and view.tag(index + 1) == "NNS" and verb else view.tags[index]


def be_after_her(view: View, index: int) -> str:
    """Take "are" for the verb that it always is, behind "her" as well."""
    return "VBP" if view.word(index) == "are" else view.tags[index]


def absent(view: View, index: int) -> str:
    """Take "absent" behind "be" for an adjective; as a verb it needs "oneself" behind it."""
    return "JJ" if view.word(view.before(index)) in _BE else view.tags[index]


VERB_RULES = (
    Rule(opening, tags=("VBG",)),
    Rule(be_after_her, words=frozenset(["are"])),
    Rule(commanding_officer, words=frozenset(["commanding"])),
    Rule(meeting_somebody, words=frozenset(["meeting"])),
    Rule(after_auxiliary, tags=("VB", "VBP", "VBD", "VBN", "NN", "JJ")),
    Rule(after_do, tags=("VB", "VBP", "NN", "JJ"), near=_DO),
    Rule(infinitive, tags=("VBP", "NN", "JJ"), near=_TO),
    Rule(paired_infinitive, tags=("VBP", "NN", "JJ"), near=_AND),
    Rule(noun_after_and, tags=("VB", "VBP")),
    Rule(run_by, words=frozenset(["run"])),
    Rule(plural_noun, tags=("VBZ",)),
    Rule(third_person, tags=("NNS",)),
    Rule(plural_subject, tags=("VB", "NN", "JJ")),
    Rule(unlicensed, tags=("VB",)),
    Rule(that, words=frozenset(["that"])),
    Rule(past_of_rare_verb, tags=("JJ",)),
    Rule(only_verb, tags=("JJ",)),
    Rule(past, tags=_PAST),
    Rule(absent, words=frozenset(["absent"])),
)
"""In the order of application."""
