"""Guesses the class of an unknown name by the words beside it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from ..syntax import NounGroup, Parse

Cues = dict[str, dict[str, str]]


@cache
def cues() -> Cues:
    """Read the table of cues: ``nouns``, ``prepositions`` and ``verbs``, each word → class."""
    text = files(__package__).joinpath("cues.toml").read_text(encoding="utf-8")
    return {
        kind: {word: name for name, words in classes.items() for word in words}
        for kind, classes in tomllib.loads(text).items()
    }


def context_of(parse: Parse, group: NounGroup) -> tuple[str, str]:
    """Give what a group stands beside, and the class that this speaks for ("" for none)."""
    for noun in _nouns(parse, group):
        if found := cues()["nouns"].get(noun):
            return noun, found
    for clause in parse.clauses:
        verb = clause.verb.lemma
        if group in clause.subjects:
            return f"subject of {verb}", cues()["verbs"].get(verb, "")
        if group in clause.objects:
            return f"object of {verb}", ""
        for phrase in clause.phrases:
            if group in phrase.groups:
                place = cues()["prepositions"].get(phrase.preposition, "")
                return f"{verb} {phrase.preposition}", place
    return "", ""


def _nouns(parse: Parse, group: NounGroup) -> tuple[str, ...]:
    other = parse.apposed.get((group.first, group.last))
    return (*reversed(group.words), *((other.lemma,) if other is not None else ()))
