from .action import Action
from .entry import Entry, Guest
from .feed import Feed

__all__ = ["Action", "Entry", "Feed", "Guest"]
