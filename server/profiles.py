"""Profiles of RDF documents: RDF 1.1, and RDF 1.2 where claims are reifying triples.

Asked for by ``?profile=`` (token or IRI), by the parameter ``version`` of a media type (RDF 1.2
Concepts, section 2.1) or by ``Accept-Profile`` (Content Negotiation by Profile, section 7.2).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from pyoxigraph import NamedNode, Quad

from ontology import terms
from ontology.curies import term
from ontology.dataset import PROFILES, RDF_11, RDF_12, profile_iri

from .errors import ProblemError, fail
from .formats import GRAPHS, REIFYING, Format
from .negotiate import choose_or_fail, parse_accept, prefers_version

REIFIES = term("rdf:reifies")
VERSION = "1.2"


def settle_format(
    suffixed: Format | None,
    table: tuple[Format, ...],
    headers: Callable[[str], str],
    argument: str,
    base: str,
) -> Format:
    """Give the format that a document is asked for in.

    Args:
        suffixed: What the address says by its suffix, if it does.
        table: What there is.
        headers: Gives a header of the request, empty when there is none.
        argument: The parameter ``profile`` of the address; empty when there is none.
        base: Base of the dataset, under which the profiles have their names.

    Raises:
        ProblemError: 406 when there is no such format or profile.
    """
    profile, accept = _named(argument, base) if argument else "", headers("Accept")
    if profile == RDF_12:
        rest = tuple(form for form in table if form not in GRAPHS)
        return _reifying(suffixed) or choose_or_fail(accept, (*REIFYING, *rest))
    if suffixed or profile == RDF_11:
        return suffixed or choose_or_fail(accept, table)
    form = choose_or_fail(accept, table)
    if prefers_version(accept, form, VERSION) or _prefers(headers("Accept-Profile"), base):
        return _twin(form) or form
    return form


def _reifying(suffixed: Format | None) -> Format | None:
    """Give the form with reifying triples of a suffix; None where the address has no suffix."""
    if suffixed and not (twin := _twin(suffixed)):
        known = ", ".join(form.extension for form in REIFYING)
        hint = f"The forms in that profile are: {known}."
        raise fail(406, "not-acceptable", f"{suffixed.name} cannot be had in RDF 1.2.", hint)
    return twin if suffixed else None


def _twin(form: Format) -> Format | None:
    return next((one for one in REIFYING if one.engine == form.engine), None)


def _named(name: str, base: str) -> str:
    for token in PROFILES:
        if name in (token, profile_iri(base, token)):
            return token
    raise _unknown(name)


def _unknown(name: str) -> ProblemError:
    known = ", ".join(PROFILES)
    detail = f"There is no profile {name[:100]!r}."
    return fail(406, "unknown-profile", detail, f"The profiles are: {known}.")


def _prefers(header: str, base: str) -> bool:
    """Tell whether ``Accept-Profile`` ranks RDF 1.2 above RDF 1.1."""
    asked = {value.strip("<> "): quality for value, quality in parse_accept(header)}
    twelve, eleven = (asked.get(profile_iri(base, token), 0.0) for token in (RDF_12, RDF_11))
    return twelve > eleven


def reifying(stated: Iterable[Quad], described: Iterable[Quad]) -> Iterator[Quad]:
    """Give for each triple in a claim's graph that the claim reifies it, and it if it is asserted.

    Args:
        stated: What claims state, each in its claim's graph.
        described: What is said of the claims, their modality among it.
    """
    asserted = {quad.subject for quad in described if quad.object == terms.Asserted}
    for quad in stated:
        if isinstance(claim := quad.graph_name, NamedNode):
            yield Quad(claim, REIFIES, quad.triple)
            if claim in asserted:
                yield Quad(quad.subject, quad.predicate, quad.object)
