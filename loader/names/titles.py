"""Titles of offices in one form, and the post that a title and a state name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ontology.iris import slugify

from ..claims import Thing
from ..reference import Row, load_reference
from .forces import named
from .lexicon import Lexicon

SAME = {
    "defense": "defence",
    "secretary-general": "secretary general",
    "governor-general": "governor general",
    "advisor": "adviser",
}
DROPPED = frozenset(("the", "national", "federal", "royal", "his", "her", "majesty's"))
SUBJECTS = {"foreign affairs": "foreign", "external affairs": "foreign", "home affairs": "home"}


def normal_title(title: str) -> str:
    """Bring a title to one form: lower case, subject first, no "national" or "the".

    >>> normal_title("Minister of National Defense"), normal_title("Defence Minister")
    ('defence minister', 'defence minister')
    >>> normal_title("Secretary of State for Defence"), normal_title("Chief of the Navy")
    ('defence secretary', 'chief of navy')
    """
    words = [SAME.get(word, word) for word in title.lower().replace("’", "'").split()]
    words = [word for word in words if word not in DROPPED]
    text = " ".join(words).replace("secretary of state for ", "secretary for ")
    for head in ("minister", "secretary"):
        before, joint, subject = _split(text, head)
        if joint and subject != "state":
            return f"{before}{SUBJECTS.get(subject, subject)} {head}"
    for long, short in SUBJECTS.items():
        text = text.replace(f"{long} minister", f"{short} minister")
    return text


def _split(text: str, head: str) -> tuple[str, str, str]:
    for joint in (f"{head} of ", f"{head} for "):
        if joint in text:
            before, _, subject = text.partition(joint)
            return before, joint, subject
    return "", "", ""


@cache
def posts() -> Mapping[tuple[str, str], str]:
    """Map ``(title in one form, state)`` to a reference row."""
    reference = load_reference()
    found: dict[tuple[str, str], str] = {}
    for row in reference.entities.values():
        if row.types == ("Post",) and row.state:
            for name in (row.label, *row.aliases):
                title = normal_title(_without_state(name, reference.states[row.state]))
                found.setdefault((title, row.state), row.slug)
    return found


def _without_state(name: str, state: Row) -> str:
    text = f" {name.partition(' (')[0]} "
    for own in (state.label, *state.aliases, *state.demonyms):
        for form in (f" of the {own} ", f" of {own} ", f" {own} "):
            text = text.replace(form, " ")
    return text.strip()


def post(lexicon: Lexicon, title: str, state: str | None, article: str = "") -> Thing:
    """Give the post that a title names in a state: a reference row's, else a new one.

    Args:
        lexicon: Known names.
        title: Title as written, without its state.
        state: Slug of the state, or None where it is not known: then the post is one of the
            article, without a name of its own.
        article: Slug of the article.
    """
    normal = normal_title(title)
    words = " ".join(w if w in ("of", "for") else w.capitalize() for w in normal.split())
    if state is None:
        label = f"{words} (state not named)"
        return Thing(f"{article}-{slugify(normal)}", ("Post",), label, (words,), named=False)
    if slug := posts().get((normal, state)):
        return lexicon.things[slug]
    label = f"{words} of {named(lexicon, state)}"
    return Thing(slugify(label), ("Post",), label)
