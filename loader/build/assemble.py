"""The whole dataset as a stream of quads, before inference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pyoxigraph import Quad

from ontology.iris import Base
from ontology.vocabulary import load_vocabulary

from ..articles.model import Article
from ..claims import Reading
from ..reference import Reference, reference_quads
from .harmonise import common_descriptions
from .quads import reading_quads


def dataset_quads(
    readings: Sequence[Reading],
    articles: Iterable[Article],
    base: Base,
    reference: Reference,
) -> Iterator[Quad]:
    """Give what the ontology, the reference data and the articles say.

    Args:
        readings: What was read, in any order.
        articles: The articles that were read; others are ignored.
        base: Address space of the dataset.
        reference: Reference data, of which all states and what is mentioned are published.
    """
    yield from load_vocabulary().quads(base.graph("ontology"))
    mentioned = {slug for reading in readings for slug in reading.things}
    yield from reference_quads(reference, base, mentioned)
    descriptions = common_descriptions(readings, reference.rows.keys())
    texts = {article.slug: article for article in articles}
    for reading in readings:
        yield from reading_quads(descriptions.apply(reading), texts[reading.article], base)
