"""Which machines may be asked: those of the public network, unless local ones are allowed."""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

from .model import FetchError

#: Addresses of IPv4 behind a translator (RFC 6052).
_TRANSLATED = IPv6Network("64:ff9b::/96")


def is_public(address: str) -> bool:
    """Tell whether an IP address is a machine's on the public network.

    An IPv4 address that stands in one of IPv6 is judged as what it is.

    >>> is_public("192.168.1.4"), is_public("::ffff:127.0.0.1"), is_public("2606:4700::1111")
    (False, False, True)
    """
    ip = _innermost(ip_address(address.partition("%")[0]))
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def _innermost(ip: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(ip, IPv4Address):
        return ip
    if ip in _TRANSLATED:
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else ip)


def addresses_of(host: str, port: int, *, allow_local: bool) -> list[str]:
    """Look a host up and give its IP addresses, all of which may be asked.

    Raises:
        FetchError: When it has none, or one that is not public and local ones are not allowed.
    """
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise FetchError(f"the host {host!r} is not found; mend the address") from error
    found = list(dict.fromkeys(str(row[4][0]) for row in rows))
    hidden = [address for address in found if not is_public(address)]
    if hidden and not allow_local:
        raise FetchError(
            f"the host {host!r} is on this machine or a private network ({hidden[0]}); "
            "allow that with --allow-local, or save the page"
        )
    return found
