"""Names that an article gives its things: surnames, acronyms in brackets, short forms."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from ..claims import Thing
from ..text.brill_tables import is_known
from .formations import formation_forms, same_formations
from .lexicon import Name
from .model import Mention
from .patterns import load_patterns
from .persons import surname_of
from .speakers import Heard
from .trie import Trie
from .view import View
from .words import atoms_of

BRANCHES = ("Armed Forces", "Defence Force", "Air Force", "Navy", "Army", "Marine Corps")
SOLE = ("Army", "Navy", "Air Force", "Marine Corps", "Coast Guard", "Space Force")
OWNED = ("State", "ArmedForce", "GovernmentBody", "Vessel", "MilitaryFormation")
SHORTENED = ("Vessel", "Operation", "Exercise")


Found = tuple[tuple[View, Mention], ...]
Owned = tuple[Thing, str | None]
Sharing = dict[str, dict[str, Owned]]


@dataclass(frozen=True, slots=True)
class Local:
    """What the first reading of an article taught.

    Attributes:
        names: Acronyms and short forms.
        surnames: Surname, or title and given name → the one person, None where there are two.
        states: Title of an office in lower case → the one state that the article gives it.
        holders: Slug of a person → the one state whose office the article gives them.
        heard: Who speaks or is addressed in it.
    """

    names: Trie[Name] = field(default_factory=Trie)
    surnames: Mapping[str, Thing | None] = field(default_factory=dict)
    states: Mapping[str, str] = field(default_factory=dict)
    holders: Mapping[str, str] = field(default_factory=dict)
    heard: Heard = field(default_factory=Heard)


def learn(pairs: Iterable[tuple[View, tuple[Mention, ...]]], heard: Heard) -> Local:
    """Learn from the mentions that were found at first."""
    read = tuple(pairs)
    found = tuple((view, mention) for view, mentions in read for mention in mentions)
    names: Trie[Name] = Trie()
    for text, things in _short_names(found).items():
        if meant := _meant(text, tuple(things.values())):
            atoms = atoms_of(text)
            thing, state = meant
            names.add([key for _, key in atoms], _name(tuple(t for t, _ in atoms), thing, state))
    for name in _sole_forces(read):
        names.add([key for _, key in atoms_of(" ".join(name.texts))], name)
    return Local(names, _surnames(found), _states(found), _holders(read), heard)


def _sole_forces(read: Iterable[tuple[View, tuple[Mention, ...]]]) -> Iterator[Name]:
    """Give the branches of the one state of an article, which are meant by their plain names."""
    views = tuple(read)
    states = {m.state for _, found in views for m in found if m.thing.types[0] in OWNED and m.state}
    if len(states) != 1 or not views:
        return
    lexicon, state = views[0][0].lexicon, next(iter(states))
    for branch in SOLE:
        thing = lexicon.force(state, branch)
        if thing.origin == "reference":
            yield Name(tuple(branch.split()), thing, "name", state, "alone")


def _meant(text: str, things: tuple[Owned, ...]) -> Owned | None:
    """Give the one thing that a name means: the firm or ship of that short name, if named whole."""
    if len(things) == 1:
        return things[0]
    types = {thing.types for thing, _ in things}
    longer = [one for one in things if one[0].label != text]
    placed = types - {one.types for one, _ in longer} == {("Place",)}
    whole = types == {("Company",)} or (placed and longer and longer[0][0].types == ("Vessel",))
    return longer[0] if len(longer) == 1 and whole else None


def _name(texts: tuple[str, ...], thing: Thing, state: str | None) -> Name:
    if " ".join(texts) in BRANCHES or _is_deal(" ".join(texts)):
        return Name(texts, thing, "name", state, "the")
    plain = len(texts) == 1 and not texts[0].isupper() and is_known(texts[0].lower())
    context = "inside" if plain else "alone" if len(texts) == 1 else ""
    return Name(texts, thing, "name", state, context)


def _short_names(found: Found) -> Sharing:
    shared: Sharing = {}
    same = same_formations(found)
    for view, given in found:
        if given.kind != "name":
            continue
        mention = replace(given, thing=same.get(given.thing.slug, given.thing))
        short = (_acronym(view, mention), _short_form(mention), *formation_forms(given.thing))
        for text in (*short, *_called(view, mention)):
            if text:
                things = shared.setdefault(text, {})
                key = f"{mention.thing.slug} {mention.thing.types[0]}"
                things[key] = (mention.thing, mention.state)
    return shared


def _called(view: View, mention: Mention) -> Iterator[str]:
    """Give the words of a name that no list holds, and a company's without what only tells that."""
    thing = mention.thing
    if thing.slug in view.lexicon.things or not thing.named:
        return
    if thing.types == ("Person",):
        if " " in thing.label:
            yield thing.label
        return
    words = view.words(mention.first, mention.last)
    if any(word[:1].isupper() and word not in view.patterns.generic for word in words.split()):
        yield words
    if thing.types == ("Company",):
        yield from short_firms(view, words)


def short_firms(view: View, words: str) -> Iterator[str]:
    """Give the short forms of a company's name: "Corvo Marine Ltd" is "Corvo Marine" and "Corvo".

    A first word that is plain English is no short form.
    """
    texts = words.split()
    while len(texts) > 1 and view.patterns.after.at(texts, len(texts) - 1):
        texts.pop()
    if len(texts) < len(words.split()) and not all(map(is_known, map(str.lower, texts))):
        yield " ".join(texts)
        if len(texts[0]) > 3 and texts[0].isalpha() and not is_known(texts[0].lower()):
            yield texts[0]


def _acronym(view: View, mention: Mention) -> str | None:
    """Give the acronym that stands in brackets right after a name."""
    at = mention.last
    text = view.text(at + 1)
    in_brackets = view.text(at) == "(" and view.text(at + 2) == ")"
    letters = text.replace("-", "")
    shaped = (
        letters.isalnum() and 2 <= len(letters) <= 10 and text[0].isupper() and text[1:2] != "."
    )
    made = shaped and sum(map(str.isupper, text)) > 1 and not any(map(str.isdigit, text[:1]))
    counted = view.patterns.before.at((text,), 0) is not None
    told = in_brackets and made and not counted
    return text if told and _is_made_of(text, mention.thing) else None


def _is_made_of(acronym: str, thing: Thing) -> bool:
    """Tell whether an acronym's first letter begins a word of the name."""
    return any(word[:1].upper() == acronym[0] for word in thing.label.replace("-", " ").split())


def _short_form(mention: Mention) -> str | None:
    """Give a ship's, operation's or exercise's name without the word that tells what it is."""
    thing = mention.thing
    if thing.types[0] in ("Agreement", "DefenceAgreement", "TradeAgreement"):
        words = thing.label.split()
        return next((word for word in (words[0], words[-1]) if _is_deal(word)), None)
    if thing.types == ("ArmedForce",):
        return next((word for word in BRANCHES if thing.label.endswith(f" {word}")), None)
    first, _, rest = thing.label.partition(" ")
    if thing.types == ("MilitaryFormation",) and first in ("US", "UK"):
        return rest
    fitting = thing.types[0] in SHORTENED and rest and rest[0].isupper()
    prefixed = first in ("Operation", "Exercise") or first in load_patterns().ships
    return rest if fitting and prefixed and rest.lower() not in COMMON else None


COMMON = frozenset(("glasgow", "victoria", "london"))


def _is_deal(word: str) -> bool:
    """Tell whether a word is what an agreement is, as "Protocol": it stands for it after "the"."""
    found = load_patterns().after.at((word,), 0)
    return found is not None and found[0] == "Agreement"


def _surnames(found: Found) -> dict[str, Thing | None]:
    """Map surnames, and given names after a title, to the one person of the article."""
    people: dict[str, dict[str, Thing]] = {}
    for view, mention in found:
        if mention.thing.types == ("Person",) and " " in mention.thing.label:
            for name in _handles(view, mention):
                people.setdefault(name, {})[mention.thing.slug] = mention.thing
    return {
        name: next(iter(things.values())) if len(things) == 1 else None
        for name, things in people.items()
    }


def _handles(view: View, mention: Mention) -> tuple[str, ...]:
    label = mention.thing.label
    given = label.split()[0]
    titles = ("Sir", "Dame", "Lord", "Lady")
    honoured = tuple(f"{title} {given}" for title in titles if view.text(mention.first) == title)
    surname = surname_of(label, view.patterns.particles)
    plain = [word for word in label.split() if word[1:] != "." and word not in ("Jr.", "Sr.")]
    double = (" ".join(plain[-2:]),) if len(plain) > 2 else ()
    return (surname, *double, *honoured)


def _states(found: Found) -> dict[str, str]:
    """Map titles to the state that the article gives them, where it is one."""
    states: dict[str, set[str]] = {}
    for view, mention in found:
        if mention.kind == "office" and mention.state:
            title = _title_alone(view, mention)
            states.setdefault(title, set()).add(mention.state)
    return {title: next(iter(slugs)) for title, slugs in states.items() if len(slugs) == 1}


def _title_alone(view: View, mention: Mention) -> str:
    """Give the words of a title without the state before or after it, in lower case."""
    first, last = mention.first, mention.last
    match = view.name_at(first)
    if match and match.names[0].thing.types == ("State",):
        first = match.last
    end = next((m for m in view.known if m.last == last and m.first > first), None)
    if end and end.names[0].thing.types == ("State",):
        last = end.first - (2 if view.text(end.first - 1).lower() == "the" else 1)
    return view.words(first, last).lower()


def _holders(read: Iterable[tuple[View, tuple[Mention, ...]]]) -> dict[str, str]:
    """Map persons to the state of the office that stands beside their name."""
    states: dict[str, set[str]] = {}
    for view, mentions in read:
        for left, right in pairwise(mentions):
            if {left.kind, right.kind} != {"office", "name"}:
                continue
            office, person = (left, right) if left.kind == "office" else (right, left)
            if _beside(view, left, right) and person.thing.types == ("Person",) and office.state:
                states.setdefault(person.thing.slug, set()).add(office.state)
    return {slug: next(iter(found)) for slug, found in states.items() if len(found) == 1}


def _beside(view: View, left: Mention, right: Mention) -> bool:
    """Tell whether nothing but a comma stands between two mentions."""
    return left.last + (view.text(left.last) == ",") == right.first
