"""Browsing by facets: what was chosen, the queries that answer it, and the view of the answer."""

from .choice import KINDS as KINDS
from .choice import MOST_STATES as MOST_STATES
from .choice import ROOTS as ROOTS
from .choice import SORTS as SORTS
from .choice import Choice as Choice
from .choice import ChoiceError as ChoiceError
from .choice import read_choice as read_choice
from .view import ExploreView as ExploreView
from .view import explore_view as explore_view
