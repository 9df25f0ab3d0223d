from __future__ import annotations

import hashlib
import subprocess
import sys
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.loader.articles.house import SAILED, SAYS, article_in, reason_in

OPENING = "<!doctype html><html lang=en><head><title>Two navies sign pact | Ministry</title>"
NAV = "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav>"
FOOT = "<footer><p>Copyright. All rights reserved.</p><p>Cookie settings</p></footer>"
META = (
    '<meta property="og:title" content="Two navies sign pact">'
    '<meta property="og:site_name" content="Ministry of Ruritania">'
    '<link rel="canonical" href="https://mod.example.org/news/pact">'
)
PUBLISHED = '<meta property="article:published_time" content="2031-05-04T23:10:00+12:00">'
QUOTE = "<p>The minister said:</p><blockquote><p>We go.</p><p>We all stay.</p></blockquote>"


def page(head: str = META + PUBLISHED, body: str = QUOTE) -> str:
    article = f"<h1>Two navies sign pact</h1><p>{SAYS}</p><h2>Ships</h2><p>{SAILED}</p>{body}"
    return f"{OPENING}{head}</head><body>{NAV}<article>{article}</article>{FOOT}</body></html>"


def test_a_saved_page_gives_its_article_and_what_it_says_of_itself(tmp_path: Path) -> None:
    content = page().encode()
    article = article_in(tmp_path, "Two navies.html", content)
    assert article.text.split("\n\n") == [
        "Two navies sign pact",
        SAYS,
        "Ships",
        SAILED,
        "The minister said:",
        "“We go.",
        "“We all stay.”",
    ]
    assert article.slug == "two-navies"
    assert article.sha256 == hashlib.sha256(content).hexdigest()
    assert article.title == "Two navies sign pact"
    assert article.publisher == "Ministry of Ruritania"
    assert article.address == "https://mod.example.org/news/pact"
    assert article.published == "2031-05-04"
    assert article.published_basis == "the page's metadata, article:published_time"
    assert not article.published_approximate


LINKED = (
    '<script type="application/ld+json">{"@graph": [{"@type": "WebPage"}, {"@type": "NewsArticle",'
    ' "datePublished": "2030-01-02", "publisher": {"name": "The Strelsau Post"}}]}</script>'
)


@pytest.mark.parametrize(
    "head, day, basis",
    [
        (LINKED, "2030-01-02", "the page's JSON-LD, datePublished"),
        ('<script type="application/ld+json">{"a</script>', None, None),
        (
            '<meta name="DC.date" content="4 May 2031">',
            "2031-05-04",
            "the page's metadata, dc.date",
        ),
        ('<meta name="date" content="soon">', None, None),
        ("", None, None),
    ],
)
def test_a_date_comes_with_its_basis(
    tmp_path: Path, head: str, day: str | None, basis: str | None
) -> None:
    article = article_in(tmp_path, "a.html", page(head))
    assert (article.published, article.published_basis) == (day, basis)


def test_a_date_that_is_marked_in_the_text_is_taken(tmp_path: Path) -> None:
    time = '<p><time itemprop="datePublished" datetime="2031-05-04">Sunday</time></p>'
    article = article_in(tmp_path, "a.html", page("", time))
    assert article.published == "2031-05-04"
    assert article.published_basis == "a date that the page marks as that of publication"


def test_a_date_that_only_looks_like_that_of_publication_is_approximate(tmp_path: Path) -> None:
    stamped = '<div class="post-date"><time datetime="2021-05-04">4 May 2021</time></div>'
    article = article_in(tmp_path, "a.html", page("", stamped))
    assert article.published == "2021-05-04"
    assert article.published_approximate


def test_a_publisher_is_taken_from_linked_data(tmp_path: Path) -> None:
    assert article_in(tmp_path, "a.html", page(LINKED)).publisher == "The Strelsau Post"


def test_a_sidecar_goes_over_what_a_page_says(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('publisher = "Ours"\npublished = "2031-06"\n')
    article = article_in(tmp_path, "a.html", page())
    assert (article.publisher, article.published) == ("Ours", "2031-06")
    assert (article.published_basis, article.title) == (None, "Two navies sign pact")


@pytest.mark.parametrize(
    "charset, encoding",
    [
        ("utf-8", "utf-8"),
        ("ISO-8859-1", "cp1252"),
        ("windows-1250", "cp1250"),
        ("nonsense", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_says(tmp_path: Path, charset: str, encoding: str) -> None:
    text = page(f"<meta charset={charset}>", "<p>“The Škoda of Müller” was in the port.</p>")
    if encoding == "cp1252":
        text = text.replace("Š", "S")
    article = article_in(tmp_path, "a.html", text.encode(encoding))
    assert article.text.endswith("koda of Müller” was in the port.")


def test_a_page_that_is_not_in_the_encoding_it_names_is_rejected(tmp_path: Path) -> None:
    content = page("<meta charset=utf-8>", "<p>Müller</p>").encode("cp1252")
    assert "its own head says utf-8, but byte" in reason_in(tmp_path, "a.html", content)


def test_a_page_in_one_file_is_read(tmp_path: Path) -> None:
    saved = EmailMessage()
    saved["Snapshot-Content-Location"] = "https://mod.example.org/saved"
    saved.set_content(page(), subtype="html", cte="quoted-printable")
    saved.add_related(b"GIF89a", "image", "gif")
    article = article_in(tmp_path, "pact.mhtml", saved.as_bytes())
    assert article.address == "https://mod.example.org/saved"
    assert (article.slug, article.title) == ("pact", "Two navies sign pact")
    assert SAILED in article.text


@pytest.mark.parametrize("name", ["a.html", "a.mhtml"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"<",
        b"<html></html>",
        b"<html><body><nav>Home</nav></body></html>",
        b"plain words",
        b"\xff\xfe",
    ],
)
def test_a_page_without_an_article_is_rejected(tmp_path: Path, name: str, content: bytes) -> None:
    assert reason_in(tmp_path, name, content).startswith(f"{tmp_path / name}: ")


def test_a_page_may_be_larger_than_a_text(tmp_path: Path) -> None:
    script = f"<script>{'x' * 2_500_000}</script>"
    assert SAYS in article_in(tmp_path, "a.html", page(script)).text


def test_what_reads_pages_is_loaded_only_for_pages(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAYS)
    heavy = "('trafilatura', 'feedparser', 'warcio', 'lxml', 'protego', 'htmldate', 'http.client')"
    code = (
        "import sys, loader.articles as a\n"
        f"(one,) = a.read_articles([{str(tmp_path / 'a.txt')!r}])\n"
        "assert isinstance(one, a.Article), one\n"
        f"print([name for name in {heavy} if name in sys.modules])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
