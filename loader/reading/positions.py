"""Positions: where round a site a slot's fillers may stand, and the entities that stand there.

Besides the plain ones of ``sites`` (``subject``, ``object``, ``possessor``, ``apposed``, a
preposition …) there are: ``P~`` (the states that modify or possess what stands in P), ``P.of``
(what an "of" phrase after P names; any preposition), ``P-called`` (the states called by name, not
by adjective, before the head of P: "gave Peru ships"), ``nearest`` (groups before the verb),
``predicate`` (subject of the "be" that the noun completes), ``pair`` (the article's two states),
``complement`` (what the clause after the verb brought in), ``purpose`` (object of the infinitive
after the verb), ``deployment`` (of the formation that is the object), ``recent`` (an activity
just spoken of; ``recent-training`` a training), ``P-state`` (the states that people in P act
for), ``P-home`` (bodies too), ``it`` (the agreement that "it" as the subject stands for),
``town`` and ``series-base`` (of "X-based" units), ``holder`` (of the commitment that the verb
completes), ``named`` (states in the name itself), ``placed`` (where the noun is: "X, Lisbon"),
``whose`` (X in "X, whose base …"), ``loose`` (the next group behind the verb that no clause has),
``owner`` (a possessor that is no pronoun), ``joint`` (modifiers and possessors, two at least),
``possessor-state``, ``fronted-to``, ``attending`` (subject of the clause in which "during", "on"
or "for" stands before the noun), ``clause-at`` (where the clause takes place), ``club`` (the
alliance spoken of, behind "its"), ``colon`` (the list behind a colon), ``clause-object``,
``P-fleet`` (whose ships or aircraft P are), ``among`` (of whom the subject's states are told:
"six nations sailed, including X").
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ..syntax import Mark, NounGroup, Parse
from .beside import before_whose, is_demonym, loose_after
from .crews import fleet_of, is_force, told_of_subject
from .discourse import Discourse
from .entities import Entity
from .nouns import load_nouns
from .recalled import Recalled
from .sides import sides_of
from .sites import NounSite, VerbSite

Site = VerbSite | NounSite
Found = tuple[Entity, ...]
_COPULA = ("be", "remain", "become")
_NEAREST = 4
_ANYWHERE = 1000
_ATTENDING = ("during", "on", "for", "after", "at", "following")
_JOINT = ("State", "ArmedForce")


class Positions(Recalled):
    """Resolves positions to entities.

    Args:
        discourse: What groups stand for.
    """

    def __init__(self, discourse: Discourse) -> None:
        super().__init__(discourse)
        self.made: dict[int, list[Entity]] = {}

    def at(self, position: str, site: Site) -> Iterator[Found]:
        """Give the entities in a position, nearest list first."""
        special = getattr(self, _method(position), None)
        if special is not None:
            yield from special(site)
            return
        for groups in self._groups(position.removesuffix("~"), site):
            if position.endswith("~"):
                yield tuple(e for group in groups for e in self._states(group))
            elif position.endswith(("-state", "-home")):
                yield self._sides(site, groups, bodies=position.endswith("home"))
            elif position.endswith("-fleet"):
                yield tuple(e for group in groups for e in fleet_of(group, self.discourse))
            elif position.endswith("-forces"):
                yield self._forces(site, groups)
            elif position.endswith("-called"):
                yield self._called(groups)
            else:
                yield tuple(e for group in groups for e in self.things(site, group))

    def _groups(self, position: str, site: Site) -> Iterator[tuple[NounGroup, ...]]:
        """Give the groups in a position, those behind a preposition of another one included."""
        before, _, preposition = position.partition(".")
        near = 2 if before == "self" else _ANYWHERE
        for groups in site.fillers(plain(position)):
            if not preposition:
                yield groups
            for group in groups if preposition else ():
                for phrase in site.parse.after.get((group.first, group.last), ()):
                    beside = any(g.first - group.last <= near for g in phrase.groups)
                    if phrase.preposition == preposition and beside:
                        yield phrase.groups

    def things(self, site: Site, group: NounGroup) -> Found:
        """Give a group's entities, with those of the group in apposition to it."""
        found = self._holders(self.discourse.things(group))
        other = site.parse.apposed.get((group.first, group.last))
        more = self._holders(self.discourse.things(other)) if other is not None else ()
        both = (*found, *(entity for entity in more if entity not in found))
        if group.lemma in load_nouns().sent:
            both = (*both, *(e for e in self._senders(site, group) if e not in both))
        if any(entity.is_a(("Person",)) for entity in both):
            return tuple(entity for entity in both if not entity.is_a(("Post",)))
        return both

    def _senders(self, site: Site, group: NounGroup) -> Found:
        """Give whose "contingent" or "team" it is, for whom it acts."""
        after = site.parse.after.get((group.first, group.last), ())
        behind = [g for p in after if p.preposition in ("from", "of") for g in p.groups]
        found = [*self._states(group), *(e for g in behind for e in self.discourse.things(g))]
        return tuple(entity for entity in found if entity.is_a(_JOINT))

    def _holders(self, found: Found) -> Found:
        """Give for a post the person who was said to hold it."""
        return tuple(self.discourse.holders.get(id(entity), entity) for entity in found)

    def _club(self, site: Site) -> Iterator[Found]:
        """Give the one alliance just spoken of for "its ninth member", "the alliance’s member"."""
        if not isinstance(site, NounSite) or not (
            site.group.determiner == "its" or site.group.possessor is not None
        ):
            return
        since = max(0, self.discourse.scene.index - 2)
        found = set(self.discourse.register.recent(("Alliance",), since))
        if len(found) == 1:
            yield tuple(found)

    def _clause_at(self, site: Site) -> Iterator[Found]:
        """Give where the noun's clause takes place: "X, where she was a guest"."""
        for phrase in site.clause.phrases if isinstance(site, NounSite) and site.clause else ():
            if phrase.preposition in ("at", "in"):
                yield tuple(e for group in phrase.groups for e in self.things(site, group))

    def _attending(self, site: Site) -> Iterator[Found]:
        """Give whoever acts "on a visit", "during the talks", "for a meeting"."""
        clause = site.clause
        if not isinstance(site, NounSite) or clause is None or site.role != "phrase":
            return
        if any(p.preposition in _ATTENDING and site.group in p.groups for p in clause.phrases):
            yield tuple(e for group in clause.subjects for e in self.things(site, group))

    def _states(self, group: NounGroup) -> Found:
        both = (*self.discourse.possessors(group), *self.discourse.modifiers(group))
        return tuple(dict.fromkeys(both))

    def _forces(self, site: Site, groups: tuple[NounGroup, ...]) -> Found:
        """Give whose soldiers, ships or teams the groups without a name are."""
        bare = [g for g in groups if g.mention is None and is_force(g)]
        found = [(*self.things(site, g), *fleet_of(g, self.discourse)) for g in bare]
        return tuple(dict.fromkeys(entity for entities in found for entity in entities))

    def _called(self, groups: tuple[NounGroup, ...]) -> Found:
        """Give the states that stand by name before the heads of groups without determiner."""
        tokens = self.discourse.scene.sentence.tokens
        return tuple(
            entity
            for group in groups
            if not group.determiner
            for mention, entity in zip(group.names, self.discourse.modifiers(group), strict=True)
            if entity.is_a(("State",))
            and mention.first == group.first
            and not is_demonym(tokens[mention.last - 1].text, mention.thing.label)
        )

    def _placed(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite):
            place = site.parse.placed.get((site.group.first, site.group.last))
            yield self.discourse.things(place) if place is not None else ()

    def _whose(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite):
            group = before_whose(site.group, self.discourse.scene)
            yield self.things(site, group) if group is not None else ()

    def _among(self, site: Site) -> Iterator[Found]:
        if isinstance(site, VerbSite):
            for groups in told_of_subject(site):
                yield tuple(e for group in groups for e in self.things(site, group))

    def _loose(self, site: Site) -> Iterator[Found]:
        if isinstance(site, VerbSite):
            group = loose_after(site)
            yield self.things(site, group) if group is not None else ()

    def _sides(self, site: Site, groups: tuple[NounGroup, ...], *, bodies: bool) -> Found:
        found = (sides_of(g, site.parse, self.discourse, bodies=bodies) for g in groups)
        return tuple(entity for states in found for entity in states)

    def _self(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite):
            yield self.discourse.things(site.group)

    def _modifier(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite):
            named = zip(site.group.names, self.discourse.modifiers(site.group), strict=True)
            yield tuple(entity for mention, entity in named if not self._is_origin(mention.last))

    def _is_origin(self, index: int) -> bool:
        """Tell whether "-built" or the like follows: whose a "Danish-built frigate" is, is open."""
        words = [t.text.lower() for t in self.discourse.scene.sentence.tokens[index : index + 2]]
        return words[:1] in (["-"], ["‑"]) and words[-1] in load_nouns().origins

    def _series(self, site: Site) -> Iterator[Found]:
        """Give the type that a plural before an earlier member gives to a whole list.

        In "the Alfa-class frigates X and Y", Y is a frigate of the class as well.
        """
        if not isinstance(site, NounSite):
            return
        for members in site.parse.lists:
            if site.group in members:
                for member in reversed(members[: members.index(site.group)]):
                    yield self.discourse.plural_types(member)

    def _town(self, site: Site) -> Iterator[Found]:
        """Give the town of "Lemoore, California-based …": the place before the comma."""
        if isinstance(site, NounSite):
            yield self._town_before(site.group)

    def _series_base(self, site: Site) -> Iterator[Found]:
        """Give the base that an earlier member of a list has: "Oslo-based A, B and C"."""
        if not isinstance(site, NounSite) or _is_based(site.group):
            return
        for members in site.parse.lists:
            before = members[: members.index(site.group)] if site.group in members else ()
            for member in reversed(before):
                if _is_based(member):
                    yield self._town_before(member) or self.discourse.modifiers(member)[:1]
                    return

    def _town_before(self, group: NounGroup) -> Found:
        tokens = self.discourse.scene.sentence.tokens
        if group.first < 2 or tokens[group.first - 1].text != ",":
            return ()
        for other in self.discourse.scene.parse.groups:
            if other.last == group.first - 1:
                return tuple(e for e in self.discourse.things(other) if e.is_a(("Place",)))
        return ()

    def _possessor(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite):
            yield self.discourse.possessors(site.group)

    def _owner(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite) and site.group.possessor is not None:
            yield self.discourse.possessors(site.group)

    def _joint(self, site: Site) -> Iterator[Found]:
        """Give the states of "Chilean-Peruvian drill", "their joint patrol": two at least."""
        if isinstance(site, NounSite):
            found = tuple(e for e in self._states(site.group) if e.is_a(_JOINT))
            yield found if len(found) > 1 else ()

    def _nearest(self, site: Site) -> Iterator[Found]:
        first = site.verb.first if isinstance(site, VerbSite) else site.group.first
        before = [g for g in site.parse.groups if g.last <= first]
        for group in list(reversed(before))[:_NEAREST]:
            yield self.things(site, group)

    def _predicate(self, site: Site) -> Iterator[Found]:
        clause = site.clause
        in_phrase = isinstance(site, NounSite) and site.role == "phrase"
        if in_phrase and not self._is_on(site):
            return
        if isinstance(site, NounSite) and clause is not None and clause.verb.lemma in _COPULA:
            yield tuple(e for group in clause.subjects for e in self.things(site, group))

    def _is_on(self, site: Site) -> bool:
        """Tell whether the noun completes "be" behind "on", "of" or "in": "are on a tour"."""
        if not isinstance(site, NounSite) or site.clause is None:
            return False
        return any(
            phrase.preposition in ("on", "of", "in") and site.group in phrase.groups
            for phrase in site.clause.phrases
        )

    def _it(self, site: Site) -> Iterator[Found]:
        """Give the agreement spoken of before where the subject is "it", "this" or "which"."""
        if isinstance(site, VerbSite) and len(site.clause.subjects) == 1:
            group = site.clause.subjects[0]
            if group.pronoun and group.lemma in ("it", "this"):
                yield self.discourse.agreement_before(group)

    def _pair(self, _site: Site) -> Iterator[Found]:
        yield self.discourse.pair()

    def _complement(self, site: Site) -> Iterator[Found]:
        if isinstance(site, VerbSite):
            yield tuple(self.made.get(site.index + 1, ())[:1])

    def _purpose(self, site: Site) -> Iterator[Found]:
        if isinstance(site, VerbSite) and site.index + 1 < len(site.parse.clauses):
            following = site.parse.clauses[site.index + 1]
            if following.verb.form == "infinitive":
                yield tuple(e for g in following.objects for e in self.things(site, g))

    def _deployment(self, site: Site) -> Iterator[Found]:
        formations = {e for found in self.at("object", site) for e in found}
        for entity in self.discourse.register.recent(("Deployment",)):
            if entity.roles.get("formation", set()) & formations:
                yield (entity,)

    def _holder(self, site: Site) -> Iterator[Found]:
        """Give who holds the commitment in "their commitment to …", "the resolve of both to …"."""
        if not isinstance(site, VerbSite):
            return
        for group in site.parse.groups:
            if site.verb.first - 1 <= group.last <= site.verb.first:
                found = self.discourse.things(group)
                agents = tuple(e for e in found if e.is_a(("Agent",)))
                yield agents or self.discourse.possessors(group)

    def _named(self, site: Site) -> Iterator[Found]:
        """Give the states whose names stand in the name itself."""
        if isinstance(site, NounSite):
            yield self.discourse.states(self.discourse.states_in(site.group))

    def _possessor_state(self, site: Site) -> Iterator[Found]:
        """Give the states of the forces or people that possess the noun."""
        if isinstance(site, NounSite):
            owners = self.discourse.possessors(site.group)
            yield self.discourse.states(tuple(owner.state for owner in owners))

    def _fronted_to(self, site: Site) -> Iterator[Found]:
        """Give X in "Central to X will be a trip": the noun completes "be" behind its front."""
        clause = site.clause
        if isinstance(site, NounSite) and clause is not None and clause.verb.lemma == "be":
            for group in site.parse.groups:
                if group.last == clause.verb.first and _after_to(site.parse, group):
                    yield self.discourse.things(group)

    def _clause_object(self, site: Site) -> Iterator[Found]:
        if isinstance(site, NounSite) and site.clause is not None and site.role == "phrase":
            yield tuple(e for g in site.clause.objects for e in self.things(site, g))


def is_special(position: str) -> bool:
    """Tell a position that has its own way of looking from those of ``sites``."""
    return hasattr(Positions, _method(position))


@cache
def plain(position: str) -> str:
    """Give the position of the words that a position starts from: "subject" for "subject~"."""
    for suffix in ("~", "-state", "-home", "-fleet", "-forces", "-called"):
        position = position.removesuffix(suffix)
    return position.partition(".")[0]


@cache
def _method(position: str) -> str:
    return f"_{position.replace('-', '_')}"


def _after_to(parse: Parse, group: NounGroup) -> bool:
    """Tell whether "to" stands right before the group."""
    return any(
        isinstance(mark, Mark) and mark.last == group.first and mark.text == "to"
        for mark in parse.chunks
    )


def _is_based(group: NounGroup) -> bool:
    """Tell whether "-based" stands before the head."""
    return "based" in group.words or "base" in group.words
