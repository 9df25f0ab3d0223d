"""Known names in a sentence: the longest that fit, where their context allows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..text.brill_tables import is_known
from ..text.model import Sentence, Token
from .lexicon import Lexicon, Name
from .trie import Trie
from .words import Atom, atoms_of_token, is_capital, same_case, sentence_atoms


@dataclass(frozen=True, slots=True)
class Match:
    """Known names that fit tokens ``first <= i < last``; more than one are ambiguous."""

    first: int
    last: int
    names: tuple[Name, ...]


def matches(sentence: Sentence, lexicon: Lexicon, local: Trie[Name]) -> Iterator[Match]:
    """Yield the longest known names of a sentence from left to right, without overlap.

    Args:
        sentence: The sentence.
        lexicon: Names that are known everywhere.
        local: Names that hold in this article; they win over those of the lexicon.
    """
    atoms = sentence_atoms(sentence)
    keys = [atom.key for atom in atoms]
    tries = (lexicon.names, local)
    known, own = lexicon.names.children, local.children
    start = 0
    while start < len(atoms):
        if keys[start] not in known and keys[start] not in own:
            start += 1
            continue
        end, names = _longest(sentence, atoms, keys, start, tries)
        if names:
            yield Match(atoms[start].token, atoms[end - 1].token + 1, names)
            start = _next_token(atoms, end)
        else:
            start += 1


def may_hold(sentence: Sentence, names: Trie[Name]) -> bool:
    """Tell whether a sentence has a word with which one of the names begins."""
    first = names.children
    return bool(first) and any(
        key in first for token in sentence.tokens for _, key in atoms_of_token(token.text)
    )


def _next_token(atoms: Sequence[Atom], end: int) -> int:
    """Step over the rest of a token that a name ended in ("UK" of "UKs")."""
    while end < len(atoms) and atoms[end].token == atoms[end - 1].token:
        end += 1
    return end


def _longest(
    sentence: Sentence,
    atoms: Sequence[Atom],
    keys: list[str],
    start: int,
    tries: tuple[Trie[Name], ...],
) -> tuple[int, tuple[Name, ...]]:
    best: tuple[int, tuple[Name, ...]] = (start, ())
    for end, entries in sorted(_walks(keys, start, tries), key=lambda walk: walk[0]):
        if not _whole(atoms, start, end):
            continue
        found = tuple(
            name
            for name in entries
            if all(same_case(a, b.text) for a, b in zip(name.texts, atoms[start:end], strict=True))
            and _allowed(name, sentence, atoms[start].token, atoms[end - 1].token + 1)
        )
        best = (end, found) if found else best
    return best


def _walks(
    keys: list[str], start: int, tries: tuple[Trie[Name], ...]
) -> Iterator[tuple[int, list[Name]]]:
    for trie in tries:
        yield from trie.walk(keys, start)


def _whole(atoms: Sequence[Atom], start: int, end: int) -> bool:
    """Tell whether a name covers whole tokens, or parts that a hyphen sets off."""
    before, after = atoms[start - 1] if start else None, atoms[end] if end < len(atoms) else None
    if before and before.token == atoms[start].token and before.text not in "-/":
        return False
    return not after or after.token != atoms[end - 1].token or after.text in "-/"


def _allowed(name: Name, sentence: Sentence, first: int, last: int) -> bool:
    tokens = sentence.tokens
    before = tokens[first - 1] if first else None
    if name.context == "the":
        return before is not None and before.text.lower() in ("the", "this")
    if name.context == "apart" and before is not None and before.text == ",":
        return False
    if name.context == "inside" and not any(t.text[:1].isalnum() for t in tokens[:first]):
        return False
    if name.context in ("alone", "apart", "inside"):
        after = tokens[last] if last < len(tokens) else None
        return not _is_stranger(before) and not _is_stranger(after)
    return name.context != "state"


def _is_stranger(token: Token | None) -> bool:
    """Tell whether a capitalised word beside a name is no plain word: part of another name."""
    if token is None or not is_capital(token) or not token.text.isalpha() or token.text.isupper():
        return False
    return not is_known(token.text.lower())
