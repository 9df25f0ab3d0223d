from __future__ import annotations

import gzip
import hashlib
import json
from pathlib import Path

import pytest

from loader.articles import read_articles
from tests.loader.articles.house import SAILED, SAYS, articles_in, reason_in, split


def lines(*records: object) -> str:
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


FIRST = {
    "text": SAYS + "\n",
    "title": "Pact",
    "url": "https://x.example/news/2031/pact-signed.html",
    "published": "2031-05-04T10:00:00Z",
    "publisher": "Post",
    "authors": ["A", "B"],
    "rights": None,
}


def test_each_line_is_an_article(tmp_path: Path) -> None:
    content = lines(FIRST, {"html": f"<p>{SAILED}</p><blockquote>We go.</blockquote>", "slug": "b"})
    (tmp_path / "a.jsonl").write_text(content)
    first, second = articles_in(tmp_path)
    assert first.text == SAYS + "\n"
    assert (first.title, first.publisher, first.rights) == ("Pact", "Post", None)
    assert (first.published, first.published_basis) == ("2031-05-04", "the record's own date")
    assert first.address == FIRST["url"]
    assert first.source == f"{tmp_path / 'a.jsonl'}:1"
    assert first.sha256 == hashlib.sha256(content.splitlines()[0].encode()).hexdigest()
    assert (second.slug, second.text) == ("b", f"{SAILED}\n\n“We go.”")


def test_slugs_come_from_the_address_else_from_title_and_text(tmp_path: Path) -> None:
    records = [FIRST, {"text": SAYS, "title": "A pact"}, {"text": SAILED}]
    (tmp_path / "a.jsonl").write_text(lines(*records))
    slugs = [article.slug for article in articles_in(tmp_path)]
    (tmp_path / "b.jsonl").write_text(lines(*reversed(records)))
    assert [article.slug for article in articles_in(tmp_path / "b.jsonl")] == slugs[::-1]
    assert [slug.rpartition("-")[0] for slug in slugs] == ["pact-signed", "a-pact", "article"]
    retitled = lines({**FIRST, "title": "Another", "text": SAILED})
    (tmp_path / "b.jsonl").write_text(retitled)
    assert articles_in(tmp_path / "b.jsonl")[0].slug == slugs[0]


def test_a_bad_line_costs_that_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    bad = '{"text"\n[1]\n\n{"title": "No text"}\n{"text": 5}\n{"text": "\\ud800"}\n{"text": ""}\n'
    path.write_text(bad + lines({**FIRST, "url": "nowhere"}, {"text": SAILED}))
    found, reasons = split(read_articles([path]))
    assert [article.text for article in found] == [SAILED]
    assert found[0].source == f"{path}:9"
    expected = [
        (1, "the line is no JSON"),
        (2, "the line is no object"),
        (4, "it has no text; its keys are title"),
        (5, "text is '5'; write it as text in quotes"),
        (6, "halves of characters"),
        (7, "it is empty"),
        (8, "address is 'nowhere'"),
    ]
    assert len(reasons) == len(expected)
    for reason, (number, words) in zip(reasons, expected, strict=True):
        assert reason.startswith(f"{path}:{number}: ")
        assert words in reason


def test_a_line_over_the_limit_is_rejected_without_the_next(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines({"text": SAYS * 9}, {"text": SAILED}))
    found, reasons = split(read_articles([path], max_bytes=400))
    assert reasons == [f"{path}:1: the line is longer than 400 bytes; split it"]
    assert [article.text for article in found] == [SAILED]


def test_the_same_address_twice_is_one_article(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(lines(FIRST, FIRST))
    found, reasons = split(read_articles([path]))
    assert len(found) == 1
    assert f"is taken by {path}:1" in reasons[0]


def test_a_packed_file_is_read(tmp_path: Path) -> None:
    whole = gzip.compress(lines(FIRST, {"text": SAILED}).encode())
    (tmp_path / "a.jsonl.gz").write_bytes(whole)
    assert len(articles_in(tmp_path)) == 2
    assert "cannot be read from here on" in reason_in(tmp_path, "b.jsonl.gz", whole[:60])
    assert "cannot be read from here on" in reason_in(tmp_path, "b.jsonl.gz", b"not packed")


def test_a_sidecar_says_what_holds_of_all_lines_that_do_not_say_it(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(FIRST, {"text": SAILED}))
    (tmp_path / "a.toml").write_text('publisher = "Wire"\npublish_text = "offsets"\n')
    first, second = articles_in(tmp_path)
    assert (first.publisher, second.publisher) == ("Post", "Wire")
    assert {first.publish_text, second.publish_text} == {"offsets"}


@pytest.mark.parametrize("key", ["slug", "title", "address"])
def test_a_sidecar_cannot_say_of_many_what_is_of_one(tmp_path: Path, key: str) -> None:
    from loader.errors import DataError

    (tmp_path / "a.jsonl").write_text(lines(FIRST))
    (tmp_path / "a.toml").write_text(
        f'{key} = "https://x.example"\n'.replace('slug = "https://x.example', 'slug = "x')
    )
    with pytest.raises(DataError, match=f"so that its {key} cannot be said"):
        read_articles([tmp_path])
