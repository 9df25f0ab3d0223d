"""What the frame of every page tells of the request that it answers.

Pages are made from a snapshot alone; the frame's own address is all that they need of the request,
so it is handed to them here and not through each of them.
"""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Asked:
    """What the foot of a page says of its own address.

    Attributes:
        report: Where to report an error, the page's address filled in; empty when nobody is named.
        correct: Address, below the site's root, of the page that shows how to put this one right.
    """

    report: str = ""
    correct: str = "correct"


ASKED: ContextVar[Asked] = ContextVar("asked")
"""The request under way in this thread; set anew by each request before its page is made."""
