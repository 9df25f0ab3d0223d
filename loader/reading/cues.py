"""Status cues and light verbs, read once from ``cues.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words.

    Attributes:
        light: Verbs that lend subject and status to their object.
        happening: Verbs that say only that their subject takes place or goes on.
        numbering: Verbs that say how many their subject is.
        giving: Verbs by which somebody gives or holds what others receive.
        moving: Verbs of those who go on a deployment or come back from it.
        cancelling: Verbs that call their object off.
        lent: Light verb → status of its object once the verb is done.
        foreseen_nouns: Nouns that what follows them is yet to come of.
        foreseen_after: Prepositions between the two.
        foreseen_verbs: Verbs whose object is yet to come, unless it is known already.
        covering: Verbs of agreements, whose object is yet to come even so.
        ending: Verbs by which their object comes to its end.
        doubted: Words before a noun that say that others only claim it.
        untrue: Words of a sentence that call what is claimed untrue.
        adjective: Word before a noun → status.
        purpose: Verbs that open a purpose.
        saying: Verbs beside which a quotation is their subject's.
        telling: Those of them after which a few words in marks are said too.
    """

    light: frozenset[str]
    happening: frozenset[str]
    numbering: frozenset[str]
    giving: frozenset[str]
    moving: frozenset[str]
    cancelling: frozenset[str]
    lent: dict[str, str]
    foreseen_nouns: frozenset[str]
    foreseen_after: frozenset[str]
    foreseen_verbs: frozenset[str]
    covering: frozenset[str]
    ending: frozenset[str]
    doubted: frozenset[str]
    untrue: frozenset[str]
    adjective: dict[str, str]
    purpose: frozenset[str]
    saying: frozenset[str]
    telling: frozenset[str]


@cache
def load_cues() -> Cues:
    """Read the cue words."""
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
    return Cues(
        light=frozenset(data["light"]),
        happening=frozenset(data["happening"]),
        numbering=frozenset(data["numbering"]),
        giving=frozenset(data["giving"]),
        moving=frozenset(data["moving"]),
        cancelling=frozenset(data["cancelling"]),
        lent={word: s for s, words in data["lent"].items() for word in words},
        foreseen_nouns=frozenset(data["foreseen"]["nouns"]),
        foreseen_after=frozenset(data["foreseen"]["prepositions"]),
        foreseen_verbs=frozenset(data["foreseen"]["verbs"]),
        covering=frozenset(data["foreseen"]["covering"]),
        ending=frozenset(data["ending"]),
        doubted=frozenset(data["doubted"]["words"]),
        untrue=frozenset(data["doubted"]["untrue"]),
        adjective={word: s for s, words in data["adjective"].items() for word in words},
        purpose=frozenset(data["purpose"]["verbs"]),
        saying=frozenset((*data["saying"]["telling"], *data["saying"]["more"])),
        telling=frozenset(data["saying"]["telling"]),
    )
