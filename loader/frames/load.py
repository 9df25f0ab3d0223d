"""Reading frames from TOML, with every mistake named by file and frame."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ..errors import DataError
from .classes import known_terms
from .model import Example, Frame, Pattern, Slot

_SPECIAL = ("$stage", "$text")
_TUPLES = ("verbs", "nouns", "classes", "modifiers", "objects", "subjects", "follows", "phrases",
           "forms", "unless", "any", "shuns", "behind")  # fmt: skip
_PLAIN = ("description", "makes", "labels", "each", "dated", "date", "figure", "counted", "extent",
          "late", "alone", "refines", "durative", "affirmative", "only", "status", "passive",
          "until", "confidence", "intransitive", "bare", "denies")  # fmt: skip
_KEYS = {*_TUPLES, *_PLAIN, "slots", "states", "yes", "no"}


@cache
def load_frames() -> tuple[Frame, ...]:
    """Read all frames, sorted by id.

    Raises:
        DataError: When a file is not TOML, has an unknown key, or names an unknown class,
            property, concept or slot.
    """
    return read_frames(_texts())


def read_frames(texts: Iterable[tuple[str, str]]) -> tuple[Frame, ...]:
    """Read frames from ``(file name, TOML text)`` pairs, sorted by id.

    Raises:
        DataError: As ``load_frames``.
    """
    found: dict[str, Frame] = {}
    for name, text in texts:
        for frame_id, data in _parse(name, text).items():
            if frame_id in found:
                raise DataError(name, f"frame {frame_id!r} is defined twice; rename one")
            found[frame_id] = _frame(f"{name}: frame {frame_id!r}", frame_id, data)
    return tuple(found[frame_id] for frame_id in sorted(found))


def _texts() -> Iterator[tuple[str, str]]:
    """Give the packaged files of frames."""
    folder = files(__package__)
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    for name in names:
        yield name, folder.joinpath(name).read_text("utf-8")


def _parse(name: str, text: str) -> dict[str, dict[str, Any]]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataError(name, f"not TOML: {error}") from error


def _frame(place: str, frame_id: str, data: Mapping[str, Any]) -> Frame:
    if unknown := set(data) - _KEYS:
        raise DataError(place, f"unknown key {sorted(unknown)}; known are {sorted(_KEYS)}")
    slots = tuple(_slot(place, name, spec) for name, spec in data.get("slots", {}).items())
    made = set(data.get("makes", {}))
    patterns = tuple(
        _pattern(place, text, {slot.name for slot in slots} | made)
        for text in data.get("states", ())
    )
    _known(place, (kind.removesuffix("!") for kind in data.get("makes", {}).values()))
    _known(place, data.get("refines", {}).values())
    fields: dict[str, Any] = {key: tuple(data[key]) for key in _TUPLES if key in data}
    fields |= {key: data[key] for key in _PLAIN if key in data}
    return Frame(
        id=frame_id,
        slots=slots,
        states=patterns,
        yes=tuple(Example(text, tuple(states)) for text, *states in data.get("yes", ())),
        no=tuple(Example(text) for text in data.get("no", ())),
        **fields,
    )


def _slot(place: str, name: str, spec: Mapping[str, Any]) -> Slot:
    _known(place, spec["types"])
    return Slot(
        name=name,
        types=tuple(spec["types"]),
        verb=tuple(spec.get("verb", ())),
        noun=tuple(spec.get("noun", ())),
        required=spec.get("required", False),
        shared=spec.get("shared", False),
        collect=spec.get("collect", False),
        sole=spec.get("sole", False),
        lacking=spec.get("lacking", ""),
        least=spec.get("least", 1),
    )


def _pattern(place: str, text: str, names: set[str]) -> Pattern:
    words = text.split()
    if len(words) != 3:
        raise DataError(place, f"{text!r} is no statement; write subject, property and object")
    subject, predicate, obj = words
    for name in (subject, obj):
        if name not in names and name not in _SPECIAL and not name.startswith(":"):
            raise DataError(place, f"{name!r} in {text!r} is no slot and nothing made")
    _known(place, [predicate, *([obj[1:]] if obj.startswith(":") else [])])
    return Pattern(subject, predicate, obj)


def _known(place: str, names: Any) -> None:
    for name in names:
        if name not in known_terms():
            raise DataError(place, f"{name!r} is no term of the ontology")
