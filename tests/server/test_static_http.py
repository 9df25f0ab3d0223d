"""Files that pages need: whole, short, and kept for good by who names their hash."""

import gzip

import pytest

from server.pages.assets import STATIC, asset, digest, files
from tests.support.serving import Client

BUNDLE = "vendor/codemirror.js"


def test_every_file_comes_as_it_is(client: Client) -> None:
    assert len(files()) > 10
    for name, data in files().items():
        assert client.get(f"/static/{name}").body == data, name


def test_even_a_large_script_comes_short(client: Client) -> None:
    whole = (STATIC / BUNDLE).read_bytes()
    reply = client.get(f"/static/{BUNDLE}", headers={"Accept-Encoding": "gzip"})
    assert reply.headers["content-encoding"] == "gzip"
    assert reply.headers["vary"] == "Accept-Encoding"
    assert int(reply.headers["content-length"]) == len(reply.body) < 145_000
    assert gzip.decompress(reply.body) == whole


@pytest.mark.parametrize("coding", ["", "gzip", "br"])
def test_who_has_it_is_told_so(client: Client, coding: str) -> None:
    headers = {"Accept-Encoding": coding}
    first = client.get("/static/entente.css", headers=headers)
    again = client.get(
        "/static/entente.css", headers=headers | {"If-None-Match": first.headers["etag"]}
    )
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]


def test_an_address_with_the_hash_is_kept_for_good(client: Client) -> None:
    assert "immutable" in client.get(f"/{asset(BUNDLE)}").headers["cache-control"]
    assert client.get(f"/static/{BUNDLE}").headers["cache-control"] == "no-cache"
    assert client.get(f"/static/{BUNDLE}?v=0").headers["cache-control"] == "no-cache"
    assert asset(BUNDLE).endswith(digest(BUNDLE))


@pytest.mark.parametrize("name", ["js/query.js", "js/editor.js", BUNDLE])
def test_scripts_are_scripts(client: Client, name: str) -> None:
    assert client.get(f"/static/{name}").type == "text/javascript"
