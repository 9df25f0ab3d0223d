"""Words that introduce what somebody says."""

from __future__ import annotations

import re

_VERBS = """
    accused acknowledged added admitted advised agreed announced answered argued asked asserted
    assured boasted called cautioned claimed commented concluded confirmed continued declared
    emphasised emphasized explained insisted joked maintained noted observed pledged praised
    promised quipped recalled reiterated remarked repeated replied reported responded revealed said
    says saying stated states stressed stressing suggested tells told tweeted underlined urged vowed
    warned warns welcomed wrote writes adding noting commenting
"""
SPEECH_VERBS = frozenset(_VERBS.split())

SPEECH = re.compile(rf"\b(?:{'|'.join(sorted(SPEECH_VERBS))})\b")
"""Finds a verb of saying in running text."""

_FIRST_PERSON = re.compile(r"\b(?:I|we|our|ours|us|my|me|We|Our|My)\b(?!\.)")


def is_first_person(text: str) -> bool:
    """Tell whether somebody speaks of themselves or of their side."""
    return bool(_FIRST_PERSON.search(text))
