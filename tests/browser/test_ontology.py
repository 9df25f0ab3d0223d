"""The ontology's terms open in place, and fit the screen when they are open."""

from playwright.sync_api import Page, expect

OPEN = "() => document.querySelectorAll('details').forEach(one => { one.open = true; })"
WIDTH = "() => document.documentElement.scrollWidth"


def test_terms_that_are_open_fit_the_phone(phone: Page, site: str) -> None:
    phone.goto(f"{site}ontology")
    expect(phone.locator(".branches")).to_be_hidden()
    expect(phone.locator(".tree").first).to_be_visible()
    phone.evaluate(OPEN)
    assert phone.evaluate(WIDTH) == 390


def test_a_class_in_the_picture_leads_to_its_sentences(page: Page, site: str) -> None:
    page.goto(f"{site}ontology")
    page.locator(".branches").get_by_role("link", name="Deployment", exact=True).press("Enter")
    term = page.locator("#Deployment")
    term.locator("summary").click()
    term.locator(".used a.src").first.click()
    assert "/article/" in page.url
    assert "#char=" in page.url
