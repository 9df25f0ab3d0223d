from __future__ import annotations

from pathlib import Path

import pytest

from loader.articles import read_articles
from tests.loader.articles.house import SAILED, SAYS, reason_in, split

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Strelsau Post</title><link>https://x.example/</link>
<item><title>One</title><link>https://x.example/one</link>
<pubDate>Sun, 04 May 2031 23:10:00 +1200</pubDate><description>The short of it.</description>
<content:encoded><![CDATA[<h2>Ships</h2><p>{SAYS}</p><blockquote>We go.</blockquote>
]]></content:encoded>
</item>
<item><title>Two</title><link>https://x.example/two</link><description>{SAYS}</description></item>
<item><title>Three</title></item>
<item><link>nowhere at all</link>
<content:encoded>&lt;p&gt;{SAILED}&lt;/p&gt;</content:encoded></item>
</channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Ministry</title>
<entry><title>One</title><link href="https://x.example/one"/><id>urn:1</id>
<updated>2031-05-06T00:00:00Z</updated><published>2031-05-04T00:00:00Z</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{SAYS}</p></div></content></entry>
<entry><title>Two</title><link href="https://x.example/two"/><updated>2031-05-06T00:00:00Z</updated>
<content type="text">{SAILED}</content></entry>
<entry><title>Three</title><summary>{SAYS}</summary></entry>
</feed>"""


@pytest.mark.parametrize("name", ["a.rss", "a.xml"])
def test_entries_of_rss_with_their_content_are_articles(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(RSS)
    found, reasons = split(read_articles([tmp_path]))
    first, last = found
    assert first.text == f"Ships\n\n{SAYS}\n\n“We go.”"
    assert (first.title, first.publisher) == ("One", "The Strelsau Post")
    assert first.address == "https://x.example/one"
    assert (first.published, first.published_approximate) == ("2031-05-04", False)
    assert first.published_basis == "the feed's date of publication"
    assert first.slug.startswith("one-")
    assert first.source == f"{tmp_path / name}: entry 1"
    assert (last.text, last.address, last.title) == (SAILED, None, None)
    assert [reason.partition("entry ")[2] for reason in reasons] == [
        "2: the entry has a summary only; give the address of its page instead",
        "3: the entry has no content; give the address of its page instead",
    ]


def test_entries_of_atom_with_their_content_are_articles(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM)
    found, reasons = split(read_articles([tmp_path]))
    assert [article.text for article in found] == [SAYS, SAILED]
    assert [article.published for article in found] == ["2031-05-04", "2031-05-06"]
    assert [article.published_approximate for article in found] == [False, True]
    assert found[1].published_basis == "the feed's date of the last change"
    assert len(reasons) == 1
    assert "entry 3: the entry has a summary only" in reasons[0]


def test_an_entry_over_the_limit_costs_itself_only(tmp_path: Path) -> None:
    (tmp_path / "a.atom").write_text(ATOM.replace(SAYS + "</p>", SAYS * 9 + "</p>"))
    found, reasons = split(read_articles([tmp_path], max_bytes=1000))
    assert [article.text for article in found] == [SAILED]
    assert "entry 1: the entry is larger than 1000 bytes" in reasons[0]


@pytest.mark.parametrize(
    "content, words",
    [
        ("", "neither RSS nor Atom"),
        ("words", "neither RSS nor Atom"),
        ("<urlset><url><loc>x</loc></url></urlset>", "neither RSS nor Atom"),
        ("<html><p>x</p></html>", "neither RSS nor Atom"),
        ('<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "no entries"),
    ],
)
def test_what_is_no_feed_is_rejected(tmp_path: Path, content: str, words: str) -> None:
    assert words in reason_in(tmp_path, "a.xml", content)


def test_entities_that_grow_without_end_are_not_followed(tmp_path: Path) -> None:
    entities = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12))
    bomb = f'<!DOCTYPE rss [<!ENTITY a0 "ha">{entities}]>{RSS.partition("?>")[2]}'
    (tmp_path / "a.rss").write_text(bomb.replace("The short of it.", "&a12;"))
    found, reasons = split(read_articles([tmp_path]))
    assert all(len(article.text) < 1000 for article in found)
    assert len(found) + len(reasons) >= 1


def test_nothing_outside_the_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("SECRET")
    outside = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    (tmp_path / "a.rss").write_text(outside + RSS.partition("?>")[2].replace("We go.", "&x;"))
    found, _ = split(read_articles([tmp_path]))
    assert all("SECRET" not in article.text for article in found)
