"""Four digits that look like a year and are none."""

from __future__ import annotations

import re

from .bounds import BEFORE
from .dates import Written
from .spelling import Line
from .units import measure_pattern, money_words, one_of

#: Nouns after which four digits without a comma count: "2000 troops".
COUNTED = re.compile(
    "troops?|soldiers?|personnel|people|sailors?|marines?|recruits?|men|women|civilians|ships"
    "|vessels|aircraft|vehicles|drones|missiles|rounds|tanks|members|reservists|cadets|officers"
    "|students|jobs|employees|workers|casualties|homes"
)
_NOT_ABOUT = [words for words, bound in BEFORE.items() if bound != "About"]
_BOUND = re.compile(rf"\b(?:{one_of(_NOT_ABOUT)}) $", re.IGNORECASE)
_MEASURE = re.compile(rf"[ -]?(?:(?i:{one_of(money_words())})|{measure_pattern()})\b")


def is_no_year(line: Line, written: Written) -> bool:
    """Tell whether a year that stands alone is a number, or part of a name ("PACT 2031")."""
    if written.year is None or written.month or written.until or written.end - written.start != 4:
        return False
    return _counts(line, written) or _is_in_name(line, written)


def _counts(line: Line, written: Written) -> bool:
    _, last = line.tokens_of(written.start, written.end)
    after = line.token(last)
    if after is not None and COUNTED.fullmatch(after.text):
        return True
    return bool(_MEASURE.match(line.text, written.end) or _BOUND.search(line.before(written.start)))


def _is_in_name(line: Line, written: Written) -> bool:
    """Tell a year right after a name or number word: it belongs to the name."""
    first, _ = line.tokens_of(written.start, written.end)
    before = line.token(first - 1)
    if before is None:
        return False
    return before.tag.startswith("NNP") or before.text.lower() in ("resolution", "no.", "number")
