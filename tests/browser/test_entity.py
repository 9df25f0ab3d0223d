"""What a reader does on the pages of things and articles, with and without script."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import DESK, Watch

MARK = "rgb(255, 240, 184)"
LIT = (
    "mark => [...document.querySelectorAll('.seg')]"
    ".filter(e => getComputedStyle(e).backgroundColor === mark).map(e => e.textContent)"
)
LONG = ("page/norway?evidence=open", "page/csg-deployment", "article/uk-norway")
SIDES = "document.documentElement.scrollWidth"


def addresses(page: Page, site: str) -> list[str]:
    page.goto(f"{site}article/uk-norway")
    found = page.eval_on_selector_all("a.anchor", "all => all.map(a => a.id)")
    kinds = ("char=", "claim-", "quote=")
    return [next(one for one in found if one.startswith(kind)) for kind in kinds]


@pytest.mark.parametrize("script", [True, False])
def test_every_kind_of_address_lands_and_lights_up(
    browser: Browser, site: str, script: bool
) -> None:
    with browser.new_context(viewport=DESK) as scripted:
        wanted = addresses(scripted.new_page(), site)
    with browser.new_context(viewport=DESK, java_script_enabled=script) as context:
        for fragment in wanted:
            page = context.new_page()
            page.goto(f"{site}article/uk-norway#{fragment}")
            expect(page.locator(f"a[id='{fragment}']")).to_be_in_viewport()
            assert page.evaluate(LIT, MARK), fragment


def test_a_nested_passage_lights_up_alone(page: Page, site: str) -> None:
    page.goto(f"{site}article/uk-norway#char=4175,4301")
    (lit,) = page.evaluate(LIT, MARK)
    assert lit.startswith("Norway is the only nation")


def test_incoming_links_come_in_place(page: Page, site: str) -> None:
    watch = Watch(page)
    page.goto(f"{site}page/indo-pacific")
    page.locator("#in-about a[data-into]").click()
    expect(page.locator("#in-about .fact").first).to_be_visible()
    expect(page.locator("body > [role=status]")).to_contain_text("is the subject of")
    expect(page).to_have_url(f"{site}page/indo-pacific")
    assert watch.words == []


def test_incoming_links_come_without_script(plain: Page, site: str) -> None:
    plain.goto(f"{site}page/indo-pacific")
    plain.locator("#in-about a").click()
    expect(plain.locator("#in-about .fact").first).to_be_visible()


def test_a_citation_is_copied_and_said(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}page/norway?evidence=open")
    citation = page.locator("details.cite").first
    citation.locator("summary").click()
    citation.get_by_role("button", name="Copy").click()
    expect(page.locator("body > [role=status]")).to_have_text("Citation copied")
    assert "Claim http" in page.evaluate("navigator.clipboard.readText()")


def test_every_sentence_opens_at_once(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway")
    page.get_by_role("link", name="Open every sentence").click()
    assert page.locator("details.ev:not([open])").count() == 0
    page.get_by_role("link", name="Close every sentence").click()
    assert page.locator("details.ev[open]").count() == 0


def test_the_pointer_links_a_sentence_and_its_facts(page: Page, site: str) -> None:
    page.goto(f"{site}article/uk-norway")
    segment = page.locator(".seg[data-p]").first
    segment.hover()
    number = (segment.get_attribute("data-p") or "").split()[0]
    expect(page.locator(f"#n{number}")).to_have_class(re.compile(r"\bon\b"))


def test_a_fact_is_opened_and_followed_by_keyboard_alone(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway")
    page.locator("details.ev > summary").first.focus()
    page.keyboard.press("Enter")
    opened = page.locator("details.ev").first
    expect(opened.locator("blockquote")).to_be_visible()
    reached = opened.get_by_role("link", name="Go to the sentence")
    for _ in range(6):
        page.keyboard.press("Tab")
        if reached.evaluate("e => e === document.activeElement"):
            break
    expect(reached).to_be_focused()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"article/uk-norway#char="))


@pytest.mark.parametrize("size", [{"width": 320, "height": 640}, {"width": 640, "height": 450}])
@pytest.mark.parametrize(
    "path", ["page/norway?evidence=open", "page/csg-deployment", "article/uk-norway"]
)
def test_narrow_and_enlarged_pages_lose_nothing(
    browser: Browser, site: str, path: str, size: Any
) -> None:
    with browser.new_context(viewport=size) as context:
        page = context.new_page()
        page.goto(site + path)
        assert page.evaluate(SIDES) <= size["width"]


def test_print_shows_the_sentences(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway")
    page.emulate_media(media="print")
    expect(page.locator("details.ev blockquote").first).to_be_visible()
    expect(page.locator("nav.main")).to_be_hidden()


def test_forced_colours_keep_what_is_lit(browser: Browser, site: str) -> None:
    with browser.new_context(viewport=DESK, forced_colors="active") as context:
        page = context.new_page()
        page.goto(f"{site}article/uk-norway#char=4175,4301")
        outlined = "e => getComputedStyle(e).outlineStyle"
        lit = page.locator("a[id='char=4175,4301'] ~ .seg").first
        assert lit.evaluate(outlined) == "solid"
