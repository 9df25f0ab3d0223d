"""States and entities with verified identifiers."""

from .load import load_reference
from .model import Code, Link, Reference, Row

__all__ = ["Code", "Link", "Reference", "Row", "load_reference"]
