"""Clauses: which groups are the subject, objects and phrases of each verb."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from .items import Item, Listed
from .model import Clause, Mark, NounGroup, Phrase, VerbGroup
from .words import load_words

_PLACING = ("in", "at", "on", "near", "off", "from", "of")
_GIVEN_BACK = ("to", "from", "for", "in", "at", "on", "under", "during")
_PARTS = ("part", "command", "charge", "lead")
_BREAKS = ("wh", "break", "when", "dash", "quote")


def clauses(items: Sequence[Item]) -> list[Clause]:
    """Give one clause for each verb group, in order."""
    items = [_reduced(items, index) for index in range(len(items))]
    found: list[Clause] = []
    position = -1
    for index, item in enumerate(items):
        if isinstance(item, VerbGroup):
            found.append(_clause(items, position, index, item, found))
            position = index
            found[-2:] = _handed_back(items, index, found[-2:])
    return _controlled_from_right(_with_finite(found))


def _handed_back(items: Sequence[Item], index: int, last: list[Clause]) -> list[Clause]:
    """Give "donate systems, made by X, to Y" its "to Y": what stands behind the closing comma.

    Args:
        items: All items.
        index: Index of the verb of the last clause.
        last: That clause and the one before it, if any.
    """
    after = list(items[index + 1 :])
    closing = next((i for i, item in enumerate(after) if not isinstance(item, Phrase)), None)
    if len(last) < 2 or not closing or not _is_mark(after[closing], "comma"):
        return last
    main, inner = last
    framed = inner.verb.form == "participle" and _is_mark(items[index - 1], "comma")
    if not framed or not main.objects or inner.subjects != main.objects:
        return last
    back = list(takewhile(lambda item: isinstance(item, Phrase), after[closing + 1 :]))
    moved = tuple(p for p in back if isinstance(p, Phrase) and p.preposition in _GIVEN_BACK)
    if not moved or len(moved) < len(back):
        return last
    kept = tuple(phrase for phrase in inner.phrases if phrase not in moved)
    phrases = (*main.phrases, *moved)
    return [replace(main, phrases=phrases), replace(inner, phrases=kept)]


def _with_finite(found: list[Clause]) -> list[Clause]:
    """Take the last "-ed" with an object for the main verb where the sentence has no other.

    "The pact, led by Peru, gained two members" has one: what has an object is no passive.
    """
    if any(clause.verb.form == "finite" for clause in found) or len(found) < 2:
        return found
    last = found[-1]
    verb = last.verb
    lone = verb.form == "participle" and verb.last - verb.first == 1
    if not (lone and last.objects and last.objects[0].first == verb.last):
        return found
    main = replace(last, verb=replace(verb, form="finite", passive=False, past=True), link="main")
    return [*found[:-1], replace(main, parent=None)]


def _reduced(items: Sequence[Item], index: int) -> Item:
    """Take "The pact, signed in May, covers …" for a participle: a finite verb still follows."""
    item = items[index]
    if not (isinstance(item, VerbGroup) and item.past and item.last - item.first == 1):
        return item
    if item.lemma in load_words().settled and _is_placed(items, index):
        return replace(item, form="participle", passive=True, past=False)
    before = items[index - 2 : index]
    framed = len(before) == 2 and isinstance(before[0], Listed) and _is_mark(before[1], "comma")
    later = list(items[index + 1 :])
    closed = next((i for i, other in enumerate(later) if isinstance(other, VerbGroup)), None)
    if not framed or closed is None or not later[:closed]:
        return item
    verb = later[closed]
    ends = (
        isinstance(verb, VerbGroup)
        and verb.form == "finite"
        and _is_mark(later[closed - 1], "comma")
    )
    return replace(item, form="participle", passive=True, past=False) if ends else item


def _is_placed(items: Sequence[Item], index: int) -> bool:
    """Tell whether a group stands right before the verb and a place phrase right after it."""
    phrase = items[index + 1] if index + 1 < len(items) else None
    placing = isinstance(phrase, Phrase) and phrase.preposition in ("in", "at")
    return placing and index > 0 and isinstance(items[index - 1], (Listed, Phrase))


def _clause(
    items: Sequence[Item], before: int, index: int, verb: VerbGroup, found: list[Clause]
) -> Clause:
    left = items[before + 1 : index]
    objects, phrases, last = _right(items, index + 1)
    quote = max((i for i, item in enumerate(left) if _is_mark(item, "quote")), default=None)
    if quote is not None and _inverts(left[quote + 1 :], verb, objects):
        verb = replace(verb, form="finite", passive=False)
        return Clause(verb, objects, (), phrases, "main", None, last)
    left = left if quote is None else left[quote + 1 :]
    link, subjects, fronted = _left(left, verb, found)
    if link == "relative" and not objects:
        objects = _drawn_forward(left, subjects, found)
    parent = len(found) - 1 if found and link != "main" else None
    if link == "coordinate" and found:
        beside = _beside(found, verb)
        verb = _share(verb, found[beside].verb)
        if found[beside].link in ("infinitive", "participle") and verb.form != "finite":
            link = found[beside].link
        parent = found[beside].parent if found[beside].link != "main" else beside
    return Clause(
        verb=verb,
        subjects=subjects,
        objects=objects,
        phrases=(*fronted, *phrases),
        link=link,
        parent=parent,
        last=last,
    )


def _inverts(left: Sequence[Item], verb: VerbGroup, objects: tuple[NounGroup, ...]) -> bool:
    """Tell whether the subject follows the verb after a quotation: “…,” said the minister."""
    right_after = bool(objects) and objects[0].first == verb.last
    plain = verb.form in ("finite", "participle") and not verb.stage
    return right_after and plain and not any(isinstance(i, Listed) for i in left)


def _beside(found: Sequence[Clause], verb: VerbGroup) -> int:
    """Give the clause that a verb after "and" stands beside: a finite verb beside a finite one.

    In "replaces the letter signed in 2021 and will enter into force" the last verb goes with the
    first; a lone "-ed" may go with a participle, and a bare verb with an infinitive.
    """
    last = found[-1].verb
    lone = verb.last - verb.first == 1
    alike = lone and last.form == ("participle" if verb.past else "infinitive")
    if verb.form != "finite" or last.form == "finite" or alike:
        return len(found) - 1
    finite = [i for i, clause in enumerate(found) if clause.verb.form == "finite"]
    return finite[-1] if finite else len(found) - 1


def _share(verb: VerbGroup, before: VerbGroup) -> VerbGroup:
    """Let a coordinated bare verb share the auxiliaries of the verb before it."""
    bare = verb.form == "finite" and verb.last - verb.first == 1 and not verb.past
    if bare and (before.stage or before.form == "infinitive"):
        return replace(verb, form=before.form, stage=before.stage, cue=before.cue)
    if verb.form in ("gerund", "participle") and before.progressive | before.perfect:
        return replace(
            verb,
            form="finite",
            passive=before.passive,
            progressive=before.progressive,
            perfect=before.perfect,
        )
    return verb


def _left(
    left: Sequence[Item], verb: VerbGroup, found: list[Clause]
) -> tuple[str, tuple[NounGroup, ...], tuple[Phrase, ...]]:
    """Give link, subject and fronted phrases from what stands between the last verb and this."""
    wh = max((i for i, item in enumerate(left) if _is_mark(item, "wh")), default=None)
    adjacent = _adjacent(left)
    if wh is None and verb.form == "finite" and _is_mark(adjacent, "that"):
        that = max(i for i, item in enumerate(left) if item is adjacent)
        wh = that if that and isinstance(left[that - 1], (Listed, Phrase)) else None
    if wh is not None:
        return _relative(left, wh, found, verb)
    if verb.form == "finite":
        return _finite(left, adjacent, found, verb)
    if verb.form == "infinitive":
        groups = _last_listed(left)
        return "infinitive", groups or _subjects(found), ()
    if _is_mark(adjacent, "preposition"):
        return "participle", (), ()
    if (_is_mark(adjacent, "and") or _is_mark(adjacent, "when")) and found:
        return "coordinate", _subjects(found), ()
    if _is_mark(adjacent, "comma"):
        happened = _happened(left) if verb.lemma in load_words().held else ()
        before = _before_comma(left, verb) or (() if found else _last_listed(left))
        return "participle", happened or before or _subjects(found), ()
    return "participle", _nearest(left), ()


def _finite(
    left: Sequence[Item], adjacent: Item | None, found: list[Clause], verb: VerbGroup
) -> tuple[str, tuple[NounGroup, ...], tuple[Phrase, ...]]:
    if found and _is_mark(adjacent, "and"):
        return "coordinate", found[_beside(found, verb)].subjects, ()
    if found and _is_mark(adjacent, "comma") and found[-1].link == "relative":
        return "main", _subjects(found), ()
    groups = _last_listed(left)
    if groups:
        fronted = _fronted(left, groups, first=not found)
        return "main", groups, fronted
    if found:
        return "coordinate", _subjects(found), ()
    return "main", _nearest(left), ()


def _relative(
    left: Sequence[Item], wh: int, found: list[Clause], verb: VerbGroup
) -> tuple[str, tuple[NounGroup, ...], tuple[Phrase, ...]]:
    mark = left[wh]
    antecedent = _antecedent(left[:wh]) or (found[-1].objects if found else ())
    antecedent = antecedent[-1:] if verb.singular else antecedent
    subjects = _last_listed(left[wh + 1 :])
    if isinstance(mark, Mark) and mark.text == "where":
        return "relative", subjects, (Phrase("at", antecedent),)
    before = left[wh - 1] if wh else None
    if subjects and isinstance(before, Mark) and before.kind == "preposition":
        return "relative", subjects, (Phrase(before.text, antecedent),)
    return "relative", subjects or antecedent, ()


def _drawn_forward(
    left: Sequence[Item], subjects: tuple[NounGroup, ...], found: list[Clause]
) -> tuple[NounGroup, ...]:
    """Give the object that a relative pronoun draws forward: "X, whom she met", "it, which …"."""
    wh = max((i for i, item in enumerate(left) if _is_mark(item, "wh")), default=None)
    if wh is None:
        return ()
    mark, own = left[wh], _last_listed(left[wh + 1 :])
    drawn = isinstance(mark, Mark) and mark.text in ("whom", "which", "who")
    behind = wh > 0 and _is_mark(left[wh - 1], "preposition")
    if not drawn or behind or not own or own != subjects:
        return ()
    return _antecedent(left[:wh]) or (found[-1].objects if found else ())


def _antecedent(left: Sequence[Item]) -> tuple[NounGroup, ...]:
    """Give the groups before the pronoun; a placing phrase yields to the group that it places."""
    for index in range(len(left) - 1, -1, -1):
        item = left[index]
        if isinstance(item, Phrase) and item.groups:
            earlier = tuple(g for g in _last_listed(left[:index]) if g.lemma not in _PARTS)
            return earlier if earlier and item.preposition in _PLACING else item.groups
        if isinstance(item, Listed):
            return item.groups
    return ()


def _right(
    items: Sequence[Item], index: int
) -> tuple[tuple[NounGroup, ...], tuple[Phrase, ...], int]:
    """Read objects and phrases to the right of a verb, up to the next verb or a break."""
    objects: tuple[NounGroup, ...] = ()
    phrases: list[Phrase] = []
    last = 0
    direct = True
    for item in items[index:]:
        if isinstance(item, VerbGroup) or (isinstance(item, Mark) and item.kind in _BREAKS):
            break
        if isinstance(item, Listed):
            if not direct:
                break
            objects += item.groups
            last = item.groups[-1].last
        elif isinstance(item, Phrase):
            direct = direct and item.time is not None
            phrases.append(item)
        elif item.kind in ("comma", "and", "that"):
            direct = False
    return objects, tuple(phrases), last


def _adjacent(left: Sequence[Item]) -> Item | None:
    """Give the item right before the verb, adverbs and quotation marks passed over."""
    return next(
        (i for i in reversed(left) if not _is_mark(i, "other") and not _is_mark(i, "quote")), None
    )


def _is_mark(item: Item | None, kind: str) -> bool:
    return isinstance(item, Mark) and item.kind == kind


def _last_listed(left: Sequence[Item]) -> tuple[NounGroup, ...]:
    """Give the last list of groups, with those that it goes on from: "A of Chile and B"."""
    for index in range(len(left) - 1, -1, -1):
        item = left[index]
        if isinstance(item, Listed):
            return (*_gone_on_from(left[max(0, index - 3) : index]), *item.groups)
    return ()


def _gone_on_from(before: Sequence[Item]) -> tuple[NounGroup, ...]:
    """Give the groups of "A of Chile and", nothing for other items."""
    if len(before) < 3 or not isinstance(before[0], Listed) or not _is_mark(before[2], "and"):
        return ()
    phrase = before[1]
    return before[0].groups if isinstance(phrase, Phrase) and phrase.preposition == "of" else ()


def _nearest(left: Sequence[Item]) -> tuple[NounGroup, ...]:
    for item in reversed(left):
        if isinstance(item, Listed):
            return item.groups
        if isinstance(item, Phrase) and item.groups:
            return item.groups[-1:]
    return ()


def _happened(left: Sequence[Item]) -> tuple[NounGroup, ...]:
    """Give the group of ", held in May": the nearest before the comma that is no state or place."""
    for item in reversed(left):
        groups = item.groups if isinstance(item, (Listed, Phrase)) else ()
        if groups and not _is_place(groups[-1]):
            return groups[-1:]
    return ()


def _is_place(group: NounGroup) -> bool:
    types = group.mention.thing.types if group.mention is not None else ()
    return "State" in types or "Place" in types


def _before_comma(left: Sequence[Item], verb: VerbGroup) -> tuple[NounGroup, ...]:
    """Give the subject of ", designed for …,": the group before the comma, for -ed forms only."""
    return _last_listed(left) if verb.form == "participle" else ()


def _fronted(
    left: Sequence[Item], groups: tuple[NounGroup, ...], *, first: bool
) -> tuple[Phrase, ...]:
    """Give the phrases before the subject: "In March, at the port, the two sides …".

    After an earlier verb only those behind a comma, "and" or a subordinator count; the others are
    that verb's.
    """
    subject = next(
        (i for i, item in enumerate(left) if isinstance(item, Listed) and item.groups == groups), 0
    )
    marks = ("comma", "and", "when", "break", "that")
    edges = [
        i for i, item in enumerate(left[:subject]) if isinstance(item, Mark) and item.kind in marks
    ]
    start = 0 if first else (edges[0] + 1 if edges else subject)
    return tuple(item for item in left[start:subject] if isinstance(item, Phrase))


def _subjects(found: list[Clause]) -> tuple[NounGroup, ...]:
    return found[-1].subjects if found else ()


def _controlled_from_right(found: list[Clause]) -> list[Clause]:
    """Give "By reinforcing …, the navy is …" the subject of the finite clause that follows."""
    mended = list(found)
    for index, clause in enumerate(found):
        if clause.link == "participle" and not clause.subjects:
            main = next((c for c in found[index + 1 :] if c.verb.form == "finite"), None)
            before = next((c for c in reversed(found[:index]) if c.subjects), None)
            source = before or main
            if source is not None:
                mended[index] = replace(clause, subjects=source.subjects)
    return mended
