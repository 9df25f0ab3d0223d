"""Manifest, suggestions, preview, data extension; CORS and JSONP; the same whatever the host."""

import json
import re
from typing import Any
from urllib.parse import quote, urlencode

import pytest

from tests.server.reconcile import schemas
from tests.server.reconcile.conftest import post
from tests.support.serving import Client


@pytest.fixture(scope="module")
def manifest(service: Client) -> dict[str, Any]:
    told: dict[str, Any] = service.get("/reconcile").json
    assert schemas.conforms(told, schemas.MANIFEST)
    return told


def path_of(client: Client, service: dict[str, str]) -> str:
    address = service["service_url"] + service["service_path"]
    assert address.startswith(f"http://127.0.0.1:{client.port}/")
    return address.removeprefix(f"http://127.0.0.1:{client.port}")


def test_the_manifest_names_canonical_spaces_and_addresses_that_answer(
    service: Client, manifest: dict[str, Any]
) -> None:
    assert manifest["identifierSpace"] == "http://localhost:8000/id/"
    assert manifest["view"]["url"] == "http://localhost:8000/id/{{id}}"
    preview = manifest["preview"]["url"].replace("{{id}}", "norway")
    assert service.get(preview.removeprefix(f"http://127.0.0.1:{service.port}")).status == 200
    assert (
        service.get(manifest["logo"].removeprefix(f"http://127.0.0.1:{service.port}")).status == 200
    )
    assert service.get("/about", "text/html").text.count('id="reconciliation"') == 1
    assert len(manifest["defaultTypes"]) >= 5


@pytest.mark.parametrize(
    "kind, prefix, first, shape",
    [
        ("entity", "norw", "norway", schemas.ENTITIES),
        ("entity", "hmnzs-te-kaha", "hmnzs-te-kaha", schemas.ENTITIES),
        ("entity", "UK", "united-kingdom", schemas.ENTITIES),
        ("type", "stat", "State", schemas.TYPES),
        ("type", "DefenceAgreement", "DefenceAgreement", schemas.TYPES),
        ("property", "member", "memberOf", schemas.PROPERTIES),
        ("property", "IsoAlpha3", "IsoAlpha3", schemas.PROPERTIES),
        ("property", "wikidata", "wikidata", schemas.PROPERTIES),
    ],
)
def test_what_is_typed_suggests(
    service: Client,
    manifest: dict[str, Any],
    kind: str,
    prefix: str,
    first: str,
    shape: dict[str, Any],
) -> None:
    path = path_of(service, manifest["suggest"][kind])
    told = service.get(f"{path}?prefix={quote(prefix)}").json
    assert schemas.conforms(told, shape)
    assert told["result"][0]["id"] == first
    after = service.get(f"{path}?prefix={quote(prefix)}&cursor=1").json["result"]
    assert first not in [row["id"] for row in after]


def test_suggestions_keep_to_a_type(service: Client) -> None:
    rows = service.get("/reconcile/suggest/entity?prefix=n&type=State").json["result"]
    assert len(rows) >= 5
    assert all({"id": "State", "name": "State"} in row["notable"] for row in rows)


def test_a_class_is_suggested_with_the_classes_above(service: Client) -> None:
    rows = service.get("/reconcile/suggest/type?prefix=defence%20agreement").json["result"]
    assert [above["id"] for above in rows[0]["broader"]] == ["Agreement"]


def test_a_preview_may_stand_in_a_frame_and_nothing_else_may(service: Client) -> None:
    reply = service.get("/reconcile/preview?id=norway", "text/html")
    assert (reply.status, reply.type) == (200, "text/html")
    assert "frame-ancestors *" in reply.headers["content-security-policy"]
    assert "<script" not in reply.text
    assert "Kingdom of Norway" in reply.text
    assert (
        "frame-ancestors 'none'" in service.get("/page/norway").headers["content-security-policy"]
    )
    for slug in ("nowhere", "", "%00", "../x"):
        assert service.get(f"/reconcile/preview?id={slug}").status == 404


def test_columns_are_given_for_matched_things(service: Client) -> None:
    columns = ["wikidata", "IsoNumeric", "memberOf", "geo:lat", "unMember", "nothing-new"]
    asked = {"ids": ["norway", "nowhere"], "properties": [{"id": pid} for pid in columns[:5]]}
    told = post(service, extend=asked).json
    assert schemas.conforms(told, schemas.EXTENSION)
    assert [row["id"] for row in told["meta"]] == columns[:5]
    row = told["rows"]["norway"]
    assert row["wikidata"] == [{"str": "Q20"}]
    assert row["IsoNumeric"] == [{"str": "578"}]
    assert {"id": "nato", "name": "NATO"} in row["memberOf"]
    assert row["geo:lat"] == [{"float": 62.0}]
    assert told["rows"]["nowhere"] == {pid: [] for pid in columns[:5]}
    asked["properties"] = [{"id": columns[5]}]
    assert post(service, extend=asked).status == 400


def test_settings_shorten_a_cell_and_choose_its_form(service: Client) -> None:
    settings = {"limit": 1, "form": "address"}
    asked = {"ids": ["norway"], "properties": [{"id": "participatesIn", "settings": settings}]}
    told = service.get("/reconcile?" + urlencode({"extend": json.dumps(asked)})).json
    assert schemas.conforms(told, schemas.EXTENSION)
    (cell,) = told["rows"]["norway"]["participatesIn"]
    assert cell["str"].startswith("http://localhost:8000/id/")


def test_a_date_and_a_code_are_given_in_their_form(service: Client) -> None:
    asked = {"ids": ["uk-nz-fta", "exercise-tamber-shield"],
             "properties": [{"id": "inForceDate"}, {"id": "status"}]}  # fmt: skip
    told = post(service, extend=asked).json
    assert schemas.conforms(told, schemas.EXTENSION)
    assert told["rows"]["uk-nz-fta"]["inForceDate"] == [{"str": "2023"}]
    assert all("str" in cell for cell in told["rows"]["exercise-tamber-shield"]["status"])


def test_properties_are_proposed_that_things_of_a_class_have(
    service: Client, manifest: dict[str, Any]
) -> None:
    path = path_of(service, manifest["extend"]["propose_properties"])
    told = service.get(f"{path}?type=State&limit=15").json
    assert schemas.conforms(told, schemas.PROPOSAL)
    assert (told["type"], told["limit"], len(told["properties"])) == ("State", 15, 15)
    assert {"IsoAlpha3", "wikidata"} <= {row["id"] for row in told["properties"]}
    every = [row["id"] for row in service.get(path).json["properties"]]
    asked = {"ids": ["norway"], "properties": [{"id": pid} for pid in every]}
    assert schemas.conforms(post(service, extend=asked).json, schemas.EXTENSION)
    assert service.get(f"{path}?type=Nonsense").json["properties"] == []


PATHS = ("/reconcile", "/reconcile/suggest/entity?prefix=n", "/reconcile/propose?type=State")


@pytest.mark.parametrize("path", PATHS)
def test_every_endpoint_allows_other_origins_and_jsonp(service: Client, path: str) -> None:
    plain = service.get(path, headers={"Origin": "https://example.org"})
    assert plain.headers["access-control-allow-origin"] == "*"
    again = service.get(path, headers={"If-None-Match": plain.headers["etag"]})
    assert again.status == 304
    padded = service.get(f"{path}{'&' if '?' in path else '?'}callback=my.call_1")
    assert padded.type == "application/javascript"
    found = re.fullmatch(r"/\*\*/my\.call_1\((.*)\);\n", padded.text, re.DOTALL)
    assert found is not None
    assert json.loads(found[1].replace("<\\/", "</")) == plain.json


@pytest.mark.parametrize("name", ["alert(1)//", "a b", "1a", "</script>", "a" * 101, "é"])
def test_a_callback_that_is_no_name_is_refused(service: Client, name: str) -> None:
    reply = service.get(f"/reconcile?callback={quote(name)}")
    assert (reply.status, reply.type) == (400, "application/problem+json")


def test_preflight_is_answered(service: Client) -> None:
    reply = service.send("OPTIONS", "/reconcile", None, {"Origin": "https://example.org"})
    assert reply.status == 200
    assert "POST" in reply.headers["access-control-allow-methods"]
