from pyoxigraph import NamedNode, QuerySolutions, Store

from server.config import Config
from server.formats import GRAPHS, RESULTS
from server.service import LIMITS, SD, describe_service
from server.snapshots import Snapshot

ENDPOINT = "https://data.example.org/sparql"


def values(store: Store, name: str) -> set[str]:
    found = store.quads_for_pattern(None, NamedNode(SD + name), None)
    return {quad.object.value for quad in found if isinstance(quad.object, NamedNode)}


def described(tiny: Snapshot) -> Store:
    store = Store()
    store.extend(describe_service(tiny, ENDPOINT, Config()))
    return store


def test_the_description_names_the_endpoint_that_was_asked(tiny: Snapshot) -> None:
    assert values(described(tiny), "endpoint") == {ENDPOINT}


def test_it_lists_the_languages_and_every_format_that_is_sent(tiny: Snapshot) -> None:
    store = described(tiny)
    assert values(store, "supportedLanguage") == {f"{SD}SPARQL10Query", f"{SD}SPARQL11Query"}
    formats = {row.engine.iri for row in (*RESULTS, *GRAPHS) if row.engine}
    assert values(store, "resultFormat") == formats


def test_it_claims_no_feature_that_is_refused(tiny: Snapshot) -> None:
    assert values(described(tiny), "feature") == set()


def test_it_names_the_graphs_that_there_are_and_no_others(tiny: Snapshot) -> None:
    assert values(described(tiny), "name") == {
        f"http://localhost:8000/graph/{name}"
        for name in ("reference", "ontology", "curated", "inferred", "meta")
    }


def test_every_node_has_a_name(tiny: Snapshot) -> None:
    for quad in describe_service(tiny, ENDPOINT, Config()):
        assert isinstance(quad.subject, NamedNode)


def test_it_tells_every_limit_with_its_value_and_unit(tiny: Snapshot) -> None:
    store = Store()
    store.extend(describe_service(tiny, ENDPOINT, Config(deadline_s=7.5)))
    rows = store.query(
        """PREFIX schema: <https://schema.org/> SELECT ?name ?value ?unit {
        ?service schema:additionalProperty ?limit .
        ?limit schema:name ?name ; schema:value ?value ; schema:unitText ?unit }"""
    )
    assert isinstance(rows, QuerySolutions)
    told = {row["name"].value: (row["value"].value, row["unit"].value) for row in rows}
    assert told.keys() == LIMITS
    assert told["deadline_s"] == ("7.5", "seconds")
    assert told["output_mb"] == ("256", "MiB")
