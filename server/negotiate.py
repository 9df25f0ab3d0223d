"""Accept header → one row of the format table (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header, parse_options_header

from .errors import ProblemError, fail
from .formats import Format


def choose(header: str, table: Sequence[Format]) -> Format | None:
    """Give the row that the client likes best, or None when it takes none of them.

    An empty header takes the first row; ties fall to the earlier row; parameters other than ``q``
    do not count. An alias counts only where the client names it.

    >>> from .formats import GRAPHS, RESULTS
    >>> choose("application/json", RESULTS).extension, choose("", GRAPHS).extension
    ('json', 'ttl')
    """
    accept = _parse(header)
    if not accept:
        return table[0]
    qualities = [_quality(accept, row) for row in table]
    best = max(qualities)
    return table[qualities.index(best)] if best > 0 else None


def choose_or_fail(header: str, table: Sequence[Format]) -> Format:
    """Give the row that the client likes best.

    Raises:
        ProblemError: 406 with the list of what there is.
    """
    if (row := choose(header, table)) is None:
        raise not_acceptable(header, table)
    return row


def not_acceptable(header: str, table: Sequence[Format]) -> ProblemError:
    """Say that none of the table's formats is accepted, and list them."""
    offered = [row.media_type for row in table]
    return fail(
        406,
        "not-acceptable",
        f"Nothing here can be sent as {header[:200]!r}.",
        f"Ask for one of {', '.join(offered)}.",
        formats=offered,
    )


def parse_accept(header: str) -> list[tuple[str, float]]:
    """Read a header of the kind of Accept: value with parameters, and quality, the best first."""
    return [(value, quality) for value, quality in parse_accept_header(header)]


def prefers_version(header: str, form: Format, version: str) -> bool:
    """Tell whether the client likes a format better in a version of its language than without.

    >>> from .formats import GRAPHS
    >>> prefers_version("text/turtle;version=1.2, text/turtle;q=0.9", GRAPHS[0], "1.2")
    True
    """
    best = {True: 0.0, False: 0.0}
    for value, quality in parse_accept(header):
        kind, parameters = parse_options_header(value)
        if kind.lower() in (form.media_type, *form.aliases):
            is_so = parameters.get("version") == version
            best[is_so] = max(best[is_so], quality)
    return best[True] > best[False]


def _parse(header: str) -> MIMEAccept:
    parsed = parse_accept_header(header, MIMEAccept)
    return MIMEAccept([(value.partition(";")[0].strip(), quality) for value, quality in parsed])


def _quality(accept: MIMEAccept, row: Format) -> float:
    named: dict[str, float] = {}
    for value, quality in accept:
        named.setdefault(value.lower(), quality)
    if row.media_type in named:
        return named[row.media_type]
    aliases = [named[alias] for alias in row.aliases if alias in named]
    return max(aliases) if aliases else accept.quality(row.media_type)
