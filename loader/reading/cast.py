"""The cast: what each person of an article was called, and who "she" or "the admiral" is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..syntax import NounGroup, Parse
from ..text import Sentence
from .entities import Entity

if TYPE_CHECKING:
    from .discourse import Discourse

_REACH = 3
_HE = frozenset({"mr", "mr.", "sir", "lord", "king", "prince", "spokesman", "chairman", "father"})
_SHE = frozenset(
    {"ms", "ms.", "mrs", "mrs.", "miss", "dame", "lady", "baroness", "queen", "princess"}
    | {"spokeswoman", "chairwoman", "mother"}
)
Outside = Callable[[int], bool]


class Cast:
    """Remembers people by the words beside their names, and who was last spoken of."""

    def __init__(self) -> None:
        self.words: dict[int, set[str]] = {}
        self.people: dict[int, Entity] = {}
        self._topic: tuple[Entity | None, int] = (None, -1)

    def note(
        self,
        sentence: Sentence,
        parse: Parse,
        discourse: Discourse,
        speaker: Entity | None,
        outside: Outside,
    ) -> None:
        """Take in a sentence: what people are called in it, and whom it is about."""
        for group, person in _people(parse, discourse):
            words = self.words.setdefault(id(person), set())
            self.people[id(person)] = person
            beside = parse.apposed.get((group.first, group.last))
            for named in (group, *((beside,) if beside else ())):
                words |= {t.text.lower() for t in sentence.tokens[named.first : named.last]}
        said = speaker if speaker is not None and speaker.is_a(("Person",)) else None
        topic, told = self._about(sentence, parse, discourse, len(sentence.tokens), outside)
        if said is not None or told:
            self._topic = (said or topic, sentence.index)

    def pronoun(
        self,
        group: NounGroup,
        sentence: Sentence,
        parse: Parse,
        discourse: Discourse,
        outside: Outside,
    ) -> Entity | None:
        """Give whom "he" or "she" stands for: whom the words before it are about."""
        person, told = self._about(sentence, parse, discourse, group.first, outside)
        if not told:
            person = self.topic(sentence.index)
        return person if person is not None and self._may_be(person, group.lemma) else None

    def topic(self, sentence: int) -> Entity | None:
        """Give whom the sentences just before one are about, None where that cannot be told."""
        person, index = self._topic
        return person if sentence - index <= _REACH else None

    def about(
        self, sentence: Sentence, parse: Parse, discourse: Discourse, before: int, outside: Outside
    ) -> Entity | None:
        """Give the one person whom the words before a token are about, None where none is."""
        return self._about(sentence, parse, discourse, before, outside)[0]

    def described(self, group: NounGroup) -> Entity | None:
        """Give the one person who was called what the group says: "the admiral"."""
        if group.determiner not in ("the", "this", "that") or group.plural:
            return None
        called = {*group.words, group.lemma}
        found = [self.people[key] for key, words in self.words.items() if called <= words]
        if len(found) > 1 and self._topic[0] in found:
            return self._topic[0]
        return found[0] if len(found) == 1 else None

    def _may_be(self, person: Entity, pronoun: str) -> bool:
        words = self.words.get(id(person), set())
        return not words & (_SHE if pronoun == "he" else _HE)

    def _about(
        self,
        sentence: Sentence,
        parse: Parse,
        discourse: Discourse,
        before: int,
        outside: Outside,
    ) -> tuple[Entity | None, bool]:
        """Give the one person whom the words are about, and whether they name any at all."""
        named = [
            (group, person)
            for group, person in _people(parse, discourse)
            if group.last <= before and outside(sentence.tokens[group.first].span.start)
        ]
        distinct = list(dict.fromkeys(person for _, person in named))
        if len(distinct) <= 1:
            return (distinct[0], True) if distinct else (None, False)
        subjects = {(g.first, g.last) for c in parse.clauses for g in c.subjects}
        for group, person in named:
            if (group.first, group.last) in subjects:
                return person, True
        return None, True


def _people(parse: Parse, discourse: Discourse) -> Iterator[tuple[NounGroup, Entity]]:
    for group in parse.groups:
        if group.mention is not None and "Person" in group.mention.thing.types:
            yield group, discourse.things(group)[0]
