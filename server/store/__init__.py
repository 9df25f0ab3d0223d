"""What a snapshot's quads are read through: the one narrow interface, and the stores behind it."""

from __future__ import annotations

from .embedded import EmbeddedStore, open_embedded
from .reads import Reads

__all__ = ["EmbeddedStore", "Reads", "open_embedded"]
