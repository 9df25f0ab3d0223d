"""The datasets that are linked to: what their addresses look like, and which things they are of."""

from __future__ import annotations

import re
from dataclasses import dataclass

AGENTS = frozenset(
    ["Alliance", "ArmedForce", "Company", "GovernmentBody", "MilitaryFormation", "Organisation"]
)
PLACES = frozenset(("State", "Place", "Facility"))
EVERYTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Register:
    """A dataset.

    Attributes:
        name: What it is called.
        begin: What its addresses begin with.
        form: A whole address.
        kinds: Classes of the things that it is of; empty for any.
    """

    name: str
    begin: str
    form: re.Pattern[str]
    kinds: frozenset[str] = EVERYTHING


def _register(name: str, begin: str, rest: str, kinds: frozenset[str] = EVERYTHING) -> Register:
    return Register(name, begin, re.compile(re.escape(begin) + rest), kinds)


REGISTERS = (
    _register("Wikidata", "http://www.wikidata.org/entity/", r"Q[1-9]\d*"),
    _register("DBpedia", "http://dbpedia.org/resource/", r"[^\s<>\"{}|\\^`#?]+"),
    _register("GeoNames", "https://sws.geonames.org/", r"[1-9]\d*/", PLACES),
    _register(
        "EU country",
        "http://publications.europa.eu/resource/authority/country/",
        r"[A-Z]{3}|1A0",
        frozenset(("State",)),
    ),
    _register("ROR", "https://ror.org/", r"0[a-hj-km-np-tv-z0-9]{6}\d\d", AGENTS),
)


def register_of(iri: str) -> Register | None:
    """Give the register that an address is of, or None."""
    return next((one for one in REGISTERS if iri.startswith(one.begin)), None)
