"""Things found by name over HTTP: JSON for completion, and what is said of a bad limit."""

import pytest

from tests.support.serving import Client


def test_names_are_completed_with_class_slug_and_page(client: Client) -> None:
    reply = client.get("/search.json?q=free")
    assert (reply.status, reply.type) == (200, "application/json")
    first = reply.json["things"][0]
    assert (first["slug"], first["label"], first["class"]) == ("freedonia", "Freedonia", "State")
    assert client.get("/" + first["page"]).status == 200
    assert "etag" in reply.headers


def test_a_short_list_says_that_there_is_more(client: Client) -> None:
    whole = client.get("/search.json?q=f&limit=50").json
    one = client.get("/search.json?q=f&limit=1").json
    assert len(whole["things"]) > 1
    assert one["things"] == whole["things"][:1]
    assert (one["more"], whole["more"]) == (True, False)


@pytest.mark.parametrize("typed", ["", "%3F%21", "qqqq"])
def test_what_is_like_no_name_gives_an_empty_list(client: Client, typed: str) -> None:
    reply = client.get(f"/search.json?q={typed}")
    assert (reply.status, reply.json["things"], reply.json["more"]) == (200, [], False)


@pytest.mark.parametrize("limit", ["0", "51", "-1", "ten", "", "%C2%B2", "9" * 5000])
def test_a_bad_limit_is_refused_with_what_is_known(client: Client, limit: str) -> None:
    reply = client.get(f"/search.json?q=a&limit={limit}", headers={"Accept": "application/json"})
    assert reply.status == 400
    assert "from 1 to 50" in reply.json["hint"]
