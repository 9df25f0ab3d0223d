"""The page of ``/explore``, as values: facets with counts, rows, what to drop when there are none.

What there is of each facet is counted by the loader's table where that can answer, else by a query;
then the store is asked what the articles say, and for the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from pyoxigraph import NamedNode, QuerySolutions

from ..graph import Graph, local
from ..labels import label_of
from ..model import Link, Stage
from ..words import STAGES, counted, date_words, stage_words
from .choice import GROUPS, SORTS, Choice, ChoiceError, words_of
from .counted import Row, count_facets, slugs_of_page
from .sparql import FEW, PAGE_ROWS, claims_query, counts_query, rows_query, without_query

HEADS = {"name": "Name", "kind": "Kind", "status": "Status", "date": "When",
         "articles": "Articles", "facts": "Facts"}  # fmt: skip
FACETS = {"class": "Kind", "state": "State", "activity": "Part in", "status": "Status",
          "year": "Year", "source": "Published by", "modality": "Said how"}  # fmt: skip
FALLING = ("articles", "facts", "date")


@dataclass(frozen=True, slots=True)
class Option:
    """A value of a facet, with the number of things that have it."""

    value: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of the form: its name in addresses, its heading, its values."""

    name: str
    heading: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Chip:
    """A facet that was chosen, with the address without it; ``gives`` of it is None or a count."""

    facet: str
    label: str
    without: str
    gives: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """A column's heading; ``href`` sorts by it, ``way`` is how it is sorted by now, or empty."""

    name: str
    label: str
    href: str
    way: str


@dataclass(frozen=True, slots=True)
class Found:
    """One row of the table."""

    thing: Link
    kinds: str
    stages: tuple[Stage, ...]
    when: str
    states: tuple[Link, ...]
    more_states: int
    articles: int
    facts: int


@dataclass(frozen=True, slots=True)
class ExploreView:
    """All that ``/explore`` shows.

    Attributes:
        total: How many things fit.
        few: Whether there are so few that claims are counted for each value.
    """

    choice: Choice
    total: int
    few: bool
    facets: tuple[Facet, ...]
    chips: tuple[Chip, ...]
    heads: tuple[Head, ...]
    rows: tuple[Found, ...]
    first: int
    pages: int
    earlier: str
    later: str
    query: str
    whole: str

    @property
    def heading(self) -> str:
        """What is shown, counted."""
        return counted(self.total, "thing")


def explore_view(graph: Graph, choice: Choice, names_file: Path | None = None) -> ExploreView:
    """Make the view of what was chosen.

    Args:
        graph: The data.
        choice: What was chosen.
        names_file: The file of names, whose table of facets answers most at once; None for none.

    Raises:
        ChoiceError: When a state is unknown, there are no such pages, or too much to be counted.
    """
    counts = (count_facets(names_file, choice) if names_file else None) or _asked(
        graph, counts_query(choice, graph.base)
    )
    total = next(_number(row, "n") for row in counts if _text(row, "facet") == "all")
    few = total <= FEW
    choice = _sorted(choice, few)
    pages = max(1, -(-total // PAGE_ROWS))
    if choice.page > pages:
        raise ChoiceError(f"page is {choice.page}.", f"There are {counted(pages, 'page')}.")
    counts += _asked(graph, claims_query(choice, graph.base)) if few and total else []
    names = _state_names(graph, choice, counts)
    query = rows_query(choice, graph.base)
    known = slugs_of_page(names_file, choice) if names_file else None
    quicker = rows_query(choice, graph.base, slugs=known) if known else query
    found = _asked(graph, quicker) if total else []
    slugs = {name: slug for slug, name in names.items()}
    return ExploreView(
        choice=choice,
        total=total,
        few=few,
        facets=tuple(_facets(graph, choice, counts)),
        chips=_chips(graph, choice, names, total),
        heads=tuple(_head(choice, name, few) for name in SORTS),
        rows=tuple(_found(graph, row, choice, slugs) for row in found),
        first=(choice.page - 1) * PAGE_ROWS + 1,
        pages=pages,
        earlier=replace(choice, page=choice.page - 1).address if choice.page > 1 else "",
        later=replace(choice, page=choice.page + 1).address if choice.page < pages else "",
        query=query,
        whole=rows_query(choice, graph.base, whole=True),
    )


def _sorted(choice: Choice, few: bool) -> Choice:
    if not choice.sort:
        return replace(choice, sort="-facts" if few else "name")
    if not few and choice.sort.removeprefix("-") in ("facts", "articles"):
        hint = f"That is counted for at most {FEW:,} things; choose a kind or a state first."
        raise ChoiceError("These are too many to be sorted by what articles say of them.", hint)
    return choice


def _state_names(graph: Graph, choice: Choice, counts: Sequence[Row]) -> dict[str, str]:
    rows = [row for row in counts if _text(row, "facet") == "state"]
    found = {local(_text(row, "value")): _text(row, "label") for row in rows}
    for slug in choice.states:
        state = graph.base.thing(slug)
        if slug not in found and not graph.is_a(state, "State"):
            raise ChoiceError(f"state is {slug[:60]!r}.", "No state here has that name.")
        found.setdefault(slug, graph.label(state))
    return found


def _facets(graph: Graph, choice: Choice, counts: Sequence[Row]) -> list[Facet]:
    chosen = choice.pairs
    found = []
    for name, heading in FACETS.items():
        rows = [row for row in counts if _text(row, "facet") == name and _text(row, "value")]
        options = [_option(graph, name, row, chosen) for row in rows]
        seen = {option.value for option in options}
        options += [
            Option(value, _label(graph, name, value), 0, True)
            for facet, value in chosen
            if facet == name and value not in seen
        ]
        if name == "status":
            options = _grouped(options, choice)
        if options:
            found.append(Facet(name, heading, tuple(sorted(options, key=_place(name)))))
    return found


def _grouped(options: list[Option], choice: Choice) -> list[Option]:
    """Put Real and Intended, each with the sum of its stages, before the stages."""
    own = [option for option in options if option.value not in GROUPS]
    if not own:
        return options
    real = sum(option.count for option in own if STAGES.get(option.value))
    meant = sum(option.count for option in own) - real
    sums = zip(GROUPS, (real, meant), strict=True)
    return [Option(name, label_of(name), n, choice.status == name) for name, n in sums] + own


def _option(graph: Graph, name: str, row: Row, chosen: Sequence[tuple[str, str]]) -> Option:
    value = _text(row, "value")
    value = value if name in ("year", "source") else local(value)
    label = _text(row, "label") if name == "state" else _label(graph, name, value)
    return Option(value, label, _number(row, "n"), (name, value) in chosen)


def _label(graph: Graph, name: str, value: str) -> str:
    if name == "state":
        return graph.label(graph.base.thing(value))
    if name == "status" and value not in GROUPS:
        return stage_words(value)
    return words_of(name, value)


def _place(name: str) -> Callable[[Option], tuple[object, ...]]:
    order = {stage: place for place, stage in enumerate((*GROUPS, *STAGES))}

    def key(option: Option) -> tuple[object, ...]:
        if name == "status":
            return (order.get(option.value, 99),)
        if name == "year":
            return (-int(option.value) if option.value.isdigit() else 0,)
        return (option.label.casefold(),) if name == "state" else (-option.count, option.label)

    return key


def _chips(graph: Graph, choice: Choice, names: dict[str, str], total: int) -> tuple[Chip, ...]:
    gives: dict[str, int] = {}
    if not total and choice.pairs:
        rows = _asked(graph, without_query(choice, graph.base))
        gives = {_text(row, "facet"): _number(row, "n") for row in rows}
    chips = []
    for name, value in choice.pairs:
        label = names[value] if name == "state" else _label(graph, name, value)
        key = f"{name} {value}" if name == "state" else name
        plain = replace(choice.without(name, value), sort="")
        chips.append(Chip(FACETS[name], label, plain.address, gives.get(key)))
    return tuple(sorted(chips, key=lambda chip: -(chip.gives or 0)))


def _head(choice: Choice, name: str, few: bool) -> Head:
    way = ""
    if choice.sort.removeprefix("-") == name:
        way = "descending" if choice.sort.startswith("-") else "ascending"
    falls = way == "ascending" if way else name in FALLING
    can = few or name not in ("facts", "articles")
    turned = replace(choice, sort=("-" if falls else "") + name, page=1)
    return Head(name, HEADS[name], turned.address if can else "", way)


def _found(graph: Graph, row: Row, choice: Choice, slugs: dict[str, str]) -> Found:
    thing = row["thing"]
    if not isinstance(thing, NamedNode):
        raise ValueError(f"a row without a thing: {row}")
    named = [name for name in _text(row, "states").split(", ") if name]
    others = [name for name in sorted(named) if slugs.get(name) not in choice.states]
    stages = [name for name in STAGES if label_of(name) in _text(row, "status").split(", ")]
    return Found(
        thing=graph.link(thing, _text(row, "name")),
        kinds=_text(row, "kinds").capitalize(),
        stages=tuple(Stage(name, stage_words(name), STAGES[name]) for name in stages),
        when=" – ".join(
            dict.fromkeys(date_words(day) for by in ("from", "to") if (day := _text(row, by)))
        ),
        states=tuple(
            Link(name, f"page/{slugs[name]}" if name in slugs else None) for name in others[:3]
        ),
        more_states=max(0, len(others) - 3),
        articles=_number(row, "articles"),
        facts=_number(row, "facts"),
    )


def _asked(graph: Graph, query: str) -> list[Row]:
    found = graph.store.query(query)
    assert isinstance(found, QuerySolutions)  # noqa: S101 (a SELECT gives nothing else)
    names = [variable.value for variable in found.variables]
    return [{name: solution[name] for name in names} for solution in found]


def _text(row: Row, name: str) -> str:
    term = row.get(name)
    return term.value if term is not None else ""


def _number(row: Row, name: str) -> int:
    return int(_text(row, name) or 0)
