"""What a host's robots.txt allows (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from .model import Answer, FetchError
from .request import ROBOT

#: Longest time between two requests that a host's Crawl-delay is given, in seconds.
LONGEST_PAUSE = 10.0


def place_of(address: str) -> str:
    """Give the address of the robots.txt that speaks for an address."""
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/robots.txt"


def rules_of(answer: Answer | None) -> Protego:
    """Read the rules in an answer (sections 2.3.1.1 to 2.3.1.4 of the RFC).

    Args:
        answer: What the host gave for its robots.txt; None where it gave nothing.

    Raises:
        FetchError: When the rules are there and cannot be read: then nothing is allowed.
    """
    if answer is None or answer.status >= 500 or answer.status < 200:
        raise FetchError(
            "the host's robots.txt cannot be read, so nothing is fetched; save the page"
        )
    if answer.status >= 300:
        return Protego.parse("")
    return Protego.parse(answer.body.decode("utf-8", "replace"))


def allows(rules: Protego, address: str) -> bool:
    """Tell whether the rules let us fetch an address."""
    return rules.can_fetch(address, ROBOT)


def pause_of(rules: Protego) -> float:
    """Give the seconds that the rules want between two requests, at most ``LONGEST_PAUSE``."""
    return min(float(rules.crawl_delay(ROBOT) or 0.0), LONGEST_PAUSE)
