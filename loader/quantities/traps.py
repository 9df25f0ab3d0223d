"""Numbers that count nothing: they name, date, rank or address something."""

from __future__ import annotations

import re

from ..text.model import Token
from .numbers import worth
from .spelling import Line
from .years import COUNTED

#: Words after which a number is part of a name.
_HEADS = re.compile(
    r"type|mk\.?|mark|block|class|article|section|phase|resolution|flight|pier|boeing|airbus|room"
    r"|level|stage|version|v|annex|chapter|figure|table|page|pillar|nos?\.?|number|nr|track|grade"
    r"|category|cat|tier|appendix|paragraph|protocol|item|channel|highway|route|building|batch"
    r"|tranche|increment|baseline|model|series|day|top|force|bulletin|order|ctf|group|mach|spc\.?|unit"
    r"|det\.?|delta|squadron|team|wing|chapter|covid"
)
_STATE_ABBREVIATION = re.compile(r"US|UK|EU|UN|UAE|NATO|U\.S\.|U\.K\.|U\.N\.")
_UNIT_OR_STREET = re.compile(
    "Commando|Squadron|Brigade|Division|Regiment|Battalion|Wing|Corps|Fleet|Army|Battery|Company"
    "|Troop|Flotilla|Group|Para|Street|Road|Avenue|Lane|Square|Drive|Place|Way|Boulevard"
)
_AFTER_SHORT_FORM = re.compile(r"\([A-Z]{2,6}\) $")
_ARTICLE = re.compile("the|an?|its|their")
_ACTIVITY = re.compile("Exercise|Operation|Op|Ex")
_FRACTION = re.compile("thirds?|quarters?|fifths?|tenths?|half|halves|times|decades?|centuries")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CLOCK = re.compile(r"\s?(?:am|pm|a\.m\.|p\.m\.|GMT|UTC|BST|CET|EST|Zulu|hrs|o[’']clock)(?!\w)")
_NO_ONE = re.compile(r"(?:the|this|that|each|every|any|no|another|which|day|at) $", re.IGNORECASE)
_ONE_AS_PRONOUN = re.compile(
    r" (?:of (?!(?:its|their|our|his|her)\b)|another|day\b|time\b|thing\b|side\b|hand\b)"
)


def is_no_quantity(line: Line, match: re.Match[str]) -> bool:
    """Tell whether the number of a figure's match counts and measures nothing.

    Args:
        line: The sentence.
        match: With the groups ``before``, ``between``, ``sign``, ``low``, ``high``, ``word``.
    """
    if match["sign"]:
        return False
    return any(trap(line, match) for trap in _TRAPS)


def start_of_number(match: re.Match[str]) -> int:
    """Give where the number itself starts, sign and "between" of a range included."""
    if match["between"] and match["high"]:
        return match.start("between")
    return match.start("sign") if match["sign"] else match.start("low")


def end_of_number(match: re.Match[str]) -> int:
    """Give where the number itself ends, a range's upper end included."""
    return match.end("high") if match["high"] else match.end("low")


def _neighbours(line: Line, match: re.Match[str]) -> tuple[Token | None, Token | None]:
    first, last = line.tokens_of(start_of_number(match), end_of_number(match))
    return line.token(first - 1), line.token(last)


def _is_date(line: Line, match: re.Match[str]) -> bool:
    return any(
        start <= match.start("low") < end or start < end_of_number(match) <= end
        for start, end in line.dated
    )


def _is_year(line: Line, match: re.Match[str]) -> bool:
    numbers = [text for text in (match["low"], match["high"]) if text]
    if match["word"] or not all(_YEAR.fullmatch(text) for text in numbers):
        return False
    after = _neighbours(line, match)[1]
    about = (match["before"] or "around").lower() in ("around", "about", "circa", "c.", "ca.")
    return about and not (after and COUNTED.fullmatch(after.text))


def _is_clock_or_code(line: Line, match: re.Match[str]) -> bool:
    low = match["low"]
    leading_zero = len(low) > 1 and low[0] == "0" and low[1].isdigit()
    at_four_digits = low.isdigit() and len(low) == 4 and (match["word"] or "").lower() == "hours"
    rest = line.after(end_of_number(match))
    return leading_zero or at_four_digits or _CLOCK.match(rest) is not None


def _is_designator(line: Line, match: re.Match[str]) -> bool:
    """Tell "Type 45", "CVN 70", "Exercise Name 25" from "gave Ruritania 12 launchers"."""
    before, after = _neighbours(line, match)
    plain = re.fullmatch(r"\d{1,4}(?:\.\d+)?", match["low"]) is not None
    if before is None or match["before"] or not plain:
        return False
    if _HEADS.fullmatch(before.text.lower()) or _is_hull_code(line, match, before):
        return True
    if _AFTER_SHORT_FORM.search(line.before(match.start("low"))):
        return True
    if not before.text[0].isupper():
        return False
    if "." in match["low"] and not match["word"] and before.tag != "IN":
        return True
    if not before.tag.startswith("NNP"):
        return False
    return _names_activity(line, match) or not _could_be_counted(after)


def _is_hull_code(line: Line, match: re.Match[str], before: Token) -> bool:
    first, _ = line.tokens_of(match.start("low"), match.end("low"))
    article = line.token(first - 2)
    letters = re.fullmatch(r"[A-Z]{2,5}", before.text) is not None
    return (
        letters
        and not _STATE_ABBREVIATION.fullmatch(before.text)
        and ("." in match["low"] or not (article and _ARTICLE.fullmatch(article.text.lower())))
    )


def _names_activity(line: Line, match: re.Match[str]) -> bool:
    """Tell whether the capitalised words before the number start with Exercise or Operation."""
    index, _ = line.tokens_of(match.start("low"), match.end("low"))
    while (token := line.token(index - 1)) and token.text[0].isupper():
        if _ACTIVITY.fullmatch(token.text):
            return True
        index -= 1
    return False


def _could_be_counted(token: Token | None) -> bool:
    return token is not None and token.tag[:2] in ("NN", "JJ", "VB", "CD")


def _is_unit_or_address(line: Line, match: re.Match[str]) -> bool:
    """Tell "42 Commando", "3 Example Street": digits, then names that end in such a word."""
    if not match["low"].isdigit() or match["before"] or match["high"]:
        return False
    _, last = line.tokens_of(match.start("low"), match.end("low"))
    if _is_short_form_of_unit(line, last):
        return True
    for index in range(last, last + 4):
        token = line.token(index)
        if token is None or not token.text[0].isupper():
            return False
        if _UNIT_OR_STREET.fullmatch(token.text):
            return True
    return False


def _is_short_form_of_unit(line: Line, index: int) -> bool:
    """Tell "7 XYZ to": capitals that no noun follows."""
    token, after = line.token(index), line.token(index + 1)
    short = token is not None and re.fullmatch(r"[A-Z]{2,6}", token.text) is not None
    if token is not None and _STATE_ABBREVIATION.fullmatch(token.text):
        return False
    return short and not (after is not None and after.tag[:2] in ("NN", "CD", "JJ"))


def _is_one_of_many(line: Line, match: re.Match[str]) -> bool:
    """Tell "one" as a pronoun: "one of the", "the one", "one another", "one day"."""
    if match["low"].lower() == "zero":
        return True
    if match["low"].lower() != "one" or match["high"]:
        return False
    before, after = line.before(match.start("low")), line.after(match.end("low"))
    counted = _could_be_counted(_neighbours(line, match)[1]) or after.startswith(" of ")
    pronoun = _NO_ONE.search(before) or _ONE_AS_PRONOUN.match(after)
    return pronoun is not None or not counted


def _is_name(line: Line, match: re.Match[str]) -> bool:
    """Tell a numeral that is written with a capital inside a sentence: "the Five Rivers pact"."""
    inside = re.search(r"\w", line.before(match.start())) is not None
    return inside and match["low"][0].isupper()


def _is_age(line: Line, match: re.Match[str]) -> bool:
    before, after = _neighbours(line, match)
    if before is None or not match["low"].isdigit() or len(match["low"]) > 2:
        return False
    first, _ = line.tokens_of(match.start("low"), match.end("low"))
    name = line.token(first - 2)
    between_commas = before.text == "," and after is not None and after.text == ","
    return before.text.lower() == "aged" or (
        between_commas and name is not None and name.tag.startswith("NNP")
    )


def _is_half_a_word(line: Line, match: re.Match[str]) -> bool:
    """Tell a number that a hyphen binds to another word ("four-star"), inches, and bare "5b"."""
    end = match.end("word") if match["word"] else end_of_number(match)
    bound = (
        re.match(r"-[A-Za-z\d]|[”″\"] [a-z]| out of ", line.after(end)) is not None
        and not match["strong"]
    )
    return bound or (not match["word"] and re.search(r"\d[bB]$", match["low"]) is not None)


def _is_fraction(line: Line, match: re.Match[str]) -> bool:
    """Tell "two thirds", "six times" and "two decades", for which there is no unit."""
    after = _neighbours(line, match)[1]
    part = after is not None and _FRACTION.fullmatch(after.text.lower())
    return bool(part) and worth(match["low"]) < 10


def _is_weight(line: Line, match: re.Match[str]) -> bool:
    """Tell pounds that may be weight: without a sign or scale nothing decides."""
    pounds = (match["word"] or "").lower() in ("pound", "pounds")
    return pounds and not re.search(r"[a-z]", (match["high"] or match["low"]).lower())


def _is_list_mark(line: Line, match: re.Match[str]) -> bool:
    after = _neighbours(line, match)[1]
    at_start = not line.before(match.start()).strip("( ")
    return at_start and match["low"].isdigit() and after is not None and after.text in (".", ")")


_TRAPS = (
    _is_date,
    _is_year,
    _is_clock_or_code,
    _is_designator,
    _is_unit_or_address,
    _is_one_of_many,
    _is_name,
    _is_age,
    _is_half_a_word,
    _is_fraction,
    _is_weight,
    _is_list_mark,
)
