"""The first page is light, and nothing on it moves while it loads."""

from playwright.sync_api import BrowserContext, Page

SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => { sum += entry.value; }))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(() => done(sum), 500);
})"""
MOST_BYTES = 100_000


def test_the_first_page_weighs_at_most_a_hundred_kilobytes(
    desk: BrowserContext, page: Page, site: str
) -> None:
    session, sizes = desk.new_cdp_session(page), list[float]()
    session.send("Network.enable")
    session.on("Network.loadingFinished", lambda told: sizes.append(told["encodedDataLength"]))
    page.goto(site, wait_until="networkidle")
    assert len(sizes) >= 4
    assert sum(sizes) <= MOST_BYTES


def test_nothing_moves_while_the_first_page_loads(page: Page, phone: Page, site: str) -> None:
    for screen in (page, phone):
        screen.goto(site, wait_until="networkidle")
        assert screen.evaluate(SHIFTS) == 0
