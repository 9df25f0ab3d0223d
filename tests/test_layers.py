from __future__ import annotations

import importlib
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[1]


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = settings["tool"]["importlinter"]["contracts"]
    return found


def test_every_import_contract_holds() -> None:
    command = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [command, "--no-cache", "--no-logo"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert f"Contracts: {len(contracts())} kept, 0 broken." in done.stdout
    assert len(contracts()) >= 3


def test_every_room_of_the_loader_has_its_layer() -> None:
    (layers,) = [row["layers"] for row in contracts() if row.get("containers") == ["loader"]]
    named = {room.strip() for layer in layers for room in layer.split("|")}
    rooms = {folder.parent.name for folder in (ROOT / "loader").glob("*/__init__.py")}
    modules = {file.stem for file in (ROOT / "loader").glob("*.py")} - {"__init__", "__main__"}
    assert len(rooms) >= 10
    assert rooms | modules <= named


@pytest.mark.parametrize("package", ["ontology", "loader", "server"])
def test_the_packages_come_from_this_checkout(package: str) -> None:
    file = importlib.import_module(package).__file__
    assert file is not None
    assert Path(file).parent == ROOT / package
