"""Titles of offices in one form, and the post that a title and a state name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from ontology.iris import slugify

from ..claims import Thing
from ..reference import Row, load_reference
from .states import named

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
    text = " ".join(words).replace("national security", "national-security")
    text = " ".join(word for word in text.split() if word not in DROPPED)
    text = text.replace("national-security", "national security")
    text = text.replace("secretary of state for ", "secretary for ")
    if "minister of state for " in text or "state secretary for " in text:
        return text
    for head in ("minister", "secretary"):
        before, joint, subject = _split(text, head)
        if joint and " for " in subject:
            return text
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


def known_post(title: str, state: str) -> str | None:
    """Give the slug of the reference row of a post, or None.

    A state that has a secretary where others have a minister is asked for either; where it has a
    minister, a secretary may be a civil servant, and is not the same.
    """
    slug = posts().get((title, state))
    if slug is None and title.endswith("minister"):
        slug = posts().get((title.removesuffix("minister") + "secretary", state))
    return slug


def described_post(title: str, state: Row | None, article: str) -> Thing:
    """Make a post that no table has: "Defence Minister of Chile".

    Args:
        title: Title in one form.
        state: Its state, or None where the text does not tell: the post is then one of the
            article, without a name of its own.
        article: Slug of the article.
    """
    words = " ".join(w if w in ("of", "for") else w.capitalize() for w in title.split())
    if state is None:
        slug = f"{article}-{slugify(title)}"
        return Thing(slug, ("Post",), f"{words} (state not named)", (words,), named=False)
    label = f"{words} of {named(state)}"
    return Thing(slugify(label), ("Post",), label)
