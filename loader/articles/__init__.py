"""Articles as they come: bytes to text, what is known of them, what is rejected."""

from .model import Article
from .read import MAX_BYTES, read_articles

__all__ = ["MAX_BYTES", "Article", "read_articles"]
