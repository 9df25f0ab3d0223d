"""Numbers, money and measures in a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from ..text.model import Sentence
from .bounds import PATTERN_AFTER, PATTERN_BEFORE, bound_of
from .model import Quantity
from .numbers import NUMBER, is_numeral, scale_of, worth
from .spelling import Line, line_of
from .traps import end_of_number, is_no_quantity, start_of_number
from .units import code_of, measure_pattern, measure_words, money_words, one_of, signs, states

#: Words that are money only beside a scale: "2 billion won", but "he won".
_ONLY_WITH_SCALE = frozenset(("won", "real", "rand", "pound", "pounds", "crown", "crowns", "quid"))
#: More characters than the words that may stand before a number as part of its figure take.
_REACH = 60
_STRENGTH = "strong|member|person|people|man|woman|soldier|troop"
_DURATIONS = frozenset(("a", "mo", "wk", "d", "h", "min"))


def find_quantities(sentence: Sentence) -> tuple[Quantity, ...]:
    """Find the numbers of a sentence that count or measure something, in order.

    Left out are numbers that name or date something: designators (F-35, Type 26), ordinals, years,
    dates, times of day, addresses, ages, versions. Money whose currency cannot be decided has its
    words in the span and None as unit.
    """
    return quantities_of_line(line_of(sentence))


def quantities_of_line(line: Line) -> tuple[Quantity, ...]:
    """Find the numbers of a sentence that is spelled out; as ``find_quantities``."""
    return tuple(_quantities(line))


def _quantities(line: Line) -> Iterator[Quantity]:
    position = 0
    numerals = [
        (start, start + len(token.text))
        for start, token in zip(line.starts, line.tokens, strict=True)
        if is_numeral(token.text)
    ]
    while match := _next_figure(line.text, position, numerals):
        if match["high"] and not _is_range(match):
            match = _without_range(line, match)
        if is_no_quantity(line, match):
            position = end_of_number(match)
        else:
            position = max(_end(match), end_of_number(match))
            yield _quantity(line, match)


def _next_figure(
    text: str, position: int, numerals: Sequence[tuple[int, int]]
) -> re.Match[str] | None:
    """Find the next figure; one that begins much before its first digit or numeral is none."""
    begin = next((start for start, end in numerals if end > position), None)
    return None if begin is None else _figure().search(text, max(position, begin - _REACH))


@cache
def _figure() -> re.Pattern[str]:
    """Write the pattern of a figure: bound, sign, number or range, word for money or measure."""
    sign = rf"(?:{one_of(signs())})"
    number = rf"(?i:{NUMBER.pattern})"
    money = rf"(?i:{one_of(money_words())})"
    adjective = one_of(name for names in states().values() for name in names)
    word = rf"(?i:{one_of(money_words())})|{measure_pattern()}|{one_of(signs())}"
    to = r"(?(between) and |(?:[-–]| to | or ))"
    return re.compile(
        rf"(?<![\w.,/:@#&'’-]){PATTERN_BEFORE}(?P<between>(?i:between) )?"
        rf"(?:(?P<sign>{sign}) ?)?(?P<low>{number})"
        rf"(?:{to}(?:(?P<sign2>{sign}) ?)?(?P<high>{number})(?!\w))?"
        rf"(?:[ -](?P<adjective>{adjective})(?= {money}\b))?"
        rf"(?:[ -]?(?P<word>{word})(?!\w))?"
        rf"(?!\w|[.,:/]\d|[’']\w|[-–]\d)(?P<strong>-(?:{_STRENGTH})\b)?{PATTERN_AFTER}"
    )


def _is_range(match: re.Match[str]) -> bool:
    """Tell a range from two numbers: its ends rise and are money of one kind."""
    low, high = _ends(match)
    signs_differ = match["sign2"] and match["sign2"] != match["sign"]
    word_differs = match["sign"] and (match["word"] or "").lower() in money_words()
    return high is not None and low < high and not signs_differ and not word_differs


def _without_range(line: Line, match: re.Match[str]) -> re.Match[str]:
    """Read the first number alone where two do not make a range ("5 or 3")."""
    alone = _figure().match(line.text, match.start(), match.end("low"))
    return alone or match


def _quantity(line: Line, match: re.Match[str]) -> Quantity:
    unit = _unit(line, match)
    low, high = _ends(match)
    if unit == "m" and not match["word"]:
        low, high = low / 10**6, None
    before = None if _is_span_of_time(line, match, unit) else match["before"]
    start = match.start() if before else start_of_number(match)
    first, last = line.tokens_of(start, _end(match))
    return Quantity(first, last, low, high, bound_of(before, match["after"]), unit)


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal | None]:
    """Give both ends of a range; "3 to 5 million" starts at three million."""
    low = worth(match["low"])
    if not match["high"]:
        return low, None
    high, scale = worth(match["high"]), scale_of(match["high"])
    shares_scale = scale_of(match["low"]) == 1 and low * scale < high
    return (low * scale if shares_scale else low), high


def _unit(line: Line, match: re.Match[str]) -> str | None:
    sign, word = match["sign"], match["word"] or ""
    if word in signs():
        return code_of(word, "", line.text)
    if sign:
        return code_of(sign, "", line.text)
    if _is_money(match):
        return code_of(word, match["adjective"] or "", line.text)
    if _is_metres(match):
        return "m"
    return measure_words().get(word, measure_words().get(word.lower()))


def _is_money(match: re.Match[str]) -> bool:
    word = (match["word"] or "").lower()
    scaled = scale_of(match["high"] or match["low"]) > 1
    return word in money_words() and (scaled or word not in _ONLY_WITH_SCALE)


def _is_metres(match: re.Match[str]) -> bool:
    """Tell whether the letter is metres: "60m" is millions only beside a currency."""
    return not match["word"] and match["low"][-1] == "m" and match["low"][-2].isdigit()


def _end(match: re.Match[str]) -> int:
    """Give the end of the figure with those of the words after it that belong to it."""
    word = match["word"] or ""
    belongs = word in signs() or _is_money(match)
    belongs = belongs or (
        not match["sign"] and {word, word.lower()} & measure_words().keys() != set()
    )
    if match["after"] and (belongs or not word):
        return match.end("after")
    return match.end("word") if belongs else end_of_number(match)


def _is_span_of_time(line: Line, match: re.Match[str], unit: str | None) -> bool:
    """Tell "over five years" (in their course) from "for over five years" (longer than that)."""
    is_over = (match["before"] or "").lower() == "over" and unit in _DURATIONS
    return is_over and not re.search(r"\b(?:for|of|lasted|lasting) $", line.before(match.start()))
