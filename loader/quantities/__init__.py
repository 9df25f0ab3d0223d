"""Numbers, money and times."""

from .figures import find_quantities
from .model import Quantity, When
from .times import find_times

__all__ = ["Quantity", "When", "find_quantities", "find_times"]
