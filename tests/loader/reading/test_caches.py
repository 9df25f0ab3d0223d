"""What an article is read as depends on nothing that was read before it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from loader.articles import Article
from loader.reading import read_article

ROOT = Path(__file__).parents[3]
DEVELOPMENT = ROOT / "tests" / "gold" / "development"
ALONE = """
import sys
from pathlib import Path
from loader.articles import Article
from loader.reading import read_article
path = Path(sys.argv[1])
text = path.read_text(encoding="utf-8")
print(ascii(read_article(Article(path.stem, text, "", path.name, published="2031-04-09"))))
"""


def _articles() -> list[Article]:
    paths = sorted(DEVELOPMENT.glob("*.txt"))[:6]
    assert len(paths) == 6
    return [
        Article(path.stem, path.read_text(encoding="utf-8"), "", path.name, published="2031-04-09")
        for path in paths
    ]


def test_reading_an_article_again_gives_the_same() -> None:
    for article in _articles():
        assert repr(read_article(article)) == repr(read_article(article))


def test_the_order_of_articles_does_not_matter() -> None:
    forwards = {a.slug: repr(read_article(a)) for a in _articles()}
    backwards = {a.slug: repr(read_article(a)) for a in reversed(_articles())}
    assert forwards == backwards


def test_an_article_is_read_alone_as_after_others() -> None:
    *_, last = _articles()
    for article in _articles():
        together = ascii(read_article(article))
    path = DEVELOPMENT / last.source
    command = [sys.executable, "-c", ALONE, str(path)]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout.strip() == together
