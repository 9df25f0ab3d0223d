"""Which names were missed and which were found wrongly, with the words around them."""

from __future__ import annotations

from collections.abc import Iterator

from .measure import Scored
from .model import Annotated, Mention
from .types import ALIKE

Typed = tuple[Mention, str]


def misnamed(one: Scored) -> Iterator[str]:
    """Give a line for each mention that gold alone or the loader alone has, in text order."""
    wanted, got = _typed(one.gold), _typed(one.found)
    places = {_place(other) for other in wanted}
    found = {_place(other) for other in got}
    missed = [other for other in wanted if not other[0].optional and _place(other) not in found]
    false = [other for other in got if _place(other) not in places]
    lines = [(m.start, 0, _line("missed", m, kind, got)) for m, kind in missed]
    lines += [(m.start, 1, _line("false", m, kind, wanted)) for m, kind in false]
    yield from (line for _, _, line in sorted(lines))


def _typed(article: Annotated) -> list[Typed]:
    entities = article.entities.values()
    return sorted({(m, ALIKE.get(e.type, e.type)) for e in entities for m in e.mentions})


def _place(one: Typed) -> tuple[int, int, str]:
    return one[0].start, one[0].end, one[1]


def _line(word: str, mention: Mention, kind: str, others: list[Typed]) -> str:
    meets = [f"{m.text!r} {k}" for m, k in others if m.meets(mention)]
    there = ", ".join(meets) or "nothing"
    return f"  name {word:6} {mention.text!r} {kind} at {mention.start}: the other has {there}"
