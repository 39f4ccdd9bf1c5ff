"""Dates: one table of entries that the wings write and every feed, invitation and reminder reads."""
