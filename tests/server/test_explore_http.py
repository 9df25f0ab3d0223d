"""``/explore`` over HTTP: shareable addresses, and problems that say what is known."""

from tests.support.serving import Client


def test_empty_fields_of_the_form_are_dropped_from_the_address(client: Client) -> None:
    reply = client.get("/explore?class=Exercise&state=&year=")
    assert reply.status == 303
    assert reply.headers["location"].endswith("/explore?class=Exercise")
    shown = client.get("/explore?class=Exercise", "text/html")
    assert "Exercise Duck" in shown.text
    assert "etag" in shown.headers


def test_bad_values_say_what_is_known(client: Client) -> None:
    reply = client.get("/explore?class=Duck", "application/json")
    assert reply.status == 400
    assert "Exercise" in reply.json["hint"]
    near = client.get("/explore?state=fredonia", "application/json")
    assert near.status == 400
    assert near.json["near"] == {"/explore?state=freedonia": "Freedonia"}


def test_a_publisher_is_no_way_into_the_query(client: Client) -> None:
    reply = client.get("/explore?source=%22%29%20%7D%20%23", "text/html")
    assert reply.status == 200
    assert "Nothing" in reply.text
