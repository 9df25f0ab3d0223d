"""No fault that axe-core can find, on every kind of page, light and dark, desk and phone."""

from pathlib import Path
from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import DESK, PHONE

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text(encoding="utf-8")
ENT = "PREFIX ent: <https://w3id.org/entente/ontology#> "
SHARED = "?state a ent:State ; ent:participatesIn ?thing"
VIEWS = {
    "map": f"{ENT}SELECT ?state ?thing {{ {SHARED} }}",
    "network": f"{ENT}SELECT ?state ?thing {{ {SHARED} }} ",
    "bars": f"{ENT}SELECT ?state (COUNT(*) AS ?n) {{ {SHARED} }} GROUP BY ?state",
    "timeline": f"{ENT}SELECT ?article ?day {{ ?article ent:published ?day }}",
    "matrix": f"{ENT}SELECT ?state ?other (COUNT(*) AS ?n) {{ {SHARED} . ?other a ent:State ; "
    "ent:participatesIn ?thing } GROUP BY ?state ?other",
}
PAGES = (
    "",
    "page/norway?evidence=open",
    "page/csg-deployment",
    "page/fig-trained-54000",
    "article/uk-norway",
    "between/norway/united-kingdom",
    "between/france/norway",
    "explore",
    "explore?class=Exercise&status=Ended&year=1815",
    "ontology",
    "query",
    "query?query=SELECT%20%2A%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D%20LIMIT%205",
    *(f"query?query={quote(text)}&view={view}" for view, text in VIEWS.items()),
    "query?query=nonsense",
    "search?q=nor",
    "about",
    "graph/inferred",
    "page/nothing-of-that-name",
)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_no_fault(
    browser: Browser, site: str, path: str, scheme: Literal["light", "dark"]
) -> None:
    for size in (DESK, PHONE):
        with browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True) as context:
            page = context.new_page()
            page.goto(site + path)
            if path.startswith("query"):
                page.locator(".editor .cm-content").wait_for()
            page.evaluate(AXE)
            result = page.evaluate("axe.run()")
            faults = [
                (fault["id"], node["target"], node["failureSummary"])
                for fault in result["violations"]
                for node in fault["nodes"]
            ]
            assert result["passes"]
            assert faults == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_fault_in_what_the_editor_offers(
    browser: Browser, site: str, scheme: Literal["light", "dark"]
) -> None:
    with browser.new_context(viewport=DESK, color_scheme=scheme, bypass_csp=True) as context:
        page = context.new_page()
        page.goto(f"{site}query")
        page.locator(".editor .cm-content").click()
        page.keyboard.press("Control+A")
        page.keyboard.type("SELECT ?s { ?s ent:mem")
        page.get_by_role("option").first.wait_for()
        page.evaluate(AXE)
        assert page.evaluate("axe.run()")["violations"] == []
