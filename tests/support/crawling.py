"""A crawler of our own site: every page that links lead to, every address that the data names."""

from __future__ import annotations

from collections import Counter, deque
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.robotparser import RobotFileParser

from tests.support.serving import Client, Reply

MOST_HOPS = 3


class Links(HTMLParser):
    """What a page links to, and the anchors that it has."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.anchors.add(values["id"])
        for name in ("href", "src", "action"):
            if name in values and (tag, name) != ("form", "href"):
                self.targets.append(values[name])


@dataclass
class Crawl:
    """What a crawl found: pages by path, failures in words, answers by status."""

    client: Client
    pages: dict[str, Links] = field(default_factory=dict)
    failures: list[str] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)

    def follow(self, path: str, accept: str) -> Reply:
        """Ask for a path and follow redirects; at most three."""
        for _ in range(MOST_HOPS):
            reply = self.client.get(path, accept)
            self.statuses[reply.status] += 1
            if reply.status not in (301, 303, 308):
                return reply
            path = urljoin(path, reply.headers["location"])
        raise AssertionError(f"{path} leads on and on")

    def walk(self, start: str = "/", *, most: int = 5000) -> None:
        """Visit every page of the site that links lead to, and note those that fail.

        Pages that robots are asked to leave alone are visited too, but not gone on from: what can
        be put together there (facets, pages of releases) has no end.
        """
        waiting, seen, robots = deque([start]), {start}, self._robots()
        while waiting:
            if len(self.pages) >= most:
                self.failures.append(f"the crawl stopped after {most} pages")
                return
            path = waiting.popleft()
            reply = self.follow(path, "text/html,*/*;q=0.5")
            if reply.status != 200:
                self.failures.append(f"{path}: {reply.status}")
            if reply.type != "text/html":
                continue
            self.pages[path] = Links(reply.text)
            if not robots.can_fetch("*", path):
                continue
            for target in self.pages[path].targets:
                near = self.local(path, target)
                if near is not None and near not in seen:
                    seen.add(near)
                    waiting.append(near)

    def _robots(self) -> RobotFileParser:
        robots = RobotFileParser()
        robots.parse(self.client.get("/robots.txt").text.splitlines())
        return robots

    @staticmethod
    def local(path: str, target: str) -> str | None:
        """Give the path of a link within the site, without its fragment; None for others."""
        parts = urlsplit(target)
        if parts.scheme or parts.netloc:
            return None
        return urldefrag(urljoin(path, target)).url

    def dangling(self) -> list[str]:
        """List links to anchors that the page which they lead to has not."""
        found = []
        for path, page in self.pages.items():
            for target in page.targets:
                near, fragment = self.local(path, target), urldefrag(target).fragment
                there = self.pages.get(near or "")
                if fragment and there and fragment not in there.anchors:
                    found.append(f"{path}: {target}")
        return found
