"""Addresses to pages: robots.txt asked first, redirects followed a few steps, text types only."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from urllib.parse import urldefrag, urljoin

from protego import Protego

from ..formats.types import charset_of, type_of
from .model import Answer, FetchError, Limits
from .request import get
from .robots import allows, pause_of, place_of, rules_of

_REDIRECTS = (301, 302, 303, 307, 308)
#: What of a robots.txt is read (RFC 9309, section 2.5: at least 500 KiB).
_ROBOTS_BYTES = 512_000


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it came.

    Attributes:
        address: Where it was at last, after redirects.
        media_type: Media type in small letters.
        charset: Encoding that the server names, None where it names none.
        content: The bytes.
    """

    address: str
    media_type: str
    charset: str | None
    content: bytes


class Fetcher:
    """Fetches pages for one run, and remembers each host's rules for as long.

    Args:
        types: Media types that are taken.
        limits: How much is asked of a host.
        allow_local: Whether this machine and private networks may be asked.
        sleep: Waits, for the pause that a host asks for.
    """

    def __init__(
        self,
        types: Collection[str],
        limits: Limits | None = None,
        *,
        allow_local: bool = False,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._types, self._limits, self._allow_local = types, limits or Limits(), allow_local
        self._sleep = sleep
        self._rules: dict[str, Protego | FetchError] = {}
        self._asked: set[str] = set()

    def fetch(self, address: str) -> Fetched:
        """Fetch a page.

        Raises:
            FetchError: When it cannot be fetched, robots.txt forbids it, it is too large, takes too
                long, is redirected too often, or is not of a type of text that is read.
        """
        try:
            answer = self._followed(urldefrag(address).url, self._politely)
        except ValueError as error:
            raise FetchError(f"{address!r} leads to what is no address: {error}") from error
        media_type = type_of(answer.content_type)
        if answer.status != 200:
            raise FetchError(f"the host answered {answer.status}; mend the address")
        if media_type not in self._types:
            said = media_type or "of no type"
            raise FetchError(f"it is {said}; only {', '.join(sorted(self._types))} is read")
        if len(answer.body) > self._limits.max_bytes:
            raise FetchError(f"it is larger than {self._limits.max_bytes} bytes; raise the limit")
        return Fetched(answer.address, media_type, charset_of(answer.content_type), answer.body)

    def _followed(self, address: str, ask: Callable[[str], Answer]) -> Answer:
        for _ in range(self._limits.redirects + 1):
            answer = ask(address)
            if answer.status not in _REDIRECTS or not answer.location:
                return answer
            address = urldefrag(urljoin(address, answer.location)).url
        raise FetchError(
            f"it is redirected more than {self._limits.redirects} times; save the page"
        )

    def _politely(self, address: str) -> Answer:
        """Ask for an address where the host's rules allow it, after the pause that they ask for."""
        place = place_of(address)
        rules = self._rules_at(place)
        if not allows(rules, address):
            raise FetchError(f"{place} does not allow it; save the page, or ask its publisher")
        if place in self._asked and (pause := pause_of(rules)):
            self._sleep(pause)
        self._asked.add(place)
        return get(address, self._limits, allow_local=self._allow_local)

    def _rules_at(self, place: str) -> Protego:
        if place not in self._rules:
            try:
                self._rules[place] = rules_of(self._robots(place))
            except FetchError as error:
                self._rules[place] = error
        rules = self._rules[place]
        if isinstance(rules, FetchError):
            raise rules
        return rules

    def _robots(self, place: str) -> Answer:
        limits = replace(self._limits, max_bytes=_ROBOTS_BYTES)
        return self._followed(
            place, lambda address: get(address, limits, allow_local=self._allow_local)
        )
