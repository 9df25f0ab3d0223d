"""Templates to HTML: one environment, autoescape on, the frame's facts filled in."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .. import plots
from .asked import ASKED, Asked
from .assets import SCRIPTS, SHEET, asset
from .words import counted, date_words, split_words

HERE = Path(__file__).parent
PLOTS = (
    *(plots.timeline, plots.figures, plots.bars),
    *(plots.map_of, plots.network, plots.matrix, plots.tree),
)


def render(template: str, root: str, **values: Any) -> str:
    """Render a page.

    Args:
        template: File name below ``templates/``.
        root: Way from the page to the site's root: ``""``, ``"../"`` or ``"/"``.
        values: What the template names.
    """
    page = _environment().get_template(template)
    frame = {"style": asset(SHEET), "scripts": SCRIPTS, "asked": ASKED.get(Asked())}
    return page.render(root=root, **frame, **values)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals |= {"asset": asset, **{draw.__name__: draw for draw in PLOTS}}
    environment.filters |= {
        "counted": _counted,
        "query": _query,
        "words": split_words,
        "day": date_words,
    }
    return environment


def _counted(number: int, singular: str, plural: str = "") -> str:
    return counted(number, singular, plural)


def _query(text: str) -> str:
    return quote(text, safe="")
