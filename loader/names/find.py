"""Mentions of a document: known names, names by their shape, and what the article calls them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..text.model import Document, Sentence
from .before import fronted, kinds_of_ship, ships, squadrons
from .forces import bodies
from .gazetteer import Match, matches
from .heads import headed
from .lexicon import Lexicon
from .local import Local, learn
from .metonyms import seat
from .model import Mention
from .models import models
from .offices import offices
from .patterns import load_patterns
from .persons import persons, titles_begin
from .places import places
from .view import View


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
    first = tuple(
        _read(document, sentence, lexicon, article_slug, Local()) for sentence in document.sentences
    )
    local = learn(first)
    second = (
        _read(document, sentence, lexicon, article_slug, local) for sentence in document.sentences
    )
    return tuple(mentions for _, mentions in second)


def _read(
    document: Document, sentence: Sentence, lexicon: Lexicon, article: str, local: Local
) -> tuple[View, tuple[Mention, ...]]:
    known = tuple(matches(sentence, lexicon, local.names))
    texts = tuple(token.text for token in sentence.tokens)
    lower = tuple(text.lower() for text in texts)
    view = View(sentence, texts, lower, document.clean, known, lexicon, load_patterns(), article)
    return view, _apart(_candidates(view, local))


def _candidates(view: View, local: Local) -> Iterator[tuple[int, Mention]]:
    """Yield mentions, each with its rank: of two that are equally long the lower one counts."""
    held = tuple(offices(view, local.states, local.surnames, local.holders))
    for rank, mentions in enumerate(
        (
            held,
            _known(view),
            ships(view),
            kinds_of_ship(view),
            bodies(view),
            fronted(view),
            headed(view),
            squadrons(view),
            models(view),
            persons(view, held, local.surnames),
            places(view, local.surnames),
        )
    ):
        for mention in mentions:
            yield rank, mention


def _known(view: View) -> Iterator[Mention]:
    for match in view.known:
        if any(name.kind == "seat" for name in match.names):
            if mention := seat(view, match):
                yield mention
        elif len({name.thing.slug for name in match.names}) == 1 and not _is_ambiguous(match):
            yield _mention(view, match)


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


def _apart(candidates: Iterable[tuple[int, Mention]]) -> tuple[Mention, ...]:
    """Keep the longest of what overlaps."""
    ordered = sorted(candidates, key=lambda c: (c[1].first - c[1].last, c[0], c[1].first))
    kept: list[Mention] = []
    for _, mention in ordered:
        if all(mention.last <= other.first or other.last <= mention.first for other in kept):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda mention: mention.first))
