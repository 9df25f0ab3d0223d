"""Accept header → one row of the format table (RFC 9110, section 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence

from werkzeug.datastructures import MIMEAccept
from werkzeug.http import parse_accept_header

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


def _parse(header: str) -> MIMEAccept:
    parsed = parse_accept_header(header, MIMEAccept)
    return MIMEAccept([(value.partition(";")[0].strip(), quality) for value, quality in parsed])


def _quality(accept: MIMEAccept, row: Format) -> float:
    named = {value.lower(): quality for value, quality in accept}
    if row.media_type in named:
        return named[row.media_type]
    aliases = [named[alias] for alias in row.aliases if alias in named]
    return max(aliases) if aliases else accept.quality(row.media_type)
