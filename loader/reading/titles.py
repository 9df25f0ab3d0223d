"""Titles beside names: "commandant X", "X, head of the agency", "the Commander of the Fleet, X"."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..names import Mention, is_title
from .lines import Line, is_body
from .nouns import load_nouns

_MODIFIER = ("NN", "NNP", "NNPS", "NNS", "JJ", "JJS", "CD", "VBG", "VBN")
_CHAIN = ("of", "for", "to", "at", "in", "on", "within", "with")
_CLOSERS = (",", ".", ";", ")", "—", "–", "-", "--", "(", "”", '"', "", "!", "?", ":", "who", "and")
_REACH, _FARTHEST = 9, 18
_GENERALS = ("Secretary", "Director", "Inspector", "Attorney", "Surgeon", "Adjutant", "Consul")
_COMMANDERS = ("Lieutenant", "Lieut.", "Lt", "Lt.", "Wing")
_NEW = ("new", "newly", "appointed", "elected", "current", "incumbent", "fellow", "long-serving")
_ORDERED = ("deputy", "vice", "sea", "minister", "secretary", "lord", "lady", "assistant")
_FIRMS = ("ceo", "cfo", "coo", "cto", "spokesman", "spokeswoman", "spokesperson")
_PETTY = ("Petty", "Warrant", "Master", "Senior", "Marshal", "Air", "Sgt.", "Sergeant")


@dataclass(frozen=True, slots=True)
class Title:
    """An office in words.

    Attributes:
        first: Its first token.
        last: After its last token.
        head: Its noun.
        words: The tokens of the title itself, state and body left out.
        bodies: Names of the state or body that it is an office of, the likeliest first.
        post: The office that the lexicon's grammar reads in it.
        plain: Whether that is the whole of it.
    """

    first: int
    last: int
    head: int
    words: tuple[int, ...]
    bodies: tuple[Mention, ...] = ()
    post: Mention | None = None
    plain: bool = False


def titles_before(line: Line, name: int) -> list[Title]:
    """Give the titles that end right before a name, with "and" or a comma between.

    Args:
        line: The sentence.
        name: Index of the first token of the name, ranks left out.
    """
    at = _past_ranks(line, name)
    comma = line.text(at - 1) == ","
    end = at - comma
    title = _ending_at(line, end)
    if title is None or (comma and not _is_definite(line, title)):
        return []
    other = _ending_at(line, title.first - 1) if line.text(title.first - 1) == "and" else None
    if other is None:
        return [title]
    return [replace(title, bodies=title.bodies or other.bodies), other]


def titles_after(line: Line, last: int) -> list[Title]:
    """Give the titles in apposition behind a name: "X (MP), the Danish minister of trade,"."""
    at = last
    while line.text(at).isupper() and 1 < len(line.text(at)) < 5 and line.text(at).isalpha():
        at += 1
    if line.text(at) not in (",", "(", "–", "—", "-", "--"):
        return []
    return titles_at(line, at + 1)


def titles_at(line: Line, start: int) -> list[Title]:
    """Give the titles that begin at a token, determiner and possessor before them included."""
    head = _head_from(line, start)
    if head is None:
        return []
    title = _complete(line, start, head)
    found = [title]
    if line.text(head + 1) == "and" and (more := _head_from(line, head + 2)):
        joined = _complete(line, head + 2, more)
        found = [_whole(line, start, head, head + 1, joined.bodies), joined]
    if line.is_person(found[-1].last) or _goes_on(line, found[-1].last):
        return []
    return found


def _goes_on(line: Line, index: int) -> bool:
    """Tell whether a title's noun phrase goes on, so that what was read is but a part of it."""
    return line.tag(index).startswith(("NN", "JJ", "POS")) and line.text(index) not in _CLOSERS


def _past_ranks(line: Line, name: int) -> int:
    """Give where ranks and honorifics before a name begin."""
    at = name
    while at and _is_rank(line, at - 1, name):
        at -= 1
    return at


def _is_rank(line: Line, index: int, name: int) -> bool:
    """Tell a rank from an office: "Commander" before another rank or behind a body is one."""
    text, following = line.text(index), line.text(index + 1)
    low = text.lower()
    if low in ("the", "hon", "hon.", "h.e.", "-") and index >= name - 4:
        return low != "the" or following.lower().startswith("hon")
    if not is_title(text, last=index == name - 1):
        return False
    if low == "staff":
        return following in ("Sgt", "Sgt.", "Sergeant")
    if low == "general":
        return line.text(index - 1) not in _GENERALS
    if low == "officer" or low == "chief":
        return line.text(index - 1) in _PETTY or following in _PETTY
    if low not in load_nouns().roles:
        return True
    if line.text(index - 1) in _COMMANDERS:
        return True
    behind = line.body(index - 1) is not None or line.tag(index - 1) in ("NN", "NNP", "POS")
    return text == "Commander" and index == name - 1 and not behind


def _ending_at(line: Line, end: int) -> Title | None:
    """Give the title that ends before a token: its head there, or a phrase behind its head."""
    if line.is_head(end - 1):
        return _whole(line, None, end - 1, end)
    for head in range(end - 2, max(-1, end - _FARTHEST), -1):
        if line.is_person(head) or line.text(head) in (",", ".", ";", ":", "“", "”"):
            return None
        if line.is_head(head):
            title = _complete(line, None, head)
            if title.last == end:
                return title
    return None


def _is_definite(line: Line, title: Title) -> bool:
    """Tell whether a title before a comma names one office: "the …", "Chile's …", "Chief of …"."""
    before = line.text(title.first - 1).lower()
    owned = line.tag(title.first - 1) == "POS" or before in ("the", "its", "his", "her", "their")
    several = title.last - title.head > 1
    return owned or bool(title.bodies) or title.post is not None or (before == "a" and several)


def _head_from(line: Line, start: int) -> int | None:
    """Give the head of the office that a noun phrase at a token is, None where it is none."""
    for index in range(start, min(start + _REACH, len(line.tokens))):
        if line.is_person(index):
            return None
        if line.is_head(index) and not line.is_head(index + 1):
            compound = line.tag(index + 1) in ("NN", "NNP") and line.covers.get(index + 1) is None
            if not compound or line.text(index + 1).lower() in ("commanding", "general"):
                return index
        inner = line.tag(index) in (*_MODIFIER, "DT", "PRP$", "POS", "HYPH") or index in line.covers
        if not inner and line.text(index) not in ("-", "&"):
            return None
    return None


def _complete(line: Line, start: int | None, head: int) -> Title:
    """Read what follows the head of an office: "of the 1st Brigade", "for Acquisition"."""
    office = line.covers.get(head)
    inside = office is not None and office.kind == "office"
    last, bodies = (office.last if office is not None and inside else head + 1), []
    if line.text(last).lower() in ("general", "designate") and line.tag(last) in (
        "NN",
        "NNP",
        "JJ",
    ):
        last += 1
    for text in ("Extraordinary", "and", "Plenipotentiary"):
        last += line.text(last) == text and (text != "and" or line.text(last + 1)[:4] == "Plen")
    kept = last
    while True:
        preposition = line.text(last).lower()
        commanding = preposition == "commanding"
        if not commanding and preposition not in _CHAIN:
            break
        end, body = _named_after(line, last + 1)
        if end == last + 1:
            break
        own = body is not None and not commanding and preposition not in ("to", "with", "in", "on")
        if own and body is not None:
            bodies.append(body)
            generic = _generic_end(line, head, last, body) if kept == last and not inside else 0
            kept = generic or kept
        elif (
            kept == last and preposition in ("of", "for", "commanding") and body is None
        ) or commanding:
            kept = end
        last = end
    if line.text(last) == "," and (unit := _unit_at(line, last + 1)):
        bodies, last = [*bodies, unit], unit.last
    return _whole(line, start, head, last, tuple(bodies), kept)


def _generic_end(line: Line, head: int, last: int, body: Mention) -> int:
    """Give where "Chief of Defence Force" ends in "Chief of Defence Force of Fiji", else 0.

    Whoever is but chief of something is known by what that is; a capital alone tells it.
    """
    named = line.text(head).lower() == "chief" and "State" not in body.thing.types
    start = next((i for i in range(last + 1, body.last) if line.text(i).lower() != "the"), last)
    end = next((i for i in range(start, body.last) if line.text(i) == "of"), body.last)
    return end if named and end > start else 0


def _unit_at(line: Line, index: int) -> Mention | None:
    """Give the unit or force of "commander, Carrier Strike Group 4"."""
    index += line.text(index).lower() == "the"
    body = line.body(index)
    unit = body is not None and body.first == index and not {"State"} & set(body.thing.types)
    return body if unit else None


def _named_after(line: Line, start: int) -> tuple[int, Mention | None]:
    """Give where a noun phrase behind a preposition ends, and the body that it names."""
    at = start
    while line.tag(at) in ("DT", "PRP$"):
        at += 1
    begin, body = at, None
    while at < len(line.tokens) and not line.is_person(at):
        if (name := line.covers.get(at)) is not None:
            body, at = (name if is_body(name) else None), name.last
        elif line.tag(at) in _MODIFIER or line.text(at) in ("-", "&", "/"):
            body, at = None, at + 1
        elif _joins(line, at):
            at += 1 + (line.text(at + 1) == "and")
        else:
            break
    return (at, body) if at > begin else (start, None)


def _joins(line: Line, at: int) -> bool:
    """Tell whether "and" or a comma joins capitals of one name: "Acquisition, Logistics and …"."""
    following = at + 1 + (line.text(at + 1) == "and")
    names = line.text(at - 1)[:1].isupper() and line.text(following)[:1].isupper()
    plain = following not in line.covers and not line.is_head(following)
    plain = plain and not is_title(line.text(following))
    if line.text(at) == ",":
        later = [line.text(i) for i in range(following, following + 4)]
        return names and plain and ("and" in later or line.text(at + 1) == "and")
    return (
        line.text(at) == "and" and names and plain and line.tag(following) in ("NN", "NNP", "NNS")
    )


def _whole(
    line: Line,
    start: int | None,
    head: int,
    last: int,
    bodies: tuple[Mention, ...] = (),
    kept: int | None = None,
) -> Title:
    """Gather what stands before the head of an office, back to a determiner or a name."""
    kept = last if kept is None else kept
    office = line.covers.get(head)
    office = office if office is not None and office.kind == "office" else None
    first = office.first if office is not None else head
    while first - 1 >= (start or 0) and _modifies(line, first - 1):
        first -= 1
    before = _owner(line, first)
    owners = (before,) if before is not None else ()
    own = _past_codes(line, first, office.first if office is not None else head)
    words = tuple(range(own, kept))
    plain = office is not None and own == office.first and kept <= office.last
    begin = before.first if before is not None else first
    return Title(begin, last, head, words, (*bodies, *owners), office, plain)


def _past_codes(line: Line, first: int, head: int) -> int:
    """Give where a title begins behind a unit in letters or numbers: "CFC", "419th FLTS".

    Capitals before "CEO" or a spokesman name whose they are.
    """
    if line.text(head).lower() in _FIRMS and line.text(first)[0].isupper():
        return head
    at = first
    while at < head and line.text(at).lower() in _NEW:
        at += 1
    while at < head and (line.text(at)[0].isdigit() or _is_code(line.text(at))):
        at += 1
    return at


def _is_code(text: str) -> bool:
    return text.isupper() and len(text) > 2 and text.lower() not in load_nouns().roles


def _modifies(line: Line, index: int) -> bool:
    """Tell whether a token is a plain word of the title before its head.

    Before a capital only capitals are: in "a policy change Defence Minister X made" two are none.
    """
    following = line.text(index + 1)
    if index in line.covers or (following[:1].isupper() and line.text(index)[:1].islower()):
        return False
    text, tag = line.text(index), line.tag(index)
    if text == "-" or tag == "HYPH":
        return _is_tight(line, index)
    return tag in ("NN", "NNP", "JJ", "VBG") or text in ("Chief", "Deputy")


def _is_tight(line: Line, index: int) -> bool:
    """Tell a hyphen from the dash behind a dateline: no space stands around it."""
    if not 0 < index < len(line.tokens) - 1:
        return False
    before, mark, after = (token.span for token in line.tokens[index - 1 : index + 2])
    return before.end == mark.start and mark.end == after.start


def _owner(line: Line, first: int) -> Mention | None:
    """Give the state or body right before a title: "Chile's …", "Chilean …", "PNGDF …"."""
    at = first - 1 - (line.tag(first - 1) == "POS")
    return line.body(at)


def held(line: Line, title: Title) -> bool:
    """Tell whether an office is held, not one that somebody had, will have or would have."""
    former = load_nouns().former
    around = range(max(0, title.first - 2), title.last)
    plain = (i for i in around if line.covers.get(i) is None or line.covers[i].kind != "office")
    ranked = [i for i in around if line.text(i).lower() == "first"]
    ranked = [i for i in ranked if line.text(i + 1).lower() in _ORDERED]
    return not any(
        former.intersection(line.text(i).lower().split("-")) for i in plain if i not in ranked
    )


def text_of(line: Line, title: Title) -> str:
    """Give the words of a title as written."""
    text, end = "", None
    for index in title.words:
        token = line.tokens[index]
        text += " " * (end is not None and token.span.start > end) + token.text
        end = token.span.end
    return text
