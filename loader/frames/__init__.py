"""What a group or clause states: triggers, slots, statements, as data."""

from .classes import is_kind, kinds_of, most_specific
from .load import load_frames, read_frames
from .model import Example, Frame, Pattern, Slot

__all__ = [
    "Example",
    "Frame",
    "Pattern",
    "Slot",
    "is_kind",
    "kinds_of",
    "load_frames",
    "most_specific",
    "read_frames",
]
