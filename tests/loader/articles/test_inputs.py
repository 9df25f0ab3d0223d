from __future__ import annotations

import json
from io import BytesIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.articles import Article, read_articles
from loader.articles.formats.suffixes import SUFFIXES
from loader.cli import main
from loader.errors import ArticleError
from tests.loader.articles.house import SAILED, SAYS, articles_in, split

HTML = f"<!doctype html><html><body><article><p>{SAYS}</p><p>{SAILED}</p></article></body></html>"
FEED = (
    '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><entry>'
    f"<title>A</title><content>{SAYS}</content></entry></feed>"
)


def test_a_folder_gives_its_files_of_all_formats_by_name_and_nothing_deeper(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(SAYS)
    (tmp_path / "c.MD").write_text(SAILED)
    (tmp_path / "a.html").write_text(HTML)
    (tmp_path / "d.jsonl").write_text(json.dumps({"text": SAYS, "slug": "line"}))
    (tmp_path / "curation.jsonl").write_text('{"not": "an article"}\n')
    (tmp_path / "README.md").write_text(SAYS)
    (tmp_path / "a.css").write_text("p {}")
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "frame.html").write_text(HTML)
    assert [article.slug for article in articles_in(tmp_path)] == ["a", "b", "c", "line"]


@pytest.mark.parametrize(
    "content, text",
    [
        (f"---\ntitle: Pact\n---\n{SAYS}", SAYS),
        (HTML, f"{SAYS}\n\n{SAILED}"),
        (json.dumps({"text": SAYS}) + "\n", SAYS),
        (FEED, SAYS),
    ],
    ids=["text", "page", "lines", "feed"],
)
def test_standard_input_is_told_by_how_it_begins(content: str, text: str) -> None:
    (article,) = read_articles(["-", "-"], stdin=BytesIO(content.encode()))
    assert isinstance(article, Article)
    assert article.text == text
    assert article.source.startswith("standard input")
    assert article.slug.rpartition("-")[0] in ("pact", "a", "article")


def test_articles_of_one_file_are_written_to_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(SAYS)
    records = [{"text": SAILED, "slug": "sailed"}, {"text": SAYS, "slug": "says"}, {"text": ""}]
    (tmp_path / "a.jsonl").write_text("\n".join(map(json.dumps, records)))
    places = [str(tmp_path / "01.txt"), str(tmp_path / "a.jsonl")]
    result = CliRunner().invoke(
        main, ["extract", *places, "--out", str(tmp_path / "out"), "--workers", "1"]
    )
    assert result.exit_code == 1
    assert "a.jsonl:3: it is empty" in result.output
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["01.jsonl", "sailed.jsonl", "says.jsonl"]


def test_standard_input_goes_through_the_same_door(tmp_path: Path) -> None:
    arguments = ["extract", "-", "--out", str(tmp_path / "out"), "--workers", "1"]
    result = CliRunner().invoke(main, arguments, input=f"---\nslug: pact\n---\n{SAYS}")
    assert result.exit_code == 0, result.output
    assert (tmp_path / "out" / "pact.jsonl").is_file()


SEEDS = st.sampled_from(
    [HTML.encode(), FEED.encode(), b'{"text": "' + SAYS.encode(), b"WARC/1.0\r\n"]
)
BYTES = st.one_of(
    st.binary(max_size=300),
    st.builds(
        lambda seed, at, inside: seed[: at % len(seed)] + inside + seed[at % len(seed) :],
        SEEDS,
        st.integers(0, 10_000),
        st.binary(max_size=40),
    ),
)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=150
)
@given(suffix=st.sampled_from(SUFFIXES), content=BYTES)
def test_any_bytes_in_any_format_give_articles_or_reasons(
    tmp_path: Path, suffix: str, content: bytes
) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(content)
    for outcome in read_articles([path], max_bytes=5000):
        if isinstance(outcome, ArticleError):
            assert outcome.source.startswith(str(path))
        else:
            assert outcome.text.strip()
            assert outcome.text.encode()
    path.unlink()


@settings(deadline=None, max_examples=60)
@given(BYTES)
def test_any_bytes_on_standard_input_give_articles_or_reasons(content: bytes) -> None:
    found, reasons = split(read_articles(["-"], stdin=BytesIO(content)))
    assert all(article.text.strip() for article in found)
    assert all(reason.startswith("standard input") for reason in reasons)
