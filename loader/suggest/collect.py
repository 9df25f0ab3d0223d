"""What was seen in all articles, counted and ranked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..articles import Article
from ..build.pool import Rejected, outcomes
from ..stories import cluster
from .model import Seen, Sighting, Suggestion, Suggestions
from .observe import observe

MOST_CONTEXTS = 3
Placed = tuple[str, Sighting]


def suggest(articles: Sequence[Article], *, top: int = 25, workers: int = 1) -> Suggestions:
    """Rank what the lexicon and the frames lack; the same for articles in any order.

    Args:
        articles: What is read.
        top: Longest list.
        workers: Number of processes; 1 reads in this one.
    """
    ordered = sorted(articles, key=lambda article: article.slug)
    found = list(outcomes(ordered, observe, workers))
    seen = [one for one in found if isinstance(one, Seen)]
    story = _story_of(ordered)
    return Suggestions(
        names=_ranked(seen, lambda one: one.names, story)[:top],
        verbs=_ranked(seen, lambda one: one.verbs, story)[:top],
        unread=_ranked(seen, lambda one: one.unread, story)[:top],
        articles=len(seen),
        rejected=tuple(str(one) for one in found if isinstance(one, Rejected)),
    )


def _story_of(articles: Iterable[Article]) -> Mapping[str, str]:
    groups = cluster({article.slug: article.text for article in articles})
    return {slug: group[0] for group in groups for slug in group}


def _ranked(
    seen: Iterable[Seen], part: Callable[[Seen], Iterable[Sighting]], story: Mapping[str, str]
) -> tuple[Suggestion, ...]:
    rows: dict[str, list[Placed]] = defaultdict(list)
    for article in seen:
        for sighting in part(article):
            rows[sighting.key].append((article.article, sighting))
    counted = (_counted(key, found, story) for key, found in rows.items())
    return tuple(sorted(counted, key=lambda one: one.rank))


def _counted(key: str, found: Sequence[Placed], story: Mapping[str, str]) -> Suggestion:
    articles = {article for article, _ in found}
    guesses = _most(sighting.guess for _, sighting in found)
    return Suggestion(
        key=key,
        stories=len({story[article] for article in articles}),
        articles=len(articles),
        times=len({(article, sighting.sentence) for article, sighting in found}),
        guess=guesses[0][0] if guesses else "",
        contexts=_most(sighting.context for _, sighting in found)[:MOST_CONTEXTS],
        example=min((sighting.sentence for _, sighting in found), key=lambda s: (len(s), s)),
    )


def _most(words: Iterable[str]) -> tuple[tuple[str, int], ...]:
    counts = Counter(word for word in words if word)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
