from __future__ import annotations

import codecs
import hashlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loader.articles import Article, read_articles
from loader.errors import ArticleError

ENGLISH = (
    "The minister said that the two navies will train with each other in the autumn. It is the "
    "first exercise of its kind, and “the last one by far” it was not. It cost the ministry’s "
    "budget £3 million, and the ships of both states sailed from Tromsø on the same day.\n"
)
NORWEGIAN = (
    "Statsråden sa at de to marinene skal øve sammen til høsten. Det er den første øvelsen av sitt "
    "slag, og skipene fra begge landene seilte ut fra havna samme dag som avtalen ble kjent.\n"
)
GERMAN = (
    "Die Ministerin sagte, dass beide Marinen im Herbst gemeinsam üben werden. Es ist die erste "
    "Übung ihrer Art, und die Schiffe beider Staaten liefen am selben Tag aus dem Hafen aus.\n"
)


def only(outcomes: Sequence[Article | ArticleError]) -> Article | ArticleError:
    (outcome,) = outcomes
    return outcome


def outcome_of(folder: Path, content: bytes) -> Article | ArticleError:
    (folder / "text.txt").write_bytes(content)
    return only(list(read_articles([folder])))


def reason_of(outcome: Article | ArticleError) -> str:
    assert isinstance(outcome, ArticleError)
    return outcome.reason


def test_an_article_without_sidecar_knows_only_its_text(tmp_path: Path) -> None:
    content = ENGLISH.encode()
    assert outcome_of(tmp_path, content) == Article(
        slug="text",
        text=ENGLISH,
        sha256=hashlib.sha256(content).hexdigest(),
        source=str(tmp_path / "text.txt"),
    )


@pytest.mark.parametrize(
    "content",
    [
        ENGLISH.encode("utf-8"),
        ENGLISH.encode("utf-8-sig"),
        ENGLISH.encode("utf-16"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("utf-32"),
        ENGLISH.encode("cp1252"),
        ENGLISH.encode("mac_roman"),
    ],
    ids=["utf-8", "utf-8 marked", "utf-16", "utf-16-be", "utf-32", "windows-1252", "mac"],
)
def test_a_text_is_decoded_by_its_mark_or_a_sure_guess(tmp_path: Path, content: bytes) -> None:
    outcome = outcome_of(tmp_path, content)
    assert isinstance(outcome, Article)
    assert outcome.text == ENGLISH
    assert outcome.sha256 == hashlib.sha256(content).hexdigest()


def test_line_ends_stay_as_they_are(tmp_path: Path) -> None:
    text = ENGLISH.replace("\n", "\r\n") * 2
    outcome = outcome_of(tmp_path, text.encode())
    assert isinstance(outcome, Article)
    assert outcome.text == text


@pytest.mark.parametrize(
    "content, words",
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "binary"),
        (ENGLISH.encode() + b"\0", "binary"),
        (ENGLISH.encode() + b"\x01\x02\x03\x04\x05", "binary"),
        (bytes(range(128, 256)) * 20, "encoding cannot be told"),
        ((ENGLISH + "Łukasz Żak, Łódź").encode("cp1250", "ignore"), "encoding cannot be told"),
        (codecs.BOM_UTF8 + b"caf\xe9", "byte order mark says utf-8-sig, but byte 3"),
        (NORWEGIAN.encode(), "not English"),
        (GERMAN.encode(), "not English"),
        ("Министр обороны сообщил о совместных учениях двух флотов. ".encode() * 5, "not English"),
    ],
)
def test_what_cannot_be_read_is_rejected_with_its_reason(
    tmp_path: Path, content: bytes, words: str
) -> None:
    assert words in reason_of(outcome_of(tmp_path, content))


def test_a_file_over_the_limit_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_text(ENGLISH)
    outcome = only(list(read_articles([tmp_path], max_bytes=100)))
    assert "larger than 100 bytes" in reason_of(outcome)


def test_a_bad_article_does_not_stop_the_good_ones(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.md").write_text(ENGLISH)
    (tmp_path / "c.txt").write_text(ENGLISH)
    (tmp_path / "README.md").write_text(ENGLISH)
    (tmp_path / "notes.rst").write_text(ENGLISH)
    outcomes = list(read_articles([tmp_path]))
    assert isinstance(outcomes[0], ArticleError)
    assert [outcome.slug for outcome in outcomes[1:] if isinstance(outcome, Article)] == ["b", "c"]


def test_a_second_article_of_the_same_slug_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "Pact.txt").write_text(ENGLISH)
    (tmp_path / "pact.md").write_text(ENGLISH)
    first, second = read_articles([tmp_path])
    assert isinstance(first, Article)
    assert f"'pact' is taken by {tmp_path / 'Pact.txt'}" in reason_of(second)


def test_a_name_that_gives_no_slug_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "—.txt").write_text(ENGLISH)
    assert "gives no slug" in reason_of(only(list(read_articles([tmp_path]))))


def test_a_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(ENGLISH)
    outcomes = list(read_articles([tmp_path / "b.txt", tmp_path]))
    assert [outcome.slug for outcome in outcomes if isinstance(outcome, Article)] == ["b", "a"]


def test_a_file_of_another_kind_is_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text(ENGLISH)
    assert "none of .txt, .md, " in reason_of(only(list(read_articles([tmp_path / "a.pdf"]))))


def test_the_seeds_are_read_with_what_is_known_of_them() -> None:
    outcomes = list(read_articles([Path(__file__).parents[3] / "seeds"]))
    articles = [outcome for outcome in outcomes if isinstance(outcome, Article)]
    assert [article.slug for article in articles] == ["uk-new-zealand", "uk-norway"]
    assert len(outcomes) == 2
    assert all(article.published_approximate and article.published_basis for article in articles)
    assert all(article.title is None and article.publisher is None for article in articles)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_give_an_article_or_a_reason(tmp_path: Path, content: bytes) -> None:
    outcome = outcome_of(tmp_path, content)
    if isinstance(outcome, Article):
        assert outcome.text.strip()
        assert outcome.text.encode("utf-8")
    else:
        assert outcome.source.endswith("text.txt")
