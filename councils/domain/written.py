"""What is written into a row stands with the records, since events are written too; the wing finds it here."""

from coordination.records.domain.written import sound, write

__all__ = ["sound", "write"]
