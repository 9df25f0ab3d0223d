"""Mentions of a document: known names, names by their shape, and what the article calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..text.model import Document, Sentence
from .before import fronted, kinds_of_ship, ships, squadrons
from .forces import bodies
from .gazetteer import Match, matches, may_hold
from .heads import headed
from .introduced import Called, introduced, titles_begin
from .lexicon import Lexicon
from .local import Local, learn
from .metonyms import seat
from .mint import distinct
from .model import Mention
from .models import models
from .nicknames import with_nicknames
from .offices import offices
from .opening import closes_name, opens_name
from .persons import persons
from .places import is_town, places, town
from .speakers import heard_in
from .told import told
from .view import View, view_of

Ranked = tuple[int, Mention]
_OFFICES, _PERSONS, _PLACES = 0, 10, 11


@dataclass(frozen=True, slots=True)
class _Seen:
    """A sentence with those mentions that nothing else in the article has a part in."""

    view: View
    shaped: tuple[Ranked, ...]
    persons: tuple[Called, ...]


def find_mentions(
    document: Document, lexicon: Lexicon, article_slug: str
) -> tuple[tuple[Mention, ...], ...]:
    """Find what each sentence mentions: per sentence, in order, without overlap.

    The text is read twice: what the first reading finds gives surnames, acronyms and short names
    to the second.

    Args:
        document: The text, taken apart.
        lexicon: Names that are known beforehand.
        article_slug: Slug of the article, for things without a name of their own.
    """
    heard = heard_in(document)
    unread, clean = Local(heard=heard), document.clean
    first = tuple(
        _seen(
            view_of(sentence, clean, _matches(sentence, lexicon, unread), lexicon, article_slug),
            unread,
        )
        for sentence in document.sentences
    )
    local = learn(((seen.view, _apart(_candidates(seen, unread))) for seen in first), heard)
    second = (_again(seen, local) for seen in first)
    return distinct(with_nicknames(seen.view, _apart(_candidates(seen, local))) for seen in second)


def _matches(sentence: Sentence, lexicon: Lexicon, local: Local) -> tuple[Match, ...]:
    known = tuple(matches(sentence, lexicon, local.names))
    starts = {match.first for match in known}
    ends = {m.last for m in known if m.names[0].thing.types in (("Place",), ("State",))}
    return tuple(
        match
        for match in known
        if not opens_name(sentence, match, starts) and not closes_name(sentence, match, ends)
    )


def _again(seen: _Seen, local: Local) -> _Seen:
    """Look a sentence over again where the names that the article gives change what is known."""
    view = seen.view
    if not may_hold(view.sentence, local.names):
        return seen
    known = _matches(view.sentence, view.lexicon, local)
    if known == view.known:
        return seen
    return _seen(view_of(view.sentence, view.clean, known, view.lexicon, view.article), local)


def _seen(view: View, local: Local) -> _Seen:
    """Find the mentions that a sentence, the known names and who is heard alone decide."""
    shapes = (_known, ships, kinds_of_ship, bodies, fronted, headed, squadrons, models, told)
    shaped = tuple(_ranked((shape(view) for shape in shapes), _OFFICES + 1))
    return _Seen(view, shaped, tuple(introduced(view, local.heard)))


def _candidates(seen: _Seen, local: Local) -> Iterator[Ranked]:
    """Yield mentions, each with its rank: of two that are equally long the lower one counts."""
    view = seen.view
    held = tuple(offices(view, local.states, local.surnames, local.holders))
    yield from _ranked((held,), _OFFICES)
    yield from seen.shaped
    yield from _ranked((persons(view, held, local.surnames, seen.persons),), _PERSONS)
    yield from _ranked((places(view, local.surnames),), _PLACES)


def _ranked(found: Iterable[Iterable[Mention]], first: int) -> Iterator[Ranked]:
    for rank, mentions in enumerate(found, first):
        for mention in mentions:
            yield rank, mention


def _known(view: View) -> Iterator[Mention]:
    for match in view.known:
        if any(name.kind == "seat" for name in match.names):
            if mention := seat(view, match):
                yield mention
        elif is_town(view, match):
            yield from town(view, match)
        elif _is_language(view, match):
            continue
        elif len({name.thing.slug for name in match.names}) == 1 and not _is_ambiguous(match):
            yield _mention(view, match)


def _is_language(view: View, match: Match) -> bool:
    """Tell whether an adjective is a language: "in English, Swahili and Portuguese"."""
    noun = view.tag(match.last).startswith(("NN", "JJ", "VB", "HYPH", "POS"))
    if match.names[0].kind != "adjective" or noun:
        return False
    at = match.first - 1
    while view.text(at) in (",", "and", "or") or view.text(at)[:1].isupper():
        at -= 1
    return view.text(at) == "in" and not view.tag(match.first).startswith("NNPS")


def _is_ambiguous(match: Match) -> bool:
    return any(name.kind == "ambiguous" for name in match.names)


def _mention(view: View, match: Match) -> Mention:
    name = match.names[0]
    first = match.first
    kind = name.kind
    if name.thing.types == ("Post",):
        kind = "office"
    if name.thing.types == ("Person",):
        first = titles_begin(view, first)
    if name.thing.types == ("State",):
        kind = _state_kind(view, match, kind)
    return Mention(first, match.last, name.thing, kind, name.state)


def _state_kind(view: View, match: Match, kind: str) -> str:
    """Tell a state's name before a noun, and its adjective without one."""
    if pair := _paired_with(view, match):
        return "adjective" if _state_kind(view, pair, "name") == "adjective" else kind
    after = view.tag(match.last)
    hyphen = view.text(match.last) == "-" and view.tag(match.last + 1).startswith(("VB", "JJ"))
    before_noun = after.startswith(("NN", "JJ", "VBG", "VBN")) or hyphen
    if kind == "name" and (after.startswith("NN") or hyphen):
        return "adjective"
    if kind == "adjective" and not before_noun and view.text(match.first - 1).lower() == "the":
        return "nationals" if after not in ("HYPH", "CC", ",") else kind
    return kind


def _paired_with(view: View, match: Match) -> Match | None:
    """Give the state that a hyphen joins to this one ("Chile-Peru")."""
    other = view.name_at(match.last + 1) if view.text(match.last) in ("-", "–") else None
    return other if other and other.names[0].thing.types == ("State",) else None


def _apart(candidates: Iterable[Ranked]) -> tuple[Mention, ...]:
    """Keep the longest of what overlaps."""
    ordered = sorted(candidates, key=lambda c: (c[1].first - c[1].last, c[0], c[1].first))
    kept: list[Mention] = []
    for _, mention in ordered:
        if all(mention.last <= other.first or other.last <= mention.first for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.first))
