"""Who asks: the address and agent of a request, as far as it can be told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any

from .connection import Connection

_LONGEST_AGENT = 200


@dataclass(frozen=True, slots=True)
class Client:
    """Who asks.

    Attributes:
        address: The client's own as far as the trusted proxies tell it; of IPv6 the first 64 bits,
            for one subscriber has them all.
        agent: What it calls itself, or empty.
        is_local: Whether it asks from this machine.
        connection: The way back to it, or to the proxy before it.
    """

    address: str
    agent: str
    is_local: bool
    connection: Connection


NOBODY = Client("", "", True, Connection(""))
"""For questions that the server asks itself: never charged, never gone."""


def client_of(environ: Mapping[str, Any]) -> Client:
    """Tell who sent a WSGI request; called once its body has been read."""
    said = environ.get("REMOTE_ADDR", "")
    before = environ.get("werkzeug.proxy_fix.orig", environ).get("REMOTE_ADDR", "")
    agent = environ.get("HTTP_USER_AGENT", "")[:_LONGEST_AGENT]
    address, is_local = place_of(said)
    return Client(address, agent, is_local, Connection(before))


@lru_cache(4096)
def place_of(address: str) -> tuple[str, bool]:
    """Give what an address is counted under, and whether it is this machine's own.

    >>> place_of("2001:db8::1:2"), place_of("::ffff:127.0.0.1")
    (('2001:db8::/64', False), ('127.0.0.1', True))
    """
    try:
        found = ip_address(address)
    except ValueError:
        return address, False
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped is None and not found.is_loopback:
            return str(ip_network((found, 64), strict=False)), False
        found = found.ipv4_mapped or found
    return str(found), found.is_loopback
