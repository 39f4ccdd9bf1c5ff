"""Matching: one party knows the experts and finds the right one for an order (EX-11, CM-07).

`rank` computes who fits in the database; the reasons in words are written for those on the screen only.
"""

from .ranking import Match, Ranking, match_for, rank, stops_for, warnings_for
from .weights import Weights
from .words import Reason

__all__ = ["Match", "Ranking", "Reason", "Weights", "match_for", "rank", "stops_for", "warnings_for"]
