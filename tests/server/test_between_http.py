"""``/between`` over HTTP: one address for each pair, and what is said of no pair."""

from tests.support.serving import Client


def test_a_pair_has_one_address(client: Client) -> None:
    reply = client.get("/between/sylvania/freedonia")
    assert reply.status == 301
    assert reply.headers["location"].endswith("/between/freedonia/sylvania")
    assert client.get("/between/freedonia/sylvania", "text/html").status == 200


def test_what_is_no_pair_is_refused_with_names_like_it(client: Client) -> None:
    assert client.get("/between/sylvania/sylvania").status == 400
    reply = client.get("/between/fredonia/sylvania", "application/json")
    assert reply.status == 404
    assert reply.json["near"]["/page/freedonia"] == "Freedonia"


def test_no_path_gets_into_a_header(client: Client) -> None:
    for path in ("/between/%23E/%C2%8E%0Dj", "/between/z/a%0D%0Ax", "/between/%F0%A0%BE%8A_/a"):
        assert client.get(path, "text/html").status == 404
