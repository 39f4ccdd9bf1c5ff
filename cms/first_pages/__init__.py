"""The first pages of a new installation, in each language there is a text for; the demo adds invented voices and news."""

from .tree import build

__all__ = ["build"]
