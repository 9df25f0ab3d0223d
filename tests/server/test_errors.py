"""Problems in every shape, and what is never shown."""

from pathlib import Path

import pytest

from server import Config, create_app, pages
from server.errors import Problem

PRIVATE = "/home/someone/secret.py"
PROBLEM = Problem(400, "query-syntax", "It is not valid.", "Mend it.", {"line": 2})


def test_json_has_the_members_of_the_standard() -> None:
    assert '"title": "Bad Request"' in PROBLEM.to_json()
    assert '"line": 2' in PROBLEM.to_json()


def test_text_has_status_words_and_hint() -> None:
    assert PROBLEM.to_text() == "400 Bad Request\nIt is not valid.\nMend it.\n"


@pytest.mark.parametrize("accept", ["application/json", "text/html", "text/plain"])
def test_a_fault_of_ours_shows_a_mark_that_the_log_explains(
    tiny_out: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    accept: str,
) -> None:
    def broken(_: object) -> str:
        raise KeyError(PRIVATE)

    monkeypatch.setattr(pages, "about_page", broken)
    client = create_app(Config(snapshots=tiny_out)).test_client()
    reply = client.get("/about", headers={"Accept": accept})
    assert (reply.status_code, reply.mimetype) == (
        500,
        "application/problem+json" if accept == "application/json" else accept,
    )
    assert PRIVATE not in reply.text
    assert "Traceback" not in reply.text
    assert PRIVATE in caplog.text
    mark = caplog.records[-1].getMessage().partition(":")[0]
    assert mark in reply.text
