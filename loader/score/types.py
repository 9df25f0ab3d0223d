"""The flat types of things: State, Alliance, Coalition and so on, by class and by label."""

from __future__ import annotations

import re

from ..claims import Thing
from ..frames import is_kind

#: Flat types by ontology class, the more specific first.
TYPES = {
    "State": "State",
    "ArmedForce": "ArmedForce",
    "MilitaryFormation": "Unit",
    "Company": "Company",
    "Alliance": "Alliance",
    "Organisation": "Organisation",
    "Person": "Person",
    "Agreement": "Agreement",
    "Exercise": "Exercise",
    "Deployment": "Deployment",
    "Operation": "Operation",
    "TrainingProgramme": "Operation",
    "Facility": "Place",
    "Vessel": "Vessel",
    "VesselType": "VesselClass",
    "Aircraft": "AircraftType",
    "AircraftType": "AircraftType",
    "UncrewedSystem": "UncrewedSystem",
    "UncrewedSystemType": "UncrewedSystem",
    "WeaponType": "WeaponSystem",
    "AssetType": "WeaponSystem",
    "Asset": "Infrastructure",
    "Place": "Place",
}
#: What the label of a thing tells where its class does not: flat type, words, narrower type.
NARROWER = (
    ("Alliance", r"coalition", "Coalition"),
    ("WeaponSystem", r"[- ]class\b|-variant\b", "VesselClass"),
    ("WeaponSystem", r"\bdrones?\b|un(?:crew|mann)ed|\bU[AS][VS]s?\b", "UncrewedSystem"),
    ("WeaponSystem", r"\b(?:aircraft|helicopters?|jets?|fighters?)$", "AircraftType"),
    (
        "Place",
        r"\b(?:sea|ocean|gulf|strait|channel|region|area|areas|theat(?:er|re)|flank|arctic|"
        r"antarctica?|lake|gap|line|desert|steppe|plateau|peninsula|basin|delta|pacific|atlantic|mediterranean|balkans?|sahel|levant|baltics?|caucasus|"
        r"(?:middle|far|near) east|high north|indo-pacific|europe|asia|africa|"
        r"(?:north|south|latin|central) america|border)\b",
        "Region",
    ),
)
#: Flat types between which gold files choose differently: a base is Infrastructure or a Place.
ALIKE = {"Infrastructure": "Place"}
_NAMED = re.compile(r"class\b|\d| [A-Z]")


def type_of(thing: Thing) -> str | None:
    """Give the flat type of a thing, None for what the list has no type for, such as a visit."""
    for kind, flat in TYPES.items():
        if is_kind(thing.types, (kind,)):
            return _narrowed(flat, thing.label)
    return None


def _narrowed(flat: str, label: str) -> str:
    for wide, words, narrow in NARROWER:
        if flat == wide and re.search(words, label, re.IGNORECASE):
            return narrow
    return flat


def is_named_class(thing: Thing) -> bool:
    """Tell whether it is a class of vessels with a name, not a kind such as "frigate"."""
    return type_of(thing) == "VesselClass" and bool(_NAMED.search(thing.label))
