"""Datelines: where the report begins after one, and the day that an article gives itself."""

from __future__ import annotations

from pathlib import Path

import pytest

from loader.articles.datelines import date_on_top, dateline_end
from loader.text import take_apart
from tests.loader.articles.house import SAYS, article_in

DATELINES = [
    "LISBON, 4 May 2031. | Portugal and Japan agreed.",
    "LISBON (Reuters) - | Portugal agreed.",
    "RIGA — | Latvia agreed.",
    "Ottawa, Ontario – | Canada agreed.",
    "SOFIA, 12 May 2031 (BTA) - | Bulgaria agreed.",
    "Tokyo, May 4 (Kyodo) -- | Japan agreed.",
    "(Nairobi) – | Kenya agreed.",
    "NAIROBI, Kenya, May 4, 2031 /Newswire/ -- | Kenya agreed.",
    "PORT MORROW, Va. - | More than 400 sailors came.",
    "CORVO and SÃO TELMO, Brazil – Feb. 8, 2031 – | Brazil agreed.",
    "For immediate release – 4 May 2031 – | Canada agreed.",
    "4 May 2031 – | Canada agreed.",
]
NO_DATELINES = [
    "Acme Marine - the shipyard - agreed.",
    "Spain – The country agreed.",
    "John Lee (the chief of Acme) – The firm agreed.",
    "Portugal – with Japan, since 4 May 2031 – agreed.",
    "LISBON agreed – Portugal said.",
    "In Lisbon, Portugal and Japan agreed on 4 May 2031.",
]
DATED = {
    "4 May 2031": "2031-05-04",
    "Lisbon, May 4, 2031": "2031-05-04",
    "Published: Monday, 4 May 2031 10:30 GMT": "2031-05-04",
    "For immediate release – 4 May 2031": "2031-05-04",
    "Release No. 31/2031 – Sept. 4, 2031": "2031-09-04",
    "Release No. 31/2031": None,
    "03/04/2031": None,
    "Lisbon, 4 May": None,
    "Last updated: 4 May 2031": None,
    "Treaty of 4 May 2031": None,
}


@pytest.mark.parametrize("text", DATELINES)
def test_a_dateline_is_a_sentence_of_its_own(text: str) -> None:
    dateline, report = text.split(" | ")
    document = take_apart(text.replace(" | ", " "))

    assert [s.span.of(document.clean) for s in document.sentences] == [dateline, report]


@pytest.mark.parametrize("text", NO_DATELINES)
def test_dashes_elsewhere_set_nothing_apart(text: str) -> None:
    assert dateline_end(text, 0, len(text)) is None


@pytest.mark.parametrize("line", DATED)
def test_the_day_alone_on_a_top_line_dates_the_article(line: str, tmp_path: Path) -> None:
    article = article_in(tmp_path, "a.txt", f"Navies agree\n\n{line}\n\n{SAYS}\n")

    assert article.published == DATED[line]
    assert article.published_basis == ("the article's own top line" if DATED[line] else None)


def test_the_day_of_the_dateline_dates_the_article() -> None:
    assert date_on_top(f"Navies agree\nLISBON, 4 May 2031 (Agency) - {SAYS}") == "2031-05-04"


def test_a_day_below_the_report_dates_nothing() -> None:
    assert date_on_top(f"{SAYS}\n4 May 2031\n") is None


def test_what_the_front_matter_says_goes_before_the_top_line(tmp_path: Path) -> None:
    head = "---\ndate: 2031-05-06\n---\n"
    article = article_in(tmp_path, "a.txt", f"{head}4 May 2031\n\n{SAYS}\n")

    assert article.published == "2031-05-06"
