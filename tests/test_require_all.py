from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SKIPS = "import pytest\n\ndef test_it():\n    pytest.skip('no browser here')\n"
LACKS = "import pytest\n\npytest.importorskip('no_such_module')\n"
KNOWN = "import pytest\n\n@pytest.mark.xfail(strict=True)\ndef test_it():\n    assert 0\n"


def run(folder: Path, case: str, require_all: str) -> str:
    (folder / "conftest.py").write_text(Path(__file__).with_name("conftest.py").read_text())
    (folder / "test_case.py").write_text(case)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "--rootdir", folder, folder],
        env={"ENTENTE_REQUIRE_ALL": require_all},
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout


@pytest.mark.parametrize(
    "case, reason, count",
    [(SKIPS, "no browser here", "1 failed"), (LACKS, "no_such_module", "1 error")],
)
def test_where_all_is_required_a_skipped_test_has_failed(
    tmp_path: Path, case: str, reason: str, count: str
) -> None:
    told = run(tmp_path, case, "1")
    assert count in told
    assert reason in told


def test_a_known_failure_is_no_gap(tmp_path: Path) -> None:
    assert "1 xfailed" in run(tmp_path, KNOWN, "1")


@pytest.mark.parametrize("case", [SKIPS, LACKS])
def test_elsewhere_a_skipped_test_is_only_told(tmp_path: Path, case: str) -> None:
    assert "1 skipped" in run(tmp_path, case, "")
