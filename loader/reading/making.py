"""What frames bring in: events and participations, new or known already."""

from __future__ import annotations

from collections.abc import Sequence

from ..frames import Frame
from ..syntax import NounGroup
from ..text import Sentence
from .discourse import Discourse
from .drafts import Filling
from .entities import Entity
from .labels import within
from .nouns import load_nouns
from .positions import Positions, Site
from .sites import NounSite, VerbSite


class Maker:
    """Makes the things of frames.

    Args:
        discourse: What is known so far; what is made is added to it.
        positions: Remembers what the verbs of a sentence made.
    """

    def __init__(self, discourse: Discourse, positions: Positions) -> None:
        self.discourse = discourse
        self.positions = positions

    def make(self, frame: Frame, site: Site, part: Filling, sentence: Sentence, token: int) -> bool:
        """Bring in what the frame makes; False where the noun is something else."""
        roles = {name: set(found) for name, found in part.items() if found}
        made: list[Entity] = []
        for number, (name, kind) in enumerate((frame.makes or {}).items()):
            entity: Entity | None
            if isinstance(site, NounSite) and number == 0:
                entity = self._trigger(site, frame, kind, roles)
            else:
                start = sentence.tokens[token].span.start
                entity = self._event(kind, roles, start, made)
            if entity is None:
                return False
            made.append(entity)
            for role, fillers in roles.items():
                entity.roles.setdefault(role, set()).update(fillers)
            entity.label = entity.label or self._label(frame, name, part, site)
            part[name] = (entity,)
            if isinstance(site, VerbSite):
                self._bind(frame, site, entity)
                self.positions.made.setdefault(site.index, []).append(entity)
        for name, kind in (frame.refines or {}).items():
            for refined in part.get(name, ()):
                refined.refine(kind)
        return True

    def _bind(self, frame: Frame, site: VerbSite, entity: Entity) -> None:
        """Take "a team" that is sent, "a course" that is attended for the activity made of it."""
        sent = load_nouns().sent if "@sent" in frame.objects else frozenset()
        for group in (g for groups in site.fillers("object") for g in groups):
            named = group.lemma in frame.objects or group.lemma in sent
            if named and entity.is_a(("Activity",)) and group.mention is None:
                self._take_for(group, entity)

    def _take_for(self, group: NounGroup, entity: Entity) -> None:
        """Take a group, and what it stood for so far, for an activity."""
        before = self.discourse.things(group)
        if len(before) == 1 and before[0].thing is None and before[0] is not entity:
            self.discourse.register.unify(before[0], entity)
        self.discourse.bind(group, entity)

    def _trigger(
        self, site: NounSite, frame: Frame, kind: str, roles: dict[str, set[Entity]]
    ) -> Entity | None:
        """Take the thing that the trigger noun stands for, and see whether it is known already."""
        found = self.discourse.things(site.group)
        if len(found) != 1:
            if found:
                return None
            event = self._event(kind, roles, self.discourse.scene.start(site.group))
            return self.discourse.bind(site.group, event)
        entity = found[0]
        if entity.thing is None and site.group.lemma in frame.nouns and not entity.is_a((kind,)):
            entity.types = {kind}
        if not entity.is_a((kind,)):
            return None
        if entity.thing is None:
            known = self._known(kind, roles, (entity,))
            entity = self.discourse.register.unify(entity, known) if known else entity
        return entity

    def _event(
        self,
        kind: str,
        roles: dict[str, set[Entity]],
        start: int,
        made: Sequence[Entity] = (),
    ) -> Entity:
        """Find what is known under the same roles, or bring it in; "Kind!" is always new."""
        known = None if kind.endswith("!") else self._known(kind, roles, made)
        if known is not None:
            self.discourse.register.touch(known, self.discourse.scene.index)
            return known
        new = Entity(types={kind.removesuffix("!")}, seen=self.discourse.scene.index, start=start)
        return self.discourse.register.add(new)

    def _known(
        self, kind: str, roles: dict[str, set[Entity]], new: Sequence[Entity]
    ) -> Entity | None:
        for entity in self.discourse.register.recent((kind,)):
            alike = entity.is_a((kind,)) and _compatible(entity, new)
            if entity not in new and entity.thing is None and alike and entity.fits(roles):
                return entity
        return None

    def _label(self, frame: Frame, name: str, part: Filling, site: Site) -> str:
        labels = self._words(site)
        labels |= {slot: " and ".join(map(within, found)) for slot, found in part.items() if found}
        for template in (frame.labels or {}).get(name, ()):
            try:
                return template.format(**labels)
            except KeyError:
                continue
        return ""

    def _words(self, site: Site) -> dict[str, str]:
        """Give the nouns round the site as written."""
        if isinstance(site, NounSite):
            return {"self": self.discourse.scene.surface(site.group)}
        found = {p: next(site.fillers(p), ()) for p in ("object", "subject")}
        return {p: self.discourse.scene.surface(g[0]) for p, g in found.items() if g}


def _compatible(known: Entity, new: Sequence[Entity]) -> bool:
    """Tell whether what is known and what is new may be one thing: one type covers the other."""
    return all(known.is_a(entity.types) or entity.is_a(known.types) for entity in new[:1])
