"""Links to other datasets: what is wrong with them, what they cover, which could be added."""

from .commands import links

__all__ = ["links"]
