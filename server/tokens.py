"""What can be told of a query from its tokens, before the engine parses it.

The engine's grammar needs no space round a keyword: ``trueSERVICE<…>`` and ``SERVICEex:a`` both
parse. So words are looked for anywhere outside strings, comments, IRIs, variables and local names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urljoin

from .errors import fail

_SCAN = re.compile(
    r"""
      (?P<iri> <[^<>"{}|^`\\\x00-\x20]*> )
    | (?P<comment> \#[^\n\r]* )
    | (?P<string> '''(?:[^\\]|\\.)*?''' | \"\"\"(?:[^\\]|\\.)*?\"\"\"
                | '(?:[^'\\\n\r]|\\.)*' | "(?:[^"\\\n\r]|\\.)*" )
    | (?P<variable> [?$]\w+ )
    | (?P<name> (?:[^\W\d_][\w.-]*)? :(?:[\w:-]|%[0-9A-Fa-f]{2}|\\[^\w\s])* )
    | (?P<word> \w+ )
    | (?P<other> \S )
    """,
    re.VERBOSE | re.DOTALL,
)
# An IRI that might also be a comparison followed by code: what is in it could open a comment or
# a string, and then the rest of the text means something else.
_DOUBTFUL = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*://)[^>]*[#'][^>]*>")
_SERVICE = re.compile("service", re.IGNORECASE | re.ASCII)
_UPDATES = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"]
)
_CHANGING = re.compile("now|rand|uuid|bnode", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of query text; ``kind`` is a group's name in the scanner."""

    kind: str
    text: str


def scan(query: str) -> list[Token]:
    """Split query text into tokens, comments left out."""
    found = ((match.lastgroup or "other", match[0]) for match in _SCAN.finditer(query))
    return [Token(kind, text) for kind, text in found if kind != "comment"]


def refuse_service(query: str, tokens: list[Token]) -> None:
    """Refuse a query that would make the engine call another host.

    Raises:
        ProblemError: 403 when the text holds SERVICE where it could be the keyword.
    """
    if not _SERVICE.search(query):
        return
    if any(map(_may_call, tokens)) or _DOUBTFUL.search(query):
        raise fail(
            403,
            "service-refused",
            "This endpoint does not call other endpoints: SERVICE is refused.",
            "Ask each endpoint by itself, or federate on your side. Where 'service' is part of a "
            "prefix or follows a dot in a name, write the full IRI in angle brackets instead.",
        )


def _may_call(token: Token) -> bool:
    text = token.text.partition(":")[0] if token.kind == "name" else token.text
    return token.kind in ("name", "word") and bool(_SERVICE.search(text))


def always_same(tokens: list[Token]) -> bool:
    """Tell whether a query gives the same answer for the same data."""
    return not any(token.kind == "word" and _CHANGING.search(token.text) for token in tokens)


def from_graphs(tokens: list[Token], base: str) -> tuple[list[str], list[str]]:
    """Give the IRIs after FROM and after FROM NAMED, in order, without doubles.

    Raises:
        ProblemError: 400 where a prefix is not declared.
    """
    prefixes = _prefixes(tokens, base)
    plain: dict[str, None] = {}
    named: dict[str, None] = {}
    for index, token in enumerate(tokens):
        if token.kind == "word" and token.text.upper() in ("FROM", "FROMNAMED"):
            after = tokens[index + 1 : index + 3]
            is_named = token.text.upper() == "FROMNAMED" or _is_word(after[:1], "NAMED")
            target = after[-1:] if _is_word(after[:1], "NAMED") else after[:1]
            if target and target[0].kind in ("iri", "name"):
                (named if is_named else plain)[_resolve(target[0], prefixes, base)] = None
    return list(plain), list(named)


def undeclared_prefix(query: str) -> str | None:
    """Give the first prefix, colon included, that is used but not declared; None when all are."""
    found = scan(query)
    declared = _prefixes(found, "")
    for before, token in zip([Token("", ""), *found], found, strict=False):
        prefix = token.text.partition(":")[0]
        if token.kind == "name" and before.text != "_" and prefix not in declared:
            return f"{prefix}:"
    return None


def is_update(query: str) -> bool:
    """Tell whether text begins, after its prologue, as an update of SPARQL 1.1 Update does.

    >>> is_update("PREFIX a: <urn:a#> INSERT DATA { a:b a a:c }"), is_update("ASK { ?insert ?p 1 }")
    (True, False)
    """
    words = (token.text.upper() for token in scan(query) if token.kind == "word")
    return next((w for w in words if w not in ("PREFIX", "BASE")), "") in _UPDATES


def _is_word(tokens: list[Token], word: str) -> bool:
    return bool(tokens) and tokens[0].kind == "word" and tokens[0].text.upper() == word


def _prefixes(tokens: list[Token], base: str) -> dict[str, str]:
    declared = {}
    for word, name, iri in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if _is_word([word], "PREFIX") and name.kind == "name" and iri.kind == "iri":
            declared[name.text.partition(":")[0]] = _absolute(base, iri)
    return declared


def _absolute(base: str, token: Token) -> str:
    try:
        return urljoin(base, token.text[1:-1])
    except ValueError:
        return token.text[1:-1]


def _resolve(token: Token, prefixes: dict[str, str], base: str) -> str:
    if token.kind == "iri":
        return _absolute(base, token)
    prefix, _, name = token.text.partition(":")
    if prefix not in prefixes:
        raise fail(
            400,
            "query-syntax",
            f"The prefix '{prefix}:' is used after FROM but not declared.",
            f"Put PREFIX {prefix}: <…> at the head of the query.",
        )
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", name)
