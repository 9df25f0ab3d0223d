"""A reading as quads: one graph for each claim, one for the article, and the default graph's share.

Pure. A claim's graph holds only what the claim states. The article's graph describes the article,
its passages, mentions, quotations and claims, and the things that it introduces. The default graph
takes all of that but the mentions, and what asserted claims state. That something described, and
spoken of in denials only, is of a class is part of what is denied: it stands in their graphs alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, Triple

from ontology.iris import Base

from ..articles.model import Article
from ..claims import Claim, Mentioned, Passage, Quoted, Reading, Ref, Thing
from ..frames.classes import kinds_of
from .naming import Names, address, decimal, placed
from .publishing import Publishing, content_hash, publishing
from .vocabulary import ALT_LABEL, LABEL, A, dated, english, plain, term, typed


def reading_quads(reading: Reading, article: Article, base: Base) -> Iterator[Quad]:
    """Give every quad of one article; the same quad may come more than once.

    Args:
        reading: What was read in the article.
        article: The article that ``reading`` was made from, with its text unrepaired.
        base: Address space of the dataset.

    Raises:
        ValueError: When a setting, maker or prefix is not one that the loader knows.
    """
    names = Names(reading, base)
    shown = publishing(article, reading)
    denied = _denied(reading)
    for triple in _described(reading, article, names, shown, denied):
        yield placed(triple, names.article)
        yield placed(triple)
    for mention in reading.mentions:
        for triple in _mention(mention, article, names, shown):
            yield placed(triple, names.article)
    for claim in reading.claims:
        yield from _stated(claim, names)
        for thing in _spoken_of(claim) & denied:
            yield from _classed(reading.things[thing], names, names.claim(claim))


def _described(
    reading: Reading, article: Article, names: Names, shown: Publishing, denied: set[str]
) -> Iterator[Triple]:
    yield from _article(article, names, shown)
    for index, passage in enumerate(reading.passages):
        yield from _passage(passage, names, shown.shows(index))
    for quotation in reading.quotations:
        yield from _quotation(quotation, article, names, shown)
    for claim in reading.claims:
        yield from _claim(claim, article, names, shown)
    for slug, thing in sorted(reading.things.items()):
        if thing.origin != "reference":
            yield from _introduced(thing, names, classed=slug not in denied)


def _article(article: Article, names: Names, shown: Publishing) -> Iterator[Triple]:
    node = names.article
    yield Triple(node, A, term("Article"))
    yield Triple(node, LABEL, english(article.title or article.slug))
    yield Triple(node, term("contentHash"), plain(article.sha256))
    for name in ("title", "publisher", "rights"):
        if (text := getattr(article, name)) is not None:
            yield Triple(node, term(f"dcterms:{name}"), plain(text))
    if article.address is not None:
        yield Triple(node, term("dcterms:source"), address(article.address))
    if article.published is not None:
        yield from _dateline(article, names, article.published)
    if shown.whole:
        yield Triple(node, term("text"), plain(article.text))


def _dateline(article: Article, names: Names, published: str) -> Iterator[Triple]:
    yield Triple(names.article, term("published"), dated(published))
    approximate = "true" if article.published_approximate else "false"
    yield Triple(names.article, term("approximate"), typed(approximate, "boolean"))
    if article.published_basis is not None:
        yield Triple(names.article, term("dateBasis"), plain(article.published_basis))


def _passage(passage: Passage, names: Names, shown: bool) -> Iterator[Triple]:
    node = names.passage(passage)
    yield Triple(node, A, term("Passage"))
    yield Triple(node, term("inArticle"), names.article)
    yield Triple(node, term("start"), typed(str(passage.start), "nonNegativeInteger"))
    yield Triple(node, term("end"), typed(str(passage.end), "nonNegativeInteger"))
    if not shown:
        yield Triple(node, term("contentHash"), plain(content_hash(passage.text)))
        return
    yield Triple(node, term("text"), plain(passage.text))
    if passage.repaired != passage.text:
        yield Triple(node, term("repairedText"), plain(passage.repaired))


def _quotation(
    quotation: Quoted, article: Article, names: Names, shown: Publishing
) -> Iterator[Triple]:
    node = names.ref(quotation.ref)
    start, end = quotation.spans[0][0], quotation.spans[-1][1]
    yield Triple(node, A, term("Quotation"))
    yield Triple(node, term("start"), typed(str(start), "nonNegativeInteger"))
    yield Triple(node, term("end"), typed(str(end), "nonNegativeInteger"))
    for index in quotation.passages:
        yield Triple(node, term("inPassage"), names.passage_at(index))
    if all(shown.shows(index) for index in quotation.passages):
        for first, last in quotation.spans:
            yield Triple(node, term("text"), plain(article.text[first:last]))
    if quotation.speaker is not None:
        yield Triple(node, term("speaker"), names.thing(quotation.speaker))


def _claim(claim: Claim, article: Article, names: Names, shown: Publishing) -> Iterator[Triple]:
    node = names.claim(claim)
    yield Triple(node, A, term("Claim"))
    yield Triple(node, term("inPassage"), names.passage_at(claim.passage))
    yield Triple(node, term("modality"), term(claim.modality))
    yield Triple(node, term("prov:wasGeneratedBy"), names.maker(claim.maker))
    yield Triple(node, term("confidence"), decimal(claim.confidence))
    if claim.speaker is not None:
        yield Triple(node, term("attributedTo"), names.thing(claim.speaker))
    if claim.quotation is not None:
        yield Triple(node, term("inQuotation"), names.ref_to(claim.quotation))
    if claim.cue is not None and shown.shows(claim.passage):
        yield Triple(node, term("cue"), plain(article.text[slice(*claim.cue)]))
    if claim.date_basis is not None:
        yield Triple(node, term("dateBasis"), plain(claim.date_basis))


def _denied(reading: Reading) -> set[str]:
    """Give what is described, not named, and only said not to be: a sale that was denied."""
    described = {slug for slug, thing in reading.things.items() if not thing.named}
    no, yes = set[str](), set[str]()
    for claim in reading.claims:
        (no if claim.modality == "Denied" else yes).update(_spoken_of(claim))
    return described & no - yes


def _spoken_of(claim: Claim) -> set[str]:
    objects = {one.object.slug for one in claim.statements if isinstance(one.object, Ref)}
    return objects | {one.subject.slug for one in claim.statements}


def _classed(thing: Thing, names: Names, graph: NamedNode) -> Iterator[Quad]:
    """Put a thing's classes, and those above them, into the graph of a claim."""
    for name in {above for kind in thing.types for above in kinds_of(kind)}:
        yield placed(Triple(names.thing(thing.slug), A, term(name)), graph)


def _introduced(thing: Thing, names: Names, *, classed: bool) -> Iterator[Triple]:
    node = names.thing(thing.slug)
    for name in thing.types if classed else ():
        yield Triple(node, A, term(name))
    yield Triple(node, LABEL, english(thing.label))
    for name in thing.names:
        yield Triple(node, ALT_LABEL, english(name))


def _mention(
    mention: Mentioned, article: Article, names: Names, shown: Publishing
) -> Iterator[Triple]:
    node = names.mention(mention)
    yield Triple(node, A, term("Mention"))
    yield Triple(node, term("inPassage"), names.passage_at(mention.passage))
    yield Triple(node, term("refersTo"), names.thing(mention.thing))
    yield Triple(node, term("start"), typed(str(mention.start), "nonNegativeInteger"))
    yield Triple(node, term("end"), typed(str(mention.end), "nonNegativeInteger"))
    if shown.shows(mention.passage):
        yield Triple(node, term("text"), plain(article.text[mention.start : mention.end]))


def _stated(claim: Claim, names: Names) -> Iterator[Quad]:
    graph = names.claim(claim)
    for statement in claim.statements:
        triple = names.triple(statement)
        yield placed(triple, graph)
        if claim.modality == "Asserted":
            yield placed(triple)
