"""Remembers answers to earlier queries, within a budget of bytes; the longest unused go first."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Cache(Generic[Value]):
    """A thread-safe map that forgets."""

    def __init__(self, budget: int) -> None:
        self._left, self._budget = budget, budget
        self._held: OrderedDict[Hashable, tuple[int, Value]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable) -> Value | None:
        """Give what is held under the key, or None."""
        with self._lock:
            if (found := self._held.get(key)) is None:
                return None
            self._held.move_to_end(key)
            return found[1]

    def put(self, key: Hashable, value: Value, size: int) -> None:
        """Hold a value of that many bytes; values over an eighth of the budget are not kept."""
        with self._lock:
            if key in self._held:
                self._left += self._held.pop(key)[0]
            if size > self._budget // 8:
                return
            self._held[key] = (size, value)
            self._left -= size
            while self._left < 0:
                self._left += self._held.popitem(last=False)[1][0]
