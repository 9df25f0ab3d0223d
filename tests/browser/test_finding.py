"""Names offered while one types, by keyboard; without script the field is a plain form."""

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch


def test_a_name_is_completed_by_keyboard(page: Page, site: str) -> None:
    watch = Watch(page)
    page.goto(f"{site}page/norway")
    field = page.get_by_role("combobox")
    field.press_sequentially("tamb")
    option = page.get_by_role("option").first
    expect(option).to_contain_text("Exercise Tamber Shield")
    expect(page.get_by_role("search").get_by_role("status")).to_have_text(re.compile(r"names?$"))
    field.press("ArrowDown")
    expect(option).to_have_attribute("aria-selected", "true")
    field.press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(field).to_have_value("tamb")
    field.press("ArrowDown")
    expect(option).to_be_visible()
    field.press("ArrowDown")
    field.press("Enter")
    expect(page).to_have_url(re.compile("page/exercise-tamber-shield$"))
    assert watch.words == []
    assert watch.foreign(site) == []


def test_enter_without_a_choice_asks_the_search_page(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway")
    page.get_by_role("combobox").fill("Tamber")
    page.get_by_role("combobox").press("Enter")
    expect(page).to_have_url(re.compile(r"search\?q=Tamber$"))


def test_without_script_the_field_is_a_plain_form(plain: Page, site: str) -> None:
    plain.goto(f"{site}page/norway")
    plain.get_by_role("searchbox").fill("Tamber")
    plain.get_by_role("searchbox").press("Enter")
    expect(plain.get_by_role("link", name="Exercise Tamber Shield", exact=True)).to_be_visible()
