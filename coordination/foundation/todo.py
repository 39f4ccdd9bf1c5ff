"""A thing to do, as a plain value: each wing tells its own, the roof adds them up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Todo:
    """What waits for whom. `due` is an aware datetime; `tone` is "first", "late", "act" or "wait"."""

    title: str
    url: str
    text: str = ""
    button: str = ""
    due: datetime | None = None
    tone: str = "act"
    group: str = ""
