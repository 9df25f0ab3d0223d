"""Positions that lie outside the clause: what was spoken of before, and who stands elsewhere.

``recent`` (the activity just spoken of; ``recent-training`` a training), ``colon`` (the list behind
a colon), ``listed`` (that list, of a subject that stands for it: "the following states: X and Y"),
``inverted`` (subjects behind "be": "taking part are X and Y"), ``commanded`` (what a command is
of: "X is under Danish command").
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from ..syntax import Mark, NounGroup
from .discourse import Discourse
from .entities import Entity
from .nouns import load_nouns
from .sites import NounSite, VerbSite

Site = VerbSite | NounSite
Found = tuple[Entity, ...]
GOING_ON = ("Exercise", "Operation", "Deployment")
_ELSE = Entity({"Activity"})
_REACH = 1
_WHERE = ("in", "during", "at")


class Recalled(ABC):
    """Resolves positions that lie outside the clause.

    Args:
        discourse: What groups stand for.
    """

    def __init__(self, discourse: Discourse) -> None:
        self.discourse = discourse

    @abstractmethod
    def things(self, site: Site, group: NounGroup) -> Found:
        """Give a group's entities."""

    def _recent(self, site: Site) -> Iterator[Found]:
        """Give the one exercise, operation or deployment of this sentence or the one before.

        Of several, it is the one that the sentence before was about. What lies further back is
        left alone: then there are more that could be meant. Where the clause names what is taken
        part in ("in the talks"), that is it, and nothing else.
        """
        told = [g for where in _WHERE for groups in site.fillers(where) for g in groups]
        if any(not e.is_a(("Place",)) for g in told for e in self._told(g)):
            return
        since = max(0, self.discourse.scene.index - _REACH)
        found = list(self.discourse.register.recent(GOING_ON, since))
        topic = self.discourse.topic
        if len(found) == 1:
            yield (found[0],)
        elif topic is not None and topic in found:
            yield (topic,)

    def _told(self, group: NounGroup) -> Found:
        """Give what a group stands for; what is no name and unknown is something else."""
        found = self.discourse.things(group)
        strange = self.discourse.scene.sentence.tokens[group.last - 1].text[:1].islower()
        return found or ((_ELSE,) if strange else ())

    def _recent_training(self, _site: Site) -> Iterator[Found]:
        """Give the one training of this sentence or the one before."""
        since = max(0, self.discourse.scene.index - 1)
        found = list(self.discourse.register.recent(("TrainingProgramme",), since))
        if len(found) == 1:
            yield (found[0],)

    def _colon(self, site: Site) -> Iterator[Found]:
        """Give the list behind the colon that follows the verb: "two members: X and Y"."""
        if isinstance(site, VerbSite):
            yield self._behind_colon(site)

    def _listed(self, site: Site) -> Iterator[Found]:
        """Give the list behind the colon where the subject only counts or announces it."""
        if not isinstance(site, VerbSite) or len(site.clause.subjects) != 1:
            return
        subject = site.clause.subjects[0]
        states = load_nouns().sets.get(subject.lemma) == "State" or subject.lemma == "following"
        if states or "following" in subject.words:
            yield self._behind_colon(site)

    def _behind_colon(self, site: VerbSite) -> Found:
        chunks = [c for c in site.parse.chunks if c.first >= site.verb.last]
        at = next((i for i, c in enumerate(chunks) if isinstance(c, Mark) and c.text == ":"), None)
        group = chunks[at + 1] if at is not None and at + 1 < len(chunks) else None
        if not isinstance(group, NounGroup):
            return ()
        members = next((m for m in site.parse.lists if group in m), (group,))
        return tuple(e for g in members for e in self.things(site, g))

    def _inverted(self, site: Site) -> Iterator[Found]:
        """Give X and Y of "Taking part are X and Y", "joining them will be X"."""
        if not isinstance(site, VerbSite) or site.verb.form not in ("gerund", "participle"):
            return
        after = site.parse.clauses[site.index + 1 : site.index + 2]
        opens = not any(group.last <= site.verb.first for group in site.parse.groups)
        for clause in after if opens else ():
            if clause.verb.lemma == "be" and clause.verb.form == "finite":
                yield tuple(e for group in clause.objects for e in self.things(site, group))

    def _commanded(self, site: Site) -> Iterator[Found]:
        """Give what is "under the command" of somebody: what it follows, or its clause is about."""
        if not isinstance(site, NounSite):
            return
        for place, phrases in site.parse.after.items():
            if any(p.preposition == "under" and site.group in p.groups for p in phrases):
                group = next(g for g in site.parse.groups if (g.first, g.last) == place)
                yield self.things(site, group)
        clause = site.clause
        if clause is not None and any(
            p.preposition == "under" and site.group in p.groups for p in clause.phrases
        ):
            yield tuple(e for g in clause.subjects for e in self.things(site, g))
            yield tuple(e for g in clause.objects for e in self.things(site, g))
