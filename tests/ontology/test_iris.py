"""Every IRI under the base is minted in one way and told apart again."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ontology.iris import DEFAULT_BASE, Base, is_slug, slugify

BASE = Base("https://example.org/entente/")
words = st.text(string.ascii_letters + string.digits, min_size=1, max_size=8)
labels = st.lists(words, min_size=1, max_size=6).map(" ".join)
offsets = st.tuples(st.integers(0, 10**6), st.integers(1, 1000)).map(lambda p: (p[0], sum(p)))


@pytest.mark.parametrize(
    "label, slug",
    [
        ("HDMS Niels Juel", "hdms-niels-juel"),
        ("Bodø", "bodo"),
        ("Łódź", "lodz"),
        ("Straße", "strasse"),
        ("Þingvellir", "thingvellir"),
        ("Côte d’Ivoire", "cote-divoire"),
        ("  3rd   Brigade! ", "3rd-brigade"),
        ("Norlund–Sudmark pact (2031)", "norlund-sudmark-pact-2031"),
        ("Ångström", "angstrom"),
        ("ＦＵＬＬ width", "full-width"),
    ],
)
def test_label_folds_to_slug(label: str, slug: str) -> None:
    assert slugify(label) == slug


@given(st.text(), st.integers(1, 100))
def test_slug_is_a_slug_and_stays_itself(label: str, max_length: int) -> None:
    try:
        slug = slugify(label, max_length=max_length)
    except ValueError as error:
        assert "no slug can be made of" in str(error)  # noqa: PT017
        return
    assert is_slug(slug)
    assert len(slug) <= max_length
    assert slugify(slug, max_length=max_length) == slug


@given(labels)
def test_case_and_spacing_do_not_matter(label: str) -> None:
    assert slugify(label) == slugify("  ".join(label.upper().split()))


@pytest.mark.parametrize("label", ["", "—", "日本", "…"])
def test_label_without_ascii_letters_is_refused_by_name(label: str) -> None:
    with pytest.raises(ValueError, match=f"no slug can be made of {label!r}"):
        slugify(label)


def test_long_label_is_cut_between_words() -> None:
    assert slugify("alpha bravo charlie", max_length=12) == "alpha-bravo"
    assert slugify("alpha bravo charlie", max_length=11) == "alpha-bravo"
    assert slugify("alphabravo", max_length=5) == "alpha"


@pytest.mark.parametrize("text", ["", "Abc", "a--b", "-a", "a-", "a b", "ø", "a/b", "a\n"])
def test_what_was_never_minted_is_no_slug(text: str) -> None:
    assert not is_slug(text)


@pytest.mark.parametrize(
    "iri",
    [
        DEFAULT_BASE,
        "https://example.org/",
        "https://example.org/a/b/",
        "http://[::1]:8000/",
        "http://127.0.0.1:5000/",
    ],
)
def test_absolute_address_with_a_last_slash_is_a_base(iri: str) -> None:
    assert Base(iri).thing("x").value == f"{iri}id/x"


@pytest.mark.parametrize(
    "iri",
    [
        "",
        "example.org/",
        "/",
        "ftp://example.org/",
        "http://example.org",
        "http:///",
        "http://example.org/a",
        "http://example.org/?q=/",
        "http://example.org/#/",
        "http://exa mple.org/",
        "http://example.org/a//",
        'http://example.org/"/',
        "http://example.org/\n",
    ],
)
def test_what_is_no_base_is_refused_by_name(iri: str) -> None:
    with pytest.raises(ValueError, match="cannot be a base: give an http or https address"):
        Base(iri)


@given(labels.map(slugify), offsets)
def test_fragments_of_an_article_tell_what_they_are(slug: str, span: tuple[int, int]) -> None:
    start, end = span
    article = BASE.article(slug).value
    assert BASE.passage(slug, start, end).value == f"{article}#char={start},{end}"
    assert BASE.mention(slug, start, end).value == f"{article}#mention={start},{end}"
    assert BASE.quotation(slug, start, end).value == f"{article}#quote={start},{end}"


@given(labels.map(slugify))
def test_path_undoes_what_the_base_did(slug: str) -> None:
    assert BASE.path(BASE.thing(slug).value) == f"id/{slug}"
    assert BASE.path(BASE.article(slug).value) == f"article/{slug}"
    assert BASE.path(BASE.claim(slug, "0f").value) == f"article/{slug}#claim-0f"
    assert BASE.path(BASE.graph(slug).value) == f"graph/{slug}"
    assert BASE.path(BASE.rule(slug).value) == f"rule/{slug}"


def test_path_of_a_stranger_is_none() -> None:
    assert BASE.path("https://example.org/other") is None
    assert Base().path(BASE.thing("x").value) is None


def test_curator_is_named_by_a_slug() -> None:
    assert BASE.curator("Mira Sand").value == f"{BASE.iri}curator/mira-sand"
