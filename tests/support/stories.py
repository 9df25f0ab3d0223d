"""Made-up articles of one story and of others, for tests of what counts as one source."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence
from pathlib import Path

from loader.articles.model import Article
from loader.build.pipeline import build
from loader.build.plan import Settings, Sources
from loader.build.report import Report
from loader.reading import read_article
from loader.reference import load_reference
from ontology.iris import Base

LEAD = (
    "Denmark is leading Exercise Amber Shore in the Kattegat. Denmark supports Estonia. "
    "The Danish Navy will send two minehunters, and Estonia will send the minehunter EML Sakala. "
)
BODY = (
    "“Estonia’s crews know these waters, and so do Denmark’s,” the exercise’s director said. "
    "The ships will clear mines that were laid for practice off the island of Anholt. "
    "Divers of both navies will work from the same boats, which they have not done before. "
    "The exercise’s second week is kept for the protection of undersea cables. "
    "Fishermen have been asked to keep clear of a stretch of water west of the island. "
    "The harbour of Grenaa will be open to visitors when the ships come back from sea. "
)
END = "Estonia’s navy plans to invite Denmark’s minehunters to Tallinn in the following year."
FULL = LEAD + BODY + END
WITHOUT_APOSTROPHES = FULL.replace("’", "")
EXCERPT = LEAD + BODY.partition("Divers")[0]
RETITLED = LEAD.replace("the minehunter ", "") + BODY + END.replace("plans to", "means to")
OTHER = (
    "Denmark is leading Exercise Grey Heron on Jutland. "
    "Latvia will send a battery of rocket launchers, and the Danish Army will supply the targets. "
    "“Latvia’s gunners are welcome guests,” the garrison’s commander said. "
    "The two armies will fire at targets in the sea, which has been closed to fishing boats. "
    "The Danish Navy will guard the closed waters with two patrol boats and a helicopter. "
)
BULLETIN = (
    "The joint staff of Denmark reports each week on foreign ships in the Great Belt. "
    "In week 14 the navy escorted 23 ships of other states through the strait. "
    "No ship left the route that had been agreed with the traffic service in Korsoer. "
    "The navy keeps two patrol vessels and a helicopter ready for such escorts. "
    "Sailors and pilots of the home guard take turns at watch in the towers of the bridge. "
    "Observers of allied navies are on board when allied ships take part in an escort. "
)
LATER_BULLETIN = BULLETIN.replace("week 14", "week 15").replace("23 ships", "31 ships")


def long_text(story: int, words: int) -> str:
    """Give a text of so many made-up words; of another story none of its runs is the same."""
    chance = random.Random(story)  # noqa: S311 (nothing secret)
    syllables = ("ka", "re", "lo", "mi", "tun", "ber", "sol", "vig", "dar", "nes")
    return " ".join("".join(chance.choices(syllables, k=3)) for _ in range(words)) + "."


def articles_of(**texts: str) -> list[Article]:
    """Give an article for each text, by slug, with a publisher of its own."""
    return [
        Article(
            slug=slug,
            text=text,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            source=f"{slug}.txt",
            title=f"News of {slug}",
            publisher=f"The {slug.title()}",
        )
        for slug, text in texts.items()
    ]


def build_stories(out: Path, articles: Sequence[Article]) -> Report:
    """Read articles with the extractor and publish a snapshot of them."""
    settings = Settings(out, Base(), "2031-01-01T00:00:00Z")
    return build(Sources(articles, load_reference()), settings, read_article)
