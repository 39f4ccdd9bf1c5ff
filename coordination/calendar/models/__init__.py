from .entry import Entry, Guest
from .feed import Feed

__all__ = ["Entry", "Feed", "Guest"]
