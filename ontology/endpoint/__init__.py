"""A SPARQL 1.1 engine across HTTP, as a client: what loader and server both talk to it by."""

from __future__ import annotations

from .address import Credentials, check_address
from .client import Body, Endpoint
from .errors import EndpointError
from .published import MERGE, Published, pointer_update, read_published, unpublish_update

__all__ = [
    "MERGE",
    "Body",
    "Credentials",
    "Endpoint",
    "EndpointError",
    "Published",
    "check_address",
    "pointer_update",
    "read_published",
    "unpublish_update",
]
