import pytest

from tests.support.serving import Client

BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8"


@pytest.mark.parametrize(
    "extension, media_type",
    [
        ("csv", "text/csv"),
        ("tsv", "text/tab-separated-values"),
        ("json", "application/sparql-results+json"),
    ],
)
def test_a_link_names_the_format_that_a_browser_cannot_ask_for(
    client: Client, extension: str, media_type: str
) -> None:
    reply = client.query("SELECT ?s { ?s ?p ?o } LIMIT 1", BROWSER, format=extension)
    assert (reply.status, reply.type) == (200, media_type)


def test_a_format_that_there_is_not_leaves_the_accept_header_to_decide(client: Client) -> None:
    reply = client.query("SELECT ?s { ?s ?p ?o } LIMIT 1", "text/csv", format="docx")
    assert (reply.status, reply.type) == (200, "text/csv")
