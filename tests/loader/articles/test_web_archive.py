from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from loader.articles import read_articles
from tests.loader.articles.house import SAILED, SAYS, articles_in, reason_in, split

PAGE = (
    "<html><head><title>{0}</title></head>"
    "<body><article><h1>{0}</h1><p>{1}</p><p>{2}</p></article></body></html>"
)


class Crawl:
    """A WARC file in the making."""

    def __init__(self, *, packed: bool = True) -> None:
        self.packed, self.content = packed, b""

    def add(
        self,
        address: str,
        body: bytes,
        content_type: str = "text/html; charset=utf-8",
        status: str = "200 OK",
        kind: str = "response",
    ) -> Crawl:
        first = "GET / HTTP/1.1" if kind == "request" else f"HTTP/1.1 {status}"
        block = f"{first}\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
        head = (
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"WARC-Target-URI: {address}\r\nWARC-Date: 2031-05-04T00:00:00Z\r\n"
            f"Content-Type: application/http; msgtype={kind}\r\nContent-Length: "
            f"{len(block)}\r\n\r\n"
        )
        record = head.encode() + block + b"\r\n\r\n"
        self.content += gzip.compress(record, mtime=0) if self.packed else record
        return self


def page(title: str, text: str = SAYS) -> bytes:
    return PAGE.format(title, text, SAILED).encode()


def crawl(*, packed: bool = True) -> Crawl:
    made = Crawl(packed=packed)
    made.add("https://x.example/news/one", page("One"))
    made.add("https://x.example/pic", b"GIF89a", "image/gif")
    made.add("https://x.example/gone", page("Gone"), status="404 Not Found")
    made.add("https://x.example/asked", page("Asked"), kind="request")
    made.add("https://x.example/empty", b"")
    made.add("https://x.example/wrong", b"<p>caf\xe9</p>" * 9)
    made.add(
        "https://x.example/latin",
        page("Two", "Der £ é. " + SAYS).decode().encode("cp1252"),
        "text/html; charset=latin1",
    )
    return made


@pytest.mark.parametrize("name, packed", [("a.warc.gz", True), ("a.warc", False), ("A.WARC", True)])
def test_the_pages_of_a_crawl_are_articles(tmp_path: Path, name: str, packed: bool) -> None:
    (tmp_path / name).write_bytes(crawl(packed=packed).content)
    found, reasons = split(read_articles([tmp_path / name]))
    assert [article.title for article in found] == ["One", "Two"]
    assert [article.address for article in found] == [
        "https://x.example/news/one",
        "https://x.example/latin",
    ]
    assert found[0].slug.startswith("one-")
    assert found[0].source == f"{tmp_path / name}: https://x.example/news/one"
    assert "Der £ é." in found[1].text
    assert [reason.partition("x.example")[2].partition(";")[0] for reason in reasons] == [
        "/empty: no article is found in the page",
        "/wrong: its server says utf-8, but byte 6 does not fit",
    ]


def test_a_page_over_the_limit_costs_itself_only(tmp_path: Path) -> None:
    made = Crawl().add("https://x.example/big", page("Big") + b" " * 9000)
    made.add("https://x.example/one", page("One"))
    (tmp_path / "a.warc.gz").write_bytes(made.content)
    found, reasons = split(read_articles([tmp_path], max_bytes=1000))
    assert [article.title for article in found] == ["One"]
    assert "x.example/big: the page is larger than 5000 bytes" in reasons[0]


@pytest.mark.parametrize("packed", [True, False])
def test_a_damaged_file_gives_what_stands_before_the_damage(tmp_path: Path, packed: bool) -> None:
    first = Crawl(packed=packed).add("https://x.example/one", page("One")).content
    (tmp_path / "a.warc").write_bytes(first + b"\x1f\x8b\x08nonsense" * 20)
    found, reasons = split(read_articles([tmp_path / "a.warc"]))
    assert [article.title for article in found] == ["One"]
    assert len(reasons) == 1
    assert "its rest is lost" in reasons[0]


@pytest.mark.parametrize("content", [b"nonsense\n" * 9, b"\x1f\x8b\x08\0\0"])
def test_what_is_no_crawl_is_rejected(tmp_path: Path, content: bytes) -> None:
    assert "a.warc: it is " in reason_in(tmp_path, "a.warc", content)


def test_a_crawl_without_pages_gives_nothing(tmp_path: Path) -> None:
    made = Crawl().add("https://x.example/pic", b"GIF89a", "image/gif")
    (tmp_path / "a.warc.gz").write_bytes(made.content)
    assert articles_in(tmp_path) == []
