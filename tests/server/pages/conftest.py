"""The gold facts of the seeds, built and open, with all pages of them written once."""

import pytest
from pyoxigraph import NamedNode

from ontology.dataset import current_snapshot
from server import pages
from server.pages.explore import Choice
from server.pages.graph import Graph
from server.snapshots import Snapshot, open_snapshot
from tests.support.gold import build_gold
from tests.support.questions import every_quad


@pytest.fixture(scope="session")
def gold(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    out = tmp_path_factory.mktemp("gold")
    build_gold(out)
    return open_snapshot(current_snapshot(out))


@pytest.fixture
def graph(gold: Snapshot) -> Graph:
    return Graph(gold.store, gold.base)


@pytest.fixture(scope="session")
def written(gold: Snapshot) -> dict[str, str]:
    """Give every page of the gold snapshot, by its path."""
    found = {"": pages.home_page(gold), "about": pages.about_page(gold)}
    found["between"] = _found(pages.between_page(gold, "norway", "united-kingdom"))
    found["explore"] = pages.explore_page(gold, Choice())
    found["ontology"] = pages.ontology_page(gold)
    found["query"] = pages.query_page(gold, "http://localhost:8000/sparql", pages.Sent())
    found["search?q=a"] = pages.search_page(gold, "a")
    iris = {quad.subject.value for quad in every_quad(gold) if hasattr(quad.subject, "value")}
    for path in sorted(filter(None, (gold.base.path(iri) for iri in iris if "#" not in iri))):
        kind, _, name = path.partition("/")
        if kind == "id":
            found[f"page/{name}"] = _found(pages.entity_page(gold, name))
        elif kind == "article":
            found[path] = _found(pages.article_page(gold, name))
        elif kind in ("rule", "curator", "graph"):
            found[path] = _found(pages.resource_page(gold, NamedNode(gold.base.iri + path)))
    return found


def _found(html: str | None) -> str:
    assert html is not None
    return html
