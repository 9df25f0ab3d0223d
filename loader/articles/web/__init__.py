"""Articles from addresses: fetched one by one, within limits, as far as the host allows it."""

from .fetch import Fetched, Fetcher
from .model import FetchError, Limits

__all__ = ["FetchError", "Fetched", "Fetcher", "Limits"]
