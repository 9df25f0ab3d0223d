"""Processes that wait for work are kept by snapshot, and no snapshot's query ends another's."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from server.idle import SNAPSHOTS, Idle

HERE = [Path(f"/snapshots/{number}") for number in range(SNAPSHOTS + 1)]


@dataclass(eq=False)
class Process:
    place: Path
    alive: bool = True

    def kill(self) -> None:
        self.alive = False


def test_a_process_serves_its_snapshot_alone() -> None:
    idle, current, release = Idle[Process](2), Process(HERE[0]), Process(HERE[1])
    idle.put(current)
    idle.put(release)
    assert idle.take(HERE[2]) is None
    assert (idle.take(HERE[1]), idle.take(HERE[0])) == (release, current)
    assert idle.take(HERE[0]) is None
    assert current.alive
    assert release.alive


def test_more_than_enough_of_one_snapshot_end() -> None:
    idle, processes = Idle[Process](2), [Process(HERE[0]) for _ in range(3)]
    for process in processes:
        idle.put(process)
    assert [process.alive for process in processes] == [True, True, False]


def test_the_snapshot_asked_longest_ago_gives_way() -> None:
    idle, processes = Idle[Process](2), [Process(folder) for folder in HERE[:-1]]
    for process in processes:
        idle.put(process)
    again = Process(HERE[0])
    idle.put(again)
    idle.put(Process(HERE[-1]))
    assert [process.alive for process in processes] == [True, False, *[True] * (SNAPSHOTS - 2)]
    assert again.alive


def test_what_died_is_not_given_and_what_comes_late_ends() -> None:
    idle, dead, late = Idle[Process](2), Process(HERE[0], alive=False), Process(HERE[0])
    idle.put(dead)
    assert idle.take(HERE[0]) is None
    idle.close()
    idle.put(late)
    assert not late.alive
