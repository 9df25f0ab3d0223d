"""Which entity of gold an entity that was found is, by their mentions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from .literals import fold
from .model import Annotated, Entity, Mention


def align(gold: Annotated, found: Annotated) -> dict[str, str]:
    """Give for each entity found the gold entity whose mentions most of its own meet.

    A mention with the very offsets counts one, another by how much of both they share. Entities
    without any mention are the same where their names are. Those that are none in gold are left
    out.
    """
    spans = [(one, e.id) for e in gold.entities.values() for one in e.mentions]
    by_name = _by_name(gold.entities)
    pairs = {}
    for entity in found.entities.values():
        votes: dict[str, float] = defaultdict(float)
        for mention in entity.mentions:
            for id_, share in _best(mention, spans).items():
                votes[id_] += share
        chosen = max(
            votes, key=lambda id_: (votes[id_], _alike(gold, id_, entity), id_), default=""
        )
        chosen = chosen or _named(entity, by_name)
        if chosen:
            pairs[entity.id] = chosen
    return pairs


def _best(mention: Mention, spans: list[tuple[Mention, str]]) -> dict[str, float]:
    shares = [(_share(mention, one), id_) for one, id_ in spans if mention.meets(one)]
    highest = max((share for share, _ in shares), default=0.0)
    return {id_: share for share, id_ in shares if share == highest}


def _share(one: Mention, other: Mention) -> float:
    common = min(one.end, other.end) - max(one.start, other.start)
    return common / (max(one.end, other.end) - min(one.start, other.start))


def _alike(gold: Annotated, id_: str, entity: Entity) -> bool:
    return gold.entities[id_].type == entity.type


def _by_name(entities: Mapping[str, Entity]) -> dict[str, str]:
    return {
        fold(name): entity.id
        for entity in reversed(list(entities.values()))
        for name in (*entity.names, entity.name)
    }


def _named(entity: Entity, by_name: Mapping[str, str]) -> str:
    names = [fold(name) for name in (entity.name, *entity.names)]
    return next((by_name[name] for name in names if name in by_name), "")
