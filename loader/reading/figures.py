"""Figures: a number reported about something, kept as reported."""

from __future__ import annotations

from collections.abc import Iterator

from ..claims import Code, Literal
from ..frames import Frame
from ..quantities import Quantity
from ..syntax import NounGroup
from .discourse import Discourse
from .drafts import Filling, Stated, dates
from .entities import Entity
from .labels import label_of
from .nouns import load_nouns
from .positions import Site
from .sites import times_of
from .status import INTENDED, Stage
from .strength import are_nationals, is_strong

_INTENDED = {"Personnel": "PersonnelIntended", "PersonnelTrained": "PersonnelToTrain"}
_EXTENT = ("duration", "length", "entirety", "portion", "phase", "leg", "stage", "half", "part")


def measured(
    frame: Frame, site: Site, part: Filling, stage: Stage, discourse: Discourse
) -> list[Stated]:
    """State the figure of a frame, where a number stands in its slot, and the extent of a part.

    What is only intended has no figure of what was done, but one of what is meant to be.
    """
    stated: list[Stated] = []
    spec = frame.figure or {}
    for group, quantity, measure in _counted(frame, site, stage):
        for of in part.get(spec["of"], ())[:1]:
            start = discourse.scene.start(group)
            found = figure(quantity, of, measure, start, discourse.scene.index)
            stated += found
            for when in times_of(site) if not frame.dated else ():
                stated += dates(found[0][0], when)[:1]
    for entity in part.get(frame.extent, ()):
        for groups in site.fillers("object"):
            stated += [
                (entity, "extent", Literal(" ".join((*g.words, g.lemma))))
                for g in groups
                if g.lemma in _EXTENT
            ]
    return stated


def is_counted(frame: Frame, site: Site, stage: Stage) -> bool:
    """Tell whether the frame has a figure to state."""
    return next(_counted(frame, site, stage), None) is not None


def _counted(frame: Frame, site: Site, stage: Stage) -> Iterator[tuple[NounGroup, Quantity, str]]:
    """Give the groups of a frame's slot that count what it counts, with number and measure."""
    spec = frame.figure or {}
    for group in _groups(frame, spec.get("in", ""), site):
        quantity = group.quantity
        wants_money = spec["measure"] in ("ContractValue", "Expenditure")
        measure = spec["measure"] if wants_money else _measure(spec["measure"], stage)
        if quantity is None or not measure or not _fits(quantity, money=wants_money):
            continue
        if not measure.startswith("Personnel") or _are_people(group):
            yield group, quantity, measure


def _measure(measure: str, stage: Stage) -> str:
    """Give the measure, or that of the intention; none where nothing is intended but called off."""
    if stage.status not in INTENDED:
        return measure
    return "" if stage.status == "Cancelled" else _INTENDED.get(measure, "")


def _are_people(group: NounGroup) -> bool:
    """Tell whether people are counted: "300 sailors", or a number alone, but not "12 ships"."""
    if "other" in group.words:
        return False
    counted = not group.lemma or load_nouns().is_person(group.lemma) or is_strong(group)
    return counted or are_nationals(group)


def _fits(quantity: Quantity, *, money: bool) -> bool:
    """Tell whether a number is money, or a plain count: "40 km" is neither."""
    return quantity.is_money if money else quantity.unit is None and not quantity.is_money


def _groups(frame: Frame, slot_name: str, site: Site) -> Iterator[NounGroup]:
    slot = next((slot for slot in frame.slots if slot.name == slot_name), None)
    if slot is None:
        return
    positions = slot.noun if hasattr(site, "group") else slot.verb
    for position in positions:
        head, _, preposition = position.partition(".")
        for groups in site.fillers(head):
            for group in groups:
                yield from _behind(site, group, preposition) if preposition else (group,)


def _behind(site: Site, group: NounGroup, preposition: str) -> Iterator[NounGroup]:
    """Give the groups of "a team of 12 instructors" behind its preposition."""
    for phrase in site.parse.after.get((group.first, group.last), ()):
        if phrase.preposition == preposition:
            yield from phrase.groups


def figure(quantity: Quantity, of: Entity, measure: str, start: int, sentence: int) -> list[Stated]:
    """State a figure: what it is of, its measure, value, bound and unit.

    Args:
        quantity: The number as found; of a range the lower end is stated, with the bound.
        of: What it is about.
        measure: Local name of a measure.
        start: Clean offset of the number, which tells the figure from others.
        sentence: Index of the sentence.
    """
    entity = Entity(types={"Figure"}, start=start, seen=sentence)
    entity.label = _label(quantity, of)
    stated: list[Stated] = [
        (entity, "figureOf", of),
        (entity, "measure", Code(measure)),
        (entity, "value", Literal(f"{quantity.value:f}", "decimal")),
        (entity, "bound", Code(quantity.bound)),
    ]
    if quantity.unit is not None:
        stated.append((entity, "unit", Literal(quantity.unit)))
    return stated


def _label(quantity: Quantity, of: Entity) -> str:
    bound = {"MoreThan": "more than ", "About": "about ", "UpTo": "up to ", "AtLeast": "at least "}
    number = f"{quantity.value:,f}"
    unit = f" {quantity.unit}" if quantity.unit else ""
    name = label_of(of)
    words = f"{bound.get(quantity.bound, '')}{number}{unit}"
    return f"{words[0].upper()}{words[1:]}" + (f" ({name})" if name else "")
