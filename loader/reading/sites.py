"""Sites: the verb or noun at which a frame may fire, and what stands in each position round it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..quantities import When
from ..syntax import Clause, NounGroup, Parse, Phrase, VerbGroup
from .cues import load_cues
from .given import given_for
from .strength import strength_of

_CLAUSAL = frozenset(("subject", "object", "second", "governor"))
_NOMINAL = frozenset(
    (
        "self",
        "possessor",
        "apposed",
        "subject",
        "governor",
        "numbered",
        "strong",
        "clause-in",
        "sailing",
        "given-for",
    )
)


@dataclass(frozen=True)
class VerbSite:
    """A clause, seen from its verb."""

    parse: Parse
    index: int

    @property
    def clause(self) -> Clause:
        """Give the clause."""
        return self.parse.clauses[self.index]

    @property
    def verb(self) -> VerbGroup:
        """Give its verb group."""
        return self.clause.verb

    @property
    def governor(self) -> Clause | None:
        """Give the clause that governs this one."""
        parent = self.clause.parent
        return None if parent is None else self.parse.clauses[parent]

    @property
    def phrases(self) -> tuple[Phrase, ...]:
        """Give its prepositional phrases."""
        return self.clause.phrases

    @cached_property
    def filled(self) -> frozenset[str]:
        """Give the positions that may have fillers; no other has any."""
        return _CLAUSAL.union([phrase.preposition for phrase in self.phrases])

    def fillers(self, position: str) -> Iterator[tuple[NounGroup, ...]]:
        """Give the lists of groups in a position, nearest first."""
        clause = self.clause
        if position in ("subject", "object"):
            active = (position == "subject") != self.verb.passive
            if active:
                yield clause.subjects
            elif position == "object":
                yield clause.objects
            else:
                yield from self._after_preposition("by")
        elif position == "second" and self.verb.passive:
            yield clause.objects
        elif position == "governor":
            yield from self._governors()
        else:
            yield from self._after_preposition(position)

    def _governors(self) -> Iterator[tuple[NounGroup, ...]]:
        parent = self.clause.parent
        while parent is not None:
            yield self.parse.clauses[parent].subjects
            parent = self.parse.clauses[parent].parent

    def _after_preposition(self, preposition: str) -> Iterator[tuple[NounGroup, ...]]:
        for phrase in self.phrases:
            if phrase.preposition == preposition:
                yield phrase.groups


@dataclass(frozen=True)
class NounSite:
    """A noun group, with the clause whose object or subject it is."""

    parse: Parse
    group: NounGroup
    within: int | None
    role: str = ""

    @property
    def clause(self) -> Clause | None:
        """Give the clause that the group is a direct part of."""
        return None if self.within is None else self.parse.clauses[self.within]

    @property
    def light(self) -> Clause | None:
        """Give the clause when its verb lends the noun its subject and status."""
        clause = self.clause
        if clause is None:
            return None
        deep_object = self.role == ("subject" if clause.verb.passive else "object")
        return clause if deep_object and clause.verb.lemma in load_cues().light else None

    @property
    def _happening(self) -> Clause | None:
        """Give the clause when its verb only says that the noun takes place or goes on."""
        clause = self.clause
        goes_on = (
            clause is not None
            and clause.verb.lemma in load_cues().happening
            and not (clause.verb.lemma == "be" and clause.objects)
        )
        return clause if goes_on and self.role == "subject" else None

    @property
    def after(self) -> tuple[Phrase, ...]:
        """Give the phrases right after the noun."""
        return self.parse.after.get((self.group.first, self.group.last), ())

    @cached_property
    def phrases(self) -> tuple[Phrase, ...]:
        """Give the phrases right after the noun, then those of a light verb."""
        after = self.after
        light = self.light or self._happening
        more = light.phrases if light is not None else ()
        return (*after, *(phrase for phrase in more if phrase not in after))

    @cached_property
    def filled(self) -> frozenset[str]:
        """Give the positions that may have fillers; no other has any."""
        return _NOMINAL.union([phrase.preposition for phrase in self.phrases])

    @property
    def is_of_another(self) -> bool:
        """Tell whether the noun stands behind "of": what follows may be of the noun before it."""
        return any(
            phrases and phrases[0].preposition == "of" and self.group in phrases[0].groups
            for phrases in self.parse.after.values()
        )

    def fillers(self, position: str) -> Iterator[tuple[NounGroup, ...]]:
        """Give the lists of groups in a position; ``modifier`` and pronouns are the reader's."""
        group, light = self.group, self.light
        if position == "self":
            yield (group,)
        elif position == "possessor" and group.possessor is not None:
            yield (group.possessor,)
        elif position == "apposed":
            other = self.parse.apposed.get((group.first, group.last))
            if other is not None:
                yield (other,)
        elif position == "subject" and light is not None:
            yield from VerbSite(self.parse, self._light_index()).fillers("subject")
        elif position == "sailing" and self.role == "phrase" and self.clause is not None:
            moves = self.clause.verb.lemma in load_cues().moving
            yield self.clause.subjects if moves and not self.clause.verb.passive else ()
        elif position == "numbered":
            yield from self._numbered()
        elif position == "strong":
            yield from strength_of(group, self.parse)
        elif position == "given-for":
            yield from given_for(group, self.parse)
        elif position == "clause-in" and self.role == "subject" and self.clause is not None:
            yield from (p.groups for p in self.clause.phrases if p.preposition == "in")
        elif position == "governor" and self.within is not None:
            yield self.parse.clauses[self.within].subjects
            yield from VerbSite(self.parse, self.within).fillers("governor")
        else:
            own = position in ("including", "such as", "like", "among them", "by")
            phrases = self.after if own else self.phrases
            for index, phrase in enumerate(phrases):
                if phrase.preposition == position and not _is_of_other(phrases, index):
                    yield phrase.groups

    def _numbered(self) -> Iterator[tuple[NounGroup, ...]]:
        """Give how many it is said to number: "the contingent, which numbers 90"."""
        for clause in self.parse.clauses:
            verb = clause.verb
            if self.group in clause.subjects and verb.lemma in load_cues().numbering:
                yield clause.objects
                yield from (p.groups for p in clause.phrases if p.preposition == "of")

    def _light_index(self) -> int:
        return self.within if self.within is not None else 0


def _is_of_other(phrases: Sequence[Phrase], index: int) -> bool:
    """Tell whether an "of" phrase is of the common noun right before it, not of the site's."""
    if phrases[index].preposition != "of" or index == 0 or not phrases[index - 1].groups:
        return False
    return phrases[index - 1].groups[-1].mention is None


def verb_sites(parse: Parse) -> Iterator[VerbSite]:
    """Give a site for each clause."""
    for index in range(len(parse.clauses)):
        yield VerbSite(parse, index)


def noun_sites(parse: Parse) -> Iterator[NounSite]:
    """Give a site for each noun group that is no pronoun."""
    places = _places(parse)
    for group in parse.groups:
        if not group.pronoun:
            within, role = places.get((group.first, group.last), (None, ""))
            yield NounSite(parse, group, within, role)


def _places(parse: Parse) -> dict[tuple[int, int], tuple[int, str]]:
    """Give the clause and role of each group that has one, by its first and last token.

    The first clause counts whose object or subject a group is, else the first with it in a phrase.
    """
    found: dict[tuple[int, int], tuple[int, str]] = {}
    for index, clause in enumerate(parse.clauses):
        subjects = clause.subjects if clause.link in ("main", "coordinate", "relative") else ()
        for role, groups in (("object", clause.objects), ("subject", subjects)):
            for group in groups:
                found.setdefault((group.first, group.last), (index, role))
    for index, clause in enumerate(parse.clauses):
        for group in (group for phrase in clause.phrases for group in phrase.groups):
            found.setdefault((group.first, group.last), (index, "phrase"))
    return found


def times_of(site: VerbSite | NounSite) -> tuple[When, ...]:
    """Give the time expressions among the site's phrases."""
    return tuple(phrase.time for phrase in site.phrases if phrase.time is not None)
