"""The whole dataset as a stream of quads, before inference."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad

from ontology.iris import Base
from ontology.vocabulary import load_vocabulary

from ..articles.model import Article
from ..claims import Reading
from .quads import reading_quads


def dataset_quads(
    pairs: Iterable[tuple[Reading, Article]], base: Base, reference: Iterable[Quad] = ()
) -> Iterator[Quad]:
    """Give every quad of the dataset that is not inferred and does not describe the dataset.

    Args:
        pairs: Each reading with its article.
        base: Address space of the dataset.
        reference: Quads of the reference data and of the judgements of identity.
    """
    yield from load_vocabulary().quads(base.graph("ontology"))
    yield from reference
    for reading, article in pairs:
        yield from reading_quads(reading, article, base)
