"""Equal questions that are under way at the same time are asked once."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Flight(Generic[Value]):
    """One question under way: who asked first finds the answer, the others wait for it.

    Attributes:
        value: The answer; None until it is there, or where there is none.
        error: Why there is none, where that holds for all who wait.
    """

    def __init__(self, is_gone: Callable[[], bool]) -> None:
        self.value: Value | None = None
        self.error: Exception | None = None
        self.done = threading.Event()
        self._waiting = [is_gone]

    def add(self, is_gone: Callable[[], bool]) -> None:
        """Let one more wait."""
        self._waiting.append(is_gone)

    def deserted(self) -> bool:
        """Tell whether all who waited have left."""
        # Each is asked each time, for a connection is looked up when it is first asked.
        gone = [is_gone() for is_gone in tuple(self._waiting)]
        return all(gone)


class Flights(Generic[Value]):
    """The questions that are under way."""

    def __init__(self, is_over: Callable[[Value], bool]) -> None:
        """Take what tells of an answer that nobody can join it any more."""
        self._is_over = is_over
        self._under_way: dict[Hashable, Flight[Value]] = {}
        self._lock = threading.Lock()

    def join(self, key: Hashable, is_gone: Callable[[], bool]) -> tuple[Flight[Value], bool]:
        """Give the flight of a question, and whether the caller is the first.

        Args:
            key: What determines the answer.
            is_gone: Tells whether the caller's client has left.
        """
        with self._lock:
            self._under_way = {
                one: flight for one, flight in self._under_way.items() if not self._is_past(flight)
            }
            if found := self._under_way.get(key):
                found.add(is_gone)
                return found, False
            self._under_way[key] = Flight(is_gone)
            return self._under_way[key], True

    def _is_past(self, flight: Flight[Value]) -> bool:
        return flight.done.is_set() and (flight.value is None or self._is_over(flight.value))

    def follow(self, flight: Flight[Value]) -> Value | None:
        """Wait for the answer; None where the first found none, for then one must ask anew.

        Raises:
            Exception: What the first failed with, where the others would too.
        """
        flight.done.wait()
        if flight.error is not None:
            raise flight.error
        return flight.value

    def land(
        self, flight: Flight[Value], value: Value | None, error: Exception | None = None
    ) -> None:
        """Give those who wait the answer, or why there is none, or None for them to ask anew."""
        flight.value, flight.error = value, error
        flight.done.set()
