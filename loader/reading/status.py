"""Status: how real the source says a thing is, with the words that say so."""

from __future__ import annotations

from dataclasses import dataclass

from ..frames import Frame, is_kind
from ..syntax import Clause, Mark, NounGroup, VerbGroup
from ..syntax.words import load_words
from .cues import load_cues
from .nouns import load_nouns
from .sites import NounSite, VerbSite, times_of


@dataclass(frozen=True, slots=True)
class Stage:
    """What a site says of reality.

    Attributes:
        status: Local name of a status, "" where nothing is said.
        denied: Whether it is said not to be so.
        cue: Token range of the words that say so, None where it is only the verb's form.
    """

    status: str = ""
    denied: bool = False
    cue: tuple[int, int] | None = None


_UNTIL = ("until", "to", "by", "till", "through", "before")
_REGULAR = {"regularly", "routinely", "normally", "previously"}
INTENDED = ("Proposed", "Planned", "Committed", "Cancelled")


def allows(frame: Frame, stage: Stage) -> bool:
    """Tell whether a frame may fire on what is real, or on what is intended."""
    intended = stage.status in INTENDED
    return not frame.only or intended == (frame.only == "intended")


def stage_of(site: VerbSite | NounSite, frame: Frame) -> Stage:
    """Tell the status that the site gives to what the frame states."""
    own = frame.status or {}
    if isinstance(site, NounSite):
        found = _noun_stage(site, frame, own)
    elif status := _spoken_of(site, frame):
        found = Stage(status, site.verb.negated)
    else:
        found = _verb_stage(site.verb, site.governor or _ahead(site, frame), frame, own)
    status = own.get("always", own.get(found.status, found.status))
    return Stage(status, frame.denies or found.denied or _denied_above(site), found.cue)


_OPEN = {
    **dict.fromkeys(("on", "about", "in", "over", "against"), "Proposed"),
    **dict.fromkeys(("of", "for", "to", "towards", "toward", "at"), "Planned"),
}


def _spoken_of(site: VerbSite, frame: Frame) -> str:
    """Give the status of "-ing" behind a preposition that leaves it open: "talks on buying"."""
    if site.verb.form != "gerund" or frame.durative or "gerund" in (frame.status or {}):
        return ""
    before = (m for m in site.parse.chunks if isinstance(m, Mark) and m.last == site.verb.first)
    return next((_OPEN.get(mark.text, "") for mark in before), "")


_COPULA = ("be", "become", "remain")
_COMING = ("tonight", "tomorrow", "this evening", "later today")


def in_time(stage: Stage, site: VerbSite | NounSite, published: str | None) -> Stage:
    """Take what is said in the present of a day to come for planned: "takes effect on 1 July".

    Args:
        stage: The stage that the verb tells.
        site: The site.
        published: Date of the article, None where it is not known.
    """
    if isinstance(site, NounSite) or published is None or stage.status in ("", *INTENDED):
        return stage
    verb = site.verb
    present = verb.form == "finite" and not (verb.past or verb.perfect or verb.stage)
    ahead = any(
        w.text.lower() in _COMING or (w.relation not in _UNTIL and _is_after(w.start, published))
        for w in times_of(site)
    )
    return Stage("Planned", stage.denied, stage.cue) if present and ahead else stage


def _is_after(start: str | None, published: str) -> bool:
    return start is not None and start[: len(published)] > published[: len(start)]


def _denied_above(site: VerbSite | NounSite) -> bool:
    """Tell whether the clause stands after a verb of denial: "denied that it would sell …"."""
    index = site.index if isinstance(site, VerbSite) else site.within
    while index is not None and index > 0:
        before = site.parse.clauses[index - 1].verb
        if before.lemma in load_words().denying and not before.negated:
            return True
        index = index - 1 if site.parse.clauses[index].link != "main" else None
    return False


def _noun_stage(site: NounSite, frame: Frame, own: dict[str, str]) -> Stage:
    regular = not _REGULAR.isdisjoint(site.group.words)
    for word in () if regular else site.group.words:
        if (status := load_cues().adjective.get(word)) is not None:
            return Stage(status)
    if _is_none(site) or is_doubted(site):
        return Stage(own.get("noun", ""), denied=True)
    light, clause = site.light, site.clause
    if clause is not None and _is_called_off(site, clause):
        return Stage("Cancelled", cue=(clause.verb.first, clause.verb.last))
    if (ended := _ended(site)) is not None:
        return ended
    if light is not None and "noun" not in own:
        parent = site.parse.clauses[light.parent] if light.parent is not None else None
        return _lent(light.verb, _verb_stage(light.verb, parent, frame, own))
    if clause is not None and site.role == "object" and clause.verb.lemma in _COPULA:
        verb = clause.verb
        if verb.negated or verb.stage in INTENDED:
            return Stage(verb.stage, verb.negated, verb.cue)
    if clause is not None and site.role == "object":
        stage = _inherited(site, clause)
        if stage is not None:
            return stage
    if clause is not None and site.role == "phrase" and clause.verb.progressive:
        return Stage(_finite(clause.verb, frame, {}))
    if clause is not None and frame.durative and _is_in(site, clause):
        return _verb_stage(clause.verb, None, frame, own)
    if "noun" not in own and is_foreseen(site):
        return Stage("Planned")
    return Stage(own.get("noun", ""))


def _ended(site: NounSite) -> Stage | None:
    """Tell whether a verb puts an end to what the noun says goes on: "ended its participation".

    What is to end, or has not ended, goes on so far.
    """
    clause = site.clause
    if clause is None or clause.verb.lemma not in load_cues().ending:
        return None
    verb = clause.verb
    if site.role != ("subject" if verb.passive else "object"):
        return None
    done = verb.form == "finite" and (verb.past or verb.perfect or verb.passive)
    over = done and not (verb.stage or verb.negated or verb.progressive)
    return Stage("Ended" if over else "Underway", cue=(verb.first, verb.last))


def _is_none(site: NounSite) -> bool:
    """Tell whether the group says that there is none: "no pact", "is not negotiating a pact"."""
    group, clause = site.group, site.clause
    if group.determiner == "no":
        return True
    new = group.determiner in ("", "a", "an", "any") and group.possessor is None
    return new and clause is not None and site.role == "object" and clause.verb.negated


def _is_called_off(site: NounSite, clause: Clause) -> bool:
    """Tell whether the clause calls the noun off: "the drill was cancelled"."""
    deep = site.role == ("subject" if clause.verb.passive else "object")
    return deep and clause.verb.lemma in load_cues().cancelling and not clause.verb.negated


def is_doubted(site: NounSite) -> bool:
    """Tell whether the noun is only claimed by others: "the alleged deployment"."""
    return not load_cues().doubted.isdisjoint(site.group.words)


def is_foreseen(site: NounSite) -> bool:
    """Tell whether the noun is what a plan, an agreement or talks are about: it is yet to come."""
    cues, group = load_cues(), site.group
    verb = site.clause.verb.lemma if site.clause is not None and site.role == "object" else ""
    if verb in cues.covering:
        return True
    if group.determiner not in ("", "a", "an") or group.possessor is not None:
        return False
    return verb in cues.foreseen_verbs or _is_planned(site)


def _is_planned(site: NounSite) -> bool:
    """Tell whether the noun stands behind a plan: "talks on joint patrols"."""
    for place, phrases in site.parse.after.items():
        for phrase in phrases[:1]:
            if site.group in phrase.groups and phrase.preposition in load_cues().foreseen_after:
                head = next(g for g in site.parse.groups if (g.first, g.last) == place)
                return _is_plan(head)
    return False


def _is_plan(group: NounGroup) -> bool:
    found = load_nouns().class_of(group.words, group.lemma)
    agreed = found is not None and is_kind((found[0],), ("Agreement", "Negotiation", "Meeting"))
    return agreed or group.lemma in load_cues().foreseen_nouns


def _is_in(site: NounSite, clause: Clause) -> bool:
    """Tell whether somebody is in the noun: "are in talks", "will be in negotiations"."""
    inside = any(p.preposition == "in" and site.group in p.groups for p in clause.phrases)
    return inside and clause.verb.lemma in ("be", "remain")


def _lent(verb: VerbGroup, stage: Stage) -> Stage:
    """Mend the status that a light verb lends: what was announced or begun is not completed."""
    done = stage.status in ("Completed", "Underway")
    status = load_cues().lent.get(verb.lemma)
    if not done or status is None:
        return stage
    return Stage(status, stage.denied, stage.cue or (verb.first, verb.last))


def _inherited(site: NounSite, clause: Clause) -> Stage | None:
    """Let a noun inherit a planned verb: a pact that is to be unveiled is not there yet.

    "The" or a possessive tells of something that is there already.
    """
    if site.group.determiner not in ("", "a", "an") or site.group.possessor is not None:
        return None
    if clause.verb.stage:
        return Stage(clause.verb.stage, clause.verb.negated, clause.verb.cue)
    if clause.verb.form == "infinitive" and clause.parent is not None:
        return Stage(*_of_infinitive(site.parse.clauses[clause.parent]))
    return None


def _verb_stage(
    verb: VerbGroup, governor: Clause | None, frame: Frame, own: dict[str, str]
) -> Stage:
    denied = verb.negated
    if verb.stage:
        return Stage(verb.stage, denied, verb.cue)
    if verb.form in ("infinitive", "gerund", "participle"):
        if verb.form in own:
            return Stage(own[verb.form], denied)
        return _non_finite(verb, governor, frame, denied)
    return Stage(_finite(verb, frame, own), denied)


def _ahead(site: VerbSite, frame: Frame) -> Clause | None:
    """Give the clause that tells when a state of its own subject holds.

    "The drill, hosted by Oman, will begin in May" is hosted then; "the ship, built by Oman, will
    sail" is built already.
    """
    if site.verb.form != "participle" or not frame.durative:
        return None
    later = site.parse.clauses[site.index + 1 :]
    return next(
        (one for one in later if one.verb.stage and one.subjects == site.clause.subjects), None
    )


def _non_finite(verb: VerbGroup, governor: Clause | None, frame: Frame, denied: bool) -> Stage:
    if verb.form == "infinitive":
        if governor is None:
            return Stage("Planned", denied)
        status, _, cue = _of_infinitive(governor)
        return Stage(status, denied, cue)
    if governor is not None and governor.verb.stage:
        return Stage(governor.verb.stage, denied or governor.verb.negated, governor.verb.cue)
    if verb.form == "participle":
        return Stage("Completed", denied)
    if governor is not None and not governor.objects and (status := _thought_of(governor)):
        return Stage(status, denied, (governor.verb.first, governor.verb.last))
    return Stage("Underway" if frame.durative else "Completed", denied)


_DROPPED = ("rule", "avoid", "oppose", "stop", "resist", "halt")


def _thought_of(governor: Clause) -> str:
    """Give the status of a gerund that a verb leaves open: "considers buying", "agreed on it"."""
    if governor.verb.lemma in _DROPPED:
        return "Cancelled"
    if governor.verb.lemma in load_words().weighing:
        return "Proposed"
    status = load_words().control.get(governor.verb.lemma, "")
    return status if status in INTENDED else ""


def _of_infinitive(governor: Clause) -> tuple[str, bool, tuple[int, int] | None]:
    verb = governor.verb
    if verb.stage:
        return verb.stage, verb.negated, verb.cue
    status = load_words().control.get(verb.lemma, "Planned")
    place = (verb.first, verb.last)
    return ("Planned" if status == "Denied" else status), status == "Denied", place


def _finite(verb: VerbGroup, frame: Frame, own: dict[str, str]) -> str:
    if verb.progressive:
        return "Underway" if verb.perfect else own.get("progressive", "Underway")
    if verb.perfect and verb.passive and frame.durative:
        return ""
    if verb.perfect:
        return "Underway" if frame.durative else "Completed"
    if verb.past:
        return "Completed"
    if verb.passive:
        return "Underway" if frame.durative else "Completed"
    return own.get("present", "Underway" if frame.durative else "Completed")
