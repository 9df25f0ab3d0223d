"""What can go wrong with input, said so that its owner can mend it."""

from __future__ import annotations


class LoaderError(Exception):
    """Base of all errors that the loader reports to its user."""


class ArticleError(LoaderError):
    """An article cannot be read; it is reported and left out.

    Attributes:
        source: File or address as the user gave it.
        reason: What is wrong and what to do, one sentence.
    """

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class DataError(LoaderError):
    """A data file of ours or of the user's (reference, frames, sidecar, log) is not well formed.

    Attributes:
        place: ``file:line`` or the nearest thing to it.
        reason: What was seen there and what to write instead.
    """

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(f"{place}: {reason}")
        self.place = place
        self.reason = reason
