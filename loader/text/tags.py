"""Part-of-speech tags of a sentence: Brill's tables, then rules for the prose of news."""

from __future__ import annotations

from collections.abc import Sequence

from .brill import brill_tags
from .tag_fixes import fixed

_PUNCTUATION = {
    "“": "``", "”": "''", "„": "``", "«": "``", "»": "''", "‘": "``", "’": "''",
    "—": ":", "–": ":", "-": "HYPH", "‐": "HYPH", "‑": "HYPH", "…": ":", "...": ":", ":": ":",
    ";": ":", ",": ",", ".": ".", "!": ".", "?": ".", "(": "(", ")": ")", "[": "(", "]": ")",
}  # fmt: skip

_TOGETHER = frozenset(
    ("led", "lead", "leads", "leading", "host", "hosted", "hosts", "hosting", "chair", "chaired",
     "chairs", "chairing", "sponsor", "sponsored", "signed", "developed", "funded", "organised")
)  # fmt: skip


def tags_of(words: Sequence[str], possessive: Sequence[bool]) -> tuple[str, ...]:
    """Give a Penn Treebank tag for each token of a sentence.

    Marks have the Treebank's tags, curly ones included; a hyphen split off a name is ``HYPH``, a
    currency sign ``$``, any other sign ``SYM``.

    Args:
        words: The tokens.
        possessive: Which of them are apostrophes after a plural rather than quotation marks.
    """
    if not words:
        return ()
    plain = [
        "'" if apostrophe else _without_together(word.replace("’", "'")) if len(word) > 1 else word
        for word, apostrophe in zip(words, possessive, strict=True)
    ]
    tags = [_PUNCTUATION.get(word, tag) for word, tag in zip(plain, brill_tags(plain), strict=True)]
    return tuple(fixed(plain, tags))


def _without_together(word: str) -> str:
    """Give the verb of "co-led", which has its tag."""
    verb = word[3:] if word[:3] == "co-" else ""
    return verb if verb in _TOGETHER else word
