"""Roles: who holds which office, by the words beside a name, behind "is" or of a counterpart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import dropwhile

from ontology.iris import slugify

from ..claims import Thing
from ..names import Mention
from ..syntax import NounGroup, Parse
from ..text import Sentence
from .discourse import Discourse, Held
from .drafts import Draft, Stated
from .entities import Entity
from .labels import within
from .lines import Line
from .nouns import load_nouns
from .titles import Title, held, text_of, titles_after, titles_at, titles_before

RULE = "role-held"
_BETWEEN = ("as", "also", "now", "in", "currently", "the", "a", "to")
_INTENDED = ("Planned", "Proposed", "Committed", "Cancelled")


def roles(
    sentence: Sentence, parse: Parse, mentions: Sequence[Mention], discourse: Discourse
) -> list[Draft]:
    """Give a claim for each office that a person is said to hold."""
    line = Line(sentence.tokens, mentions)
    found: list[Draft] = []
    for group, person in people_of(parse, discourse):
        titles = (*_beside(line, group, person), *_predicates(line, parse, group))
        for title in reversed(titles):
            title = _placed(line, title, group)
            stated = _stated(line, title, person, discourse) if held(line, title) else []
            if stated:
                _identify(title, person, parse, discourse)
                _refer(line, title, stated, discourse)
                hold(stated, discourse)
                words = _plain(text_of(line, title), discourse)
                discourse.offices[id(person)] = Held(words, _is_of_state(stated))
                found.append(Draft(sentence.index, group.last - 1, RULE, stated, confidence=0.85))
    for group, stated in _counterparts(parse, discourse):
        found.append(Draft(sentence.index, group.last - 1, RULE, stated, confidence=0.8))
    return found


def people_of(parse: Parse, discourse: Discourse) -> Iterator[tuple[NounGroup, Entity]]:
    """Give the persons whom a sentence names, each with the group that does."""
    for group in parse.groups:
        if group.mention is not None and "Person" in group.mention.thing.types:
            yield group, discourse.things(group)[0]


def _beside(line: Line, group: NounGroup, person: Entity) -> Iterator[Title]:
    mention = group.mention
    if mention is None or person.thing is None:
        return
    name = max(mention.first, mention.last - len(_words(line, mention, person.thing.label)))
    yield from titles_before(line, name)
    yield from titles_after(line, mention.last)


def _words(line: Line, mention: Mention, label: str) -> list[str]:
    """Give the tokens at the end of a mention that are the name itself, ranks left out."""
    texts = [line.text(i) for i in range(mention.first, mention.last)]
    parts = {part.lower() for part in label.replace("-", " ").split()}
    return list(dropwhile(lambda text: text.lower() not in parts, texts)) or texts


def _predicates(line: Line, parse: Parse, group: NounGroup) -> Iterator[Title]:
    """Read "X has been Chile's minister", "X was appointed commander", "X serves as envoy"."""
    for clause in parse.clauses:
        verb = clause.verb
        if group not in clause.subjects or verb.lemma not in load_nouns().become:
            continue
        was = verb.past and not verb.passive and verb.lemma in ("be", "serve", "act", "work")
        if was or verb.negated or verb.stage in _INTENDED:
            continue
        start = verb.last
        while line.text(start).lower() in (
            "as",
            "also",
            "now",
            "in",
            "currently",
            "the",
            "a",
            "to",
        ):
            start += 1
        yield from titles_at(line, start)


def _identify(title: Title, person: Entity, parse: Parse, discourse: Discourse) -> None:
    """Take the title's group for the person: what "the minister, X," does, X does."""
    for group in parse.groups:
        if group.first <= title.head < group.last and title.head == group.last - 1:
            discourse.bind(group, person)


def hold(stated: Sequence[Stated], discourse: Discourse) -> None:
    """Keep who holds a post: by the post alone they are spoken of next."""
    for person, predicate, post in stated:
        if predicate == "holdsPost" and isinstance(post, Entity):
            discourse.holders[id(post)] = person


def _refer(line: Line, title: Title, stated: Sequence[Stated], discourse: Discourse) -> None:
    """Note that the words of a title, up to the name of its body, refer to the office."""
    post = stated[0][2]
    first, last = title.words[0], title.words[-1] + 1
    inside = [m for i in range(first, last) if (m := line.covers.get(i)) is not None]
    crossing = any(m.first < first or m.last > last for m in inside)
    if isinstance(post, Entity) and title.post is not None and title.plain:
        discourse.referred.append((title.post.first, title.post.last, post))
    elif isinstance(post, Entity) and not crossing:
        discourse.referred.append((first, last, post))


def _placed(line: Line, title: Title, group: NounGroup) -> Title:
    """Take the state behind the name where the title has none: "Minister X of Portugal"."""
    own = title.bodies or (title.post is not None and title.post.state)
    at = group.last + 1 + (line.text(group.last + 1) == "the")
    state = line.body(at) if line.text(group.last) == "of" and not own else None
    behind = title.last <= group.last and state is not None and "State" in state.thing.types
    return replace(title, bodies=(state,)) if behind and state is not None else title


def _stated(line: Line, title: Title, person: Entity, discourse: Discourse) -> list[Stated]:
    words = text_of(line, title)
    bodies = [entity_of(line, body, discourse) for body in title.bodies]
    coded = title.words[0] > title.first or line.tag(title.first - 1) == "POS"
    vague = words.lower() in load_nouns().vague and not (bodies or coded or title.post)
    if vague and not words[0].isupper():
        return []
    body = next(iter(bodies), None)
    own = discourse.states((title.post.state,)) if title.post is not None else ()
    body = body or next(iter(own), None)
    if title.post is not None and title.plain and (own or body is None):
        return _of_post(title.post, person, bodies, discourse)
    return office(words, body, person, discourse)


def _is_of_state(stated: Sequence[Stated]) -> bool:
    """Tell whether an office may be a state's: not where a firm or unit has it."""
    bodies = [term for _, predicate, term in stated if predicate == "postIn"]
    return all(isinstance(body, Entity) and body.is_a(("State",)) for body in bodies)


def _plain(words: str, discourse: Discourse) -> str:
    """Give the words of an office without the state before them."""
    parts = words.split()
    for count in range(1, min(4, len(parts))):
        if discourse.known.states_in(" ".join(parts[:count])):
            return " ".join(parts[count:])
    return words


def _of_post(
    mention: Mention, person: Entity, bodies: Iterable[Entity], discourse: Discourse
) -> list[Stated]:
    """Give what an office of the lexicon's grammar states, with its state."""
    post = _named(mention.thing, mention.state, discourse)
    stated: list[Stated] = [(person, "holdsPost", post)]
    state = discourse.states((mention.state,))
    return [*stated, *((post, "postIn", body) for body in state or tuple(bodies)[:1])]


def office(title: str, body: Entity | None, person: Entity, discourse: Discourse) -> list[Stated]:
    """State that a person holds an office of a body; of one that is not named without body."""
    name = title[0].upper() + title[1:]
    if body is not None and body.thing is not None and body.is_a(("State",)):
        thing = discourse.known.lexicon.post(title, body.thing.slug)
    else:
        label = _labelled(name, body)
        slug = slugify(label) if body is not None else f"{discourse.article}-{slugify(name)}"
        names = (name,) if label != name else ()
        thing = Thing(slug, ("Post",), label, names, named=body is not None)
    post = _named(thing, body.state if body is not None else None, discourse)
    stated: list[Stated] = [(person, "holdsPost", post)]
    return [*stated, (post, "postIn", body)] if body is not None else stated


def _labelled(title: str, body: Entity | None) -> str:
    """Give the name of an office with its body, once where the title ends in the body's name."""
    if body is None or title.endswith(f" {within(body).removeprefix('the ')}"):
        return title
    return f"{title} of {within(body)}"


def _named(thing: Thing, state: str | None, discourse: Discourse) -> Entity:
    start = discourse.scene.sentence.span.start
    return discourse.register.named(thing, discourse.scene.index, start, state)


def entity_of(line: Line, mention: Mention, discourse: Discourse) -> Entity:
    """Give the entity that a name of the sentence stands for."""
    start = line.tokens[mention.first].span.start
    return discourse.register.named(mention.thing, discourse.scene.index, start, mention.state)


def _counterparts(parse: Parse, discourse: Discourse) -> Iterator[tuple[NounGroup, list[Stated]]]:
    """Read "her Danish counterpart, X": X holds there the office that she holds here."""
    for group in parse.groups:
        other = _counterpart(group, parse)
        if other is None:
            continue
        people = [e for e in discourse.things(other) if e.is_a(("Person",))]
        owners = [e for e in discourse.possessors(group) if e.is_a(("Person",))]
        held = discourse.offices.get(id(owners[0])) if len(owners) == 1 else None
        if len(people) == 1 and held and people[0] is not owners[0]:
            states = _states(group, parse, discourse) if held.of_state else []
            stated = office(held.title, next(iter(states), None), people[0], discourse)
            post = stated[0][2]
            hold(stated, discourse)
            if isinstance(post, Entity):
                at = next(i for i in range(group.first, group.last) if _is_noun(i, discourse))
                discourse.referred.append((at, at + 1, post))
            yield other, stated


def _counterpart(group: NounGroup, parse: Parse) -> NounGroup | None:
    """Give the group that names a counterpart: in apposition, or the same group."""
    nouns = load_nouns().counterparts
    if group.mention is not None:
        return group if group.words and group.words[-1] in nouns else None
    other = parse.apposed.get((group.first, group.last)) if group.lemma in nouns else None
    return other if other is not None and other.mention is not None else None


def _is_noun(index: int, discourse: Discourse) -> bool:
    return discourse.scene.sentence.tokens[index].lemma in load_nouns().counterparts


def _states(group: NounGroup, parse: Parse, discourse: Discourse) -> list[Entity]:
    """Give the state of a counterpart: "Danish" before it, "from Denmark" behind it."""
    found = list(discourse.modifiers(group))
    for phrase in parse.after.get((group.first, group.last), ()):
        if phrase.preposition == "from":
            found += [e for g in phrase.groups for e in discourse.things(g)]
    return [e for e in found if e.is_a(("State",))]


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what says less of an office than another claim does of the same person's.

    "Minister X" says nothing more where X is called Minister of Defence; nor does an office without
    its state where the same office stands with it.
    """
    full: dict[int, set[tuple[str, bool]]] = {}
    for draft in drafts:
        for person, title, placed in _held(draft):
            full.setdefault(id(person), set()).add((title, placed))
    return [draft for draft in drafts if not _says_less(draft, full)]


def _held(draft: Draft) -> Iterator[tuple[Entity, str, bool]]:
    placed = {id(subject) for subject, predicate, _ in draft.stated if predicate == "postIn"}
    for subject, predicate, term in draft.stated:
        if predicate == "holdsPost" and isinstance(term, Entity) and term.thing is not None:
            yield subject, title_of(term.thing), id(term) in placed


def title_of(thing: Thing) -> str:
    """Give the title of a post in small letters, without what it is an office of."""
    titles = [name for name in thing.names if thing.label.startswith(name)]
    label = titles[0] if titles else thing.label.partition(" (")[0]
    return label.lower()


def _says_less(draft: Draft, full: dict[int, set[tuple[str, bool]]]) -> bool:
    if draft.maker != RULE:
        return False
    return any(
        (len(title.split()) == 1 and any(_holds(other, title) for other, _ in full[id(person)]))
        or (
            not placed and any(_is_same(other, title) for other, with_ in full[id(person)] if with_)
        )
        for person, title, placed in _held(draft)
    )


def _is_same(placed: str, title: str) -> bool:
    return placed == title or placed.startswith(f"{title} of ")


def _holds(longer: str, word: str) -> bool:
    return longer != word and word in longer.replace("-", " ").split()
