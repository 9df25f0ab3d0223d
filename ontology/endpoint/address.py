"""Where an engine is, and who asks there."""

from __future__ import annotations

import base64
import hashlib
import os
import secrets
from dataclasses import dataclass, field
from urllib.parse import urlsplit
from urllib.request import parse_http_list, parse_keqv_list

USER, PASSWORD, TOKEN = "ENTENTE_STORE_USER", "ENTENTE_STORE_PASSWORD", "ENTENTE_STORE_TOKEN"


def check_address(text: str) -> str:
    """Give an engine's address back, when it is one.

    Raises:
        ValueError: Where it is no address of http or https, or holds a password.
    """
    parts = urlsplit(text)
    if "@" in parts.netloc:
        raise ValueError(
            f"write no user or password into the address of {parts.hostname}; "
            f"set {USER} and {PASSWORD}, or {TOKEN}"
        )
    if parts.scheme not in ("http", "https") or not parts.hostname or parts.fragment:
        raise ValueError(f"{text!r} is no address of an engine, such as https://host/sparql")
    return text


@dataclass(frozen=True, slots=True)
class Credentials:
    """Who asks; never printed.

    Attributes:
        user: For Digest or Basic, as the engine asks for; empty asks without.
        password: The user's.
        token: Sent as a bearer token; goes before user and password.
    """

    user: str = ""
    password: str = field(default="", repr=False)
    token: str = field(default="", repr=False)

    @classmethod
    def from_environment(cls) -> Credentials:
        """Take what the environment has; there is no other way to give them."""
        return cls(*(os.environ.get(name, "") for name in (USER, PASSWORD, TOKEN)))

    def unasked(self) -> str:
        """Give the header that is sent before anybody asks for it; empty for none."""
        return f"Bearer {self.token}" if self.token else ""

    def answer(self, challenges: list[str], method: str, path: str) -> str:
        """Give the Authorization header for what an engine asks for; empty when there is none.

        Args:
            challenges: Its WWW-Authenticate headers.
            method: Of the request.
            path: Of the request, query included.
        """
        if not self.user:
            return ""
        kinds = {one.partition(" ")[0].lower(): one.partition(" ")[2] for one in challenges}
        if "digest" in kinds:
            return self._digest(parse_keqv_list(parse_http_list(kinds["digest"])), method, path)
        if "basic" in kinds:
            pair = base64.b64encode(f"{self.user}:{self.password}".encode())
            return f"Basic {pair.decode()}"
        return ""

    def _digest(self, asked: dict[str, str], method: str, path: str) -> str:
        """Answer a challenge of RFC 7616 with MD5 or SHA-256, for one request."""
        named = asked.get("algorithm", "MD5").upper()
        make = {"MD5": hashlib.md5, "SHA-256": hashlib.sha256}.get(named)
        if make is None:
            return ""

        def digest(*parts: str) -> str:
            return make(":".join(parts).encode()).hexdigest()

        realm, nonce = asked.get("realm", ""), asked.get("nonce", "")
        first = digest(self.user, realm, self.password)
        second = digest(method, path)
        given = {"username": self.user, "realm": realm, "nonce": nonce, "uri": path}
        more = f", algorithm={named}"
        if "auth" in [one.strip() for one in asked.get("qop", "").split(",")]:
            count, own = "00000001", secrets.token_hex(8)
            given["cnonce"] = own
            given["response"] = digest(first, nonce, count, own, "auth", second)
            more += f", qop=auth, nc={count}"
        else:
            given["response"] = digest(first, nonce, second)
        if "opaque" in asked:
            given["opaque"] = asked["opaque"]
        return "Digest " + ", ".join(f'{name}="{value}"' for name, value in given.items()) + more
