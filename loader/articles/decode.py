"""Bytes to text: by their own mark, else as UTF-8, else by a sure guess, else not at all."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

#: Byte order marks, the longer first, for UTF-32's begins with UTF-16's.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: What English text without a mark is in, if not UTF-8: the WHATWG's default for English, and old
#: Macintosh files. Everything else must be named.
_LIKELY = ("cp1252", "mac_roman")
_MOST_CHAOS = 0.05
#: Signs against a letter are what Central European letters look like in the wrong code page.
_MIXED = re.compile(r"[£¹³¿][^\W\d_]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_MOST_CONTROLS = 0.002


class UndecodableError(ValueError):
    """The bytes are no text that can be told; the message says why and what to do."""


def decode(content: bytes, encoding: str | None = None, source: str = "sidecar") -> str:
    """Decode the bytes of an article; line ends stay as they are, a byte order mark goes.

    Args:
        content: The bytes of the file.
        encoding: What is said that they are in; None where nothing is said.
        source: What says so, for the message.

    Raises:
        UndecodableError: When they are binary, or in an encoding that cannot be told for certain.

    >>> decode("Tromsø".encode("utf-16"))
    'Tromsø'
    """
    return sound(_strictly(content, encoding, source) if encoding else _decoded(content))


def sound(text: str) -> str:
    """Give a text back when it holds characters only.

    Raises:
        UndecodableError: When it holds halves of characters, or control codes as binary files do.
    """
    controls = len(_CONTROL.findall(text))
    if any("\ud800" <= character <= "\udfff" for character in text):
        raise UndecodableError("it holds halves of characters; save it again as UTF-8")
    if "\0" in text or controls > _MOST_CONTROLS * len(text):
        raise UndecodableError("it is binary, not text; give its text as UTF-8")
    return text


def marked_encoding(content: bytes) -> str | None:
    """Give the encoding that a byte order mark names, None where there is no mark."""
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)


def _decoded(content: bytes) -> str:
    if encoding := marked_encoding(content):
        return _strictly(content, encoding, "byte order mark")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if b"\0" in content:
            raise UndecodableError("it is binary, not text; give its text as UTF-8") from error
        return _guessed(content, error)


def _strictly(content: bytes, encoding: str, source: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UndecodableError(
            f"its {source} says {encoding}, but byte {error.start} does not fit; "
            "save it again as UTF-8"
        ) from error


def _guessed(content: bytes, error: UnicodeDecodeError) -> str:
    """Take the one of two guesses that reads cleanly, where the other does not."""
    guesses = list(
        from_bytes(content, threshold=0.1, cp_isolation=list(_LIKELY), enable_fallback=False)
    )
    text = str(guesses[0]) if guesses else ""
    rivals = [str(guess) for guess in guesses[1:] if guess.chaos <= guesses[0].chaos]
    sure = guesses and guesses[0].chaos <= _MOST_CHAOS and set(rivals) <= {text}
    if not sure or _MIXED.search(text):
        raise UndecodableError(
            f"it is not UTF-8 (byte {error.start} does not fit) and its encoding cannot be told; "
            "save it again as UTF-8, or name its encoding in the sidecar"
        ) from error
    return text
