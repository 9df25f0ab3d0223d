"""The rules that are no frames, described in ``rules.toml`` for whoever asks what made a claim."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in code.

    Attributes:
        id: Last part of ``{base}rule/{id}``.
        description: What it reads, one sentence.
        example: A sentence on which it fires.
    """

    id: str
    description: str
    example: str


@cache
def load_rules() -> tuple[Rule, ...]:
    """Read the descriptions, sorted by id."""
    data = tomllib.loads(files(__package__).joinpath("rules.toml").read_text("utf-8"))
    return tuple(
        Rule(name, data[name]["description"], data[name]["example"]) for name in sorted(data)
    )
