"""The page: what was measured, as Markdown."""

from __future__ import annotations

import os
import platform
import time
from collections.abc import Iterator, Mapping, Sequence

from .data import Data
from .findings import MARK, Found, differing, expected, ratio
from .measuring import LATE
from .rows import OTHER, TYPES
from .templates import queries

Measured = Mapping[Data, Sequence[Found]]


def report(
    found: Measured,
    versions: Mapping[str, str | None],
    gold: Mapping[str, object],
    took_s: float,
    command: str,
) -> str:
    """Write the page."""
    lines = ["# Beside the peers", "", *_preface(versions, took_s, command)]
    for number, (data, results) in enumerate(found.items()):
        lines += ["", f"## {data.name.capitalize()}: {data.quads:,} quads", "", *_whole(results)]
        lines += ["", *_told(data, results, gold if number == 0 else {})]
    data, results = list(found.items())[-1]
    lines += ["", f"## Each query ({data.name}), fresh, in milliseconds", "", *_each(data, results)]
    return "\n".join(lines) + "\n"


def _preface(versions: Mapping[str, str | None], took_s: float, command: str) -> Iterator[str]:
    yield "Written by a run. [What the figures mean, and why](README.md#beside-the-peers)."
    yield ""
    when = time.strftime("%Y-%m-%d %H:%M", time.gmtime())
    yield f"`{command}`, {when} UTC, {took_s:.0f} s."
    yield f"{_processor()}, {os.cpu_count()} cores, {_memory_gb():.0f} GB, {platform.system()}"
    yield f"{platform.release().partition('-')[0]}, Python {platform.python_version()};"
    yield f"load {os.getloadavg()[0]:.1f} at the end."
    yield "Where the load is above the number of cores others were at work, and only ratios count."
    yield ""
    yield "; ".join(f"{name}: {said or 'not installed'}" for name, said in versions.items()) + "."
    yield ""
    yield "![How many times as long as ours each takes](peers.svg)"


def _whole(results: Sequence[Found]) -> Iterator[str]:
    there = [one for one in results if not one.skipped]
    yield "| | " + " | ".join(one.peer for one in there) + " |"
    yield "|---" * (len(there) + 1) + "|"
    ours = there[0]
    yield _row("load, s", [f"{one.load_s:.1f}" if one.disk_mb else "–" for one in there])
    yield _row("start, s", [f"{one.start_s:.1f}" for one in there])
    yield _row("disk, MB", [f"{one.disk_mb:.0f}" if one.disk_mb else "–" for one in there])
    for what in ("cold", "fresh", "again"):
        yield _row(f"{what}, median ms", [_ms(one.middle(what)) for one in there])
        ratios = [ratio(ours, one, what) for one in there]
        yield _row("  times ours", [_times(one) for one in ratios])
    for place, rate in enumerate(ours.rates):
        label = f"{rate.what}/s, {rate.clients} client{'s' if rate.clients > 1 else ''}"
        yield _row(label, [_rate(one, place) for one in there])
    yield _row("not answered", [str(len(one.failures())) for one in there])
    yield _row("started anew, stuck", [str(one.restarts) for one in there])
    marks = [list(differing(ours, one).values()) for one in there]
    yield _row("other rows than ours", [str(one.count(OTHER)) for one in marks])
    yield _row("other types than ours", [str(one.count(TYPES)) for one in marks])


def _told(data: Data, results: Sequence[Found], gold: Mapping[str, object]) -> Iterator[str]:
    asked = queries(data.base)
    for one in results:
        if one.skipped:
            yield f"- {one.peer} was left out: {one.skipped}."
            continue
        if gold:
            right, of = expected(one, asked, gold)
            yield f"- {one.peer}: {right} of {of} of the gallery give the rows that editors expect."
        late = [name for name, said in one.failures().items() if said == LATE]
        if late:
            yield f"- {one.peer} had no time left for {len(late)}, from “{late[0]}” on."
        for name, said in one.failures().items():
            if said != LATE:
                yield f"- {one.peer} did not answer “{name}”: {said.replace('|', ' ')[:120]}"
        others = [name for name, how in differing(results[0], one).items() if how == OTHER]
        if others:
            yield f"- {one.peer} gives other rows than ours: {', '.join(others)}."


def _each(data: Data, results: Sequence[Found]) -> Iterator[str]:
    there = [one for one in results if not one.skipped]
    differ = [differing(there[0], one) for one in there]
    yield f"{MARK[OTHER]}: other rows than ours; {MARK[TYPES]}: other types; –: no answer."
    yield ""
    yield "| query | " + " | ".join(one.peer for one in there) + " |"
    yield "|---" * (len(there) + 1) + "|"
    for query in queries(data.base):
        cells = []
        for one, how in zip(there, differ, strict=True):
            mark = MARK.get(how.get(query.name, ""), "")
            cells.append(f"{_ms(one.answers[query.name].fresh)} {mark}".strip())
        yield _row(query.name, cells)


def _row(name: str, cells: Sequence[str]) -> str:
    return f"| {name} | {' | '.join(cells)} |"


def _ms(seconds: float | None) -> str:
    if seconds is None:
        return "–"
    value = seconds * 1000
    return f"{value:.1f}" if value < 100 else f"{value:,.0f}"


def _times(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"


def _rate(one: Found, place: int) -> str:
    if place >= len(one.rates):
        return "–"
    rate = one.rates[place]
    return f"{rate.rate:,.0f}" + (f" ({rate.failed} failed)" if rate.failed else "")


def _processor() -> str:
    with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123 (Linux's own)
        names = [line.partition(":")[2].strip() for line in file if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _memory_gb() -> float:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
