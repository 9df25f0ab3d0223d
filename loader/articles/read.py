"""Files to articles: what is there, what is known of it, what is rejected and why."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ontology.iris import slugify

from ..errors import ArticleError, DataError
from .decode import UndecodableError, decode
from .english import is_english
from .model import Article
from .sidecar import NOTHING, Known, known_of_folder, known_of_text

SUFFIXES = (".txt", ".md")
#: Largest file that is read, in bytes.
MAX_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class _File:
    path: Path
    known: Known


def read_articles(
    paths: Sequence[Path], *, max_bytes: int = MAX_BYTES, publish_text: str = "full"
) -> Iterator[Article | ArticleError]:
    """Read articles from files and folders, in the order given, a folder's files by name.

    Args:
        paths: Text files (``.txt``, ``.md``) or folders of them; a folder is not searched deeper,
            and its ``README.md`` is no article. A file that is named twice is read once.
        max_bytes: Largest file that is read.
        publish_text: How much text is published where a sidecar does not say.

    Returns:
        For each file its article, or the error that says why it is left out: empty, binary, not
        English, too large, of an encoding that cannot be told, or of a slug that is taken.

    Raises:
        DataError: At once, before any article, for a path that is not there or a sidecar that is
            not well formed.
    """
    files = _files(paths)
    return _articles(files, max_bytes, publish_text)


def _files(paths: Sequence[Path]) -> tuple[_File, ...]:
    found = [path for given in paths for path in _texts(given)]
    unique = {path.resolve(): path for path in reversed(found)}
    folders = {path.parent: known_of_folder(path.parent) for path in unique.values()}
    chosen = sorted(unique.values(), key=found.index)
    return tuple(_File(path, _known(path, folders[path.parent])) for path in chosen)


def _texts(path: Path) -> list[Path]:
    if path.is_dir():
        known_of_folder(path)
        return sorted(
            (
                file
                for file in path.iterdir()
                if file.suffix in SUFFIXES and file.name != "README.md" and file.is_file()
            ),
            key=lambda file: file.name,
        )
    if not path.is_file():
        raise DataError(str(path), "there is no such file or folder; mend the path")
    return [path]


def _known(path: Path, folder: dict[str, Known]) -> Known:
    beside = known_of_text(path)
    if beside is not None and path.name in folder:
        raise DataError(
            str(path.with_suffix(".toml")),
            f"articles.toml describes {path.name} too; keep one of the two",
        )
    return beside or folder.get(path.name, NOTHING)


def _articles(
    files: Sequence[_File], max_bytes: int, publish_text: str
) -> Iterator[Article | ArticleError]:
    taken: dict[str, str] = {}
    for file in files:
        source = str(file.path)
        try:
            article = _article(file, max_bytes, publish_text)
            if article.slug in taken:
                raise ArticleError(
                    source,
                    f"its slug {article.slug!r} is taken by {taken[article.slug]}; "
                    "give it another in the sidecar",
                )
        except ArticleError as error:
            yield error
        else:
            taken[article.slug] = source
            yield article


def _article(file: _File, max_bytes: int, publish_text: str) -> Article:
    source, known = str(file.path), file.known
    content = _content(file.path, max_bytes)
    text = _text(content, source, known.encoding)
    return Article(
        slug=known.slug or _slug(file.path),
        text=text,
        sha256=hashlib.sha256(content).hexdigest(),
        source=source,
        title=known.title,
        publisher=known.publisher,
        address=known.address,
        published=known.published,
        published_basis=known.published_basis,
        published_approximate=known.published_approximate,
        rights=known.rights,
        publish_text=known.publish_text or publish_text,
    )


def _content(path: Path, max_bytes: int) -> bytes:
    if path.suffix not in SUFFIXES:
        raise ArticleError(
            str(path), f"only {' and '.join(SUFFIXES)} files are read; save it as text"
        )
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except OSError as error:
        raise ArticleError(str(path), f"it cannot be read: {error.strerror}") from error
    if len(content) > max_bytes:
        raise ArticleError(
            str(path), f"it is larger than {max_bytes} bytes; split it, or raise the limit"
        )
    return content


def _text(content: bytes, source: str, encoding: str | None) -> str:
    try:
        text = decode(content, encoding)
    except UndecodableError as error:
        raise ArticleError(source, str(error)) from error
    if not text.strip():
        raise ArticleError(source, "it is empty; give its text, or remove the file")
    if not is_english(text):
        raise ArticleError(source, "it is not English, and only English can be read; remove it")
    return text


def _slug(path: Path) -> str:
    try:
        return slugify(path.stem)
    except ValueError as error:
        raise ArticleError(
            str(path), "its name gives no slug; give one in articles.toml"
        ) from error
