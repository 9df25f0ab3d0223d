"""What a site says of its places holds for every sentence."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from loader.articles import Article
from loader.frames import load_frames
from loader.reading.positions import plain
from loader.reading.read import trace_article
from loader.reading.sites import NounSite, VerbSite, noun_sites, verb_sites

DEVELOPMENT = Path(__file__).parents[2] / "gold" / "development"


def _sites() -> Iterator[NounSite | VerbSite]:
    for path in sorted(DEVELOPMENT.glob("*.txt"))[:8]:
        article = Article(path.stem, path.read_text(encoding="utf-8"), "", path.name)
        for parse in trace_article(article)[1].parses:
            yield from noun_sites(parse)
            yield from verb_sites(parse)


def test_no_position_has_fillers_that_the_site_does_not_name() -> None:
    slots = [slot for frame in load_frames() for slot in frame.slots]
    positions = {plain(position) for slot in slots for position in (*slot.verb, *slot.noun)}
    full = 0
    for site in _sites():
        for position in sorted(positions):
            if any(site.fillers(position)):
                assert position in site.filled
                full += 1
    assert full > 500
