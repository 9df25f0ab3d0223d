"""States and entities with verified identifiers."""

from .load import load_reference
from .model import Code, Link, Reference, Row
from .rdf import reference_quads

__all__ = ["Code", "Link", "Reference", "Row", "load_reference", "reference_quads"]
