"""What the rules state of a text, in labels."""

from loader.articles import Article
from loader.claims import Ref, Term
from loader.reading import read_article


def told(text: str, predicate: str) -> set[str]:
    """Read a text of 14 May 2031; give what is stated by a property, as ``subject > object``."""
    article = Article("test", text, "0" * 64, "a test", published="2031-05-14")
    reading = read_article(article)

    def say(term: Term) -> str:
        return reading.things[term.slug].label if isinstance(term, Ref) else str(term)

    return {
        f"{say(s.subject)} > {getattr(s.object, 'text', None) or say(s.object)}"
        for claim in reading.claims
        for s in claim.statements
        if s.predicate == predicate
    }
