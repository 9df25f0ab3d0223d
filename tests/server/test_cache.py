from hypothesis import given
from hypothesis import strategies as st

from server.cache import Cache


def test_the_longest_unused_goes_first() -> None:
    cache: Cache[str] = Cache(80)
    for key in range(8):
        cache.put(key, str(key), 10)
    assert cache.get(0) == "0"
    cache.put(8, "8", 10)
    assert cache.get(1) is None
    assert (cache.get(0), cache.get(8)) == ("0", "8")


def test_a_value_that_would_push_out_most_others_is_not_kept() -> None:
    cache: Cache[str] = Cache(80)
    cache.put("large", "x", 11)
    assert cache.get("large") is None


def test_without_a_budget_nothing_is_kept() -> None:
    cache: Cache[str] = Cache(0)
    cache.put("any", "x", 1)
    assert cache.get("any") is None


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 20)), max_size=60))
def test_what_was_put_last_is_what_is_held(puts: list[tuple[int, int]]) -> None:
    cache: Cache[int] = Cache(100)
    for key, size in puts:
        cache.put(key, size, size)
        assert cache.get(key) in (size, None) if size > 12 else cache.get(key) == size
