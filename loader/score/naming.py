"""The things of a reading as entities: flat type, name, and the words that name them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from functools import cache

from ..claims import Mentioned, Passage, Reading, Ref, Thing
from ..frames import is_kind
from ..reference import Reference, load_reference
from ..reference.model import Row
from .headings import with_headings
from .literals import words as words_of
from .model import Entity, Mention
from .types import is_named_class, type_of

_LEAD = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Oo]ur|[Yy]our|[Mm]y|[Tt]his|[Tt]hat|"
    r"[Tt]hese|[Tt]hose|[Bb]oth)\s+)+(?!Majesty|Excellency)"
)
_NAME = re.compile(r"(?!(?:He|She|It|They|We|You|I|Who|Which|Both)\b)(?:.*[A-Z0-9])", re.DOTALL)
_INITIALS = re.compile(r"(?:\b[A-Z]\.\s?)+$")
#: Classes of things that people describe by their state.
_DESCRIBED = ("Company", "ArmedForce", "Vessel", "Exercise")
_HULL = re.compile(r"\s\([A-Z]{1,5}[- ]?\d{1,4}\)")
_CLASS = re.compile(r"^(.*?(?:[- ]class|-variant))\b", re.IGNORECASE)
_NOBODY = r"(?!ers?\b|ees?\b|ors?\b)"
#: How the words begin that tell of a thing without a name, by its class.
STEMS = {
    "TrainingProgramme": rf"(?:train|teach|coach|instruct|mentor){_NOBODY}|taught|upskill|graduat"
    r"|school(?:ed|ing)",
    "Deployment": "deploy|depart|sail|sent|send|station|dispatch",
    "Exercise": "exercis|drill|train|manoeuvr|maneuver",
    "Operation": "operat|mission|patrol|campaign",
    "Agreement": "agree|contract|deal|pact|treaty|accord|memorand|partnership|order",
}
_ITEM = re.compile(r"http://www\.wikidata\.org/entity/(Q\d+)")


def entities_of(
    reading: Reading,
    text: str,
    fillers: Iterable[str],
    reference: Reference,
    passed: Collection[str] = (),
) -> dict[str, Entity]:
    """Give the entities that the text names or a fact needs, by slug.

    A thing counts as named by words with a capital or a digit after the article: "the ship" and
    other words that only refer back to it are no mentions. What has no name of its own, such as a
    deployment, has the words that describe it.

    Args:
        reading: The reading.
        text: The article's raw text.
        fillers: Slugs of the things that facts are about.
        reference: Where the links come from.
        passed: Slugs to leave out: forces that only their people stand for.
    """
    needed = set(fillers)
    made: dict[str, Entity] = {}
    for slug, thing in sorted(reading.things.items()):
        flat = type_of(thing)
        if flat is None or slug in passed:
            continue
        found = tuple(dict.fromkeys(_mentions(reading, text, thing)))
        if slug in needed or (found and _is_name(thing, flat)):
            link = _item(reference, slug)
            made[slug] = Entity(slug, name_of(thing, flat), flat, found, link, thing.names)
    return with_headings(made, reading.passages, text)


def _is_name(thing: Thing, flat: str) -> bool:
    return thing.named and (flat != "VesselClass" or is_named_class(thing))


def name_of(thing: Thing, flat: str) -> str:
    """Give its label; of a class of vessels the part that names the class."""
    match = _CLASS.match(thing.label) if flat == "VesselClass" else None
    return match[1] if match else thing.label


def _mentions(reading: Reading, text: str, thing: Thing) -> Iterator[Mention]:
    given = [_trimmed(one, text, thing) for one in reading.mentions if one.thing == thing.slug]
    kept = [one for one in given if one.text and _is_said(one.text, thing)]
    kept = kept or list(_by_label(reading.passages, text, thing))
    if is_kind(thing.types, ("Asset", "AssetType", "State")):
        kept = _innermost(kept)
    yield from sorted(kept or _by_stem(reading, text, thing))


def _is_said(words: str, thing: Thing) -> bool:
    """Tell whether words name a thing: by a capital or digit, or as its own name begins.

    "A Croatian company" and "Danish divers" name a state only.
    """
    own = thing.label.lower().startswith(f"{words.lower()} ") and "GovernmentBody" in thing.types
    if not thing.named or own:
        return True
    if is_kind(thing.types, _DESCRIBED) and words.split()[-1].lower() not in thing.label.lower():
        words = _states().sub("", words)
    return _NAME.match(words) is not None


@cache
def _states() -> re.Pattern[str]:
    """Give a pattern for the names and adjectives of all states."""
    states = load_reference().states.values()
    forms = {form for row in states for form in (row.label, *row.aliases, *row.demonyms)}
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(forms, key=len, reverse=True)))})\b")


def _innermost(given: list[Mention]) -> list[Mention]:
    """Leave out a description that holds the name: "eight X missiles" where "X" is noted too."""
    return [one for one in given if not any(o != one and _holds(one, o) for o in given)]


def _holds(one: Mention, other: Mention) -> bool:
    """Tell whether a mention is another one and words in lower case around it."""
    if not one.start <= other.start <= other.end <= one.end:
        return False
    rest = one.text[: other.start - one.start] + " " + one.text[other.end - one.start :]
    return rest[1:] == rest[1:].lower() and any(
        len(word) > 2 and word.isalpha() for word in rest.split()
    )


def _trimmed(one: Mentioned, text: str, thing: Thing) -> Mention:
    """Leave out an article, a person's rank, the kind after a class; take in a hull number."""
    words = text[one.start : one.end]
    lead = _LEAD.match(words)
    skip = lead.end() if lead else 0
    if "Person" in thing.types:
        own = [words.lower().find(word) for word in thing.label.lower().split()]
        whole = words.find(thing.label)
        skip = whole if whole >= 0 else min((at for at in own if at >= 0), default=skip)
        initials = _INITIALS.search(words[:skip])
        skip = initials.start() if initials else skip
        if whole >= 0:
            words = words[: whole + len(thing.label)]
    start, end = one.start + skip, one.start + len(words)
    hull = _HULL.match(text, end) if "Vessel" in thing.types else None
    named = _CLASS.match(text[start:end]) if type_of(thing) == "VesselClass" else None
    end = hull.end() if hull else start + named.end() if named else end
    return Mention(start, end, text[start:end])


def _by_label(passages: Iterable[Passage], text: str, thing: Thing) -> Iterator[Mention]:
    """Find the label itself in the passages, for a thing that no mention refers to."""
    name = name_of(thing, type_of(thing) or "")
    pattern = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)", re.IGNORECASE)
    for passage in passages:
        for match in pattern.finditer(text, passage.start, passage.end):
            yield Mention(match.start(), match.end(), match[0])


def _by_stem(reading: Reading, text: str, thing: Thing) -> Iterator[Mention]:
    """Find the word of a passage that an event or agreement without a name was read from."""
    stems = next((s for kind, s in STEMS.items() if is_kind(thing.types, (kind,))), None)
    if thing.named or stems is None:
        return
    ref = Ref(thing.slug)
    for claim in reading.claims:
        if any(ref in (one.subject, one.object) for one in claim.statements):
            passage = reading.passages[claim.passage]
            match = re.compile(rf"\b(?:{stems})\w*", re.I).search(text, passage.start, passage.end)
            if match:
                yield Mention(match.start(), match.end(), match[0])


def _item(reference: Reference, slug: str) -> str:
    row = reference.rows.get(slug) if slug else None
    links = row.links if row else ()
    return next((m[1] for one in links if (m := _ITEM.fullmatch(one.iri))), "")


def words_for(reading: Reading, text: str, slug: str, passage: int) -> str:
    """Give the words that the passage has for a thing, else its label."""
    thing = reading.things.get(slug)
    for one in reading.mentions:
        if one.thing == slug and one.passage == passage:
            said = text[one.start : one.end]
            if thing is None or "Post" not in thing.types:
                return said
            if words_of(said) & words_of(thing.label):
                return said
    if thing is None:
        return slug
    titles = [name for name in thing.names if thing.label.startswith(name)]
    return titles[0] if "Post" in thing.types and titles else thing.label


def without_state(office: str, state: Row | None) -> str:
    """Leave the state out of the words for an office; None for what is no state's.

    >>> fiji = Row("fiji", ("State",), "Fiji", demonyms=("Fijian",))
    >>> without_state("Fijian Prime Minister", fiji)
    'Prime Minister'
    >>> without_state("East Fijian envoy", Row("ef", ("State",), "East Fiji", demonyms=("Fijian",)))
    'envoy'
    """
    if state is None:
        return office
    parts = state.label.rpartition(" ")[0]
    longer = [f"{parts} {demonym}" for demonym in state.demonyms] if parts else []
    names = (*longer, state.label, *state.aliases, *state.demonyms)
    forms = "|".join(re.escape(name) for name in names)
    before = rf"^(?:the )?(?:{forms})(?:['’]s?)?\s+"
    after = rf",? (?:of|for) (?:the )?(?:{forms})$"
    return re.sub(after, "", re.sub(before, "", office, count=1), count=1) or office
