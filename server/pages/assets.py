"""What pages load: one style sheet joined from parts, scripts, fonts, each known by its hash."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

HERE = Path(__file__).parent
STATIC, STYLES = HERE / "static", HERE / "styles"
SHEET = "entente.css"
PARTS = (
    "fonts",
    "tokens",
    "ground",
    "frame",
    "sections",
    "key-facts",
    "facts",
    "home",
    "tables",
    "plots",
    "article",
    "ontology",
    "query",
    "media",
)
"""Parts of the style sheet, in the order of the cascade."""
SCRIPTS: tuple[str, ...] = ()
"""Modules below ``static/js`` that every page loads; each makes better what works without it."""


@cache
def style_sheet() -> bytes:
    """Give the style sheet, its parts joined."""
    return b"\n".join((STYLES / f"{part}.css").read_bytes() for part in PARTS)


@cache
def asset(name: str) -> str:
    """Give a static file's address, from the site's root, with the first digits of its hash."""
    data = style_sheet() if name == SHEET else (STATIC / name).read_bytes()
    return f"static/{name}?v={hashlib.sha256(data).hexdigest()[:10]}"
