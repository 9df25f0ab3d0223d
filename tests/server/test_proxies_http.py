"""Behind a reverse proxy the server speaks of the address that the client used."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.serving import Client, serving

FORWARDED = {
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "data.example.org",
    "X-Forwarded-Prefix": "/entente",
}


@pytest.fixture(scope="module")
def behind(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    log = tmp_path_factory.mktemp("proxy") / "server.log"
    with serving(tiny_out, log, "--proxies", "1") as found:
        yield found


def test_the_service_description_names_the_outer_address(behind: Client) -> None:
    text = behind.get("/sparql", headers=FORWARDED).text
    assert "<https://data.example.org/entente/sparql>" in text


def test_redirects_and_links_keep_the_outer_path(behind: Client) -> None:
    reply = behind.get("/id/freedonia", headers=FORWARDED)
    assert reply.headers["location"] == "/entente/data/freedonia.ttl"
    assert "</entente/data/freedonia.ttl>" in reply.headers["link"]
    assert (
        "</entente/article/duck.ttl>"
        in behind.get("/article/duck", headers=FORWARDED).headers["link"]
    )


def test_without_trusted_proxies_the_headers_do_not_count(client: Client) -> None:
    assert "example.org" not in client.get("/sparql", headers=FORWARDED).text
