"""Where readers report errors: one address, in which the page's own is filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import quote, urlsplit

from pyoxigraph import Literal, NamedNode, Triple

from ontology.curies import term

PAGE = "{page}"
"""What stands for the page's address in the setting."""
_MAIL = re.compile(r"mailto:[^\s@?/<>\"]+@[^\s@?/<>\"]+(\?[^\s<>\"]*)?")
_WEB = re.compile(r"https?://[^\s<>\"{}|\\^`]+")
MOST_CHARACTERS = 2000
SUBJECT = "Error in Entente"


def read_report_to(text: str) -> str:
    """Read the setting; an empty text names nobody.

    Raises:
        ValueError: When it is neither a mail address nor a web address.
    """
    address = text.strip()
    bare = address.replace(PAGE, "page")
    if address and not (_MAIL.fullmatch(bare) or (_WEB.fullmatch(bare) and urlsplit(bare).netloc)):
        raise ValueError(
            f"--report-to is {text!r}, but must be like mailto:data@example.org or "
            f"https://example.org/report?page={PAGE}"
        )
    return address


def report_link(report_to: str, page: str) -> str:
    """Give the address at which an error on a page is reported; empty when there is none.

    Where the setting does not say where the page's address belongs, a mail gets it as its text, a
    web address as its parameter ``page``.

    >>> report_link("mailto:data@example.org", "https://example.org/page/x")
    'mailto:data@example.org?subject=Error%20in%20Entente&body=https%3A%2F%2Fexample.org%2Fpage%2Fx'
    >>> report_link("https://example.org/new?text={page}", "https://example.org/about")
    'https://example.org/new?text=https%3A%2F%2Fexample.org%2Fabout'
    """
    if not report_to:
        return ""
    told = quote(page if len(page) <= MOST_CHARACTERS else page.partition("?")[0], safe="")
    if PAGE in report_to:
        return report_to.replace(PAGE, told)
    before, hash_, fragment = report_to.partition("#")
    joint = "&" if "?" in before else "?"
    if report_to.startswith("mailto:"):
        subject = "" if "subject=" in report_to else f"subject={quote(SUBJECT)}&"
        return f"{before}{joint}{subject}body={told}"
    return f"{before}{joint}page={told}{hash_}{fragment}"


def contact_address(report_to: str) -> str:
    """Give the address without what is filled in for a page, to be told as the contact.

    >>> contact_address("https://example.org/new?text={page}")
    'https://example.org/new'
    """
    return report_to.partition("?")[0].replace(PAGE, "")


def contact_triples(node: NamedNode, contact: NamedNode, report_to: str) -> Iterator[Triple]:
    """Name the contact of a dataset or service (DCAT 3, vCard); nothing when there is none.

    Args:
        node: The dataset or service.
        contact: Name for the contact.
        report_to: The setting.
    """
    if not report_to:
        return
    kind = "hasEmail" if report_to.startswith("mailto:") else "hasURL"
    yield Triple(node, term("dcat:contactPoint"), contact)
    yield Triple(contact, term("rdf:type"), term("vcard:Kind"))
    yield Triple(contact, term("vcard:fn"), Literal("Where to report an error", language="en"))
    yield Triple(contact, term(f"vcard:{kind}"), NamedNode(contact_address(report_to)))
