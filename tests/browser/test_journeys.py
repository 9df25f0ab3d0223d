"""What a reader does, in a real browser against the real server."""

import re
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.editing import write

SENTENCE = "char=4175,4301"
PATHS = ("", "page/norway", "article/uk-norway", "ontology", "query", "about", "search?q=nor")
# Links in pictures have an object where others have their address.
ADDRESSES = "all => all.map(a => new URL(a.getAttribute('href'), document.baseURI).href)"


def test_a_reader_goes_from_the_home_page_to_the_sentence_and_back(page: Page, site: str) -> None:
    watch = Watch(page)
    page.goto(site)
    page.get_by_role("link", name="Norway", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Norway")
    page.get_by_role("link", name=re.compile("Carrier Strike Group deployment")).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Carrier Strike Group")
    row = page.locator(".fact", has=page.get_by_role("link", name="Norway", exact=True))
    row.locator("summary").first.click()
    expect(row.locator("blockquote")).to_contain_text("Norway is the only nation joining")
    row.get_by_role("link", name="Go to the sentence").click()
    expect(page).to_have_url(re.compile(f"article/uk-norway#{SENTENCE}$"))
    lit = page.locator(f"a[id='{SENTENCE}'] ~ .seg").first
    expect(lit).to_be_in_viewport()
    assert lit.evaluate("e => getComputedStyle(e).backgroundColor") == "rgb(255, 240, 184)"
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Carrier Strike Group")
    assert watch.words == []
    assert watch.foreign(site) == []


def test_a_claims_address_lights_up_its_sentence(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway?evidence=open")
    page.get_by_role("link", name=re.compile(r"^Claim [0-9a-f]{6}$")).first.click()
    expect(page).to_have_url(re.compile(r"#claim-[0-9a-f]{16}$"))
    page.wait_for_load_state()
    lit = page.evaluate(
        "() => [...document.querySelectorAll('.seg')].filter(e =>"
        " getComputedStyle(e).backgroundColor === 'rgb(255, 240, 184)').length"
    )
    assert lit == 1


def test_a_query_is_asked_and_its_rows_lead_to_things(page: Page, site: str) -> None:
    watch = Watch(page)
    page.goto(f"{site}query")
    page.get_by_role("link", name="Which states take part in Operation Interflex?").click()
    expect(page.get_by_role("heading", name="2 rows")).to_be_visible()
    write(page, "SELECT ?s { ?s a <urn:none> }")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_text("No rows: nothing in the data fits the query.")).to_be_visible()
    assert watch.words == []


def test_a_wrong_query_is_shown_where_it_is_wrong(page: Page, site: str) -> None:
    wrong = "SELECT * {\n ?s ?p }"
    answer = page.goto(f"{site}query?query={quote(wrong)}")
    assert answer is not None
    assert answer.status == 400
    expect(page.get_by_role("alert")).to_contain_text("line 2")
    expect(page.locator("#text")).to_have_value(wrong)


def test_a_name_is_found(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway")
    page.get_by_role("combobox").fill("Tamber")
    page.get_by_role("combobox").press("Enter")
    page.get_by_role("link", name="Exercise Tamber Shield", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Exercise Tamber Shield")


def test_all_of_it_works_without_script(plain: Page, site: str) -> None:
    plain.goto(f"{site}page/norway")
    row = plain.locator(".fact").first
    row.locator("summary").first.click()
    row.get_by_role("link", name="Go to the sentence").click()
    expect(plain.locator("a[id^='char=']").first).to_be_attached()
    plain.goto(f"{site}query")
    plain.get_by_role("button", name="Run").click()
    expect(plain.get_by_role("heading", name=re.compile(r"\d+ rows"))).to_be_visible()


def test_a_phone_never_scrolls_sideways(phone: Page, site: str) -> None:
    for path in (*PATHS, "page/norway?evidence=open", "page/csg-deployment", "graph/inferred"):
        phone.goto(site + path)
        wide = phone.evaluate("document.documentElement.scrollWidth")
        assert wide <= 390, path


def test_a_phone_opens_claims_under_the_paragraph(phone: Page, site: str) -> None:
    phone.goto(f"{site}article/uk-norway")
    entry = phone.locator("ol.margin .thing").first
    expect(entry).to_be_hidden()
    phone.locator(".claims > summary").first.click()
    expect(entry).to_be_visible()


def test_on_a_desk_claims_stand_beside_the_text(page: Page, site: str) -> None:
    page.goto(f"{site}article/uk-norway")
    entry, text = page.locator("ol.margin .thing").first, page.locator(".para > p").first
    beside, words = entry.bounding_box(), text.bounding_box()
    assert beside is not None
    assert words is not None
    assert beside["x"] > words["x"] + words["width"]
    assert abs(beside["y"] - words["y"]) < 40


def test_the_keyboard_reaches_the_content_first(page: Page, site: str) -> None:
    page.goto(f"{site}page/norway")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_every_link_of_the_visited_pages_leads_somewhere(page: Page, site: str) -> None:
    found: set[str] = set()
    for path in PATHS:
        page.goto(site + path)
        links = page.eval_on_selector_all("a[href]", ADDRESSES)
        found |= {link.partition("#")[0] for link in links if link.startswith(site)}
    assert len(found) >= 100
    for link in sorted(found):
        answer = page.request.get(link, headers={"Accept": "text/html, */*;q=0.8"})
        assert answer.status < 400, link


def test_every_fragment_of_the_visited_pages_is_there(page: Page, site: str) -> None:
    wanted: set[tuple[str, str]] = set()
    for path in PATHS:
        page.goto(site + path)
        links = page.eval_on_selector_all("a[href*='#']", ADDRESSES)
        wanted |= {(a, b) for a, _, b in (x.partition("#") for x in links) if a.startswith(site)}
    assert len(wanted) >= 100
    for address in sorted({address for address, _ in wanted}):
        page.goto(address)
        ids = set(page.eval_on_selector_all("[id]", "all => all.map(e => e.id)"))
        assert {b for a, b in wanted if a == address} <= ids, address


def test_an_address_of_a_claim_that_is_gone_says_so_and_leads_on(page: Page, site: str) -> None:
    watch = Watch(page)
    page.goto(f"{site}article/uk-norway#claim-0000000000000000")
    note = page.get_by_role("status").filter(has_text="not in this snapshot")
    expect(note).to_be_visible()
    found = note.get_by_role("link").get_attribute("href")
    assert found == "../correct?claim=uk-norway%23claim-0000000000000000"
    page.goto(f"{site}article/uk-norway#{SENTENCE}")
    expect(note).to_be_hidden()
    assert watch.words == []
