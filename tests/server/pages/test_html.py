"""What holds for every page, read from the pages themselves."""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from server import pages
from server.errors import Problem
from server.snapshots import Snapshot

RELATION = re.compile(r'class="rel[^"]*">([^<]+)<')
VOID = {"meta", "link", "input", "br", "circle", "path"}


class Reader(HTMLParser):
    """Collects what the tests ask about."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: Counter[str] = Counter()
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.unclosed: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags["picture’s title" if tag == "title" and "svg" in self.open else tag] += 1
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        self.ids.update(value or "" for name, value in attrs if name == "id")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1] == tag:
            self.open.pop()
        elif tag not in VOID:
            self.unclosed.append(tag)


@pytest.fixture(scope="module")
def read(written: dict[str, str]) -> dict[str, Reader]:
    assert len(written) >= 250
    return {path: Reader(html) for path, html in written.items()}


def test_every_page_has_one_first_heading_and_the_landmarks(read: dict[str, Reader]) -> None:
    wanted = {"h1": 1, "main": 1, "header": 1, "footer": 1, "title": 1}
    for path, page in read.items():
        assert {tag: page.tags[tag] for tag in wanted} == wanted, path


def test_every_tag_is_closed_where_it_was_opened(read: dict[str, Reader]) -> None:
    for path, page in read.items():
        assert (page.unclosed, page.open) == ([], []), path


def test_no_identifier_stands_twice_on_a_page(read: dict[str, Reader]) -> None:
    for path, page in read.items():
        assert [name for name, number in page.ids.items() if number > 1] == [], path


def test_no_page_has_script_or_style_inside(read: dict[str, Reader]) -> None:
    for path, page in read.items():
        data = page.attributes.count(("script", "type", "application/ld+json"))
        modules = page.attributes.count(("script", "type", "module"))
        loaded = sum((tag, name) == ("script", "src") for tag, name, _ in page.attributes)
        assert (loaded, page.tags["script"], page.tags["style"]) == (modules, data + modules, 0)
        assert data <= 1, path
        named = {name for _, name, _ in page.attributes}
        assert not [name for name in named if name == "style" or name.startswith("on")], path


def test_every_page_loads_from_its_own_server_alone(read: dict[str, Reader]) -> None:
    for path, page in read.items():
        loaded = [
            value
            for tag, name, value in page.attributes
            if (tag, name) in {("link", "href"), ("img", "src"), ("script", "src")}
        ]
        foreign = [value for value in loaded if value.startswith(("http:", "https:", "//"))]
        assert [value for value in foreign if not value.startswith("http://localhost:8000/")] == []
        assert loaded, path


def test_every_field_has_a_label(read: dict[str, Reader]) -> None:
    for path, page in read.items():
        labelled = {
            value for tag, name, value in page.attributes if (tag, name) == ("label", "for")
        }
        fields = {
            value
            for tag, name, value in page.attributes
            if tag in ("input", "textarea") and name == "id"
        }
        assert fields <= labelled, path


def test_every_relation_is_said_in_plain_english(written: dict[str, str]) -> None:
    said = [words for html in written.values() for words in RELATION.findall(html)]
    assert len(said) >= 300
    assert [words for words in said if re.search(r"[a-z][A-Z]|[/#_]", words)] == []


def test_the_same_snapshot_gives_the_same_bytes(gold: Snapshot, written: dict[str, str]) -> None:
    again = pages.entity_page(gold, "norway")
    assert again == written["page/norway"]
    assert pages.home_page(gold) == written[""]


def test_what_is_unknown_has_no_page(gold: Snapshot) -> None:
    assert pages.entity_page(gold, "atlantis") is None
    assert pages.article_page(gold, "atlantis") is None
    assert pages.article_css(gold, "atlantis") is None
    assert pages.resource_page(gold, gold.base.rule("atlantis")) is None


def test_a_problem_says_what_was_seen_and_what_to_do() -> None:
    html = pages.problem_page(Problem(404, "unknown", "Nothing is at <here>.", "Look there."))
    assert "Nothing is at &lt;here&gt;." in html
    assert "Look there." in html
    assert Reader(html).tags["h1"] == 1
