"""What can be told of a query from its tokens, before the engine parses it.

The engine's grammar needs no space round a keyword: ``trueSERVICE<…>`` and ``SERVICEex:a`` both
parse. So words are looked for anywhere outside strings, comments, IRIs, variables and local names.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import takewhile
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
_DOUBTFUL = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*://)[^>]*[#'][^>]*>")
_GAP = re.compile(r"(?:[ \t\r\n]|\#[^\n\r]*)*")
_BROKEN = re.compile(r"['\"\\]")
_PLAIN = frozenset(".;,{@^")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_UPDATES = frozenset(
    ["INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "COPY", "MOVE", "ADD", "WITH"]
)
_CHANGING = re.compile("now|rand|uuid|bnode", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of query text.

    Attributes:
        kind: A group's name in the scanner.
        text: As it stands in the query.
        start: Where it begins, in characters.
    """

    kind: str
    text: str
    start: int = 0


def scan(query: str) -> list[Token]:
    """Split query text into tokens, comments left out."""
    found = (Token(m.lastgroup or "other", m[0], m.start()) for m in _SCAN.finditer(query))
    return [token for token in found if token.kind != "comment"]


def always_same(tokens: list[Token]) -> bool:
    """Tell whether a query gives the same answer for the same data."""
    words = " ".join([token.text for token in tokens if token.kind == "word"])
    return not _CHANGING.search(words)


def always_same_bytes(tokens: list[Token]) -> bool:
    """Tell whether equal answers are written alike: a template may make blank nodes, named anew."""
    words = (index for index, token in enumerate(tokens) if _is_like(token, "CONSTRUCT"))
    if (start := next(words, None)) is None:
        return True
    template = takewhile(lambda token: token.text != "}", tokens[start + 1 :])
    return all(
        token.text in _PLAIN if token.kind == "other" else token.text != "_" for token in template
    )


def normalised(query: str, tokens: list[Token]) -> str:
    """Give a query with each run of white space and comments as one space.

    What stands next to what stays so, for it can matter. Where it cannot be told for sure what is
    an IRI or a comment, the query stays as it is.
    """
    if is_doubtful(query) or any(_BROKEN.fullmatch(token.text) for token in tokens):
        return query
    parts, end = [], 0
    for token in tokens:
        gap = query[end : token.start]
        if not _GAP.fullmatch(gap):
            return query
        parts += [" " if gap else "", token.text]
        end = token.start + len(token.text)
    return "".join(parts).strip() if _GAP.fullmatch(query[end:]) else query


def is_doubtful(query: str) -> bool:
    """Tell whether text between < and > might be a comparison and then code or a comment."""
    return bool(_DOUBTFUL.search(query))


def from_graphs(tokens: list[Token], base: str) -> tuple[list[str], list[str]]:
    """Give the IRIs after FROM and after FROM NAMED, in order, without doubles.

    Raises:
        ProblemError: 400 where a prefix is not declared.
    """
    prefixes, base = prologue(tokens, base)
    plain: dict[str, None] = {}
    named: dict[str, None] = {}
    for index, token in enumerate(tokens):
        if token.kind == "word" and token.text.upper() in ("FROM", "FROMNAMED"):
            after = tokens[index + 1 : index + 3]
            is_named = token.text.upper() == "FROMNAMED" or is_word(after[:1], "NAMED")
            target = after[-1:] if is_word(after[:1], "NAMED") else after[:1]
            if target and target[0].kind in ("iri", "name"):
                (named if is_named else plain)[resolve(target[0], prefixes, base)] = None
    return list(plain), list(named)


def undeclared_prefix(query: str) -> str | None:
    """Give the first prefix, colon included, that is used but not declared; None when all are."""
    found = scan(query)
    declared, _ = prologue(found, "")
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


def _is_like(token: Token, word: str) -> bool:
    return token.kind == "word" and word in token.text.upper()


def is_word(tokens: list[Token], word: str) -> bool:
    """Tell whether the first of the tokens is a keyword, in any case."""
    return bool(tokens) and tokens[0].kind == "word" and tokens[0].text.upper() == word


def prologue(tokens: list[Token], base: str) -> tuple[dict[str, str], str]:
    """Give the namespaces that PREFIX declares, and the base after every BASE, in their order.

    >>> prologue(scan("BASE <http://a/b/> PREFIX x: <y#> BASE <c/> PREFIX x: <z#>"), "")
    ({'x': 'http://a/b/c/z#'}, 'http://a/b/c/')
    """
    declared = {}
    for word, name, iri in zip(tokens, tokens[1:], [*tokens[2:], Token("", "")], strict=False):
        if is_word([word], "BASE") and name.kind == "iri":
            base = _absolute(base, name)
        elif is_word([word], "PREFIX") and name.kind == "name" and iri.kind == "iri":
            declared[name.text.partition(":")[0]] = _absolute(base, iri)
    return declared, base


def _absolute(base: str, token: Token) -> str:
    """Resolve an IRI; one with a scheme stays as it is, and so does an empty fragment."""
    iri = token.text[1:-1]
    if _SCHEME.match(iri):
        return iri
    try:
        joined = urljoin(base, iri)
    except ValueError:
        return iri
    return f"{joined}#" if iri.endswith("#") and not joined.endswith("#") else joined


def resolve(token: Token, prefixes: dict[str, str], base: str) -> str:
    """Give the whole IRI that an IRI or a prefixed name stands for.

    Raises:
        ProblemError: 400 where its prefix is not declared.
    """
    if token.kind == "iri":
        return _absolute(base, token)
    prefix, _, name = token.text.partition(":")
    if prefix not in prefixes:
        raise fail(
            400,
            "query-syntax",
            f"The prefix '{prefix}:' is used but not declared.",
            f"Put PREFIX {prefix}: <…> at the head of the query.",
        )
    return prefixes[prefix] + re.sub(r"\\(.)", r"\1", name)
