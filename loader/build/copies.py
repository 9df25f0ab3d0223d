"""Which article a copy counts as, where sources are counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    texts = _Texts(readings)
    dates = {article.slug: article.published or "undated" for article in articles}

    def rank(slug: str) -> tuple[str, int, str]:
        return dates[slug], -len(texts[slug]), slug

    groups = cluster(texts)
    return tuple(sorted(tuple(sorted(g, key=rank)) if len(g) > 1 else g for g in groups))


class _Texts(Mapping[str, str]):
    """The sentences of each article, put together when they are asked for."""

    def __init__(self, readings: Sequence[Reading]) -> None:
        self._readings = readings
        self._places = {reading.article: place for place, reading in enumerate(readings)}

    def __getitem__(self, slug: str) -> str:
        reading = self._readings[self._places[slug]]
        return " ".join(passage.repaired for passage in reading.passages)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def copy_quads(stories: Iterable[Story], base: Base) -> Iterator[Quad]:
    """Say of each article, in its own graph, which one it counts as; a lead counts as itself."""
    for story in stories:
        for slug in story:
            article = base.article(slug)
            triple = Triple(article, term("countsAs"), base.article(story[0]))
            yield placed(triple, article)
            yield placed(triple)
