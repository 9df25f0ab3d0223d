"""Damaged characters put right, every change logged with its offsets.

Damage means bytes of UTF-8 that somebody read in a one-byte encoding. What survives whole is
decoded again; what lost its control bytes on the way is guessed from its neighbours, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

import ftfy

from .lost_marks import lost_marks
from .model import Repair
from .offsets import Edit, OffsetMap
from .spans import Span

_FOREIGN_RUN = re.compile(r"[^\x00-\x7f]+")
_CONTROLS = re.compile(r"[\x80-\x84\x86-\x9f]")
_LETTERS = re.compile("[A-Za-z]+")
_LETTERS_BEFORE = re.compile(r"[A-Za-z]+\Z")
_LONGEST = 40
_BALTIC = ("iso8859_13", "cp1257")
_INVISIBLE = re.compile(r"\A\ufeff|[\u00ad\u200b\u2060]")
_MARKS_AND_SPACES = "“”„«»\u00a0"


def repair(raw: str) -> tuple[str, tuple[Repair, ...], OffsetMap]:
    """Give the clean text, what was repaired, and the map from clean to raw offsets.

    Text without damage comes back unchanged. No string makes this fail.
    """
    exact = _apart((*_decoded(raw), *_invisible(raw)))
    half_clean, half_map = _applied(raw, exact)
    guessed = (_moved(found, half_map) for found in lost_marks(half_clean))
    intact = {found.span: found for found in guessed if found.span.of(raw) == found.before}
    repairs = _apart((*exact, *intact.values()))
    clean, offsets = _applied(raw, repairs)
    return clean, repairs, offsets


def _apart(found: Iterable[Repair]) -> tuple[Repair, ...]:
    """Put repairs in order and leave out what overlaps one before it."""
    kept: list[Repair] = []
    for one in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or kept[-1].span.end <= one.span.start:
            kept.append(one)
    return tuple(kept)


def _applied(raw: str, repairs: Iterable[Repair]) -> tuple[str, OffsetMap]:
    """Write the repairs into the text."""
    pieces: list[str] = []
    edits: list[Edit] = []
    done = length = 0
    for found in repairs:
        pieces += (raw[done : found.span.start], found.after)
        start = length + found.span.start - done
        length = start + len(found.after)
        done = found.span.end
        edits.append(Edit(found.span, Span(start, length)))
    return "".join((*pieces, raw[done:])), OffsetMap(tuple(edits))


def _moved(found: Repair, offsets: OffsetMap) -> Repair:
    return Repair(offsets(found.span), found.before, found.after, found.reason)


def _invisible(raw: str) -> Iterator[Repair]:
    """Find byte order marks, soft hyphens and zero-width spaces, which only hide words."""
    for match in _INVISIBLE.finditer(raw):
        yield Repair(Span(*match.span()), match[0], "", "invisible character")


def _decoded(raw: str) -> Iterator[Repair]:
    """Find runs that decode as UTF-8 once they are bytes again."""
    for run in _FOREIGN_RUN.finditer(raw):
        if len(run[0]) < 2 and not _CONTROLS.search(run[0]):
            continue
        baltic = tuple(_baltic(raw, Span(*run.span())))
        yield from baltic or _western(run)


def _baltic(raw: str, run: Span) -> Iterator[Repair]:
    """Find UTF-8 read as ISO 8859-13 or Windows-1257 inside a run."""
    done = run.start
    for codec in _BALTIC:
        for match in _damage(codec).finditer(raw, run.start, run.end):
            after = _redecoded(match[0], codec)
            if match.start() >= done and after and _plausible(raw, match):
                done = match.end()
                yield Repair(Span(*match.span()), match[0], after, f"UTF-8 read as {codec}")
        if done > run.start:
            return


def _western(run: re.Match[str]) -> Iterator[Repair]:
    """Find UTF-8 read in one of the encodings that ftfy knows."""
    shown, start = run[0], run.start()
    after = ftfy.fix_encoding(shown)
    if after == shown:
        shown, start = _word_round(run)
        after = ftfy.fix_encoding(shown)
    if after == shown or "\ufffd" in after:
        return
    same = _shared(shown, after)
    tail = _shared(shown[same:][::-1], after[same:][::-1])
    span = Span(start + same, start + len(shown) - tail)
    after = after[same : len(after) - tail]
    yield Repair(span, span.of(run.string), after, "UTF-8 read as a one-byte encoding")


def _word_round(run: re.Match[str]) -> tuple[str, int]:
    """Give a run with the plain letters on both sides, which tell more, and where that starts."""
    text = run.string
    before = _LETTERS_BEFORE.search(text[max(run.start() - _LONGEST, 0) : run.start()])
    after = _LETTERS.match(text, run.end(), run.end() + _LONGEST)
    left, right = (before[0] if before else ""), (after[0] if after else "")
    return left + run[0] + right, run.start() - len(left)


def _shared(left: str, right: str) -> int:
    """Count the characters with which both begin."""
    return next(
        (at for at, (a, b) in enumerate(zip(left, right, strict=False)) if a != b),
        min(len(left), len(right)),
    )


def _plausible(raw: str, match: re.Match[str]) -> bool:
    """Tell a damaged letter from a capital before a quotation mark."""
    if match[0][1] not in _MARKS_AND_SPACES:
        return True
    before = raw[max(0, match.start() - 1) : match.start()]
    after = raw[match.end() : match.end() + 1]
    return before.islower() or (after.islower() and match[0][1] != "\u00a0")


@cache
def _table(codec: str) -> dict[str, int]:
    """Give the byte of each character above ASCII; bytes without one stand for controls."""
    return {bytes([byte]).decode(codec, "ignore") or chr(byte): byte for byte in range(128, 256)}


@cache
def _damage(codec: str) -> re.Pattern[str]:
    """Give the pattern of two- and three-byte characters of UTF-8 as the codec shows them."""
    table = _table(codec)
    lead2 = _class(table, 0xC2, 0xC5)
    lead3 = _class(table, 0xE2, 0xE2)
    following = _class(table, 0x80, 0xBF)
    return re.compile(f"{lead2}{following}|{lead3}{following}{{2}}")


def _class(table: dict[str, int], low: int, high: int) -> str:
    members = (re.escape(character) for character, byte in table.items() if low <= byte <= high)
    return f"[{''.join(members)}]"


def _redecoded(shown: str, codec: str) -> str:
    """Read the shown characters as UTF-8; empty when they are none."""
    table = _table(codec)
    text = bytes(table[character] for character in shown).decode("utf-8", "ignore")
    return text if text.isprintable() or text == "\u00a0" else ""
