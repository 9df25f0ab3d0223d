"""Which article a copy counts as, where sources are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad, Triple

from ontology.iris import Base

from ..articles.model import Article
from ..claims import Reading
from ..stories import cluster
from .naming import placed
from .vocabulary import term

Story = tuple[str, ...]


def stories_of(readings: Sequence[Reading], articles: Iterable[Article]) -> tuple[Story, ...]:
    """Group articles by the story that they tell, by slug, sorted; in each the lead comes first.

    Sentences are compared, as they were repaired: titles, credits and the like are not, for each
    publisher sets its own. The lead is the earliest by date, undated ones last; of several the one
    with the most text; of several the first by slug.
    """
    texts = {
        reading.article: " ".join(passage.repaired for passage in reading.passages)
        for reading in readings
    }
    dates = {article.slug: article.published or "undated" for article in articles}

    def rank(slug: str) -> tuple[str, int, str]:
        return dates[slug], -len(texts[slug]), slug

    return tuple(sorted(tuple(sorted(group, key=rank)) for group in cluster(texts)))


def copy_quads(stories: Iterable[Story], base: Base) -> Iterator[Quad]:
    """Say of each article, in its own graph, which one it counts as; a lead counts as itself."""
    for story in stories:
        for slug in story:
            article = base.article(slug)
            triple = Triple(article, term("countsAs"), base.article(story[0]))
            yield placed(triple, article)
            yield placed(triple)
