"""Described things: nouns that are no names, sieve by sieve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax import NounGroup
from .agreements import antecedent, is_agreement
from .deeds import person_by_deed
from .entities import Entity
from .nouns import load_nouns
from .pronouns import POSSESSIVE
from .scene import Scene

if TYPE_CHECKING:
    from .discourse import Discourse

_BACK = ("this", "that", "these", "those", "the", "such", "both", *POSSESSIVE)
_OWNERS = ("State", "ArmedForce", "Alliance", "MilitaryFormation")
_SINGLE = ("Alliance", "MilitaryFormation", "Company", "Policy", "Place", "Conflict")
_NEAR = 3
_PROGRAMMES = ("programme", "program")
_PLAIN = {"joint", "new", "same", "whole", "flagship", "first"}
_SHARED = frozenset(("joint", "combined", "combine", "coordinated", "coordinate", "bilateral"))
_COUNTRY = ("country", "nation", "republic", "kingdom")
_SIDES = ("side", "government", "authority", "party")


class Descriptions:
    """Resolves noun groups that are no names and no pronouns.

    Args:
        discourse: What is known so far.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    @property
    def scene(self) -> Scene:
        """Give the sentence being read."""
        return self.discourse.scene

    def resolve(self, group: NounGroup) -> tuple[Entity, ...]:
        """Try the sieves in turn; the first that finds something wins."""
        return (
            self._acting(group)
            or self._apposed(group)
            or self._same_name(group)
            or self._quoted_name(group)
            or self._set(group)
            or self._branches(group)
            or self._side(group)
            or self._country(group)
            or self._delegation(group)
            or self._called(group)
            or self._predicate(group)
            or self._people(group)
            or self._own_unit(group)
            or self._back(group)
            or self._described(group)
        )

    def _acting(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "X Y" for a person where X Y does what only people do."""
        thing = person_by_deed(group, self.scene)
        return (self.discourse.named(thing, group),) if thing is not None else ()

    def _apposed(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "a frigate" beside a ship's name for that ship, "its mission" for the operation."""
        other = self.scene.parse.apposed.get((group.first, group.last))
        if other is None:
            return ()
        found = load_nouns().class_of(group.words, group.lemma)
        wanted = (*([found[0]] if found else []), *load_nouns().weak.get(group.lemma, ()))
        named = other.mention is not None or person_by_deed(other, self.scene) is not None
        entities = self.discourse.things(other) if named and wanted else ()
        return tuple(entity for entity in entities if entity.is_a(wanted))

    def _same_name(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "Northern Lights alliance" or "Coral Sea region" for the name that it contains."""
        found = load_nouns().class_of(group.words, group.lemma)
        if not group.names or group.possessor is not None:
            return ()
        if found is None:
            return self._counted(group)
        last = self.discourse.modifiers(group)[-1]
        named_last = group.names[-1].kind == "name" and not last.is_a(("State", "ArmedForce"))
        if not named_last or not last.is_a((found[0],)):
            return ()
        last.nouns.add(group.lemma)
        return (last,)

    def _quoted_name(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "staff exercise" in "the “Infinity” staff exercise" for the name in quotes."""
        found = load_nouns().class_of(group.words, group.lemma)
        mark = self.scene.sentence.tokens[group.first - 1].text if group.first else ""
        if found is None or mark not in ("”", '"', "’", "'", "»"):
            return ()
        quoted = (g for g in self.scene.parse.groups if g.last == group.first - 1)
        entities = (e for g in quoted if g.mention for e in self.discourse.things(g))
        return tuple(entity for entity in entities if entity.is_a((found[0],)))

    def _counted(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "500 Hugin rounds", "the Hugin system" for the type that is named before."""
        last = self.discourse.modifiers(group)[-1]
        counted = group.quantity is not None and not load_nouns().is_person(group.lemma)
        counted |= group.lemma in ("system", "platform")
        return (last,) if counted and last.is_a(("AssetType",)) else ()

    def _set(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "both nations", "the two leaders", "their respective ministers" for the members."""
        kind = load_nouns().sets.get(group.lemma)
        numbered = group.determiner == "both" or "two" in self._lower(group)
        if kind is None or not group.plural or group.names:
            return ()
        if kind == "State":
            sides = group.lemma in ("side", "party") and group.determiner == "the"
            if sides and (met := self.discourse.met()):
                return met
            return self.discourse.pair() if numbered or sides else ()
        if kind == "Person" and "respective" in group.words:
            return self._posts(group)
        if kind == "Person" and (numbered or (group.determiner == "the" and not group.words)):
            return self._leaders()
        return ()

    def _branches(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "their coast guards", "the two states' navies" for the force of each state."""
        words = [w for w in (*group.words, group.lemma) if w not in ("respective", "two", "own")]
        branch = " ".join(words)
        if branch not in load_nouns().branches or not (group.determiner or group.possessor):
            return ()
        states = [e for e in self.discourse.possessors(group) if e.thing and e.is_a(("State",))]
        return tuple(self._branch(state, branch, group) for state in states)

    def _branch(self, state: Entity, branch: str, group: NounGroup) -> Entity:
        """Give a state's force where the article names it, else the state."""
        if state.thing is None:
            return state
        force = self.discourse.known.force(state.thing.slug, branch)
        if force.slug not in self.discourse.told:
            return state
        return self.discourse.named(force, group, state.thing.slug)

    def _side(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "the Danish side" for Denmark."""
        state = self.discourse.state_of(group) if group.lemma in _SIDES else None
        return (state,) if state is not None and not group.words and not group.plural else ()

    def _country(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "the country" for the one state that the sentence has named so far."""
        plain = not (group.words or group.names or group.plural or group.possessor)
        if group.lemma not in _COUNTRY or group.determiner != "the" or not plain:
            return ()
        before = [e for g in self.scene.groups_before(group.first) for e in self._named_in(g)]
        states = tuple(dict.fromkeys(e for e in before if e.is_a(("State",))))
        return states if len(states) == 1 else ()

    def _named_in(self, group: NounGroup) -> tuple[Entity, ...]:
        own = (self.discourse.mentioned(group),) if group.mention is not None else ()
        return (*self.discourse.modifiers(group), *own)

    def _delegation(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "a delegation headed by X" for X: where it goes, X goes."""
        if group.lemma != "delegation" or group.plural:
            return ()
        for clause in self.scene.parse.clauses:
            if clause.verb.lemma in ("head", "lead") and group in clause.subjects:
                for phrase in clause.phrases if clause.verb.passive else ():
                    if phrase.preposition == "by":
                        found = [e for g in phrase.groups for e in self._with_apposed(g)]
                        return tuple(e for e in found if e.is_a(("Person",)))[:1]
        return ()

    def _with_apposed(self, group: NounGroup) -> tuple[Entity, ...]:
        beside = self.scene.parse.apposed.get((group.first, group.last))
        more = self.discourse.things(beside) if beside is not None else ()
        return (*self.discourse.things(group), *more)

    def _called(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "the admiral" for the one person who was called so."""
        known = self.discourse.cast.described(group)
        if known is None or group.names or group.possessor is not None:
            return ()
        return (known,)

    def _predicate(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "the first country" in "Denmark is the first country to join" for Denmark.

        Of those who were just trained, "they are the third cohort" says the same.
        """
        nouns = load_nouns()
        kind = nouns.sets.get(group.lemma)
        for clause in self.scene.parse.clauses:
            if clause.verb.lemma != "be" or group not in clause.objects:
                continue
            if group.lemma in nouns.cohorts and all(g.pronoun for g in clause.subjects):
                return self._just_trained()
            if kind == "State":
                return tuple(
                    e for g in clause.subjects for e in self.discourse.things(g) if e.is_a((kind,))
                )
        return ()

    def _just_trained(self) -> tuple[Entity, ...]:
        """Give the training just told for "they are the third cohort"."""
        since = max(0, self.scene.index - 1)
        found = list(self.discourse.register.recent(("TrainingProgramme",), since))
        return tuple(found) if len(found) == 1 and found[0].thing is None else ()

    def _leaders(self) -> tuple[Entity, ...]:
        return tuple(
            self.discourse.register.named(t, self.scene.index, 0)
            for t in self.discourse.pairs.people_before(self.scene.index)
        )

    def _posts(self, group: NounGroup) -> tuple[Entity, ...]:
        title = " ".join([*(w for w in group.words if w not in ("respective", "two")), group.lemma])
        return tuple(
            self.discourse.named(self.discourse.known.post(title, state.slug), group, state.slug)
            for state in self.discourse.pairs.states
        )

    def _people(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "Danish troops" for the forces; "personnel from both nations" for the states.

        "Ships of the Danish navy" act for it; "vessels from a yard" are bought, not the yard.
        """
        people = group.lemma in load_nouns().people
        head = self.scene.sentence.tokens[group.last - 1].text
        if head[:1].isupper() and group.last > 1:
            return ()
        if not people and not (group.plural and group.lemma in load_nouns().parts):
            return ()
        state = self.discourse.state_of(group) if people else None
        if state is not None and state.thing is not None:
            force = self.discourse.known.armed_forces(state.thing)
            return (
                self.discourse.register.named(
                    force, self.scene.index, self.scene.start(group), state.thing.slug
                ),
            )
        owners = ("State", "Organisation") if people else _OWNERS
        for phrase in self.scene.parse.after.get((group.first, group.last), ()):
            if phrase.preposition == "of" or (people and phrase.preposition == "from"):
                found = [e for g in phrase.groups for e in self.discourse.things(g)]
                if found and all(e.is_a(owners) for e in found):
                    return tuple(found)
        return ()

    def _own_unit(self, group: NounGroup) -> tuple[Entity, ...]:
        """Take "the carrier's embarked air wing" for the one air wing that was named."""
        found = load_nouns().class_of(group.words, group.lemma)
        single = group.possessor is not None and not (group.names or group.plural)
        if found is None or found[0] != "MilitaryFormation" or not single:
            return ()
        called = {*group.words, group.lemma} - {"embarked", "own", "assigned"}
        near = self.discourse.register.recent(("MilitaryFormation",))
        units = [e for e in near if e.thing is not None and called <= _words_of(e)]
        return tuple(units) if len(units) == 1 else ()

    def _back(self, group: NounGroup) -> tuple[Entity, ...]:
        """Find what "the pact", "this mission", "their visit" points back to."""
        nouns = load_nouns()
        pointing = group.determiner in _BACK
        if pointing and is_agreement(group) and group.possessor is None:
            found = None if {*group.words} & nouns.other else antecedent(group, self.discourse)
            if found is not None:
                self.discourse.register.touch(found, self.scene.index)
            return (found,) if found is not None else ()
        if not pointing or group.names or group.possessor is not None:
            return ()
        if set(group.words) & nouns.other:
            return ()
        kind = nouns.class_of(group.words, group.lemma)
        weak = nouns.weak.get(group.lemma, ())
        wanted = (*([kind[0]] if kind else []), *weak)
        told = set(group.words) - _PLAIN
        if not wanted or (kind is None and told and group.lemma in _PROGRAMMES):
            return ()
        since = 0 if kind and not weak else max(0, self.scene.index - _NEAR + 1)
        candidates = [
            e for e in self.discourse.register.recent(wanted, since) if self._may_be(e, group)
        ] or self._only(group)
        if not candidates:
            return ()
        told = {*group.words, group.lemma}
        best = max(candidates, key=lambda e: len((_words_of(e) | e.nouns) & told))
        self.discourse.register.touch(best, self.scene.index)
        return (best,)

    def _only(self, group: NounGroup) -> list[Entity]:
        """Give the one operation of the article so far, for a bare "the mission"."""
        if group.lemma not in ("mission", "operation") or group.determiner != "the" or group.words:
            return []
        found = list(self.discourse.register.recent(("Operation",)))
        return found if len(found) == 1 and found[0].thing is not None else []

    def _may_be(self, entity: Entity, group: NounGroup) -> bool:
        """Two descriptions of one class agree unless a state or a number tells them apart."""
        if entity.thing is not None and entity.nouns and entity.is_a(("AssetType",)):
            return group.lemma in (*entity.nouns, "technology", "system", "asset", "weapon")
        if entity.thing is None and entity.is_a(("AssetType", "Vessel", "Facility")):
            return group.lemma in (entity.lemma, "technology", "system", "asset")
        if entity.thing is not None and entity.is_a(("MilitaryFormation",)):
            heads = {w for w in _words_of(entity) if load_nouns().class_of((), w)}
            return not heads or group.lemma in _words_of(entity)
        if group.lemma in _PROGRAMMES and entity.thing is None and not entity.lemma:
            return False
        if entity.is_a(("TrainingProgramme",)) and group.plural and not entity.plural:
            return False
        if entity.is_a(("Vessel",)) and entity.nouns and group.lemma in load_nouns().ships:
            return group.lemma in entity.nouns
        other_word = entity.lemma and entity.lemma != group.lemma
        if group.determiner == "the" and other_word and entity.thing is None:
            return group.lemma in load_nouns().weak
        return group.quantity is None or group.plural

    def _described(self, group: NounGroup) -> tuple[Entity, ...]:
        """Bring in a thing by its description."""
        found = load_nouns().class_of(group.words, group.lemma)
        if found is None:
            return ()
        if group.plural and is_agreement(group):
            return ()
        kind = "VesselType" if group.plural and found[0] == "Vessel" else found[0]
        if group.plural and kind in _SINGLE and not group.names:
            return ()
        if group.plural and kind in ("Operation", "Exercise") and not _is_one(group):
            return ()
        if kind == "Operation" and _is_pastime(group):
            return ()
        state = self.discourse.state_of(group)
        if state is not None and state.thing is not None:
            named = self.discourse.known.described(state.thing, self.scene.surface(group))
            if named is not None:
                return (
                    self.discourse.register.named(
                        named, self.scene.index, self.scene.start(group), state.thing.slug
                    ),
                )
        return (self.discourse.register.add(self._new(group, kind, state)),)

    def _new(self, group: NounGroup, kind: str, state: Entity | None) -> Entity:
        return Entity(
            types={kind},
            words=self.scene.surface(group),
            lemma=group.lemma,
            state=state.thing.slug if state is not None and state.thing is not None else None,
            seen=self.scene.index,
            start=self.scene.start(group),
            plural=group.plural,
        )

    def _lower(self, group: NounGroup) -> list[str]:
        return [word.lower() for word in self.scene.words(group)]


def _words_of(entity: Entity) -> set[str]:
    """Give the words of a description, or of a name, in lower case."""
    return {*(entity.thing.label if entity.thing is not None else entity.words).lower().split()}


def _is_one(group: NounGroup) -> bool:
    """Tell whether a plural is one activity: "joint drills", "the Danish operations"."""
    told = load_nouns().collective.intersection(group.words)
    return bool(told or group.names or group.determiner in _BACK)


def _is_pastime(group: NounGroup) -> bool:
    """Tell whether a bare singular is what is done in general: "conducted maritime patrol"."""
    led = group.determiner or group.possessor or group.names or _SHARED.intersection(group.words)
    return not (led or group.quantity or group.plural)
