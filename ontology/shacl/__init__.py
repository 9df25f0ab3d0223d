"""SHACL as far as ``shapes.ttl`` uses it, compiled once, held against many small graphs.

The tests hold it against pySHACL: the same results, on sound data and on faults of every kind. A
construct that is not known here is refused when shapes are compiled, never passed over.
"""

from .compile import Shapes, UnknownConstructError, compile_shapes
from .graph import Classes, Index
from .model import Result

__all__ = ["Classes", "Index", "Result", "Shapes", "UnknownConstructError", "compile_shapes"]
