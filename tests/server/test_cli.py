import socket
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner

from server.cli import main, same_place
from server.config import SETTINGS, Config
from server.settings import PAGE, settings_page
from tests.support.serving import free_port, serving


def test_help_tells_every_setting_with_its_variable_default_and_unit() -> None:
    text = " ".join(CliRunner().invoke(main, ["--help"]).output.split())
    assert len(SETTINGS) >= 10
    for setting in SETTINGS:
        assert setting.flag in text
        assert setting.variable in text
        assert setting.help in text


def test_the_version_is_told() -> None:
    result = CliRunner().invoke(main, ["--version"])
    assert result.exit_code == 0
    assert version("entente") in result.output


def test_without_a_snapshot_the_command_says_how_to_make_one(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--snapshots", str(tmp_path)])
    assert result.exit_code == 2
    assert "entente-load build" in result.output
    assert "Traceback" not in result.output


def test_a_port_that_is_taken_is_named(tiny_out: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        result = CliRunner().invoke(main, ["--snapshots", str(tiny_out), "--port", port])
    assert result.exit_code == 2
    assert f"127.0.0.1:{port}" in result.output
    assert "--port" in result.output


def test_a_value_that_cannot_work_is_refused_by_its_flag(tiny_out: Path) -> None:
    result = CliRunner().invoke(main, ["--snapshots", str(tiny_out), "--deadline-s", "0"])
    assert result.exit_code == 2
    assert "--deadline-s is 0.0, but must be from 0.1 to 30" in result.output


def test_a_setting_is_read_from_the_environment(tmp_path: Path) -> None:
    result = CliRunner(env={"ENTENTE_SNAPSHOTS": str(tmp_path / "elsewhere")}).invoke(main, [])
    assert "elsewhere" in result.output


def test_the_server_says_what_it_serves_and_that_the_data_is_named_otherwise(
    tiny_out: Path, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with serving(tiny_out, log) as client:
        here = f"http://127.0.0.1:{client.port}/"
    words = log.read_text()
    assert "(articles 1, claims 2, quads" in words
    assert f"Serving it at {here}" in words
    assert "Note: the data's addresses begin with http://localhost:8000/" in words
    assert f"entente-load build --base {here}" in words


@pytest.mark.parametrize(
    "base, host, port, same",
    [
        ("http://localhost:8000/", "127.0.0.1", 8000, True),
        ("http://localhost:8000/", "0.0.0.0", 8000, True),  # noqa: S104
        ("http://localhost:8000/", "127.0.0.1", 8001, False),
        ("https://example.org/", "127.0.0.1", 443, False),
        ("http://example.org/entente/", "example.org", 80, True),
    ],
)
def test_a_base_is_here_when_host_and_port_are(base: str, host: str, port: int, same: bool) -> None:
    assert same_place(base, host, port) is same


def test_numbers_that_cannot_work_name_their_setting() -> None:
    with pytest.raises(ValueError, match="--query-workers"):
        Config(query_workers=0)
    with pytest.raises(ValueError, match="--port is 99999, but must be from 1 to 65535"):
        Config(port=99999)
    assert Config(cache_mb=0, proxies=0, port=free_port())


def test_the_page_of_settings_is_that_of_the_table() -> None:
    assert PAGE.read_text(encoding="utf-8") == settings_page()
    assert all(setting.variable in settings_page() for setting in SETTINGS)
