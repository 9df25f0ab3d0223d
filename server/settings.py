"""Writes ``deploy/SETTINGS.md`` from the declared table: ``python -m server.settings``."""

from __future__ import annotations

from pathlib import Path

from .config import SETTINGS, Setting

PAGE = Path(__file__).parents[1] / "deploy" / "SETTINGS.md"
HEAD = """# Settings of entente-serve

Made from `server/config.py` by `python -m server.settings`; a flag counts more than a variable.

| flag | variable | default | unit | what it does |
|---|---|---|---|---|
"""


def settings_page() -> str:
    """Write every setting as a row of a table."""
    return HEAD + "".join(map(_row, SETTINGS))


def _row(setting: Setting) -> str:
    default = f"`{setting.default}`" if str(setting.default) else "none"
    cells = (f"`{setting.flag}`", f"`{setting.variable}`", default, setting.unit, setting.help)
    return f"| {' | '.join(cells)} |\n"


if __name__ == "__main__":
    PAGE.write_text(settings_page(), encoding="utf-8")
