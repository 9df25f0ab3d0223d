"""The OpenAPI description is whole, and what it says holds for whatever it lets a client send."""

from pathlib import Path
from typing import Any

import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from server import Config, create_app
from server.openapi import ROWS
from tests.support.serving import Client

CHECKS = [
    not_a_server_error,
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
]


MODEST = settings(max_examples=25, deadline=None, derandomize=True, database=None,
                  suppress_health_check=list(HealthCheck))  # fmt: skip


def test_whatever_the_description_allows_is_answered_as_it_says(client: Client) -> None:
    described = schemathesis.openapi.from_url(f"http://127.0.0.1:{client.port}/openapi.json")
    found = list(described.get_all_operations())
    operations = [one.ok() for one in found if isinstance(one, Ok)]
    assert len(operations) == len(found)
    assert len(operations) >= 20
    for operation in operations:

        @MODEST
        @given(operation.as_strategy() | operation.as_strategy(GenerationMode.NEGATIVE))
        def hold(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(checks=CHECKS, allow_redirects=False)

        hold()


def test_every_route_has_its_row_and_every_row_its_route(tiny_out: Path) -> None:
    app = create_app(Config(snapshots=tiny_out))
    assert {rule.endpoint for rule in app.url_map.iter_rules()} == set(ROWS)


def test_each_operation_tells_what_it_does(client: Client) -> None:
    paths = client.get("/openapi.json").json["paths"]
    operations = [row for path in paths.values() for row in path.values()]
    assert len(operations) >= 20
    assert [row for row in operations if not row["summary"]] == []
    assert len({row["operationId"] for row in operations}) == len(operations)
