from __future__ import annotations

from pathlib import Path

import pytest

from tests.loader.articles.house import SAYS, article_in, reason_in


def test_keys_above_a_text_say_what_is_known_of_it(tmp_path: Path) -> None:
    article = article_in(
        tmp_path,
        "a.txt",
        '---\ntitle: "A pact: signed"\nDate: 4 May 2031\nsite: NO\nurl: https://x.example/a#b\n'
        f"tags: [a, b]\nlayout:\n  - wide\n# a remark\n\nlicence: 'Ours'\n---\n\n{SAYS}\n",
    )
    assert article.text == SAYS + "\n"
    assert article.title == "A pact: signed"
    assert (article.published, article.published_basis) == ("2031-05-04", "the front matter")
    assert article.publisher == "NO"
    assert article.address == "https://x.example/a#b"
    assert article.rights == "Ours"
    assert article.slug == "a"


def test_what_looks_like_a_number_a_time_or_a_truth_is_text(tmp_path: Path) -> None:
    for value in ("no", "12:30", "0o17", "1e3", "~", "null", "@home", "a # b", "{x}"):
        article = article_in(tmp_path, "a.md", f"---\npublisher: {value}\n---\n{SAYS}")
        assert article.publisher == value


def test_front_matter_in_toml_is_read(tmp_path: Path) -> None:
    content = f'+++\r\ntitle = "Pact"\r\ndate = 2031-05-04T10:00:00Z\r\n+++\r\n{SAYS}'
    article = article_in(tmp_path, "a.md", content)
    assert (article.title, article.published, article.text) == ("Pact", "2031-05-04", SAYS)


def test_a_sidecar_has_the_last_word(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text('title = "Ours"\npublished = "2031"\n')
    article = article_in(
        tmp_path, "a.txt", f"---\ntitle: T\ndate: 2030-01-01\nslug: z\n---\n{SAYS}"
    )
    assert (article.title, article.published, article.slug) == ("Ours", "2031", "z")
    assert article.published_basis is None


@pytest.mark.parametrize(
    "text",
    [f"---\n{SAYS}\n---\n", f"---\n\n{SAYS}", f"---\ntitle: Pact\n\n{SAYS}", f"--- \n---\n{SAYS}"],
    ids=["between rules", "below a rule", "never closed", "nothing between"],
)
def test_a_rule_is_no_front_matter(tmp_path: Path, text: str) -> None:
    assert article_in(tmp_path, "a.txt", text).text == text


@pytest.mark.parametrize(
    "inside, words",
    [
        ("title: A\ntitle: B", "a.txt:3: title is said twice"),
        ("title: A\nnonsense", "a.txt:3: 'nonsense' is no key and value"),
        ("title: >\n  A pact", "a.txt:2: title runs over lines"),
        ("date: soon", "published is 'soon'; write an existing day"),
        ("date: 04/05/2031", "published is '04/05/2031'"),
        ("url: x.example", "address is 'x.example'; write an http or https address"),
        ("url: https://x.example\nlink: https://y.example", "link is 'https://y.example', but"),
        ("slug: A B", "a slug is lower-case"),
        ("publish_text: none", "write one of full, passages, offsets"),
        ("published_approximate: maybe", "write true or false"),
    ],
)
def test_malformed_front_matter_is_told_with_its_line(
    tmp_path: Path, inside: str, words: str
) -> None:
    assert words in reason_in(tmp_path, "a.txt", f"---\n{inside}\n---\n{SAYS}")


def test_malformed_toml_is_told(tmp_path: Path) -> None:
    assert "not TOML" in reason_in(tmp_path, "a.md", f"+++\ntitle = \n+++\n{SAYS}")
