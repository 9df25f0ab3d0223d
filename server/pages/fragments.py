"""Addresses that open a page of the outside world at some words."""

from __future__ import annotations

from urllib.parse import quote

AT_ENDS = 5


def at_text(address: str, words: str) -> str:
    """Give an address that opens at a sentence where browsers can (URL fragment text directives).

    >>> at_text("https://example.org/a", "Ships sail, well-manned.")
    'https://example.org/a#:~:text=Ships%20sail%2C%20well%2Dmanned.'
    """
    parts = words.split()
    ends = [parts] if len(parts) <= 2 * AT_ENDS else [parts[:AT_ENDS], parts[-AT_ENDS:]]
    told = ",".join(quote(" ".join(end), safe="").replace("-", "%2D") for end in ends)
    return f"{address.partition('#')[0]}#:~:text={told}"
