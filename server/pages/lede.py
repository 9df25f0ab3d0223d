"""The first lines of a thing's page: what it is and its strongest facts, as one sentence."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode

from .graph import Graph
from .model import FactRow, Group, Link
from .words import split_words

MOST = 3
Part = tuple[str, Link | None]
# Groups whose facts tell most of a thing, the most telling first.
ORDER = ("posts", "agreements", "operations", "partners", "conflicts", "visits", "stances",
         "forces", "purpose", "places", "transfers", "activities")  # fmt: skip
_NO_FULL_SENTENCE = ("about", "belongsTo", "dateText", "postIn", "purpose", "status")
# Last words of names that English puts an article before.
_HEADS = {"Agreement", "Alliance", "Army", "Coalition", "Command", "Corps", "Council",
          "Department", "Fleet", "Force", "Forces", "Government", "Group", "Kingdom", "Ministry",
          "Navy", "Netherlands", "Pact", "Philippines", "Sea", "States", "Treaty",
          "Union"}  # fmt: skip
_SMALL = frozenset({"and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})


def lede(graph: Graph, thing: NamedNode, groups: tuple[Group, ...]) -> tuple[Part, ...]:
    """Write the lede as text and links in turn; empty when no fact is worth one."""
    by_key = {group.key: group for group in groups}
    with_whom = _together(graph, by_key)
    facts = [row for key in ORDER if key in by_key for row in _best(by_key[key])]
    clauses = _clauses(facts[: MOST - bool(with_whom)])
    if not (with_whom or clauses):
        return ()
    joint = ("; it ", None) if with_whom else _relative(graph, thing)
    told = (*with_whom, *((joint, *clauses) if clauses else ()), (".", None))
    return ((f"{_named(graph, thing)} is {_kind(graph, thing)}", None), *told)


def _named(graph: Graph, thing: NamedNode) -> str:
    article, name = _article(graph.label(thing)), graph.label(thing)
    return f"{article.capitalize()}{name}"


def _kind(graph: Graph, thing: NamedNode) -> str:
    kinds = [split_words(kind) for kind in graph.kinds(thing)]
    stage = graph.stage(thing)
    words = f"{stage.word.lower()} " if stage and stage.word.endswith("ed") else ""
    words += kinds[0] if kinds else "thing"
    return f"{'an' if words[0] in 'aeio' or words.startswith('under') else 'a'} {words}"


def _relative(graph: Graph, thing: NamedNode) -> Part:
    return (" who " if graph.is_a(thing, "Person") else " that ", None)


def _best(group: Group) -> list[FactRow]:
    telling = [row for row in group.rows if row.object.href and row.kind not in _NO_FULL_SENTENCE]
    return telling[:1]


def _together(graph: Graph, by_key: dict[str, Group]) -> tuple[Part, ...]:
    for key, before in (("parties", " between "), ("participants", " with ")):
        if key in by_key:
            stated = [row.object for row in by_key[key].rows if row.evidence]
            links = states_first(graph, stated)
            alone = before == " between " and len(links) == 1
            return _listing(" with " if alone else before, links) if links else ()
    return ()


def states_first(graph: Graph, links: Iterable[Link]) -> list[Link]:
    """Order different links: states before their forces and ships, else as they come."""

    def is_other(link: Link) -> bool:
        slug = (link.href or "").removeprefix("page/")
        return not graph.is_a(graph.base.thing(slug), "State")

    return sorted(dict.fromkeys(links), key=is_other)


def _listing(before: str, links: list[Link]) -> tuple[Part, ...]:
    shown = links[:MOST]
    more = len(links) - len(shown)
    last = ", " if more else " and "
    joints = [before] + [", "] * (len(shown) - 2) + ([last] if len(shown) > 1 else [])
    parts = [(joint + _article(one.text), one) for joint, one in zip(joints, shown, strict=True)]
    return (*parts, (f" and {more} more", None)) if more else tuple(parts)


def _clauses(rows: list[FactRow]) -> tuple[Part, ...]:
    parts: list[Part] = []
    for index, row in enumerate(rows):
        joint = "" if index == 0 else " and " if index == len(rows) - 1 else ", "
        article = "" if row.kind == "assetType" else _article(row.object.text)
        parts.append((f"{joint}{row.relation} {article}", row.object))
        if row.stage:
            parts.append((f" ({row.stage.word.lower()})", None))
    return tuple(parts)


def _article(name: str) -> str:
    """Give "the " before a name that English puts it before, else nothing.

    >>> _article("United Kingdom"), _article("Norway"), _article("Nordic air agreement")
    ('the ', '', 'the ')
    >>> _article("Armed Forces of Ukraine"), _article("Prince of Wales")
    ('the ', '')
    """
    words = name.removesuffix(" (unnamed)").split()
    if not words or words[0].lower() in ("a", "an", "the") or "’s" in name or "'s" in name:
        return ""
    common = [word for word in words[1:] if word.islower() and word not in _SMALL]
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return "the " if {words[0], words[-1], head} & _HEADS or common else ""
