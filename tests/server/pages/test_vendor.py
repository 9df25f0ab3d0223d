import hashlib
import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.pages.assets import PARTS, STYLES, style_sheet

ROOT = Path(__file__).parents[3]
MAKER = ROOT / "server/vendor"
ABSENT = "What is vendored was not made anew. Run `make peers` (it needs Node.js)."
FOLDERS = (ROOT / "server/pages/static/vendor", ROOT / "tests/browser/vendor")


def listed(folder: Path, table: str) -> list[dict[str, Any]]:
    tables = tomllib.loads((folder / "vendor.toml").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = tables[table]
    return rows


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_file_made_by_others_is_as_listed(folder: Path) -> None:
    files = listed(folder, "file")
    assert files
    for row in files:
        data = (folder / row["path"]).read_bytes()
        assert (hashlib.sha256(data).hexdigest(), len(data)) == (row["sha256"], row["bytes"])


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_every_package_of_a_file_is_known_with_its_licence(folder: Path) -> None:
    packages = listed(folder, "package")
    used = {name for row in listed(folder, "file") for name in row["packages"]}
    assert {row["name"] for row in packages} == used
    for row in packages:
        assert (folder / row["licence_file"]).stat().st_size > 600
        assert row["origin"].startswith("https://registry.npmjs.org/")
        assert row["integrity"].startswith("sha512-")


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_no_file_is_there_that_is_not_listed(folder: Path) -> None:
    known = {row["path"] for row in listed(folder, "file")}
    known |= {row["licence_file"] for row in listed(folder, "package")}
    known |= {"vendor.toml", "LICENSE-3RD-PARTY.txt"}
    there = {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}
    assert there <= known


def test_scripts_made_by_others_run_no_text_and_call_nobody() -> None:
    scripts = sorted(FOLDERS[0].rglob("*.js"))
    assert scripts
    for path in scripts:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\beval\(|new Function\b|\bimport\(|XMLHttpRequest|\bfetch\(", text)
        assert set(re.findall(r"https?://[^\"'` )]*", text)) <= {"http://www.w3.org/2000/svg"}


def test_what_is_vendored_is_what_the_lock_names() -> None:
    lock = json.loads((MAKER / "package-lock.json").read_text(encoding="utf-8"))
    for row in listed(FOLDERS[0], "package"):
        locked = lock["packages"][f"node_modules/{row['name']}"]
        assert (row["version"], row["integrity"]) == (locked["version"], locked["integrity"])


def test_making_it_anew_gives_the_same_bytes(tmp_path: Path) -> None:
    if not (MAKER / "node_modules").is_dir() or shutil.which("node") is None:
        if os.environ.get("ENTENTE_REQUIRE_ALL") == "1":
            pytest.fail(ABSENT)
        pytest.skip(ABSENT)
    subprocess.run(["node", MAKER / "make.mjs", tmp_path], check=True, timeout=120)
    made = [path for path in sorted(tmp_path.rglob("*")) if path.is_file()]
    assert len(made) > 10
    for path in made:
        kept = ROOT / path.relative_to(tmp_path)
        assert path.read_bytes() == kept.read_bytes(), kept


def test_the_style_sheet_holds_every_part() -> None:
    parts = {path.stem for path in STYLES.iterdir()}
    assert parts == set(PARTS)
    assert all((STYLES / f"{part}.css").read_bytes() in style_sheet() for part in parts)


def test_the_style_sheet_loads_nothing_from_elsewhere() -> None:
    sheet = style_sheet().decode()
    assert "http" not in sheet
    assert "@import" not in sheet
