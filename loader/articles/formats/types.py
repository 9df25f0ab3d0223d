"""Media types as headers give them."""

from __future__ import annotations

from email.message import Message


def type_of(header: str | None) -> str:
    """Give the media type of a Content-Type header in small letters, empty where there is none.

    >>> type_of("Text/HTML; charset=utf-8")
    'text/html'
    """
    return (header or "").partition(";")[0].strip().lower()


def charset_of(header: str | None) -> str | None:
    """Give the charset of a Content-Type header, None where it names none.

    >>> charset_of('text/html; charset="UTF-8"')
    'utf-8'
    """
    message = Message()
    message["Content-Type"] = " ".join((header or "").split())
    return message.get_content_charset()
