"""Who asks by SPARQL: writing, completing, running, stopping, and all of it without script."""

import re
import time
from urllib.parse import quote

from playwright.sync_api import Page, expect

from tests.browser.conftest import Watch
from tests.browser.editing import field, write
from tests.support.serving import Client

ENT = "PREFIX ent: <https://w3id.org/entente/ontology#>\n"
STATES = ENT + "SELECT ?state { ?state a ent:State ; ent:participatesIn ?activity }"
FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"


def take(page: Page, name: str) -> None:
    """Accept what is offered; the editor takes a key for that only once it can have been seen."""
    page.get_by_role("option", name=re.compile(f"^{name}")).wait_for()
    page.wait_for_timeout(150)
    page.keyboard.press("Enter")


def lines(page: Page) -> str:
    return page.locator("#text").input_value()


def test_a_query_is_written_completed_run_and_seen_on_a_map(page: Page, site: str) -> None:
    watch = Watch(page)
    page.goto(f"{site}query")
    write(page, "SELECT ?state { ?state a Sta")
    take(page, "ent:State")
    expect(page.locator("#text")).to_have_value(
        re.compile("^PREFIX ent: <.*>\nSELECT .* ent:State")
    )
    page.keyboard.type(" ; ent:partic")
    take(page, "ent:participatesIn")
    page.keyboard.type(" ?activity")
    page.keyboard.press("Escape")
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name=re.compile(r"^\d+ rows$"))).to_be_visible()
    expect(page.get_by_role("link", name="Norway", exact=True).first).to_be_visible()
    page.get_by_role("navigation", name="Views").get_by_role("link", name="Map").click()
    expect(page.locator("svg.map a", has_text="Norway")).to_be_visible()
    expect(page).to_have_url(re.compile("&view=map$"))
    page.reload()
    expect(page.locator("svg.map a", has_text="Norway")).to_be_visible()
    assert watch.words == []
    assert watch.foreign(site) == []


def test_properties_of_the_subjects_class_are_offered_first(page: Page, site: str) -> None:
    page.goto(f"{site}query")
    write(page, "SELECT ?x { ?x a ent:Quotation ; ent:")
    options = page.get_by_role("option")
    expect(options.first).to_contain_text("ent:")
    first = options.evaluate_all("all => all.slice(0, 6).map(one => one.textContent)")
    assert any(text.startswith("ent:speaker") for text in first)
    assert not any(text.startswith("ent:partyTo") for text in first)


def test_a_thing_is_completed_by_its_name(page: Page, site: str) -> None:
    page.goto(f"{site}query")
    write(page, "SELECT ?x { ?x ?y carrier")
    take(page, "id:csg-deployment")
    assert "id:csg-deployment" in lines(page)
    assert re.search(r"^PREFIX id: <\S+/id/>$", lines(page), re.MULTILINE)


def test_a_place_in_a_comment_or_a_text_is_not_completed(page: Page, site: str) -> None:
    page.goto(f"{site}query")
    write(page, "# ent:Sta")
    page.wait_for_timeout(400)
    expect(page.get_by_role("option")).to_have_count(0)


def test_a_long_query_stops_when_its_reader_says_so(page: Page, site: str, server: Client) -> None:
    page.goto(f"{site}query")
    gone = counted(server, "gone")
    write(page, FOREVER)
    page.get_by_role("button", name="Run").click()
    stop = page.get_by_role("button", name="Stop")
    expect(stop).to_be_visible()
    page.wait_for_timeout(700)
    stop.click()
    expect(page.get_by_role("status").filter(has_text="Stopped")).to_be_visible()
    expect(stop).to_be_hidden()
    until = time.monotonic() + 5
    while counted(server, "gone") == gone and time.monotonic() < until:
        time.sleep(0.1)
    assert counted(server, "gone") == gone + 1


def counted(server: Client, outcome: str) -> float:
    """Count the queries that ended so, by what the server tells who watches it."""
    text = server.get("/metrics").text
    found = re.findall(rf'^entente_queries_total{{[^}}]*"{outcome}"}} (\S+)$', text, re.MULTILINE)
    return sum(map(float, found))


def test_an_error_is_shown_at_its_place(page: Page, site: str) -> None:
    page.goto(f"{site}query")
    write(page, ENT + "SELECT * { ?s a ent:State } LIMIT many")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="Run").click()
    expect(page.get_by_role("alert")).to_contain_text("Not valid SPARQL: line 2")
    expect(page.locator(".editor .wrong-line")).to_contain_text("LIMIT many")
    expect(page.locator(".editor .wrong")).to_have_text("many")
    field(page).press("End")
    page.keyboard.type("!")
    expect(page.locator(".editor .wrong")).to_have_count(0)


def test_going_back_shows_the_query_before(page: Page, site: str) -> None:
    page.goto(f"{site}query?query={quote(STATES)}")
    rows = page.get_by_role("heading", name=re.compile(r"^\d+ rows$"))
    expect(rows).to_be_visible()
    field(page)
    page.get_by_role("link", name="Which states take part in Operation Interflex?").click()
    expect(page.get_by_role("heading", name="2 rows")).to_be_visible()
    expect(page.locator(".examples [aria-current]")).to_contain_text("Operation Interflex")
    page.go_back()
    expect(rows).not_to_have_text("2 rows")
    expect(page.locator("#text")).to_have_value(STATES)


def test_the_keyboard_leaves_the_editor_by_escape(page: Page, site: str) -> None:
    page.goto(f"{site}query")
    field(page).click()
    page.keyboard.press("Tab")
    expect(field(page)).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run")).to_be_focused()


def test_a_query_is_run_drawn_and_linked_without_script(plain: Page, site: str) -> None:
    plain.goto(f"{site}query")
    text = plain.get_by_role("textbox", name="Your query")
    text.fill(STATES)
    plain.get_by_role("button", name="Run").click()
    expect(plain.get_by_role("heading", name=re.compile(r"^\d+ rows$"))).to_be_visible()
    expect(text).to_have_value(STATES)
    plain.get_by_role("navigation", name="Views").get_by_role("link", name="Map").click()
    expect(plain.locator("svg.map a", has_text="Norway")).to_be_visible()
    plain.get_by_role("link", name="Address of this query").click()
    expect(plain.locator("svg.map a", has_text="Norway")).to_be_visible()
    expect(plain.get_by_role("button", name="Stop")).to_be_hidden()
    text.fill("SELECT * {\n ?s ?p }")
    plain.get_by_role("button", name="Run").click()
    expect(plain.get_by_role("alert")).to_contain_text("line 2")


def test_a_program_is_copied(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{site}query?query={quote(STATES)}")
    page.locator(".snippet > summary", has_text="curl").click()
    page.get_by_role("button", name="Copy").first.click()
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_attached()
    assert page.evaluate("navigator.clipboard.readText()").startswith("curl ")


def test_nothing_moves_when_the_editor_comes(page: Page, site: str) -> None:
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => { for (const one of list.getEntries())"
        " window.shift += one.value }).observe({ type: 'layout-shift', buffered: true })"
    )
    page.goto(f"{site}query?query={quote(STATES)}")
    field(page)
    page.wait_for_timeout(200)
    assert page.evaluate("window.shift") < 0.01
