"""Lines about the article rather than the world: credits, licences, share lines, contacts."""

from __future__ import annotations

import re

_LONGEST = 400
_MEDIA = r"(?:image|photo|photograph|picture|video|graphic|illustration|map|footage)s?"
_STARTS = re.compile(
    rf"""
    (?:(?:main|cover|featured?|lead|header|banner|top|file|stock|hero)\s+)?{_MEDIA}
        (?:\s+(?:credit|source|caption|courtesy|by)s?)?\s*[:©]
    | {_MEDIA}\s+(?:by|credit|courtesy(?:\s+of)?|via|source)\b
    | (?:credit|source|caption|photographer|tags?|topics?|categor(?:y|ies)|keywords?|filed\s+under
        |editor|edited\s+by|reporting\s+by|written\s+by|published|posted|updated|last\s+updated
        |contacts?|e-?mail|tel|telephone|phone|fax|website|read\s+more|see\s+also
        |related(?:\s+\w+)?|media\s+(?:contacts?|enquiries|inquiries|relations))\s*:
    | (?:share|tweet|follow|subscribe|sign\s+up|log\s+in|print|download)\s
        (?:this|us|on|to|via|for|in|our|the\s+(?:full|original|pdf))\b
    | (?:click|tap)\s+(?:here|to)\b
    | for\s+(?:more|further|additional|all|any)?\s*(?:media|press|information|interview|general)
        [^.]{{0,40}}(?:contact|call|e-?mail|visit|inquiries|enquiries|see|go\s+to|requests)
    | for\s+(?:more|further|additional)\s+information\b
    | (?:media|press)\s+(?:contacts?|enquiries|inquiries|office|relations)\b
    | notes?\s+(?:to|for)\s+editors?\b
    | (?:editor|news)\W?s?\s+notes?\s*:
    | -*\s*ends?\s*-*\Z | \#{{2,}}\s*\Z | -\s?30\s?-\Z
    | all\s+rights\s+reserved | copyright\b | ©
    | (?:this\s+)?(?:article|story|content|work|item|page|post)\s+(?:was\s+|is\s+|has\s+been\s+)?
        (?:originally|first|republished|licensed|published|released|available)\b
    | licen[cs]ed?\s+under\b | (?:open\s+government|creative\s+commons)\s+licen[cs]e
    """,
    re.VERBOSE | re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\bOGL\s?v?\s?\d|\bCC[ -]BY\b|\bCC0\b|©|\bGetty Images\b|\ball rights reserved\b"
    r"|\bCrown copyright\b|\bCreative Commons\b|\bvia (?:Wikimedia|Flickr)\b",
    re.IGNORECASE,
)
_HOLDS_LONGEST = 25
_BYLINE = re.compile(r"[Bb]y(?: [A-Z][\w.’'-]+){1,4}(?:,? [A-Z]?[\w’' -]{0,40})?\Z")
_ADDRESS = re.compile(
    r"(?:\w+:\s*)?(?:https?://\S+|www\.\S+|\S+@\S+\.\w+|@\w+|#\w+)(?:[\s,|]+\S+@?\S*)?\Z"
)


def is_credit(text: str) -> bool:
    """Tell whether a block is about the article: who made, owns, shares or answers for it."""
    if len(text) > _LONGEST:
        return False
    words = len(text.split())
    if _STARTS.match(text) or _ADDRESS.match(text):
        return True
    if words <= _HOLDS_LONGEST and _HOLDS.search(text):
        return True
    return words <= 8 and bool(_BYLINE.match(text))
