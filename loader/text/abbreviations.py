"""Abbreviations that end in a full stop."""

from __future__ import annotations

_WORDS = """
    Mr Mrs Ms Mx Dr Prof Hon Rt Rev Fr Sr Jr St Messrs Mme Mlle
    Gen Lt Col Maj Capt Cpt Cmdr Cdr Comdr Lcdr Adm Brig Sgt Cpl Pte Pfc Spc Ens Cdre Flt Sqn Wg
    Gp Adml Radm Vadm Ret Cmd Ldr Msgt Ssgt Tsgt Sfc Mgen Bgen Ltg Bg Mg
    Sen Rep Reps Sens Gov Govs Pres Amb Sec Supt Insp Det Min Atty
    No Nos Vol Vols Fig Figs Art Arts Ch Sect Para Paras p pp ed eds vs v cf approx ca c est incl
    al viz Mk Pt Mt Ft Bn Regt Bde Div Batt Sq Res Op Ops Tel Ext Est
"""
_MAY_END = """
    Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun
    Inc Ltd Co Corp Bros Plc LLC Pty Pvt Ave Blvd Rd Hwy Assn Assoc Dept Univ Intl Natl Govt
    etc Ariz Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev
    Okla Ore Pa Penn Tenn Tex Va Vt Wash Wis Wyo Ala Ark Ont Que Qld Vic Tas
    mil bn km kg ft lb lbs sq hr hrs min mins ret a.m p.m
"""

_WORDS_TOO = """
    no mar may sat sun wed art ed rep reps sec min ill ind ore wash miss mass del la pa ma co pres
    div res fig mo op ops gov sen est ext fr pt vic tas ark rd ga
"""
_BEFORE_NUMBERS = "no nos p pp fig figs art arts ch sect para paras vol vols c ca"

LEADING = frozenset(word.lower() for word in _WORDS.split())
"""Lower-case abbreviations after which the sentence goes on, the full stop left out."""

ANYWHERE = LEADING | frozenset(word.lower() for word in _MAY_END.split())
"""Lower-case abbreviations, those that may end a sentence too."""

CAPITALISED_ONLY = frozenset(_WORDS_TOO.split())
"""Those that are words of the language too when they begin with a small letter."""

NUMBERED = frozenset(_BEFORE_NUMBERS.split())
"""Those that a number follows."""


def is_abbreviation(word: str) -> bool:
    """Tell whether a word, its full stop left out, is a known abbreviation."""
    lower = word.lower()
    return lower in ANYWHERE and (word[:1].isupper() or lower not in CAPITALISED_ONLY)


def goes_on(word: str, following: str) -> bool:
    """Tell whether a sentence goes on after a word and its full stop.

    Args:
        word: The word before the full stop.
        following: The text after the full stop and the space.
    """
    if not is_abbreviation(word):
        return False
    if word.lower() in NUMBERED:
        return following[:1].isdigit()
    return word.lower() in LEADING
