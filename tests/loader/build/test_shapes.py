"""Articles as the build holds them against the shapes: as pySHACL does, damage or not."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from pyoxigraph import NamedNode, RdfFormat, Triple, serialize
from rdflib import Graph

from loader.articles import Article, read_articles
from loader.build import shapes
from loader.build.quads import reading_quads
from loader.build.shapes import violations
from loader.reading import read_article
from ontology.iris import Base
from ontology.shacl import Index
from tests.ontology.graphs import class_tree
from tests.ontology.graphs import shapes as shapes_graph
from tests.ontology.test_shacl import peers_results
from tests.support.readings import read_small, small_article

DEVELOPMENT = Path(__file__).parents[2] / "gold" / "development"
DAMAGES = 2


def articles() -> list[Article]:
    found = [one for one in read_articles([DEVELOPMENT]) if isinstance(one, Article)]
    assert len(found) >= 20
    return found[5:16:10]


def damaged(triples: list[Triple], random: Random) -> list[Triple]:
    """Leave out one triple in forty, and lead another one in forty to another one's object."""
    kept = [triple for triple in triples if random.random() > 0.025]
    return [
        Triple(one.subject, one.predicate, random.choice(kept).object)
        if random.random() < 0.025
        else one
        for one in kept
    ]


@pytest.mark.parametrize("article", articles(), ids=lambda article: article.slug)
def test_damage_is_found_as_pyshacl_finds_it(article: Article) -> None:
    sound = sorted(set(shapes._triples(read_article(article), article, Base())), key=str)
    compiled, classes = shapes._compiled()
    random, found = Random(article.slug), 0  # noqa: S311
    for triples in [sound, *(damaged(sound, random) for _ in range(DAMAGES))]:
        data = serialize(triples, format=RdfFormat.N_TRIPLES)
        graph = Graph().parse(data=data, format="nt")
        ours = set(compiled.results(Index(triples, classes)))
        assert ours == peers_results(graph, shapes_graph(), class_tree())
        found += len(ours)
    assert found > 5


def test_the_graph_held_against_the_shapes_has_the_default_graphs_share_too() -> None:
    article = small_article(1)
    reading = read_small(article)
    held = set(shapes._triples(reading, article, Base()))
    assert {quad.triple for quad in reading_quads(reading, article, Base())} <= held
    assert NamedNode("http://localhost:8000/id/denmark") in {one.subject for one in held}
    assert violations(reading, article, Base()) == ()
