"""What the lexicon and the frames lack, ranked from articles, for whoever makes them grow."""

from .collect import suggest
from .model import Suggestion, Suggestions
from .render import alias_lines, as_json, render

__all__ = ["Suggestion", "Suggestions", "alias_lines", "as_json", "render", "suggest"]
