"""Languages an expert may work in, by their codes."""

from experts.models.language_names import NAMES, name

__all__ = ["NAMES", "name"]
