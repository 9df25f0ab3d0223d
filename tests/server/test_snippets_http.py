"""The programs on the query page run as they are shown, against the real server."""

import csv
import io
import re
import subprocess
import sys
from html import unescape
from urllib.parse import quote

import pytest

from tests.support.serving import Client

HARD = """# Which states are there? 'Those' with "names" )-" and a back\\slash
PREFIX ent: <https://w3id.org/entente/ontology#>
SELECT ?state ("it's \\"\\"\\" \\\\ $HOME `x` )-\\" %20 +" AS ?odd) { ?state a ent:State }"""
ODD = 'it\'s """ \\ $HOME `x` )-" %20 +'


def programs(client: Client, query: str) -> dict[str, str]:
    text = client.get("/query?query=" + quote(query)).text
    found = re.findall(
        r'snippet"><summary>(\w+)</summary>.*?<pre[^>]*>(.*?)</pre>', text, re.DOTALL
    )
    return {name: unescape(program) for name, program in found}


def test_curl_gives_the_rows_as_csv(client: Client) -> None:
    program = programs(client, HARD)["curl"]
    shell = ["bash", "-c", f"set -e\n{program}"]
    done = subprocess.run(shell, capture_output=True, text=True, check=True, timeout=60)
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert len(rows) >= 2
    assert {row["odd"] for row in rows} == {ODD}


def test_python_gives_the_rows_as_a_data_frame(client: Client) -> None:
    program = programs(client, HARD)["Python"]
    shown = "\nprint(list(answer.columns), len(answer), repr(answer['odd'][0]))"
    command = [sys.executable, "-W", "ignore", "-c", program + shown]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    columns, rows, odd = re.split(r"\] |(?<=\d) ", done.stdout.splitlines()[-1], maxsplit=2)
    assert columns == "['state', 'odd'"
    assert int(rows) >= 2
    assert odd == repr(ODD)


def test_r_keeps_the_query_as_it_is(client: Client) -> None:
    program = programs(client, HARD)["R"]
    dashes, text = re.findall(r'query <- r"(-+)\(\n(.*)\n\)\1"', program, re.DOTALL)[0]
    assert (dashes, text) == ("--", HARD)


@pytest.mark.parametrize("query", ["ASK {}", "DESCRIBE <id/sylvania>"])
def test_what_is_no_table_has_no_program_that_reads_csv(client: Client, query: str) -> None:
    assert programs(client, query) == {}
