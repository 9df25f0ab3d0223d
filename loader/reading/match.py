"""Frames at work: which fire at a site, with which fillers, and what they then state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..frames import Frame, Slot, is_kind
from ..quantities import When
from ..syntax import Mark, Parse
from ..text import Sentence
from .beside import at_meeting
from .cues import load_cues
from .discourse import Discourse
from .drafts import (
    ENDING,
    Draft,
    Filling,
    Stated,
    dates,
    note_parties,
    note_statuses,
    of_whole,
    state,
)
from .entities import Entity
from .figures import is_counted, measured
from .index import Index, Rule
from .making import Maker
from .nouns import load_nouns
from .positions import Positions, Site
from .recalled import GOING_ON
from .sides import note_states
from .sites import NounSite, VerbSite, noun_sites, times_of, verb_sites
from .status import Stage, allows, in_time, is_doubted, stage_of
from .strength import are_nationals

_OF_NOUNS = ("for", "dated")
_WITHIN = ("during", "as part of", "on the sidelines of")


class Outcome(NamedTuple):
    """What became of a frame at a site: what it stated, or why it was blocked."""

    frame: str
    token: int
    reason: str = ""


class Matcher:
    """Applies frames to one sentence after another.

    Args:
        index: The rules.
        discourse: What is known so far; frames add to it.
    """

    def __init__(self, index: Index, discourse: Discourse) -> None:
        self.index = index
        self.discourse = discourse
        self.by_types: dict[frozenset[str], list[Rule]] = {}
        self.outcomes: list[Outcome] = []
        self.positions = Positions(discourse)
        self.maker = Maker(discourse, self.positions)

    def read(self, sentence: Sentence, parse: Parse) -> list[Draft]:
        """Give what the frames state in one sentence; nouns first, then verbs."""
        for group in parse.groups:
            self.discourse.things(group)
        drafts: list[Draft] = []
        sites = list(noun_sites(parse))
        for late in (False, True):
            for site in sites:
                for rule in self._noun_rules(site):
                    if rule.frame.late == late:
                        drafts += self._fire(rule, site, sentence, site.group.last - 1)
        self.positions.made = {}
        for verb_site in reversed(list(verb_sites(parse))):
            lemma = verb_site.verb.lemma
            for rule in self.index.by_verb.get(lemma, self.index.any_verb):
                drafts += self._fire(rule, verb_site, sentence, verb_site.verb.last - 1)
        return drafts

    def _noun_rules(self, site: NounSite) -> list[Rule]:
        named = site.group.mention is not None
        triggered = () if named else self.index.by_noun.get(site.group.lemma, ())
        found = {rule.frame.id: rule for rule in triggered}
        for entity in self.discourse.things(site.group):
            found |= {rule.frame.id: rule for rule in self._class_rules(frozenset(entity.types))}
        return [found[frame_id] for frame_id in sorted(found)]

    def _class_rules(self, types: frozenset[str]) -> list[Rule]:
        """Give the frames that a thing of these classes triggers."""
        if types not in self.by_types:
            by_class = self.index.by_class
            self.by_types[types] = [r for r in by_class if is_kind(types, r.frame.classes)]
        return self.by_types[types]

    def _fire(self, rule: Rule, site: Site, sentence: Sentence, token: int) -> list[Draft]:
        frame = rule.frame
        filling = _lacks(rule, site) or self._blocked(frame, site) or self._fill(frame, site)
        if isinstance(filling, str):
            self.outcomes.append(Outcome(frame.id, token, filling))
            return []
        stage = in_time(stage_of(site, frame), site, self.discourse.published)
        if frame.affirmative and stage.denied:
            self.outcomes.append(Outcome(frame.id, token, "it is denied"))
            return []
        if not allows(frame, stage):
            self.outcomes.append(Outcome(frame.id, token, f"it is {stage.status}"))
            return []
        told = any(filling.get(name) for name in frame.any)
        if (frame.counted or frame.any) and not told and not is_counted(frame, site, stage):
            self.outcomes.append(Outcome(frame.id, token, "no number is told"))
            return []
        drafts: list[Draft] = []
        for part in _distribute(filling, frame.each):
            if self.maker.make(frame, site, part, sentence, token):
                draft = self._draft(frame, site, part, stage, token)
                drafts += [draft] if draft.stated else []
                self._keep_on(part if draft.stated else {})
        self.outcomes.append(Outcome(frame.id, token, "" if drafts else "it states nothing here"))
        return drafts

    def _keep_on(self, part: Filling) -> None:
        """Note that what goes on was spoken of: what takes part in it next may leave it unsaid."""
        for entity in {e for found in part.values() for e in found if e.is_a(GOING_ON)}:
            self.discourse.register.touch(entity, self.discourse.scene.index)

    def _blocked(self, frame: Frame, site: Site) -> str:
        """Say why the frame cannot fire here, "" where it can."""
        if isinstance(site, VerbSite):
            if frame.passive is not None and frame.passive != site.verb.passive:
                return "the voice is another"
            if (frame.affirmative or frame.denies) and site.verb.negated:
                return "the verb is negated"
            if frame.bare and _has_infinitive(site):
                return "an infinitive follows"
            if frame.intransitive and (site.clause.objects or _has_pronoun(site)):
                return "the verb has an object"
            if frame.forms and site.verb.form not in frame.forms:
                return f"the verb is {site.verb.form}"
            for position in ("object", "subject"):
                wanted = frame.objects if position == "object" else frame.subjects
                if wanted and not _one_of(wanted, site, position):
                    return f"the {position} is none of {', '.join(wanted)}"
            if frame.phrases and not _phrases(site) & set(frame.phrases):
                return f"no phrase is one of {', '.join(frame.phrases)}"
            if frame.behind and not self._behind(site) & set(frame.behind):
                return f"none of {', '.join(frame.behind)} stands behind the verb"
            return ""
        if is_doubted(site) and not self.discourse.scene.lemmas() & load_cues().untrue:
            return "others only claim it"
        if frame.alone and site.is_of_another:
            return "it stands behind of"
        if frame.modifiers and not set(site.group.words) & set(frame.modifiers):
            return f"none of {', '.join(frame.modifiers)} stands before the noun"
        governor = site.clause.verb.lemma if site.clause and site.role == "object" else ""
        if frame.follows and governor not in frame.follows:
            return f"it is not the object of {', '.join(frame.follows)}"
        if governor in frame.shuns:
            return f"it is the object of {governor}"
        return ""

    def _behind(self, site: VerbSite) -> set[str]:
        """Give the words right behind the verb."""
        tokens = self.discourse.scene.sentence.tokens
        return {t.text.lower() for t in tokens[site.verb.last : site.verb.last + 2]}

    def _fill(self, frame: Frame, site: Site) -> Filling | str:
        """Fill the slots; where one stays empty, or must, say which."""
        filling: Filling = {}
        taken: set[int] = set()
        for slot in frame.slots:
            shared = slot.shared
            looked = () if filling.get(slot.lacking) else self._fillers(slot, site)
            found = tuple(e for e in looked if shared or id(e) not in taken)
            found = () if (slot.sole and len(found) > 1) or len(found) < slot.least else found
            if not found and slot.required:
                return _missing(slot, site)
            if found and slot.name in frame.unless:
                return f"there is a {slot.name}"
            filling[slot.name] = found
            taken |= {id(entity) for entity in found}
        return filling

    def _fillers(self, slot: Slot, site: Site) -> tuple[Entity, ...]:
        collected: list[Entity] = []
        for position in _where(slot, site):
            for found in self.positions.at(position, site):
                fitting = [entity for entity in found if entity.is_a(slot.types)]
                collected += fitting
                if fitting and not slot.collect:
                    return tuple(dict.fromkeys(fitting))
        return tuple(dict.fromkeys(collected))

    def _draft(self, frame: Frame, site: Site, part: Filling, stage: Stage, token: int) -> Draft:
        stated: list[Stated] = []
        stage = of_whole(frame, part, stage)
        for pattern in frame.states:
            stated += state(pattern, part, stage)
        note_statuses(stated)
        note_parties(stated)
        note_states(stated)
        stated += measured(frame, site, part, stage, self.discourse)
        basis = None
        undated = not stated and not frame.date and not frame.until
        for entity in () if undated else part.get(frame.dated, ()):
            for when in self._times(frame, site):
                stated += dates(entity, when, frame.date)
                basis = when.basis or basis
        stated += self._within(frame, site, part) if stated else []
        return Draft(
            self.discourse.scene.index, token, frame.id, stated, stage, basis, frame.confidence
        )

    def _times(self, frame: Frame, site: Site) -> list[When]:
        """Give the times that date what a frame dates.

        A time that belongs to a noun, "a plan for 2031", "a pact dated 3 May", is none of a
        verb's; what is signed at a meeting is signed on its day.
        """
        found = list(times_of(site))
        if frame.until:
            return [when for when in found if when.relation in ENDING]
        if not frame.date:
            return found
        tokens = self.discourse.scene.sentence.tokens
        own = [w for w in found if tokens[max(0, w.first - 1)].text.lower() not in _OF_NOUNS]
        past = isinstance(site, VerbSite) and site.verb.past
        day = self.discourse.day if frame.date == "signedDate" and past and not found else None
        return [*own, day] if day is not None and at_meeting(site) else own

    def _within(self, frame: Frame, site: Site, part: Filling) -> list[Stated]:
        """State that what is made is part of an activity: "during his visit, he toured …"."""
        made = [
            e for name in frame.makes or {} for e in part.get(name, ()) if e.is_a(("Activity",))
        ]
        wholes = [
            entity
            for phrase in site.phrases
            if phrase.preposition in _WITHIN
            for group in phrase.groups
            for entity in self.discourse.things(group)
            if entity.is_a(("Activity",))
        ]
        return [(one, "partOf", whole) for one in made for whole in wholes if one is not whole]


def _lacks(rule: Rule, site: Site) -> str:
    """Say which slot must stay empty for want of words in its places, "" where none must."""
    for slot, positions in rule.at_verb if isinstance(site, VerbSite) else rule.at_noun:
        if positions.isdisjoint(site.filled):
            return _missing(slot, site)
    return ""


def _where(slot: Slot, site: Site) -> tuple[str, ...]:
    return slot.verb if isinstance(site, VerbSite) else slot.noun


def _missing(slot: Slot, site: Site) -> str:
    return f"no {slot.name} ({'/'.join(slot.types)}) at {', '.join(_where(slot, site))}"


def _has_pronoun(site: VerbSite) -> bool:
    """Tell whether "her" stands right after the verb, which alone could possess a noun."""
    return any(
        chunk.first == site.verb.last and isinstance(chunk, Mark) and chunk.text == "her"
        for chunk in site.parse.chunks
    )


def _has_infinitive(site: VerbSite) -> bool:
    following = site.parse.clauses[site.index + 1 : site.index + 2]
    return any(clause.verb.form == "infinitive" for clause in following)


def _phrases(site: VerbSite) -> set[str]:
    return {f"{p.preposition} {g.lemma}" for p in site.phrases for g in p.groups}


def _one_of(wanted: Sequence[str], site: VerbSite, position: str) -> bool:
    """Tell whether a noun in the position is one of the lemmas, or of such a kind."""
    nouns = load_nouns()
    if "" in wanted and not any(site.fillers(position)):
        return True
    for group in (group for groups in site.fillers(position) for group in groups):
        described = {f"{word} {group.lemma}" for word in group.words}
        if group.lemma in wanted or not described.isdisjoint(wanted):
            return True
        if "@sent" in wanted and group.lemma in nouns.sent:
            return True
        told = nouns.is_person(group.lemma) or nouns.is_soldier(group.lemma)
        if "@people" in wanted and are_nationals(group):
            return True
        if told and "@people" in wanted and group.quantity is not None:
            return True
        if told and "@trained" in wanted and (group.names or group.possessor is not None):
            return True
    return False


def _distribute(filling: Filling, each: str) -> Iterator[Filling]:
    if not each:
        yield dict(filling)
        return
    for entity in filling.get(each, ()):
        yield {**filling, each: (entity,)}
