"""The gold facts of the seeds, served, and asked by a reconciliation client."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.server.reconcile import schemas
from tests.support.gold import build_gold
from tests.support.serving import FORM, Client, Reply, serving

Rows = list[dict[str, Any]]
Match = Callable[..., Rows]


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("reconcile")
    build_gold(folder / "out")
    with serving(folder / "out", folder / "log") as client:
        yield client


def post(client: Client, **form: object) -> Reply:
    body = urlencode({name: json.dumps(value) for name, value in form.items()}).encode()
    return client.send("POST", "/reconcile", body, {"Content-Type": FORM})


@pytest.fixture
def match(service: Client) -> Match:
    """Send one query, as OpenRefine does, and give its candidates."""

    def ask(query: str, **more: object) -> Rows:
        reply = post(service, queries={"q0": {"query": query} | more})
        assert reply.status == 200, reply.text
        assert schemas.conforms(reply.json, schemas.RESULTS)
        rows: Rows = reply.json["q0"]["result"]
        return rows

    return ask
