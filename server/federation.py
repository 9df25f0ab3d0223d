"""SERVICE: which endpoints a query may make this server call, and none by default.

The engine calls whatever a query names, loopback too. So a query with SERVICE is taken only where
each target is written out, is on the list, and is put into the text as a whole IRI: what was
checked is what is called, whatever BASE and PREFIX say. The engine follows no redirect (0.5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from .errors import Problem, ProblemError
from .tokens import Token, is_doubtful, is_word, prologue, resolve

LIST = "federation"
"""Path under the server's root where the list can be read."""
_SERVICE = re.compile("service", re.IGNORECASE | re.ASCII)
_PORTS = {"http": 80, "https": 443}


def read_prefixes(text: str) -> tuple[str, ...]:
    """Read the setting: beginnings of addresses, separated by white space.

    Raises:
        ValueError: Naming one that has no scheme, host or path, or is not http or https.
    """
    found = tuple(text.split())
    for prefix in found:
        if _place(prefix) is None or not urlsplit(prefix).path:
            raise ValueError(
                f"{prefix!r} in --services cannot be called; write it as http(s)://host/path, "
                "with the slash after the host at least"
            )
    return found


def settle(query: str, tokens: list[Token], base: str, allowed: Sequence[str]) -> str | None:
    """Give the query with every target of SERVICE written out; None when it calls nobody.

    Raises:
        ProblemError: 403 when the text holds SERVICE in a way that is not surely a call of an
            endpoint on the list.
    """
    if not _SERVICE.search(query) or not any(map(_may_call, tokens)):
        if _SERVICE.search(query) and is_doubtful(query):
            raise _refused("it cannot be told for sure what the text between < and > is", allowed)
        return None
    if not allowed or is_doubtful(query):
        raise _refused("it is not used here" if not allowed else "< and > are ambiguous", allowed)
    parts, done = [], 0
    for target, iri in _targets(tokens, base, allowed):
        parts += [query[done : target.start], f"<{iri}>"]
        done = target.start + len(target.text)
    return "".join([*parts, query[done:]])


def _targets(tokens: list[Token], base: str, allowed: Sequence[str]) -> Iterator[tuple[Token, str]]:
    prefixes, base = prologue(tokens, base)
    for index, token in enumerate(tokens):
        if not _may_call(token):
            continue
        after = tokens[index + 1 : index + 3]
        if not is_word([token], "SERVICE") or not after:
            raise _refused(f"{token.text[:40]!r} runs it together with something else", allowed)
        target = after[-1] if is_word(after, "SILENT") else after[0]
        if target.kind not in ("iri", "name"):
            raise _refused(f"its target {target.text[:40]!r} is not written out", allowed)
        iri = resolve(target, prefixes, base)
        if not is_allowed(iri, allowed):
            raise _refused(f"<{iri[:200]}> is not on the list", allowed)
        yield target, iri


def is_allowed(iri: str, allowed: Sequence[str]) -> bool:
    """Tell whether an address lies under one on the list: same scheme, host, port; path by prefix.

    >>> is_allowed("https://a.org:443/sparql/x", ["https://A.org/sparql"])
    True
    >>> is_allowed("https://a.org.example/sparql", ["https://a.org/"])
    False
    """
    if (place := _place(iri)) is None:
        return False
    own = _beyond_host(iri)
    return any(place == _place(one) and own.startswith(_beyond_host(one)) for one in allowed)


def _place(iri: str) -> tuple[str, str, int] | None:
    """Give scheme, host and port; None for what is not plainly an address of a web server."""
    try:
        parts = urlsplit(iri)
        port = parts.port or _PORTS[parts.scheme]
    except (ValueError, KeyError):
        return None
    host, steps = parts.hostname or "", unquote(parts.path).replace("\\", "/").split("/")
    if not host or not iri.isascii() or "@" in parts.netloc or {".", ".."} & set(steps):
        return None
    return parts.scheme, host, port


def _beyond_host(iri: str) -> str:
    parts = urlsplit(iri)
    return f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"


def _may_call(token: Token) -> bool:
    text = token.text.partition(":")[0] if token.kind == "name" else token.text
    return token.kind in ("name", "word") and bool(_SERVICE.search(text))


def _refused(why: str, allowed: Sequence[str]) -> ProblemError:
    return ProblemError(
        Problem(
            403,
            "service-refused",
            f"SERVICE is refused: {why}.",
            f"Endpoints that may be called are listed at /{LIST}; write their full IRI after "
            "SERVICE. Others ask by themselves, or federate on your side. Where 'service' is part "
            "of a prefix or follows a dot in a name, write the full IRI in angle brackets.",
            {"allowed": list(allowed), "list": f"/{LIST}"},
        )
    )
