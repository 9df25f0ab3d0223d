from __future__ import annotations

from pathlib import Path

import pytest

from loader.articles import Article, read_articles
from loader.errors import DataError

TEXT = "The two navies will train with each other in the autumn, the minister said.\n"


def the_article(folder: Path) -> Article:
    (article,) = read_articles([folder])
    assert isinstance(article, Article)
    return article


def fault_of(folder: Path) -> DataError:
    with pytest.raises(DataError) as caught:
        read_articles([folder])
    return caught.value


def test_a_folders_sidecar_describes_its_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "articles.toml").write_text(
        '["a.txt"]\n'
        'slug = "two-navies"\ntitle = "Two navies"\npublisher = "The Example"\n'
        'address = "https://example.org/a"\npublished = 2031-04-09\n'
        'published_basis = "printed on the page"\npublished_approximate = true\n'
        'rights = "CC BY 4.0"\npublish_text = "passages"\n'
    )
    article = the_article(tmp_path)
    assert (article.slug, article.title, article.publisher) == (
        "two-navies",
        "Two navies",
        "The Example",
    )
    assert (article.published, article.published_basis) == ("2031-04-09", "printed on the page")
    assert article.published_approximate
    assert (article.address, article.rights) == ("https://example.org/a", "CC BY 4.0")
    assert article.publish_text == "passages"


def test_a_sidecar_beside_a_text_describes_it(tmp_path: Path) -> None:
    (tmp_path / "01.txt").write_text(TEXT)
    (tmp_path / "01.toml").write_text('published = "2031-04"\nslug = "first"\n')
    article = the_article(tmp_path)
    assert (article.slug, article.published, article.published_basis) == ("first", "2031-04", None)


def test_a_sidecar_names_the_encoding(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXT + "Łódź").encode("cp1250"))
    (tmp_path / "a.toml").write_text('encoding = "windows-1250"\n')
    assert the_article(tmp_path).text.endswith("Łódź")


def test_how_much_text_is_published_falls_back_to_the_setting(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (article,) = read_articles([tmp_path], publish_text="offsets")
    assert isinstance(article, Article)
    assert article.publish_text == "offsets"


@pytest.mark.parametrize(
    "line, words",
    [
        ('titel = "x"', "unknown key 'titel'"),
        ('slug = "Two Navies"', "slug is 'Two Navies'"),
        ('slug = ""', "slug is ''"),
        ("title = 3", "title is 3"),
        ('published = "9 April 2031"', "published is '9 April 2031'"),
        ('published = "2031-02-30"', "published is '2031-02-30'"),
        ('published = "2031-13"', "published is '2031-13'"),
        ("published = 2031-04-09T10:00:00", "published is"),
        ('published_approximate = "yes"', "write true or false"),
        ('publish_text = "some"', "full, passages, offsets"),
        ('address = "example.org/a"', "http or https"),
        ('encoding = "klingon"', "name of an encoding"),
        ('encoding = "base64"', "name of an encoding"),
    ],
)
def test_a_malformed_key_is_named_with_its_file(tmp_path: Path, line: str, words: str) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "articles.toml").write_text(f'["a.txt"]\n{line}\n')
    fault = fault_of(tmp_path)
    assert words in fault.reason
    assert fault.place == f"{tmp_path / 'articles.toml'}: [a.txt]"


@pytest.mark.parametrize(
    "content, words",
    [
        ('["b.txt"]\nslug = "b"\n', "there is no file 'b.txt'"),
        ('["../a.txt"]\nslug = "b"\n', "there is no file '../a.txt'"),
        ('title = "x"\n', "'title' is no table"),
        ("[a.txt\n", "not TOML"),
    ],
)
def test_a_sidecar_that_does_not_fit_its_folder_is_refused(
    tmp_path: Path, content: str, words: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "articles.toml").write_text(content)
    assert words in fault_of(tmp_path).reason


def test_two_descriptions_of_one_text_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "a.toml").write_text('slug = "a"\n')
    (tmp_path / "articles.toml").write_text('["a.txt"]\nslug = "b"\n')
    assert "keep one of the two" in fault_of(tmp_path).reason


def test_a_path_that_is_not_there_is_named(tmp_path: Path) -> None:
    fault = fault_of(tmp_path / "nowhere")
    assert "no such file or folder" in fault.reason
