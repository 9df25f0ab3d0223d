from pathlib import Path

import pytest

from ontology.dataset import current_snapshot
from server.snapshots import Snapshot, open_snapshot
from server.standing import Standing, State, find_standing
from tests.support.tiny import publish

JUDGED = """
GRAPH <graph/curated> {
  id:exercise-duck owl:sameAs id:duck-2026 .
  id:duck-2027 owl:sameAs id:exercise-duck .
}
"""


@pytest.fixture
def judged(tmp_path: Path) -> Snapshot:
    publish(tmp_path, extra=JUDGED)
    return open_snapshot(current_snapshot(tmp_path))


@pytest.mark.parametrize("given_up", ["duck-2026", "duck-2027"])
def test_an_address_given_up_leads_to_the_thing_kept(judged: Snapshot, given_up: str) -> None:
    assert find_standing(judged, given_up) == Standing(State.MERGED, "exercise-duck")


def test_the_thing_kept_keeps_its_address(judged: Snapshot) -> None:
    assert find_standing(judged, "exercise-duck").state is State.KEPT


def test_an_address_never_given_is_unknown(judged: Snapshot) -> None:
    assert find_standing(judged, "duck-1926").state is State.UNKNOWN
