"""Articles as they come: bytes to text, what is known of them, what is rejected."""

from .inputs import STANDARD_INPUT, is_address
from .model import PUBLISH_TEXT, Article
from .naming import file_name_of
from .read import MAX_BYTES, read_articles

__all__ = [
    "MAX_BYTES",
    "PUBLISH_TEXT",
    "STANDARD_INPUT",
    "Article",
    "file_name_of",
    "is_address",
    "read_articles",
]
