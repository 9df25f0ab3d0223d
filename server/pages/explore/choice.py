"""What a reader chose at ``/explore``: read from the address, checked, and written back."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from urllib.parse import urlencode

from ontology import NAMESPACE as ENT
from ontology.curies import term
from ontology.iris import is_slug
from ontology.vocabulary import load_vocabulary

from ..labels import label_of
from ..words import STAGES

NOT_THINGS = frozenset(
    ("Article", "Claim", "Mention", "Passage", "Quotation", "Participation", "Tenure", "Figure")
)
MODALITIES = ("Asserted", "Quoted", "Denied")
GROUPS = ("Real", "Intended")
SORTS = ("name", "kind", "status", "date", "articles", "facts")
MOST_STATES, LONGEST = 3, 200
_YEAR, _PAGE = re.compile(r"[12][0-9]{3}"), re.compile(r"[1-9][0-9]{0,5}")


class ChoiceError(ValueError):
    """An address asks for what there is none of; says what is known."""

    def __init__(self, detail: str, hint: str) -> None:
        super().__init__(detail)
        self.detail, self.hint = detail, hint


@cache
def tree() -> dict[str, tuple[str, ...]]:
    """Give the classes of things with the classes straight above each, by local name."""
    classes, above = set[str](), dict[str, list[str]]()
    for triple in load_vocabulary().descriptions:
        subject, value = (getattr(one, "value", "") for one in (triple.subject, triple.object))
        name = subject.removeprefix(ENT)
        if triple.predicate == term("rdf:type") and value == term("owl:Class").value:
            classes.add(name)
        elif triple.predicate == term("rdfs:subClassOf"):
            above.setdefault(name, []).append(value.removeprefix(ENT))
    kept = sorted(name for name in classes - NOT_THINGS if ":" not in name)
    return {name: tuple(above.get(name, ())) for name in kept}


KINDS = tuple(tree())
ROOTS = tuple(name for name, above in tree().items() if not above)
ACTIVITIES = ("Activity", *(name for name, above in tree().items() if "Activity" in above))


@dataclass(frozen=True, slots=True)
class Choice:
    """A view of the data: facets, order and page; empty text means no choice.

    Attributes:
        kind: Class, local name.
        states: Slugs of states that all have to do with the thing.
        activity: Class of activity that it is, or has a part in.
        status: Stage, or Real or Intended.
        year: Year of one of its dates.
        source: Publisher of an article that states something of it.
        modality: How something is stated of it.
        sort: Column to sort by; with a minus from the greatest down. Empty: the usual order.
        page: From 1.
    """

    kind: str = ""
    states: tuple[str, ...] = ()
    activity: str = ""
    status: str = ""
    year: str = ""
    source: str = ""
    modality: str = ""
    sort: str = ""
    page: int = 1

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """Name and value of each facet chosen, in the order of the form."""
        plain = [("class", self.kind), *(("state", slug) for slug in self.states)]
        plain += [("activity", self.activity), ("status", self.status), ("year", self.year)]
        plain += [("source", self.source), ("modality", self.modality)]
        return [(name, value) for name, value in plain if value]

    @property
    def address(self) -> str:
        """Its address, relative to the site's root; the same for the same choice."""
        more = [("sort", self.sort)] if self.sort else []
        more += [("page", str(self.page))] if self.page > 1 else []
        text = urlencode([*self.pairs, *more])
        return f"explore?{text}" if text else "explore"

    def without(self, name: str, value: str = "") -> Choice:
        """Drop one facet, or one of the states; goes back to the first page."""
        if name == "state":
            kept = tuple(slug for slug in self.states if slug != value) if value else ()
            return replace(self, states=kept, page=1)
        return self.having(name, "")

    def having(self, name: str, value: str) -> Choice:
        """Choose a value of a facet; goes to the first page."""
        if name == "state":
            return replace(self, states=(*self.states, value), page=1)
        field = "kind" if name == "class" else name
        return replace(self, page=1, **{field: value})  # type: ignore[arg-type]


def read_choice(asked: Mapping[str, Sequence[str]]) -> Choice:
    """Read a choice from the parameters of an address; those of other names count for nothing.

    Raises:
        ChoiceError: When a value is none that there could be; slugs of states are looked up later.
    """
    given = {name: [one for one in values if one] for name, values in asked.items()}
    one = {name: values[0] for name, values in given.items() if values}
    states = tuple(dict.fromkeys(given.get("state", ())))
    for slug in states:
        _hold("state", slug, is_slug(slug), "A state is named as in its address: state=norway.")
    if len(states) > MOST_STATES:
        raise ChoiceError(f"{len(states)} states are chosen.", f"At most {MOST_STATES} can be.")
    source = one.get("source", "")
    _hold("source", source, len(source) <= LONGEST, "A source is named by its publisher.")
    year, page = one.get("year", ""), one.get("page", "1")
    _hold("year", year, not year or _YEAR.fullmatch(year), "A year has four digits: year=2025.")
    _hold("page", page, _PAGE.fullmatch(page), "A page is a whole number from 1.")
    choose: Callable[[str, Sequence[str]], str] = lambda name, known: _known(one, name, known)  # noqa: E731
    return Choice(
        kind=choose("class", KINDS),
        states=states,
        activity=choose("activity", ACTIVITIES),
        status=choose("status", (*GROUPS, *STAGES)),
        year=year,
        source=source,
        modality=choose("modality", MODALITIES),
        sort=choose("sort", [sign + name for name in SORTS for sign in ("", "-")]),
        page=int(page),
    )


def _hold(name: str, value: str, is_held: object, hint: str) -> None:
    if not is_held:
        raise ChoiceError(f"{name} is {value[:60]!r}.", hint)


def _known(given: Mapping[str, str], name: str, known: Sequence[str]) -> str:
    value = given.get(name, "")
    _hold(name, value, not value or value in known, f"{name} is one of: {', '.join(known)}.")
    return value


def words_of(name: str, value: str) -> str:
    """Say a chosen value as readers know it; a state's slug and a source stay as they are."""
    if name in ("class", "activity", "modality") or value in GROUPS:
        return label_of(value)
    return value
