"""A cast of made-up things, readings written in few words, and gold as rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from loader.articles.model import Article
from loader.claims import (
    Claim,
    Code,
    Literal,
    Mentioned,
    Passage,
    Quoted,
    Reading,
    Ref,
    Statement,
    Term,
    Thing,
)
from loader.score import Annotated, predict
from loader.score.files import annotated_from

CAST = {
    thing.slug: thing
    for thing in (
        Thing("fiji", ("State",), "Fiji", origin="reference"),
        Thing("tonga", ("State",), "Tonga", origin="reference"),
        Thing("fiji-navy", ("ArmedForce",), "Fiji Navy"),
        Thing("reef-group", ("MilitaryFormation",), "Reef Group"),
        Thing("reef-coalition", ("Alliance",), "Reef Coalition"),
        Thing("ocean-forum", ("Organisation",), "Ocean Forum"),
        Thing("coral-works", ("Company",), "Coral Works"),
        Thing("ana-vuli", ("Person",), "Ana Vuli"),
        Thing("sione-taufa", ("Person",), "Sione Taufa"),
        Thing("minister", ("Post",), "Defence Minister of Fiji"),
        Thing("pact", ("DefenceAgreement",), "Lagoon Pact"),
        Thing("old-pact", ("Agreement",), "Shore Pact"),
        Thing("boat-deal", ("ProcurementContract",), "Boat Deal"),
        Thing("drill", ("Exercise",), "Exercise Deep Lagoon"),
        Thing("watch", ("Operation",), "Operation Reef Watch"),
        Thing("course", ("TrainingProgramme",), "Diver Course"),
        Thing("voyage", ("Deployment",), "Pacific Voyage"),
        Thing("suva", ("Place",), "Suva"),
        Thing("koro-sea", ("Place",), "Koro Sea"),
        Thing("fns-moana", ("Vessel",), "FNS Moana"),
        Thing("moana-class", ("VesselType",), "Moana-class patrol boat"),
        Thing("frigate", ("VesselType",), "Frigate"),
        Thing("sea-drone", ("UncrewedSystemType",), "Sea Drone"),
        Thing("part", ("Participation",), "Fiji in Exercise Deep Lagoon", named=False),
        Thing("longer-part", ("Participation",), "Fiji in it, extended", named=False),
        Thing("figure", ("Figure",), "A figure", named=False),
        Thing("count", ("Figure",), "A count", named=False),
        Thing("visit", ("Visit",), "A visit", named=False),
        Thing("meeting", ("Meeting",), "A meeting", named=False),
        Thing("talks", ("Negotiation",), "Some talks", named=False),
        Thing("transfer", ("Transfer",), "A transfer", named=False),
        Thing("tenure", ("Tenure",), "A tenure", named=False),
    )
}


def term(text: str) -> Term:
    """Read ``:Planned`` as a concept, ``#12`` as a number, ``@2031`` as a date, ``'…`` as words."""
    mark, rest = text[0], text[1:]
    if mark == ":":
        return Code(rest)
    if mark == "#":
        return Literal(rest, "decimal")
    if mark == "@":
        return Literal(rest, {4: "gYear", 7: "gYearMonth"}.get(len(rest), "date"))
    return Literal(rest.replace("_", " ")) if mark == "'" else Ref(text)


def claim(index: int, said: str, **more: Any) -> Claim:
    """Read ``fiji leads drill; drill status :Planned`` as the claim of a passage."""
    rows = [row.split() for row in said.split(";")]
    statements = tuple(Statement(Ref(s), p, term(o)) for s, p, o in rows)
    return Claim(index, statements, "rule:made-up", **more)


def read(
    *said: str, cue: str = "", modality: str = "Asserted", date_basis: str | None = "told"
) -> tuple[Reading, Article]:
    """Make a reading with one passage for each claim; a passage names all that its claim does."""
    text, passages, mentions = "", [], []
    used: dict[str, Thing] = {}
    for index, one in enumerate(said):
        slugs = [word for word in re.split(r"[;\s]+", one) if word in CAST]
        names = dict.fromkeys(CAST[slug].label for slug in slugs if CAST[slug].named)
        values = re.findall(r"[#@]([^\s;]+)", one)
        sentence = f"{', '.join(names)} {cue} {' '.join(values)}."
        used |= {slug: CAST[slug] for slug in slugs}
        for slug in dict.fromkeys(slugs):
            at = sentence.find(CAST[slug].label)
            if at >= 0:
                start = len(text) + at
                mentions.append(Mentioned(start, start + len(CAST[slug].label), index, slug))
        passages.append(Passage(len(text), len(text) + len(sentence), sentence, sentence))
        text += sentence + "\n"
    claims = []
    for index, one in enumerate(said):
        at = text.find(cue, passages[index].start) if cue else -1
        span = (at, at + len(cue)) if at >= 0 else None
        claims.append(claim(index, one, cue=span, modality=modality, date_basis=date_basis))
    reading = Reading("made-up", tuple(passages), used, tuple(mentions), (), tuple(claims))
    return reading, Article("made-up", text, "0" * 64, "made-up.txt")


def facts(*said: str, **more: Any) -> list[tuple[str, str, object, dict[str, object], str]]:
    """Give the flat facts of a made-up reading."""
    found = predict(*read(*said, **more))
    return [(f.subject, f.predicate, f.object, dict(f.qualifiers), f.status) for f in found.facts]


def quoting(text: str, spans: Sequence[tuple[int, int]], speaker: str) -> tuple[Reading, Article]:
    """Make a reading of one passage with a quotation for each span."""
    passage = Passage(0, len(text), text, text)
    quotations = tuple(Quoted((span,), (0,), speaker) for span in spans)
    reading = Reading("made-up", (passage,), {speaker: CAST[speaker]}, (), quotations)
    return reading, Article("made-up", text, "0" * 64, "made-up.txt")


def entity(id_: str, type_: str, *mentions: str, wikidata: str = "") -> dict[str, Any]:
    """Give an entity of a gold file; its first mention is its name."""
    name = mentions[0] if mentions else id_
    return {
        "id": id_,
        "name": name,
        "mentions": list(mentions),
        "type": type_,
        "wikidata": wikidata,
    }


def fact(s: str, p: str, o: object, status: str = "done", **q: object) -> dict[str, Any]:
    """Give a fact of a gold file."""
    return {"s": s, "p": p, "o": o, "q": q, "status": status, "sentence": ""}


def article(text: str, entities: list[dict[str, Any]], *rows: dict[str, Any]) -> Annotated:
    """Give an annotated article."""
    return annotated_from({"id": "1", "entities": entities, "facts": list(rows)}, text, "1")
