"""One entry of the log, from JSON to a checked value."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

from ontology.iris import is_slug

from ..claims import Statement, Thing
from .grammar import parse_statement
from .model import (
    Anchor,
    Distinct,
    Edit,
    Entry,
    Merge,
    Rename,
    Retract,
    Signature,
    Withdraw,
)
from .vocabulary import Vocabulary, nearest

Row = Mapping[str, Any]
Reader = Callable[[Row, Signature, Vocabulary], Entry]
_SIGNED = frozenset({"op", "author", "date", "reason"})
_EDIT = frozenset({"article", "anchor"})
_ADD = frozenset(
    {"statements", "things", "modality", "speaker", "cue", "date_basis", "confidence", "lacking"}
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d")


def parse_entry(row: Row, signature: Signature, terms: Vocabulary) -> Entry:
    """Read one entry.

    Raises:
        ValueError: When a value is not as it should be.
        KeyError: When a field is missing.
    """
    operation = row.get("op")
    if operation not in _READERS:
        known = nearest(str(operation), frozenset(_READERS))
        raise ValueError(f"no operation {operation!r}; {known}")
    reader, fields = _READERS[operation]
    if unknown := row.keys() - fields - _SIGNED:
        raise ValueError(
            f"{operation} has no field {min(unknown)!r}; {nearest(min(unknown), fields)}"
        )
    if not _DATE.fullmatch(signature.date):
        raise ValueError(f"date {signature.date!r}: write it like 2031-07-15")
    return reader(row, signature, terms)


def _edit(row: Row, signature: Signature, terms: Vocabulary) -> Edit:
    operation = row["op"]
    edit = Edit(
        signature=signature,
        article=_slug(row["article"]),
        anchor=_anchor(row["anchor"]),
        rejects=_statements(row, "rejects", terms, needed=operation != "add"),
        statements=_statements(row, "statements", terms, needed=operation != "reject"),
        things=tuple(_thing(thing, terms) for thing in row.get("things", ())),
        modality=row.get("modality", "Asserted"),
        speaker=_slug(row["speaker"]) if row.get("speaker") else None,
        cue=row.get("cue"),
        date_basis=row.get("date_basis"),
        confidence=float(row.get("confidence", 1.0)),
        lacking=str(row["lacking"]).strip() if operation != "reject" else "",
    )
    _check_edit(edit, terms, adds=operation != "reject")
    return edit


def _check_edit(edit: Edit, terms: Vocabulary, *, adds: bool) -> None:
    if terms.concepts.get(edit.modality) != "ModalityScheme":
        raise ValueError(f"modality {edit.modality!r}; write Asserted, Quoted or Denied")
    if (edit.modality == "Quoted") != (edit.speaker is not None):
        raise ValueError("a claim has a speaker if and only if its modality is Quoted")
    if not 0 < edit.confidence <= 1:
        raise ValueError(f"confidence {edit.confidence}: write a number above 0, at most 1")
    if adds and not edit.lacking:
        raise ValueError("'lacking' must name the machinery that is missing")


def _statements(row: Row, key: str, terms: Vocabulary, *, needed: bool) -> tuple[Statement, ...]:
    lines = row.get(key, ())
    if not isinstance(lines, list | tuple) or (needed and not lines):
        raise ValueError(f"{row['op']} needs {key!r}, a list of statements")
    found = {parse_statement(line, terms) for line in lines}
    return tuple(sorted(found, key=Statement.key))


def _anchor(row: Row) -> Anchor:
    start = row.get("start")
    if not isinstance(row["exact"], str) or not row["exact"].strip():
        raise ValueError("the anchor's 'exact' must quote words of the article")
    if start is not None and (not isinstance(start, int) or start < 0):
        raise ValueError(f"the anchor's 'start' must be an offset, not {start!r}")
    return Anchor(row["exact"], row.get("prefix", ""), row.get("suffix", ""), start)


def _thing(row: Row, terms: Vocabulary) -> Thing:
    types = row["types"]
    if not isinstance(types, list) or not types:
        raise ValueError(f"{row['slug']} needs 'types', a list of ontology classes")
    for kind in types:
        if kind not in terms.classes:
            raise ValueError(f"no class {kind!r}; {nearest(kind, terms.classes)}")
    if not str(row["label"]).strip():
        raise ValueError(f"{row['slug']} needs a label")
    return Thing(
        slug=_slug(row["slug"]),
        types=tuple(sorted(set(types))),
        label=row["label"],
        names=tuple(sorted(set(row.get("names", ())))),
        origin="curator",
        named=bool(row.get("named", True)),
    )


def _slug(text: object) -> str:
    if not isinstance(text, str) or not is_slug(text):
        raise ValueError(f"{text!r} is no slug; write it like 'coral-sea'")
    return text


def _merge(row: Row, signature: Signature, terms: Vocabulary) -> Merge:
    merge = Merge(signature, _slug(row["keep"]), _slug(row["drop"]))
    if merge.keep == merge.drop:
        raise ValueError(f"{merge.keep} cannot be merged with itself")
    return merge


def _distinct(row: Row, signature: Signature, terms: Vocabulary) -> Distinct:
    things = sorted({_slug(slug) for slug in row["things"]})
    if len(things) != 2:
        raise ValueError("'things' must list two different slugs")
    return Distinct(signature, (things[0], things[1]))


def _name(row: Row, signature: Signature, terms: Vocabulary) -> Rename:
    slug = _slug(row["slug"]) if "slug" in row else None
    if slug is None and not row.get("label") and not row.get("names"):
        raise ValueError("name needs a 'slug', a 'label' or 'names'")
    names = tuple(sorted(set(row.get("names", ()))))
    return Rename(signature, _slug(row["thing"]), slug, row.get("label"), names)


def _withdraw(row: Row, signature: Signature, terms: Vocabulary) -> Withdraw:
    return Withdraw(signature, _slug(row["thing"]))


def _retract(row: Row, signature: Signature, terms: Vocabulary) -> Retract:
    return Retract(signature, str(row["entry"]))


_READERS: dict[str, tuple[Reader, frozenset[str]]] = {
    "add": (_edit, _EDIT | _ADD),
    "reject": (_edit, _EDIT | {"rejects"}),
    "replace": (_edit, _EDIT | _ADD | {"rejects"}),
    "merge": (_merge, frozenset({"keep", "drop"})),
    "distinct": (_distinct, frozenset({"things"})),
    "name": (_name, frozenset({"thing", "slug", "label", "names"})),
    "withdraw": (_withdraw, frozenset({"thing"})),
    "retract": (_retract, frozenset({"entry"})),
}
