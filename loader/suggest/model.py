"""What was seen in one article, and what that suggests of all of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sighting:
    """Something that the rules had no use for, in one sentence.

    Attributes:
        key: What is counted: a name, a verb with its preposition, or a trigger.
        context: What it stood beside: a verb, a preposition, a pair of classes, a reason.
        guess: Ontology class that the context speaks for, "" for none.
        sentence: The sentence, repaired.
    """

    key: str
    context: str
    guess: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen in one article."""

    article: str
    names: tuple[Sighting, ...]
    verbs: tuple[Sighting, ...]
    unread: tuple[Sighting, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Something that the rules had no use for, in all articles together.

    Attributes:
        key: A name as it is written; a verb, with the preposition before the second thing where
            there is one; or the lemma of a trigger.
        stories: In how many stories it stands, copies counted once.
        articles: In how many articles it stands.
        times: In how many sentences it stands.
        guess: Ontology class that most contexts speak for, "" where none does.
        contexts: The most frequent contexts, with how often.
        example: The shortest sentence that it stands in.
    """

    key: str
    stories: int
    articles: int
    times: int
    guess: str
    contexts: tuple[tuple[str, int], ...]
    example: str

    @property
    def rank(self) -> tuple[int, int, int, str]:
        """Sort the most frequent first, then by key."""
        return -self.stories, -self.articles, -self.times, self.key


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What would help most; each list ranked by stories, then articles, then sentences.

    Attributes:
        names: Names that nothing knows.
        verbs: Verbs that join two things of known classes and trigger no frame; the contexts are
            pairs of classes.
        unread: Triggers in sentences without a claim; the contexts are the frames that were
            blocked, and why.
        articles: How many articles were read.
        rejected: Articles that could not be read, with the reason.
    """

    names: tuple[Suggestion, ...]
    verbs: tuple[Suggestion, ...]
    unread: tuple[Suggestion, ...]
    articles: int
    rejected: tuple[str, ...] = ()
