"""One measurement in a process of its own; prints it as one line of JSON."""

from __future__ import annotations

import argparse
import hashlib
import json
import resource
import time
from collections.abc import Iterator
from multiprocessing import Pool

from loader.claims import Thing
from loader.names.lexicon import Name, load_lexicon
from loader.names.words import atoms_of
from loader.reading import read_article

from .synthetic import article, names

CHUNK = 20


def main() -> None:
    """Read synthetic articles and print rate, memory and a hash of all that was read."""
    options = _options()
    loading = _add_names(options.names)
    _read(0)  # tables are read once, by the first article
    start = time.perf_counter()
    output, seconds, claims = hashlib.sha256(), 0.0, 0
    for digest, spent, found in _readings(options.articles, options.processes):
        output.update(digest)
        seconds += spent
        claims += found
    wall = time.perf_counter() - start
    result = {
        "articles": options.articles,
        "processes": options.processes,
        "names": options.names,
        "rate": options.articles / wall,
        "core_rate": options.articles / seconds,
        "claims": claims / options.articles,
        "megabytes": _peak(),
        "loading": loading,
        "output": output.hexdigest()[:16],
    }
    print(json.dumps(result))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    for name, default in (("articles", 100), ("processes", 1), ("names", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    return parser.parse_args()


def _readings(count: int, processes: int) -> Iterator[tuple[bytes, float, int]]:
    """Give digest, seconds of processor time and number of claims of each article, in order."""
    if processes == 1:
        yield from map(_read, range(count))
        return
    with Pool(processes) as pool:
        yield from pool.imap(_read, range(count), chunksize=CHUNK)


def _read(number: int) -> tuple[bytes, float, int]:
    made = article(number)
    start = time.process_time()
    reading = read_article(made)
    seconds = time.process_time() - start
    return hashlib.sha256(repr(reading).encode()).digest(), seconds, len(reading.claims)


def _add_names(count: int) -> float:
    """Put further names into the lexicon; give the seconds that it takes with those it has."""
    start = time.process_time()
    trie = load_lexicon().names
    for text in names(count):
        texts = tuple(part for part, _ in atoms_of(text))
        slug = text.lower().replace(" ", "-")
        entry = Name(texts, Thing(slug, ("Organisation",), text, (), "reference"))
        trie.add([key for _, key in atoms_of(text)], entry)
    return time.process_time() - start


def _peak() -> float:
    """Give the most memory that this process or one of its workers held, in megabytes."""
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) / 1024


if __name__ == "__main__":
    main()
