"""The operation papers hold: systemd and nginx take them, and a real nginx serves by them."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from server.config import SETTINGS
from tests.support.serving import DIRECT, Client, free_port, serving

DEPLOY = Path(__file__).parents[2] / "deploy"
FILES = ("entente.service", "nginx.conf", "Containerfile", "README.md")
EXPOSURE = 25
"""Of 100, as systemd counts what a unit leaves open."""
PATIENCE_S = 20.0


def text_of(name: str) -> str:
    return (DEPLOY / name).read_text(encoding="utf-8")


def test_every_setting_that_is_named_exists() -> None:
    known = {setting.variable for setting in SETTINGS}
    named = {name for file in FILES for name in re.findall(r"ENTENTE_[A-Z_]*[A-Z]", text_of(file))}
    assert len(named) >= 6
    assert named <= known


def test_every_file_that_the_image_takes_exists() -> None:
    copied = re.findall(r"^COPY (?!--)(.+) \S+$", text_of("Containerfile"), re.MULTILINE)
    names = [name for line in copied for name in line.split()]
    assert len(names) >= 6
    assert [name for name in names if not (DEPLOY.parent / name).exists()] == []


def needed(program: str) -> str:
    if not (found := shutil.which(program) or shutil.which(program, path="/usr/sbin:/sbin")):
        pytest.skip(f"{program} is not here")
    return found


def test_systemd_takes_the_unit_and_finds_little_open(tmp_path: Path) -> None:
    analyse, unit = needed("systemd-analyze"), tmp_path / "entente.service"
    command = re.search(r"^ExecStart=(.*)$", text_of("entente.service"), re.MULTILINE)
    assert command
    unit.write_text(text_of("entente.service").replace(command[1], sys.executable))
    for way in (["verify", "--man=no"], ["security", "--offline=yes", f"--threshold={EXPOSURE}"]):
        told = subprocess.run([analyse, *way, str(unit)], capture_output=True, text=True)
        assert told.returncode == 0, told.stdout + told.stderr
        assert "entente.service:" not in told.stderr, told.stderr


@pytest.fixture(scope="module")
def nginx(tiny_out: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    """The server behind a real nginx, with the paper's settings but for TLS."""
    program, folder = needed("nginx"), tmp_path_factory.mktemp("nginx")
    flags = ("--workers", "1", "--proxies", "1", "--uploads", "4")
    with serving(tiny_out, folder / "server.log", *flags) as behind:
        port = free_port()
        conf = folder / "nginx.conf"
        conf.write_text(whole_of(text_of("nginx.conf"), folder, port, behind.port))
        command = [program, "-c", str(conf), "-p", str(folder), "-e", str(folder / "errors")]
        subprocess.run([*command, "-t"], check=True, capture_output=True)
        process = subprocess.Popen(command)
        try:
            yield wait_for(Client(port, process.pid))
        finally:
            process.terminate()
            process.wait(PATIENCE_S)


def whole_of(paper: str, folder: Path, port: int, behind: int) -> str:
    """Put the paper into a configuration that needs no rights, certificate or usual port."""
    here = paper.replace("listen 443 ssl http2;", f"listen 127.0.0.1:{port};")
    here = here.replace("server 127.0.0.1:8000;", f"server 127.0.0.1:{behind};")
    assert here.count(str(port)) >= 1
    here = re.sub(r"^\s*ssl_.*\n", "", here, flags=re.MULTILINE)
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    folders = "".join(f"{kind}_temp_path {folder}/{kind};\n" for kind in kinds)
    lead = f"daemon off;\npid {folder}/pid;\nevents {{ worker_connections 512; }}\n"
    return f"{lead}http {{\naccess_log off;\n{folders}{here}}}\n"


def wait_for(client: Client) -> Client:
    until = time.monotonic() + PATIENCE_S
    while True:
        try:
            assert client.get("/healthz").status == 200
        except OSError:
            assert time.monotonic() < until
            time.sleep(0.05)
        else:
            return client


def test_queries_documents_and_validators_pass_through_nginx(nginx: Client) -> None:
    assert nginx.post("ASK {}").json["boolean"] is True
    reply = nginx.query("SELECT * { ?s ?p ?o . ?a ?b ?c } LIMIT 3000", "text/csv")
    assert reply.text.count("\r\n") == 3001
    tag = nginx.get("/data/freedonia.ttl").headers["etag"]
    assert nginx.get("/data/freedonia.ttl", headers={"If-None-Match": tag}).status == 304
    assert nginx.get("/metrics").status == 404


def test_what_a_client_says_of_itself_does_not_pass_through_nginx(nginx: Client) -> None:
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-Prefix": "/evil",
              "X-Forwarded-Proto": "https", "X-Forwarded-For": "10.0.0.1"}  # fmt: skip
    told = nginx.get("/sparql", "text/turtle", headers={"Host": "data.example.org", **forged})
    assert "<http://data.example.org/sparql>" in told.text
    assert "evil" not in told.text
    thing = nginx.get("/id/freedonia", "text/html", headers=forged)
    assert thing.headers["location"] == "/page/freedonia"


def test_slow_senders_wait_at_nginx_alone(nginx: Client) -> None:
    lead = f"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: {DIRECT}\r\n".encode()
    with ExitStack() as stack:
        for _ in range(30):
            connection = stack.enter_context(socket.create_connection(("127.0.0.1", nginx.port)))
            connection.sendall(lead + b"Content-Length: 9000\r\n\r\nASK")
        for number in range(10):
            assert nginx.post(f"ASK {{}} # {number}").json["boolean"] is True
