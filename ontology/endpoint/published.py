"""What an engine says of the dataset that was published to it.

Beside the dataset's graphs, and not one of them, stands a graph with a single triple: the base,
and as JSON the manifest and how the quads are laid out. It is written last, and by that one triple
the dataset counts as published; it is taken away first before anything is changed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass

from pyoxigraph import Literal, QuerySolutions

from ..dataset import Manifest
from ..iris import Base
from .client import Endpoint
from .errors import EndpointError

POINTER, TELLS = "urn:x-entente:published", "urn:x-entente:tells"
MERGE = "graph/default"
"""Path below the base of the graph with the merge, on an engine without a nameless graph."""
_ASK = f"SELECT ?told {{ GRAPH <{POINTER}> {{ ?base <{TELLS}> ?told }} }}"


@dataclass(frozen=True, slots=True)
class Published:
    """A dataset in an engine.

    Attributes:
        manifest: What the snapshot says of itself.
        at: When it was published, ISO 8601 in UTC.
        merge: IRI of the graph that holds the merge; empty where the nameless graph does.
        decimals: IRIs of the properties whose values are all decimals: Virtuoso (7) gives back
            whole ones as integers.
    """

    manifest: Manifest
    at: str
    merge: str = ""
    decimals: tuple[str, ...] = ()

    @property
    def base(self) -> Base:
        """Address space of the data."""
        return Base(self.manifest.base)


def read_published(endpoint: Endpoint) -> Published | None:
    """Read what was published to an engine last; None when it holds nothing whole.

    Raises:
        EndpointError: Where the engine gives no answer that can be used.
    """
    rows = endpoint.select(_ASK)
    if not isinstance(rows, QuerySolutions):
        raise EndpointError("rubbish", "a SELECT was answered as an ASK")
    return max(_read(rows), key=lambda one: one.at, default=None)


def _read(rows: QuerySolutions) -> Iterator[Published]:
    for row in rows:
        told = row["told"]
        try:
            value = json.loads(told.value if isinstance(told, Literal) else "")
            manifest = Manifest(**value.pop("manifest"))
            yield Published(manifest, value["at"], value["merge"], tuple(value["decimals"]))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise EndpointError("rubbish", "what it says of the dataset cannot be read") from error


def pointer_update(published: Published) -> str:
    """Write the update that makes a dataset count as published: one triple."""
    told = Literal(json.dumps(asdict(published), sort_keys=True))
    triple = f"<{published.manifest.base}> <{TELLS}> {told}"
    return f"INSERT DATA {{ GRAPH <{POINTER}> {{ {triple} }} }}"


def unpublish_update(base: Base) -> str:
    """Write the update after which the dataset of a base no longer counts as published."""
    triple = f"GRAPH <{POINTER}> {{ <{base.iri}> <{TELLS}> ?told }}"
    return f"DELETE {{ {triple} }} WHERE {{ {triple} }}"
