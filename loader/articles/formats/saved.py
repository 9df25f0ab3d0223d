"""Pages that a browser saved with all that belongs to them in one file (MHTML, RFC 2557)."""

from __future__ import annotations

from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from pathlib import PurePath

from ...errors import ArticleError
from ..found import Found
from ..known import Known, is_web_address
from .page import page_article


def archived_page(content: bytes, source: str, known: Known) -> Found:
    """Read the first page in the file, which is the one that was saved.

    Raises:
        ArticleError: When there is no page in it, or no article in the page.
    """
    whole = message_from_bytes(content, policy=default)
    try:
        page = next((part for part in whole.walk() if part.get_content_type() == "text/html"), None)
        body = page.get_payload(decode=True) if page is not None else None
        address = _address(whole, page)
    except Exception as error:  # any bytes may come, and the parser raises what it likes
        raise ArticleError(source, f"it is no page that a browser saved: {error}") from error
    if page is None or not isinstance(body, bytes):
        raise ArticleError(source, "there is no page in it; save it again as .html")
    charset = page.get_content_charset()
    name = PurePath(source).stem
    return page_article(body, source, known, address=address, charset=charset, name=name)


def _address(whole: EmailMessage, page: EmailMessage | None) -> str | None:
    for part, header in ((whole, "Snapshot-Content-Location"), (page, "Content-Location")):
        said = str(part.get(header, "")).strip() if part is not None else ""
        if is_web_address(said):
            return said
    return None
