"""Which articles tell the same story: copies, edited copies and excerpts. Pure; no I/O."""

from .cluster import Copied, cluster, copies
from .likeness import CONTAINED, EXACT, NEAR, Likeness, likeness
from .shingles import Print, fingerprint

__all__ = [
    "CONTAINED",
    "EXACT",
    "NEAR",
    "Copied",
    "Likeness",
    "Print",
    "cluster",
    "copies",
    "fingerprint",
    "likeness",
]
