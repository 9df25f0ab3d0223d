"""What is known of an article beside its text: ``articles.toml``, or a ``.toml`` beside the text.

``articles.toml`` holds one table for each file of its folder, under the file's name; ``NN.toml``
holds the keys for ``NN.txt`` or ``NN.md``. What is unknown is left out.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ontology.iris import is_slug

from ..errors import DataError
from .days import is_date
from .known import Known, is_web_address
from .model import PUBLISH_TEXT

FOLDER_SIDECAR = "articles.toml"
_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x1f\ud800-\udfff]")
_KEYS = tuple(Known.__dataclass_fields__)


def known_of_folder(folder: Path) -> dict[str, Known]:
    """Read a folder's ``articles.toml``: what is known, by file name; empty where there is none.

    Raises:
        DataError: When it is no TOML, names a file that is not there, or has an unknown or
            malformed key.
    """
    path = folder / FOLDER_SIDECAR
    tables = _toml(path) if path.is_file() else {}
    known: dict[str, Known] = {}
    for name, table in tables.items():
        if not isinstance(table, dict):
            raise DataError(str(path), f'{name!r} is no table; write ["{name}.txt"] above its keys')
        if Path(name).name != name or not (folder / name).is_file():
            raise DataError(
                str(path), f"there is no file {name!r} beside it; mend or drop its name"
            )
        known[name] = known_of_table(table, f"{path}: [{name}]")
    return known


def known_of_text(path: Path) -> Known | None:
    """Read the ``.toml`` beside a text, None where there is none.

    Raises:
        DataError: When it is no TOML or has an unknown or malformed key.
    """
    beside = path.with_suffix(".toml")
    if beside.name == FOLDER_SIDECAR or not beside.is_file():
        return None
    return known_of_table(_toml(beside), str(beside))


def _toml(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise DataError(str(path), f"it is not TOML in UTF-8: {error}") from error
    except OSError as error:
        raise DataError(str(path), f"it cannot be read: {error.strerror}") from error


def known_of_table(table: Mapping[str, object], place: str) -> Known:
    """Read what is known from a table of keys and values.

    Raises:
        DataError: When it has an unknown or malformed key.
    """
    for key in table:
        if key not in _KEYS:
            raise DataError(place, f"unknown key {key!r}; the keys are {', '.join(_KEYS)}")
    values: dict[str, Any] = {key: _checked(key, value, place) for key, value in table.items()}
    return Known(**values)


def _checked(key: str, value: object, place: str) -> str | bool:
    if key == "published_approximate":
        if not isinstance(value, bool):
            raise DataError(place, f"{key} is {value!r}; write true or false, without quotes")
        return value
    text = value.isoformat() if type(value) is date and key == "published" else value
    if not isinstance(text, str) or not text.strip():
        raise DataError(place, f"{key} is {value!r}; write text in quotes, or leave the key out")
    fault = _fault(key, text)
    if fault:
        raise DataError(place, f"{key} is {text!r}; {fault}")
    return text


def _fault(key: str, text: str) -> str | None:
    """Say what a value should be, or None where it is well formed."""
    if _NO_TEXT.search(text):
        return "it holds control codes or halves of characters; write it anew"
    if key == "slug" and not is_slug(text):
        return "a slug is lower-case letters and digits of ASCII, joined by single hyphens"
    if key == "published" and not is_date(text):
        return "write an existing day, month or year: 2031-04-09, 2031-04 or 2031"
    if key == "publish_text" and text not in PUBLISH_TEXT:
        return f"write one of {', '.join(PUBLISH_TEXT)}"
    if key == "address" and not is_web_address(text):
        return "write an http or https address"
    return _fault_of_encoding(text) if key == "encoding" else None


def _fault_of_encoding(text: str) -> str | None:
    try:
        is_text = "x".encode(text).decode(text) == "x" and codecs.lookup(text)
    except (LookupError, ValueError, UnicodeError):
        is_text = None
    return None if is_text else "write the name of an encoding, such as windows-1250"
