"""Writing into the query editor, as a reader does."""

from playwright.sync_api import Locator, Page, expect


def field(page: Page) -> Locator:
    """Give the editor, once it has taken the place of the bare field."""
    expect(page.locator(".editor .cm-content")).to_be_visible()
    return page.get_by_role("textbox", name="Your query")


def write(page: Page, text: str) -> None:
    field(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.type(text)
