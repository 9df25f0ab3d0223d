"""The packaged tables of states and entities, read and checked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from ontology.iris import slugify

from ..errors import DataError
from .model import Code, Link, Reference, Row
from .table import Record, checked_slug, read_records

FOLDER = Path(__file__).parent
CLASSES = (
    "Agreement Alliance ArmedForce AssetType Aircraft AircraftType VesselType WeaponType "
    "UncrewedSystemType Company Conflict DefenceAgreement Deployment "
    "Exercise Facility GovernmentBody MilitaryFormation Operation Organisation Person Place Policy "
    "Post TradeAgreement TrainingProgramme UncrewedSystem Vessel"
)
MATCHES = frozenset(("owl:sameAs", "skos:exactMatch", "skos:closeMatch"))
WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"
EU_COUNTRY = "http://publications.europa.eu/resource/authority/country/"
SCHEMES = (
    ("iso2", "IsoAlpha2"),
    ("iso3", "IsoAlpha3"),
    ("iso_numeric", "IsoNumeric"),
    ("cow", "CowNumber"),
    ("cow_abbr", "CowAbbreviation"),
)
STATE_COLUMNS = (
    "slug label official_name aliases iso2 iso3 iso_numeric cow cow_abbr wikidata wikidata_match "
    "dbpedia dbpedia_match geonames eu_country demonyms nationals latitude longitude un_member "
    "capital capital_wikidata capital_geonames capital_latitude capital_longitude "
    "wikidata_evidence dbpedia_evidence capital_wikidata_evidence capital_geonames_evidence "
    "source licence note"
)
ENTITY_COLUMNS = (
    "slug type label aliases state holds wikidata wikidata_match dbpedia dbpedia_match geonames "
    "ror evidence confidence licence note"
)


@cache
def load_reference(folder: Path = FOLDER) -> Reference:
    """Read ``states.csv`` and ``entities.csv``.

    A state's capital becomes a row of its own, unless a state or an entity has that name already.

    Raises:
        DataError: When a table is not well formed (unknown class, state or office; a slug twice;
            one name for two rows of the same class).
    """
    seen: dict[str, str] = {}
    records = tuple(read_records(folder / "states.csv", STATE_COLUMNS))
    states = {row.slug: row for row in (_state(record, seen) for record in records)}
    entities = {
        row.slug: row
        for record in read_records(folder / "entities.csv", ENTITY_COLUMNS)
        for row in [_entity(record, seen, states)]
    }
    _check_offices(entities, seen)
    _check_names(entities.values(), seen)
    capitals = {row.slug: row for row in _capitals(records) if row.slug not in seen}
    return Reference(states, {**entities, **capitals})


def _state(record: Record, seen: dict[str, str]) -> Row:
    names = (record["official_name"], *record.list("aliases"))
    return Row(
        slug=checked_slug(record, seen),
        types=("State",),
        label=_label(record),
        aliases=tuple(name for name in dict.fromkeys(names) if name not in ("", record["label"])),
        demonyms=record.list("demonyms"),
        nationals=record.list("nationals"),
        capital=record["capital"] or None,
        codes=tuple(Code(scheme, record[name]) for name, scheme in SCHEMES if record[name]),
        links=tuple(sorted((*_encyclopaedias(record), *_territory(record)))),
        position=_position(record, ""),
        un_member=_yes(record, "un_member"),
    )


def _entity(record: Record, seen: dict[str, str], states: dict[str, Row]) -> Row:
    if record["type"] not in CLASSES.split():
        reason = f"type {record['type']!r} is none of: {CLASSES}"
        raise DataError(record.place, reason)
    if record["state"] and record["state"] not in states:
        raise DataError(record.place, f"state {record['state']!r} is no slug of states.csv")
    return Row(
        slug=checked_slug(record, seen),
        types=(record["type"],),
        label=_label(record),
        aliases=record.list("aliases"),
        state=record["state"] or None,
        holds=record["holds"] or None,
        links=tuple(sorted((*_encyclopaedias(record), *_registers(record)))),
    )


def _label(record: Record) -> str:
    if not record["label"]:
        raise DataError(record.place, "the label is empty; give the English name")
    return record["label"]


def _encyclopaedias(record: Record) -> Iterator[Link]:
    addresses = {"wikidata": f"{WIKIDATA}{record['wikidata']}", "dbpedia": record["dbpedia"]}
    for name, iri in addresses.items():
        if record[name]:
            yield Link(_match(record, f"{name}_match"), iri, _evidence(record, name))


def _evidence(record: Record, name: str) -> str:
    if f"{name}_evidence" in record.cells:
        return record[f"{name}_evidence"]
    return f"{record['confidence']}: {record['evidence']}"


def _match(record: Record, column: str) -> str:
    if record[column] not in MATCHES:
        reason = f"{column} {record[column]!r} is none of: {', '.join(sorted(MATCHES))}"
        raise DataError(record.place, reason)
    return record[column]


def _territory(record: Record) -> Iterator[Link]:
    if record["geonames"]:
        iri = f"{GEONAMES}{record['geonames']}/"
        yield Link("skos:exactMatch", iri, "country-codes (GeoNames, CC-BY 4.0): the territory")
    if record["eu_country"]:
        iri = EU_COUNTRY + record["eu_country"]
        yield Link("skos:exactMatch", iri, "named by its ISO 3166-1 alpha-3 code")


def _registers(record: Record) -> Iterator[Link]:
    if record["geonames"]:
        iri = f"{GEONAMES}{record['geonames']}/"
        yield Link("skos:exactMatch", iri, f"{record['evidence']} (GeoNames, CC-BY 4.0)")
    if record["ror"]:
        yield Link("skos:exactMatch", record["ror"], f"{record['evidence']} (ROR, CC0)")


def _capitals(records: Iterable[Record]) -> Iterator[Row]:
    for record in records:
        if record["capital"]:
            yield Row(
                slug=slugify(record["capital"]),
                types=("Place",),
                label=record["capital"],
                state=record["slug"],
                links=tuple(sorted(_capital_links(record))),
                position=_position(record, "capital_"),
            )


def _capital_links(record: Record) -> Iterator[Link]:
    """Give the links of a capital; two sources make it the same, one only close."""
    for name, space, end, same in (
        ("capital_wikidata", WIKIDATA, "", "owl:sameAs"),
        ("capital_geonames", GEONAMES, "/", "skos:exactMatch"),
    ):
        if record[name]:
            evidence = record[f"{name}_evidence"]
            sure = evidence.startswith("verified-2")
            predicate = same if sure else "skos:closeMatch"
            yield Link(predicate, f"{space}{record[name]}{end}", f"{evidence}: Natural Earth")


def _position(record: Record, prefix: str) -> tuple[str, str] | None:
    position = record[f"{prefix}latitude"], record[f"{prefix}longitude"]
    if not all(position):
        return None
    try:
        inside = abs(float(position[0])) <= 90 and abs(float(position[1])) <= 180
    except ValueError:
        inside = False
    if not inside:
        reason = f"{position} is no position; give decimal degrees, latitude first"
        raise DataError(record.place, reason)
    return position


def _yes(record: Record, column: str) -> bool:
    if record[column] not in ("0", "1"):
        raise DataError(record.place, f"{column} {record[column]!r} is neither 0 nor 1")
    return record[column] == "1"


def _check_offices(entities: dict[str, Row], seen: dict[str, str]) -> None:
    for row in entities.values():
        if row.holds and (row.holds not in entities or entities[row.holds].types != ("Post",)):
            raise DataError(seen[row.slug], f"holds {row.holds!r}, which is no Post of this table")


def _check_names(rows: Iterable[Row], seen: dict[str, str]) -> None:
    """Refuse one name for two rows of a class: the linker could not choose."""
    owners: dict[tuple[str, str], str] = {}
    for row in rows:
        for name in (row.label, *row.aliases):
            owner = owners.setdefault((name.casefold(), row.types[0]), row.slug)
            if owner != row.slug:
                reason = f"name {name!r} belongs to {owner} ({seen[owner]}) too; keep it in one"
                raise DataError(seen[row.slug], reason)
