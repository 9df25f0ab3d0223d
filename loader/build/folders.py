"""Folders of articles as what a build starts from."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ontology.ledger import LEDGER, Gone, last_words, read_ledger

from ..articles import STANDARD_INPUT, Article, is_address, read_articles
from ..curation import Log, load_log
from ..errors import DataError
from ..frames import Frame, load_frames
from ..reading import Rule, load_rules
from ..reference import load_reference
from ..reference.accepted import LINKS, read_accepted
from .makers import Maker
from .plan import Sources
from .pool import Rejected

LOG = "curation.jsonl"


def sources_from(
    paths: Sequence[Path | str], publish_text: str = "full", *, allow_local: bool = False
) -> Sources:
    """Read the articles of files and folders, the reference data and the rules.

    Args:
        paths: Files, folders, addresses, or ``-`` for standard input.
        publish_text: How much text is published where a sidecar does not say.
        allow_local: Whether addresses of this machine and of private networks are fetched.

    Raises:
        DataError: When a path is not there, or a data file is not well formed.
    """
    found = list(read_articles(paths, publish_text=publish_text, allow_local=allow_local))
    ledger = ledger_of(paths)
    gone = {address for address, entry in last_words(ledger).items() if entry.became is None}
    return Sources(
        articles=[
            one for one in found if isinstance(one, Article) and f"article/{one.slug}" not in gone
        ],
        reference=load_reference(),
        rejected=tuple(
            Rejected(one.source, one.reason) for one in found if not isinstance(one, Article)
        ),
        rules=(*map(_of_frame, load_frames()), *map(_of_rule, load_rules())),
        ledger=ledger,
        links=tuple(one for folder in _folders(paths) for one in read_accepted(folder / LINKS)),
    )


def log_of(paths: Sequence[Path | str]) -> Log:
    """Read the curation logs that stand beside the articles, in the order of the paths.

    Raises:
        DataError: When a log is not well formed.
    """
    logs = [load_log(folder / LOG) for folder in _folders(paths) if (folder / LOG).is_file()]
    return Log(tuple(entry for log in logs for entry in log.entries))


def ledger_of(paths: Sequence[Path | str]) -> tuple[Gone, ...]:
    """Read the ledgers of addresses that stand beside the articles, in the order of the paths.

    An article whose address is withdrawn there is left out of the build.

    Raises:
        DataError: When a ledger is not well formed.
    """
    try:
        found = [read_ledger(folder / LEDGER) for folder in _folders(paths)]
    except ValueError as error:
        place, _, reason = str(error).partition(": ")
        raise DataError(place, reason) from error
    return tuple(entry for entries in found for entry in entries)


def _folders(paths: Sequence[Path | str]) -> dict[Path, None]:
    places = [Path(path) for path in paths if not is_address(path) and path != STANDARD_INPUT]
    return dict.fromkeys(path if path.is_dir() else path.parent for path in places)


def _of_frame(frame: Frame) -> Maker:
    return Maker(
        frame.id, _label(frame.id), frame.description, tuple(one.text for one in frame.yes)
    )


def _of_rule(rule: Rule) -> Maker:
    return Maker(rule.id, _label(rule.id), rule.description, (rule.example,))


def _label(name: str) -> str:
    return name.replace("-", " ").capitalize()
