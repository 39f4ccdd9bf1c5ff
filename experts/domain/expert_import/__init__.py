"""A coordinator's list of experts into the register: checked without touching anything, then stored in one transaction."""

from .checking import Check, check
from .rest import rest_file
from .storing import Stored, store

__all__ = ["Check", "Stored", "check", "rest_file", "store"]
