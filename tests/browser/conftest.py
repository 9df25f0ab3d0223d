"""A browser, and the real server over the gold facts; loud when there is no browser."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

from tests.support.gold import build_gold
from tests.support.serving import Client, serving

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
)
MISSING = "The pages were not tried in a browser. Install chromium, or name one in ENTENTE_BROWSER."
DESK, PHONE = ViewportSize(width=1280, height=900), ViewportSize(width=390, height=844)


def find_browser() -> str | None:
    """Give the path of Chromium (``ENTENTE_BROWSER`` names another), or None."""
    named = os.environ.get("ENTENTE_BROWSER")
    return named or next(filter(None, map(shutil.which, NAMES)), None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if find_browser() is None:
        terminalreporter.section("NO BROWSER", sep="!")
        terminalreporter.line(MISSING)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        if os.environ.get("ENTENTE_REQUIRE_ALL") == "1":
            pytest.fail(MISSING)
        pytest.skip(MISSING)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder = tmp_path_factory.mktemp("site")
    build_gold(folder / "out")
    with serving(folder / "out", folder / "server.log") as client:
        yield client


@pytest.fixture(scope="session")
def site(server: Client) -> str:
    return f"http://127.0.0.1:{server.port}/"


class Watch:
    """What a page asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.asked: list[str] = []
        self.words: list[str] = []
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("console", lambda message: self.words.append(message.text))
        page.on("pageerror", lambda error: self.words.append(str(error)))

    def foreign(self, site: str) -> list[str]:
        return [url for url in self.asked if not url.startswith(site)]


@pytest.fixture
def desk(browser: Browser) -> Iterator[BrowserContext]:
    with browser.new_context(viewport=DESK) as context:
        yield context


@pytest.fixture
def page(desk: BrowserContext) -> Page:
    return desk.new_page()


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    with browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True) as context:
        yield context.new_page()


@pytest.fixture
def plain(browser: Browser) -> Iterator[Page]:
    """A page whose browser runs no script."""
    with browser.new_context(viewport=DESK, java_script_enabled=False) as context:
        yield context.new_page()
