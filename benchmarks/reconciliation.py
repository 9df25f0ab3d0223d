"""How long candidates and suggestions take on many names: ``python benchmarks/reconciliation.py``.

The things are made up, the same for the same number; the names that are looked for are theirs with
one slip of the pen each.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median, quantiles

from ontology.fulltext import Named, write
from server.search import complete, resemble

FIRST = ("Royal", "Northern", "Coastal", "Eastern", "Joint", "Allied", "Naval", "Air", "Island")
LAST = ("Guard", "Fleet", "Wing", "Command", "Exercise", "Agreement", "Brigade", "Pact", "School")
SYLLABLES = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "za", "dra", "fel", "gor", "hin")


def things(count: int) -> Iterator[Named]:
    """Make things with two names each."""
    random = Random(7)  # the same each time
    for number in range(count):
        own = "".join(random.choice(SYLLABLES) for _ in range(random.randint(2, 4))).title()
        label = f"{random.choice(FIRST)} {own} {random.choice(LAST)}"
        names = (f"{own} {random.choice(LAST)} {number % 97}",)
        yield Named(f"thing-{number}", label, names, ("Activity",), ("Activity",), number % 50)


def misspelt(name: str, random: Random) -> str:
    """Drop, double or swap a letter."""
    at = random.randrange(1, len(name) - 2)
    changed = (
        name[at + 1 :],
        name[at : at + 1] + name[at:],
        name[at + 1] + name[at] + name[at + 2 :],
    )
    return name[:at] + random.choice(changed)


def main() -> None:
    """Print how long looking up takes, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--things", type=int, default=100_000)
    parser.add_argument("--lookups", type=int, default=500)
    options = parser.parse_args()
    random = Random(11)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "names.sqlite"
        start = time.perf_counter()
        made = list(things(options.things))
        write(path, made)
        megabytes = path.stat().st_size / 2**20
        seconds = time.perf_counter() - start
        print(f"{len(made):,} things indexed in {seconds:.1f} s, {megabytes:.0f} MB")
        chosen = [random.choice(made) for _ in range(options.lookups)]
        wrong = [(misspelt(one.label, random), one.slug) for one in chosen]
        begun = [(one.label[: random.randint(1, 9)], one.slug) for one in chosen]
        _tell("candidates for a name with a slip", path, wrong, resemble)
        _tell("candidates for an exact name", path, [(o.label, o.slug) for o in chosen], resemble)
        _tell("suggestions for one to nine letters", path, begun, complete)


def _tell(
    what: str, path: Path, rows: list[tuple[str, str]], look: Callable[[Path, str, int], object]
) -> None:
    spent = []
    for name, _ in rows:
        start = time.perf_counter()
        look(path, name, 10)
        spent.append(1000 * (time.perf_counter() - start))
    last = quantiles(spent, n=100)[98]
    print(f"{what}: median {median(spent):.1f} ms, 99 of 100 under {last:.1f} ms")


if __name__ == "__main__":
    main()
