"""Whatever is sent, the server answers, and never with 500."""

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.serving import DIRECT, FORM, Client

MODEST = settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
WORDS = "SELECT FROM NAMED FILTER SERVICE PREFIX BASE ORDER LIMIT UNION BIND AS CONSTRUCT ASK a 1"
SIGNS = """* { } ?s <a:b> <http://[x> ent: ' " \\ # ( ) < @ ^^ é 𝔘 : _ . ; , | / ! = - $"""
PIECES = [*WORDS.split(), *SIGNS.split(), "\0", "\n", "\t"]
ROOMS = [
    *["/", "/id/", "/data/", "/page/", "/article/", "/graph/", "/rule/", "/ontology/"],
    *["/search?q=", "/query?query=", "/page/freedonia?all=", "/sparql?default-graph-uri=x&query="],
]
ACCEPTS = st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=40)
NAMED_ACCEPTS = st.lists(
    st.sampled_from(["*/*", "text/*", "text/html", "text/turtle", "text/csv;q=0", "a/b", ";q=2",
                     "application/json;q=0.5", ",", "q=", "text/turtle;q=nan"]), max_size=4
).map(",".join)  # fmt: skip


@MODEST
@given(accept=ACCEPTS | NAMED_ACCEPTS)
@pytest.mark.parametrize("path", ["/data/freedonia", "/article/duck", "/sparql?query=ASK%7B%7D"])
def test_any_accept_gives_an_answer_or_406(client: Client, path: str, accept: str) -> None:
    assert client.get(path, accept.strip()).status in (200, 406)


@MODEST
@given(body=st.binary(max_size=200))
@pytest.mark.parametrize("kind", [DIRECT, FORM])
def test_any_bytes_as_a_query_are_answered(client: Client, kind: str, body: bytes) -> None:
    reply = client.send("POST", "/sparql", body, {"Content-Type": kind})
    assert reply.status in (400, 403)


@MODEST
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=12))
def test_any_words_as_a_query_are_answered(client: Client, pieces: list[str]) -> None:
    for text in (" ".join(pieces), "".join(pieces)):
        assert client.post(text).status in (200, 400, 403)
        assert client.get("/query?query=" + quote(text)).status in (200, 400, 403)


@MODEST
@given(rubbish=st.binary(max_size=40))
@pytest.mark.parametrize("room", ROOMS)
def test_any_rubbish_as_a_path_is_answered(client: Client, room: str, rubbish: bytes) -> None:
    reply = client.get(room + quote(rubbish, safe="/.~"), "text/html")
    assert reply.status < 500


def test_the_style_of_what_can_be_no_article_is_unknown(client: Client) -> None:
    for name in ("%C2%88", "%3C%3E", "a%20b", "A"):
        assert client.get(f"/article/{name}.css").status == 404


@MODEST
@given(host=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=30))
def test_any_host_is_answered(client: Client, host: str) -> None:
    assert client.get("/sparql", headers={"Host": host}).status < 500
