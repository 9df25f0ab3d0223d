"""Reference: which entities a noun group stands for, sieve by sieve, the surest first.

The order follows the multi-pass sieve of Raghunathan et al. (EMNLP 2010): names, then described
things, then nouns that point back, then pronouns; each gives up rather than guess.
"""

from __future__ import annotations

from collections.abc import Sequence

from ..syntax import NounGroup, Parse
from ..text import Sentence
from .entities import Entity, Register
from .known import Known
from .nouns import load_nouns
from .sets import Pairs

_BACK = ("this", "that", "these", "those", "the", "such")
_SINGULAR = ("he", "she", "him", "his", "her")
_NEUTER = ("it", "its", "this", "that")
_PLURAL = ("they", "them", "their", "both", "these", "those")
_POSSESSIVE = ("his", "her", "its", "their", "our", "my")
_FIRST = ("we", "us", "our", "ours")
_SINGLE = ("Alliance", "Operation", "MilitaryFormation", "Company", "Policy", "Place", "Conflict")
_AGENT = ("State", "Organisation")
_NEAR = 3


class Discourse:
    """What an article talks about, sentence by sentence.

    Args:
        article: Slug of the article.
        pairs: Pairs of states and of people that the article puts side by side.
        known: Names of reference data, for described things that have one.
    """

    def __init__(self, article: str, pairs: Pairs, known: Known) -> None:
        self.article = article
        self.register = Register()
        self.pairs = pairs
        self.known = known
        self.index = 0
        self.speaker: Entity | None = None
        self._sentence: Sentence | None = None
        self._parse: Parse | None = None
        self._resolved: dict[tuple[int, int], tuple[Entity, ...]] = {}

    def open(self, sentence: Sentence, parse: Parse) -> None:
        """Begin a sentence; the names in it are seen first."""
        self.index, self._sentence, self._parse = sentence.index, sentence, parse
        self._resolved = {}
        self.people = [
            self.things(group)[0]
            for group in parse.groups
            if group.mention is not None and "Person" in group.mention.thing.types
        ]

    def things(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give the entities that the group stands for; none where that cannot be told."""
        place = (group.first, group.last)
        if place not in self._resolved:
            self._resolved[place] = ()
            self._resolved[place] = self._resolve(group)
        found = tuple(self.register.real(entity) for entity in self._resolved[place])
        return tuple(dict.fromkeys(found))

    def state_of(self, group: NounGroup) -> Entity | None:
        """Give the one state that possesses or modifies the group ("Danish", "Denmark's")."""
        states = [e for e in self.possessors(group) if e.is_a(("State",))]
        states += [e for e in self.modifiers(group) if e.is_a(("State",))]
        return states[0] if len(set(states)) == 1 else None

    def states(self, slugs: Sequence[str | None]) -> tuple[Entity, ...]:
        """Give states by slug; what is unknown or no state is left out."""
        things = (self.known.thing(slug) for slug in dict.fromkeys(slugs) if slug)
        return tuple(
            self.register.named(thing, self.index, 0)
            for thing in things
            if thing is not None and "State" in thing.types
        )

    def states_in(self, group: NounGroup) -> tuple[str, ...]:
        """Give the slugs of the states that the words of a name contain."""
        return self.known.states_in(" ".join(self._words_as_written(group)))

    def possessors(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give who the group belongs to by ``'s`` or a possessive pronoun."""
        if group.possessor is not None:
            return self.things(group.possessor)
        if group.determiner in _POSSESSIVE:
            return self._pronoun(group.determiner, group.first)
        return ()

    def modifiers(self, group: NounGroup) -> tuple[Entity, ...]:
        """Give the named things before the head."""
        assert self._sentence is not None  # noqa: S101 - open() comes first
        return tuple(
            self.register.named(
                m.thing, self.index, self._sentence.tokens[m.first].span.start, m.state
            )
            for m in group.names
        )

    def _resolve(self, group: NounGroup) -> tuple[Entity, ...]:
        if group.mention is not None:
            return (self._named(group),)
        if group.pronoun:
            return self._pronoun(group.lemma, group.first)
        return (
            self._apposed(group)
            or self._same_name(group)
            or self._set(group)
            or self._predicate(group)
            or self._people(group)
            or self._back(group)
            or self._described(group)
        )

    def _named(self, group: NounGroup) -> Entity:
        mention = group.mention
        assert mention is not None and self._sentence is not None  # noqa: S101, PT018
        start = self._sentence.tokens[mention.first].span.start
        entity = self.register.named(mention.thing, self.index, start, mention.state)
        self.modifiers(group)
        return entity

    def _same_name(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "Northern Lights alliance" or "Coral Sea region" for the name that it contains."""
        found = load_nouns().class_of(group.words, group.lemma)
        if found is None or not group.names or group.possessor is not None:
            return ()
        last = self.modifiers(group)[-1]
        named_last = group.names[-1].kind == "name" and not last.is_a(("State", "ArmedForce"))
        return (last,) if named_last and last.is_a((found[0],)) else ()

    def _apposed(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "a frigate" beside a ship's name for that ship, "its mission" for the operation."""
        assert self._parse is not None  # noqa: S101
        other = self._parse.apposed.get((group.first, group.last))
        if other is None or other.mention is None:
            return ()
        found = load_nouns().class_of(group.words, group.lemma)
        wanted = (*([found[0]] if found else []), *load_nouns().weak.get(group.lemma, ()))
        entity = self._named(other)
        return (entity,) if entity.is_a(wanted) else ()

    def _predicate(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "the only nation" in "Denmark is the only nation" for Denmark."""
        assert self._parse is not None  # noqa: S101
        kind = load_nouns().sets.get(group.lemma)
        for clause in self._parse.clauses:
            if kind == "State" and clause.verb.lemma == "be" and group in clause.objects:
                return tuple(e for g in clause.subjects for e in self.things(g) if e.is_a((kind,)))
        return ()

    def _set(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "both nations", "the two leaders", "their respective … ministers" for their members."""
        kind = load_nouns().sets.get(group.lemma)
        numbered = group.determiner == "both" or "two" in self._words(group)
        if kind is None or not group.plural or group.names:
            return ()
        if kind == "State" and (numbered or group.determiner in ("the", "these")):
            return self.pair() if numbered else ()
        if kind == "Person" and "respective" in group.words:
            return self._posts(group)
        if kind == "Person" and (numbered or (group.determiner == "the" and not group.words)):
            return self._leaders()
        return ()

    def pair(self) -> tuple[Entity, ...]:
        """Give the two states that the article is about; none where it has no such pair."""
        return tuple(self.register.named(t, self.index, 0) for t in self.pairs.states)

    def _leaders(self) -> tuple[Entity, ...]:
        return tuple(
            self.register.named(t, self.index, 0) for t in self.pairs.people_before(self.index)
        )

    def _posts(self, group: NounGroup) -> tuple[Entity, ...]:
        title = " ".join([*(w for w in group.words if w not in ("respective", "two")), group.lemma])
        posts = (self.known.post(title, thing.slug) for thing in self.pairs.states)
        return tuple(self.register.named(post, self.index, 0) for post in posts if post)

    def _people(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "Danish troops" for the armed forces; "personnel from both nations" for the states."""
        if group.lemma not in load_nouns().people:
            return ()
        state = self.state_of(group)
        if state is not None and state.thing is not None:
            force = self.known.armed_forces(state.thing)
            return (self.register.named(force, self.index, self.start(group), state.thing.slug),)
        assert self._parse is not None  # noqa: S101
        for phrase in self._parse.after.get((group.first, group.last), ()):
            if phrase.preposition in ("from", "of"):
                found = [e for g in phrase.groups for e in self.things(g)]
                if found and all(e.is_a(("State", "Organisation")) for e in found):
                    return tuple(found)
        return ()

    def _back(self, group: NounGroup) -> tuple[Entity, ...]:
        """Find what "the pact", "this mission", "their visit" points back to."""
        nouns = load_nouns()
        pointing = group.determiner in (*_BACK, *_POSSESSIVE, "both")
        if not pointing or group.names or group.possessor is not None:
            return ()
        if set(group.words) & nouns.other:
            return ()
        found = nouns.class_of(group.words, group.lemma)
        weak = nouns.weak.get(group.lemma, ())
        wanted = (*([found[0]] if found else []), *weak)
        if not wanted:
            return ()
        since = 0 if found and not weak else max(0, self.index - _NEAR + 1)
        candidates = [e for e in self.register.recent(wanted, since) if self._may_be(e, group)]
        if not candidates:
            return ()
        best = max(candidates, key=lambda e: len({*e.words.split()} & {*group.words, group.lemma}))
        self.register.touch(best, self.index)
        return (best,)

    def _may_be(self, entity: Entity, group: NounGroup) -> bool:
        """Two descriptions of one class agree unless a state or a number tells them apart."""
        if entity.thing is None and entity.is_a(("AssetType", "Vessel", "Facility")):
            return group.lemma in (entity.lemma, "technology", "system", "asset")
        return not (group.quantity is not None and not group.plural)

    def _described(self, group: NounGroup) -> tuple[Entity, ...]:
        """Bring in a thing by its description."""
        found = load_nouns().class_of(group.words, group.lemma)
        if found is None:
            return ()
        kind, _ = found
        if group.plural and kind in _SINGLE and not group.names:
            return ()
        state = self.state_of(group)
        if state is not None and state.thing is not None:
            named = self.known.described(state.thing, " ".join(self._surface(group)))
            if named is not None:
                return (
                    self.register.named(named, self.index, self.start(group), state.thing.slug),
                )
        return (self.register.add(self._new(group, kind, state)),)

    def _new(self, group: NounGroup, kind: str, state: Entity | None) -> Entity:
        return Entity(
            types={kind},
            words=" ".join([*self._surface(group)]),
            lemma=group.lemma,
            state=state.thing.slug if state is not None and state.thing is not None else None,
            seen=self.index,
            start=self.start(group),
            plural=group.plural,
        )

    def _pronoun(self, word: str, before: int) -> tuple[Entity, ...]:
        if word in _SINGULAR:
            return self._person()
        if word in _FIRST:
            return self._first_person()
        groups = self._groups_before(before)
        if word in _NEUTER:
            for group in reversed(groups):
                found = [e for e in self.things(group) if e.is_a(_AGENT)]
                if found and group.mention is not None:
                    return tuple(found[:1])
            return ()
        if word in ("they", "them", "their", "both"):
            return self._plural(groups)
        return ()

    def _person(self) -> tuple[Entity, ...]:
        """Take "he" for the one person of this sentence, else of the sentences just before."""
        here = tuple(dict.fromkeys(self.people))
        if len(here) == 1:
            return here
        if len(here) > 1:
            return here[:1]
        recent = list(self.register.recent(("Person",), self.index - 1))
        return (recent[0],) if len(recent) == 1 else ()

    def _first_person(self) -> tuple[Entity, ...]:
        if self.speaker is None:
            return ()
        assert self._sentence is not None  # noqa: S101
        together = any(t.lemma in ("together", "both") for t in self._sentence.tokens)
        states = {t.slug for t in self.pairs.states}
        if together and self.speaker.state in states:
            return self.pair()
        state = self.known.thing(self.speaker.state) if self.speaker.state else None
        return (self.register.named(state, self.index, 0),) if state is not None else ()

    def _plural(self, groups: Sequence[NounGroup]) -> tuple[Entity, ...]:
        assert self._parse is not None  # noqa: S101
        for group in reversed(groups):
            found = self.things(group)
            people = group.lemma in load_nouns().people and group.mention is None
            if (len(found) > 1 or people) and found and all(e.is_a(("Agent",)) for e in found):
                return found
        for clause in reversed(self._parse.clauses):
            found = tuple(e for g in clause.subjects for e in self.things(g) if e.is_a(("Agent",)))
            if len(found) > 1:
                return found
        return ()

    def _groups_before(self, before: int) -> list[NounGroup]:
        assert self._parse is not None  # noqa: S101
        return [g for g in self._parse.groups if g.last <= before]

    def start(self, group: NounGroup) -> int:
        """Give the clean offset of the group's first character."""
        assert self._sentence is not None  # noqa: S101
        return self._sentence.tokens[group.first].span.start

    def _words(self, group: NounGroup) -> list[str]:
        assert self._sentence is not None  # noqa: S101
        return [t.text.lower() for t in self._sentence.tokens[group.first : group.last]]

    def _words_as_written(self, group: NounGroup) -> list[str]:
        assert self._sentence is not None  # noqa: S101
        return [t.text for t in self._sentence.tokens[group.first : group.last]]

    def _surface(self, group: NounGroup) -> list[str]:
        """Give the words of a description, determiner and possessor left out."""
        assert self._sentence is not None  # noqa: S101
        first = group.possessor.last + 1 if group.possessor is not None else group.first
        first += 1 if group.determiner and group.possessor is None else 0
        return [t.text for t in self._sentence.tokens[first : group.last] if t.text != "-"]
