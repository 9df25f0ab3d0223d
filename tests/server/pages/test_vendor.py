import hashlib
import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.pages.assets import PARTS, STYLES, style_sheet

ROOT = Path(__file__).parents[3]
FOLDERS = (ROOT / "server/pages/static/vendor", ROOT / "tests/browser/vendor")


def listed(folder: Path) -> list[dict[str, Any]]:
    table = tomllib.loads((folder / "vendor.toml").read_text(encoding="utf-8"))
    files: list[dict[str, Any]] = table["file"]
    return files


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_file_made_by_others_is_unchanged_and_has_its_licence(folder: Path) -> None:
    files = listed(folder)
    assert files
    for row in files:
        data = (folder / row["path"]).read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (row["sha256"], row["bytes"])
        assert (folder / row["licence_file"]).stat().st_size > 1000
        assert row["origin"].startswith("https://registry.npmjs.org/")
        assert row["integrity"].startswith("sha512-")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_file_is_there_that_is_not_listed(folder: Path) -> None:
    rows = listed(folder)
    known = {row["path"] for row in rows} | {row["licence_file"] for row in rows}
    known |= {"vendor.toml", "LICENSE-3RD-PARTY.txt"}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there <= known


def test_the_style_sheet_holds_every_part() -> None:
    parts = {path.stem for path in STYLES.iterdir()}
    assert parts == set(PARTS)
    assert all((STYLES / f"{part}.css").read_bytes() in style_sheet() for part in parts)


def test_the_style_sheet_loads_nothing_from_elsewhere() -> None:
    sheet = style_sheet().decode()
    assert "http" not in sheet
    assert "@import" not in sheet
