from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from loader.articles import Article, read_articles
from loader.articles.web import Fetcher, FetchError, Limits
from loader.articles.web.hosts import is_public
from loader.errors import ArticleError
from tests.loader.articles.house import SAILED, SAYS

PAGE = (
    f"<html><head><title>Pact</title></head><body><article><p>{SAYS}</p><p>{SAILED}</p></article>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Site:
    """A host on this machine: what it answers, and what it was asked."""

    address: str = ""
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)

    def put(self, path: str, body: str, status: int = 200, **headers: str) -> None:
        named = {name.replace("_", "-"): value for name, value in headers.items()} or HTML
        self.pages[path] = (status, named, body.encode())

    def one(self, path: str, **settings: Any) -> Article | ArticleError:
        found = read_articles([self.address + path], **{"allow_local": True, **settings})
        (outcome,) = found
        return outcome

    def reason(self, path: str, **settings: Any) -> str:
        outcome = self.one(path, **settings)
        assert isinstance(outcome, ArticleError)
        return outcome.reason


def handler_of(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, self.headers["User-Agent"]))
            status, headers, body = site.pages.get(self.path, (404, HTML, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            if self.path != "/slow":
                self.wfile.write(body)
                return
            while not site.closing.wait(0.02):
                try:
                    self.wfile.write(b" ")
                except OSError:
                    return

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()
    with ThreadingHTTPServer(("127.0.0.1", 0), handler_of(made)) as server:
        made.address = f"http://127.0.0.1:{server.server_port}"
        thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.01))
        thread.start()
        made.put("/pact", PAGE)
        yield made
        made.closing.set()
        server.shutdown()
        thread.join()


def test_a_page_at_an_address_is_an_article(site: Site) -> None:
    article = site.one("/pact#part")
    assert isinstance(article, Article)
    assert article.text == f"{SAYS}\n\n{SAILED}"
    assert (article.title, article.address) == ("Pact", f"{site.address}/pact")
    assert article.slug.startswith("pact-")
    assert [path for path, _ in site.asked] == ["/robots.txt", "/pact"]
    assert all(agent.startswith("entente/") for _, agent in site.asked)


def test_a_text_and_a_feed_at_an_address_are_read(site: Site) -> None:
    site.put("/a.txt", SAYS, Content_Type="text/plain")
    text = site.one("/a.txt")
    assert isinstance(text, Article)
    assert (text.text, text.address) == (SAYS, f"{site.address}/a.txt")
    entry = f"<entry><title>A</title><content>{SAYS}</content></entry>"
    feed = f'<feed xmlns="http://www.w3.org/2005/Atom">{entry}</feed>'
    site.put("/feed", feed, Content_Type="application/atom+xml")
    assert isinstance(site.one("/feed"), Article)


def test_this_machine_is_not_asked_unless_that_is_allowed(site: Site) -> None:
    reason = site.reason("/pact", allow_local=False)
    assert "on this machine or a private network (127.0.0.1)" in reason
    assert "--allow-local" in reason
    named = site.address.replace("127.0.0.1", "localhost")
    (outcome,) = read_articles([f"{named}/pact"])
    assert isinstance(outcome, ArticleError)
    assert site.asked == []


@pytest.mark.parametrize(
    "address, public",
    [
        ("9.9.9.9", True), ("2620:fe::fe", True), ("127.0.0.1", False), ("10.1.2.3", False),
        ("172.16.0.1", False), ("192.168.1.1", False), ("169.254.169.254", False),
        ("100.64.0.1", False), ("0.0.0.1", False), ("224.0.0.1", False), ("::1", False),
        ("255.255.255.255", False), ("fe80::1%eth0", False), ("fd00::1", False),
        ("::ffff:10.0.0.1", False), ("2002:7f00:1::", False), ("64:ff9b::a00:1", False),
    ],
)  # fmt: skip
def test_only_machines_of_the_public_network_are_public(address: str, public: bool) -> None:
    assert is_public(address) is public


def test_what_robots_txt_forbids_is_not_fetched(site: Site) -> None:
    site.put("/robots.txt", "User-agent: entente\nDisallow: /p*t$\n", Content_Type="text/plain")
    assert f"{site.address}/robots.txt does not allow it" in site.reason("/pact")
    assert [path for path, _ in site.asked] == ["/robots.txt"]
    site.put("/other", PAGE)
    assert isinstance(site.one("/other"), Article)


def test_a_robots_txt_that_cannot_be_read_forbids_all(site: Site) -> None:
    site.put("/robots.txt", "", status=503)
    assert "robots.txt cannot be read, so nothing is fetched" in site.reason("/pact")


def test_the_pause_that_robots_txt_asks_for_is_kept_and_its_rules_asked_once(site: Site) -> None:
    site.put("/robots.txt", "User-agent: *\nCrawl-delay: 3\n", Content_Type="text/plain")
    pauses: list[float] = []
    fetcher = Fetcher(["text/html"], allow_local=True, sleep=pauses.append)
    for _ in range(3):
        assert fetcher.fetch(f"{site.address}/pact").media_type == "text/html"
    assert pauses == [3.0, 3.0]
    assert [path for path, _ in site.asked].count("/robots.txt") == 1


def test_redirects_are_followed_a_few_steps(site: Site) -> None:
    site.put("/old", "", status=301, Location="/pact")
    article = site.one("/old")
    assert isinstance(article, Article)
    assert article.address == f"{site.address}/pact"
    site.put("/round", "", status=302, Location="/round")
    assert "redirected more than 5 times" in site.reason("/round")
    assert [path for path, _ in site.asked].count("/round") == 6


@pytest.mark.parametrize(
    "target, words",
    [
        ("file:///etc/passwd", "no http or https address"),
        ("http://user:word@127.0.0.1/", "user's name"),
        ("http://[", "cannot be fetched|no address|no http"),
    ],
)
def test_a_redirect_elsewhere_is_not_followed(site: Site, target: str, words: str) -> None:
    import re

    site.put("/old", "", status=302, Location=target)
    assert re.search(words, site.reason("/old"))


@pytest.mark.parametrize(
    "path, words",
    [
        ("/missing", "answered 404"),
        ("/picture", "it is image/png; only"),
        ("/typeless", "it is of no type; only"),
        ("/packed", "compressed"),
        ("/large", "larger than 10000000 bytes"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(site: Site, path: str, words: str) -> None:
    site.put("/picture", "x", Content_Type="image/png")
    site.put("/typeless", "x", X_Nothing="x")
    site.put("/packed", "x", Content_Type="text/html", Content_Encoding="gzip")
    site.put("/large", "x" * 10_000_001)
    assert words in site.reason(path)


def test_a_page_that_trickles_without_end_is_given_up(site: Site) -> None:
    site.put("/slow", "")
    fetcher = Fetcher(["text/html"], Limits(seconds=0.3), allow_local=True, sleep=no_sleep)
    with pytest.raises(FetchError, match=r"longer than 0\.3 seconds"):
        fetcher.fetch(f"{site.address}/slow")


def test_a_host_that_is_not_there_is_told(site: Site) -> None:
    for address in ("http://nowhere.invalid/a", "http://127.0.0.1:1/a", "http://x y/", "http://"):
        (outcome,) = read_articles([address], allow_local=True)
        assert isinstance(outcome, ArticleError)
        assert outcome.source == address


no_sleep: Callable[[float], None] = time.sleep
