"""Numbers, money and times."""

from .figures import find_quantities, quantities_of_line
from .model import Quantity, When
from .spelling import line_of
from .times import find_times, times_of_line

__all__ = [
    "Quantity",
    "When",
    "find_quantities",
    "find_times",
    "line_of",
    "quantities_of_line",
    "times_of_line",
]
