"""Fits a query to an engine that holds more graphs than the dataset's.

An engine may hold graphs of its own and of others, and where it has no nameless graph the merge
stands in a graph with a name. None of them is a graph of the dataset. So behind every ``GRAPH ?g
{ … }`` a filter is put that keeps ``?g`` to the dataset's names, and the merge is named as default
graph. Virtuoso (7) then finds a graph that is written out after GRAPH only if it is named too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..tokens import Token, is_word, prologue, resolve, scan

Graphs = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pattern:
    """What stands after GRAPH.

    Attributes:
        target: The name: a variable, an IRI or a prefixed name.
        end: Where the pattern's last brace ends, in characters.
    """

    target: Token
    end: int


def fit_dataset(query: str, base: str, merge: str = "") -> tuple[str, Graphs]:
    """Give the query, and the protocol's parameters, for a dataset in an engine.

    Args:
        query: SPARQL text that is valid; in other text filters may come to stand anywhere.
        base: Base IRI of the dataset.
        merge: Graph under the base that holds the merge; empty where the nameless graph does.

    >>> fit_dataset("SELECT * { GRAPH ?g { ?s ?p {} } }", "http://a/")
    ('SELECT * { GRAPH ?g { ?s ?p {} } FILTER(STRSTARTS(STR(?g), "http://a/")) }', [])
    """
    tokens = scan(query)
    patterns = _patterns(tokens)
    is_open = any(one.target.kind == "variable" for one in patterns)
    written = [one for one in patterns if one.target.kind != "variable"] if merge else []
    prefixes, start = prologue(tokens, base)
    names = {one: resolve(one.target, prefixes, start) for one in written}
    edits: list[tuple[int, int, str]] = []
    for number, one in enumerate(patterns):
        if one.target.kind == "variable":
            edits.append((one.end, one.end, _filter(one.target.text, base, merge)))
        elif one in names and is_open:
            edits += _opened(one, f"?graph__{number}", names[one])
    named = [] if is_open else [("named-graph-uri", name) for name in dict.fromkeys(names.values())]
    graphs = [("default-graph-uri", merge), *named] if merge else []
    return _edited(query, edits), graphs


def _filter(variable: str, base: str, merge: str) -> str:
    inside = f'STRSTARTS(STR({variable}), "{base}")'
    return f" FILTER({inside} && {variable} != <{merge}>)" if merge else f" FILTER({inside})"


def _opened(one: Pattern, variable: str, name: str) -> list[tuple[int, int, str]]:
    """Write a variable in a name's place: parameters that name one graph would close the others."""
    start = one.target.start
    return [
        (start, start + len(one.target.text), variable),
        (one.end, one.end, f" FILTER({variable} = <{name}>)"),
    ]


def _edited(query: str, edits: list[tuple[int, int, str]]) -> str:
    parts, done = [], 0
    for start, end, text in sorted(edits, key=lambda edit: edit[0]):
        parts += [query[done:start], text]
        done = end
    return "".join([*parts, query[done:]])


def _patterns(tokens: Sequence[Token]) -> list[Pattern]:
    found = []
    for index, token in enumerate(tokens[:-2]):
        name, brace = tokens[index + 1 : index + 3]
        is_name = name.kind in ("variable", "iri", "name") and brace.text == "{"
        if is_word([token], "GRAPH") and is_name:
            end = _closing(tokens[index + 2 :])
            if end is not None:
                found.append(Pattern(name, end))
    return found


def _closing(tokens: Sequence[Token]) -> int | None:
    depth = 0
    for token in tokens:
        if token.kind == "other" and token.text in "{}":
            depth += 1 if token.text == "{" else -1
            if not depth:
                return token.start + 1
    return None
