"""The W3C's query tests through our HTTP layer: none is lost that the engine itself passes."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.serving import DIRECT, Client, Reply, serving
from tests.support.w3c.asking import EVALUATIONS, by_endpoint, by_engine, is_valid, publish_data
from tests.support.w3c.cases import Case, rdf_tests, read_cases, suites

DEVIATIONS = tomllib.loads(Path(__file__).with_name("deviations.toml").read_text("utf-8"))
ROOTS = [root for root in (suites(), rdf_tests()) if root]
CASES = [case for root in ROOTS for case in read_cases(root)]
GROUPS = sorted({case.group for case in CASES if case.kind in EVALUATIONS})
POSITIVE = ("PositiveSyntaxTest", "PositiveSyntaxTest11")
NEGATIVE = ("NegativeSyntaxTest", "NegativeSyntaxTest11")
UPDATES = ("PositiveUpdateSyntaxTest11", "PositiveUpdateSyntaxTest")


@pytest.fixture(scope="module", autouse=True)
def _needed() -> None:
    if not suites():
        pytest.skip("the W3C's suites are not here: `make peers` fetches them")


@pytest.fixture(scope="module")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    out = tmp_path_factory.mktemp("w3c")
    publish_data(out, [case for case in CASES if case.kind in EVALUATIONS])
    with serving(out, out / "server.log") as client:
        yield client


def cases(*kinds: str) -> list[Case]:
    return [case for case in CASES if case.kind in kinds and case.label not in DEVIATIONS]


@pytest.mark.parametrize("group", GROUPS)
def test_no_answer_is_lost_that_the_engine_gives(endpoint: Client, group: str) -> None:
    held = [case for case in cases(*EVALUATIONS) if case.group == group and by_engine(case)]
    assert [told for case in held for told in by_endpoint(endpoint, case)] == []


def test_enough_is_compared() -> None:
    assert sum(map(by_engine, cases(*EVALUATIONS))) >= 425


@pytest.mark.parametrize("kinds, least", [(POSITIVE, 200), (NEGATIVE, 90)])
def test_what_the_engine_takes_for_sparql_is_taken(
    endpoint: Client, kinds: tuple[str, ...], least: int
) -> None:
    asked = cases(*kinds)
    taken = {case.label: is_valid(case) for case in asked}
    replies = {case.label: endpoint.post(case.text, DIRECT) for case in asked}
    as_should_be = [label for label, valid in taken.items() if valid == (kinds is POSITIVE)]
    assert len(as_should_be) >= least
    assert {label: is_sparql(reply) for label, reply in replies.items()} == taken


def is_sparql(reply: Reply) -> bool:
    """Tell whether the endpoint took the query for SPARQL."""
    return reply.status == 200 or reply.json["code"] == "query-evaluation"


def test_updates_are_refused(endpoint: Client) -> None:
    kind = "application/sparql-update"
    replies = {case.label: endpoint.post(case.text, kind) for case in cases(*UPDATES)}
    assert len(replies) >= 40
    assert {label: r.status for label, r in replies.items() if r.status != 403} == {}


def test_every_deviation_is_one(endpoint: Client) -> None:
    """What calls other endpoints is refused; the rest is what the engine itself does."""
    known = {case.label: case for case in CASES}
    assert len(DEVIATIONS) >= 5
    for label, deviation in DEVIATIONS.items():
        if label in known:
            reply = endpoint.post(known[label].text, DIRECT)
            assert reply.status == deviation["status"], (label, reply.text)
            assert deviation["reason"]
