"""A query as something to run elsewhere: curl, Python, R."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Snippet:
    """A program: its language, what it needs, its text."""

    name: str
    needs: str
    text: str


def snippets(endpoint: str, query: str) -> tuple[Snippet, ...]:
    """Write programs that ask a query of the endpoint and print the answer.

    Args:
        endpoint: Address of ``/sparql``, absolute.
        query: SPARQL text that gives a table; a graph or a truth value is no CSV.
    """
    return (
        Snippet("curl", "", _curl(endpoint, query)),
        Snippet("Python", "pandas and SPARQLWrapper", _python(endpoint, query)),
        Snippet("R", "nothing beside R itself, from version 4", _r(endpoint, query)),
    )


def _curl(endpoint: str, query: str) -> str:
    quoted = query.replace("'", "'\\''")
    return (
        f"curl --header 'Accept: text/csv' \\\n  --data-urlencode 'query={quoted}' \\\n  {endpoint}"
    )


def _python(endpoint: str, query: str) -> str:
    quoted = query.replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    return f'''\
from io import BytesIO
import pandas
from SPARQLWrapper import CSV, SPARQLWrapper

endpoint = SPARQLWrapper("{endpoint}")
endpoint.setReturnFormat(CSV)
endpoint.setQuery("""
{quoted}
""")
answer = pandas.read_csv(BytesIO(endpoint.queryAndConvert()))
print(answer)'''


def _r(endpoint: str, query: str) -> str:
    dashes = "-"
    while f'){dashes}"' in query:
        dashes += "-"
    return f'''\
query <- r"{dashes}(
{query}
){dashes}"
address <- paste0("{endpoint}?format=csv&query=", URLencode(query, reserved = TRUE))
answer <- read.csv(address)
print(answer)'''
