"""What pages load: one style sheet joined from parts, scripts, fonts, each known by its hash."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
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
    "explore",
    "query",
    "media",
)
"""Parts of the style sheet, in the order of the cascade."""
SCRIPTS: tuple[str, ...] = ("complete.js",)
"""Modules below ``static/js`` that every page loads; each makes better what works without it."""


@cache
def style_sheet() -> bytes:
    """Give the style sheet, its parts joined."""
    return b"\n".join((STYLES / f"{part}.css").read_bytes() for part in PARTS)


@cache
def files() -> Mapping[str, bytes]:
    """Give every file that pages may load, by its path below ``static``, the sheet among them."""
    paths = (path for path in sorted(STATIC.rglob("*")) if path.is_file())
    found = {path.relative_to(STATIC).as_posix(): path.read_bytes() for path in paths}
    return found | {SHEET: style_sheet()}


@cache
def digest(name: str) -> str:
    """Give the first digits of a file's hash (SHA-256)."""
    return hashlib.sha256(files()[name]).hexdigest()[:10]


@cache
def asset(name: str) -> str:
    """Give a static file's address, from the site's root, with the first digits of its hash."""
    return f"static/{name}?v={digest(name)}"
