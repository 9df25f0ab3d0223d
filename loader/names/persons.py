"""Persons: a title and a name, a name beside an office, a name that says something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from ontology.iris import slugify

from ..claims import Thing
from ..text.brill_tables import is_known
from .introduced import Called, is_full, name_begin, name_end, titles_begin
from .kinds import load_kinds
from .lexicon import Lexicon
from .mint import known
from .model import Mention
from .opening import REGIONS, WIDE
from .patterns import load_patterns
from .roles import names_by_role
from .runs import titled
from .view import View, once

MINISTERS = frozenset(("Minister", "MINISTER", "Secretary", "President", "Premier", "Chancellor"))


def persons(
    view: View,
    offices: Sequence[Mention],
    surnames: Mapping[str, Thing | None],
    shown: Sequence[Called],
) -> Iterator[Mention]:
    """Yield the persons of a sentence that have the shape of a person's name.

    Args:
        view: The sentence.
        offices: Offices in it.
        surnames: Surname or given name with its title → the one person of the article whom it
            names, or None where it names two.
        shown: Names in it that their surroundings show to be persons'.
    """
    for called in (
        *_titled(view),
        *_ministers(view, offices),
        *_beside(view, offices),
        *shown,
        *_by_role(view),
    ):
        called = _given(view, called, offices)
        person = _person(view, called, surnames)
        if person:
            last = _past_letters(view, called.last)
            yield Mention(called.first, last, person, state=_state(view, person))
    yield from _by_surname(view, surnames)


def _given(view: View, called: Called, offices: Sequence[Mention]) -> Called:
    """Take "Gen" for the given name that it is beside a Japanese office: "Minister Gen X"."""
    at = called.name - 1
    one = view.text(at) == "Gen" and called.last == called.name + 1
    if one and any(office.last == at and office.state == "japan" for office in offices):
        return Called(at, at, called.last, sure=True)
    return called


def _past_letters(view: View, index: int) -> int:
    """Give where the letters behind a name end: "Ann Lee OBE MP"."""
    while view.text(index) in view.patterns.postnominals:
        index += 1
    return index


@once
def _titled(view: View) -> tuple[Called, ...]:
    """Give "Sir Ann Lee", "Rear Adm. Lee": the title that stands directly before counts."""
    titles = view.patterns.last_titles
    begins = [at for at, before in enumerate(view.texts[:-1], 1) if before in titles]
    ends = ((at, name_end(view, at)) for at in begins)
    return tuple(Called(titles_begin(view, at), at, end) for at, end in ends if end > at)


def _ministers(view: View, offices: Sequence[Mention]) -> Iterator[Called]:
    """Yield "Minister Lee", but not where an office ends so ("Prime Minister Lee")."""
    held = {office.last - 1 for office in offices}
    for index, before in enumerate(view.texts[:-1], 1):
        if before in MINISTERS and index - 1 not in held:
            end = name_end(view, index)
            if end > index:
                yield Called(index, index, end)


@once
def _by_role(view: View) -> tuple[Called, ...]:
    """Give the full names that a role beside them, or what they do, makes a person's."""
    found = names_by_role(view, _full_names(view))
    return tuple(Called(titles_begin(view, start), start, end) for start, end in found)


def _full_names(view: View) -> Iterator[tuple[int, int]]:
    """Yield where names of two words and more begin and end."""
    last = 0
    for index in view.capitals:
        end = name_end(view, index) if index >= last else last
        if end > last and is_full(view, index, end) and not view.is_name_word(end):
            yield index, end
        last = max(last, end)


def _beside(view: View, offices: Sequence[Mention]) -> Iterator[Called]:
    """Yield names right after an office, or set off by commas on either side of one."""
    for office in offices:
        comma = view.text(office.last) == ","
        start = office.last + comma
        while view.text(start) in view.patterns.titles:
            start += 1
        end = name_end(view, start)
        full = is_full(view, start, end)
        if end > start and (not comma or (full and _is_set_off(view, end))):
            yield Called(office.last + comma, start, end)
        yield from _before(view, office)


def _before(view: View, office: Mention) -> Iterator[Called]:
    """Yield the name of "Ann Lee, Chile's Defence Minister"."""
    at = office.first
    while view.text(at - 1) != "," and at > office.first - 4 and at > 0:
        at -= 1
    if view.text(at - 1) != ",":
        return
    start = name_begin(view, at - 1)
    placed = view.text(start - 1).lower() in ("at", "in", "on", "near", "outside")
    if not placed and is_full(view, start, at - 1) and name_end(view, start) == at - 1:
        yield Called(titles_begin(view, start), start, at - 1)


def _is_set_off(view: View, index: int) -> bool:
    return view.text(index) in (",", ".", "", "—", "–", ";", ")", "and", "who", "”")


def _person(view: View, called: Called, surnames: Mapping[str, Thing | None]) -> Thing | None:
    """Give the person whom the words name: known, of the article, or new with a full name."""
    text = view.words(called.name, called.last)
    if view.text(called.name) in REGIONS or view.text(called.last - 1) in WIDE:
        return None
    text = titled(text) if text.isupper() and (called.sure or len(text) > 3) else text
    words = text.split()
    if found := known(view.lexicon, text, "Person"):
        return found
    plain = [word for word in words if not (len(word) == 2 and word[1] == ".")]
    if found := known(view.lexicon, " ".join(plain), "Person"):
        return found
    if len(plain) == 1:
        return _single(view, called, plain[0], surnames)
    parts = text.replace("-", " ").lower().split()
    plainly = all(map(is_known, parts)) and not called.sure
    if plainly and (called.first == called.name or load_kinds().nouns.get(parts[-1]) == "Person"):
        return None
    try:
        return Thing(slugify(text), ("Person",), text)
    except ValueError:
        return None


def _single(
    view: View, called: Called, word: str, surnames: Mapping[str, Thing | None]
) -> Thing | None:
    """Resolve one word with a title or office: within the article, else by the reference data."""
    if word in surnames:
        return surnames[word]
    title = view.text(called.name - 1)
    if f"{title} {word}" in surnames:
        return surnames[f"{title} {word}"]
    if title in ("Sir", "Dame", "Lord", "Lady"):
        return None
    office = called.first == called.name
    people = reference_surnames(view.lexicon).get(word, ()) if office else ()
    if len(people) == 1:
        return people[0]
    return Thing(f"{view.article}-{slugify(word)}", ("Person",), word)


@lru_cache(maxsize=4)
def reference_surnames(lexicon: Lexicon) -> Mapping[str, tuple[Thing, ...]]:
    """Map surnames to the persons of the reference data."""
    found: dict[str, tuple[Thing, ...]] = {}
    for thing in lexicon.things.values():
        if thing.types == ("Person",) and thing.origin == "reference":
            surname = surname_of(thing.label, load_patterns().particles)
            found[surname] = (*found.get(surname, ()), thing)
    return found


def surname_of(label: str, particles: frozenset[str]) -> str:
    """Give the surname of a full name: its last word, with the particles before it.

    >>> surname_of("Ana de la Cruz", frozenset({"de", "la"})), surname_of("Ann Lee", frozenset())
    ('de la Cruz', 'Lee')
    """
    words = label.split()
    while words[-1] in ("Jr.", "Jr", "Sr.", "II", "III"):
        words.pop()
    start = len(words) - 1
    while start > 1 and words[start - 1] in particles:
        start -= 1
    return " ".join(words[start:])


def _by_surname(view: View, surnames: Mapping[str, Thing | None]) -> Iterator[Mention]:
    """Yield later mentions by surname alone, of persons whom the article names in full."""
    by_first: dict[str, dict[tuple[str, ...], Thing | None]] = {}
    for name, person in surnames.items():
        for words in {tuple(name.split()), tuple(name.replace("-", " - ").split())}:
            by_first.setdefault(words[0], {})[words] = person
    for index, text in enumerate(view.texts):
        for words, person in by_first.get(_plain_case(text), {}).items():
            last = index + len(words)
            if person and tuple(map(_plain_case, view.texts[index:last])) == words:
                first = _initials_begin(view, index, person)
                if _stands_alone(view, first, last):
                    yield Mention(first, last, person, state=_state(view, person))


def _plain_case(text: str) -> str:
    """Write a name that is all in capitals with one: "LEE" as "Lee"."""
    return text.capitalize() if len(text) > 2 and text.isupper() else text


def _initials_begin(view: View, index: int, person: Thing) -> int:
    """Give where the initials before a surname begin, if they are the person's: "A. Lee"."""
    first = index
    while len(view.text(first - 1)) == 2 and view.text(first - 1)[1] == ".":
        first -= 1
    initial = view.text(first)[:1]
    return first if first < index and person.label.startswith(initial) else index


def _stands_alone(view: View, first: int, last: int) -> bool:
    """Tell whether a surname is no part of another name."""
    before, after = view.text(first - 1), view.text(last)
    stranger = view.is_name_word(first - 1) and before not in view.patterns.titles
    longer = view.is_name_word(last) and after not in view.patterns.titles
    return not (stranger and view.name_at(first - 1) is None) and not longer


def _state(view: View, person: Thing) -> str | None:
    row = view.lexicon.rows.get(person.slug)
    return row.state if row else None
