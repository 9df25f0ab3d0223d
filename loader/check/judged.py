"""Judgements by hand of statements that were found but that the facts file lacks."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import DataError
from .counts import Extra
from .sayings import Saying

_VERDICTS = ("right", "wrong")


@dataclass(frozen=True, slots=True)
class Judgement:
    """Whether a sentence says what was read in it.

    Attributes:
        article: Slug of the article.
        start: Raw offset of the passage's first character.
        statement: ``subject predicate object`` as the check prints it: things by the ids of the
            facts file where it has them, so that a judgement outlives a better slug.
        verdict: ``right`` or ``wrong``.
        reason: Why, in a few words.
        modality: ``Asserted``, ``Quoted`` or ``Denied``.
    """

    article: str
    start: int
    statement: str
    verdict: str
    reason: str
    modality: str = "Asserted"

    def is_about(self, saying: Saying, text: str) -> bool:
        """Tell whether this judges the saying, given its statement as a line."""
        where = (saying.article, saying.spots[0][0], saying.modality)
        return where == (self.article, self.start, self.modality) and self.statement == text


def read_judgements(path: Path) -> tuple[Judgement, ...]:
    """Read a judgement file: a JSON list of objects; no file means no judgements.

    Raises:
        DataError: When the file is not such a list, or a verdict is neither right nor wrong.
    """
    if not path.exists():
        return ()
    try:
        judged = tuple(Judgement(**row) for row in json.loads(path.read_text(encoding="utf-8")))
    except (ValueError, TypeError) as error:
        raise DataError(str(path), f"not a list of judgements: {error}") from error
    for number, judgement in enumerate(judged):
        if judgement.verdict not in _VERDICTS or not judgement.reason.strip():
            raise DataError(
                f"{path}, entry {number}",
                f"verdict {judgement.verdict!r}: write 'right' or 'wrong', and give a reason",
            )
    return judged


def open_rows(extras: Iterable[Extra]) -> str:
    """Write what is not judged yet as a judgement file to be filled in, sorted.

    Each row has an empty verdict and reason, so that the file does not load before it is filled.
    """
    rows = [
        asdict(_row(extra))
        for extra in sorted(extras, key=lambda extra: extra.saying.key)
        if extra.verdict == "unjudged"
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1)


def _row(extra: Extra) -> Judgement:
    saying = extra.saying
    return Judgement(saying.article, saying.spots[0][0], extra.text, "", "", saying.modality)
