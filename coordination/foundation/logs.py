"""What the log says: which request, what went wrong where, and nothing about anybody.

Django writes the address of every refused page, and an error quotes what it stumbled on. So each line passes
`Covering`: personal links, e-mail addresses and identity codes are covered, whoever wrote the line.
"""

from __future__ import annotations

import logging
import re
from contextvars import ContextVar
from secrets import token_hex

from . import identity_code

request_id: ContextVar[str] = ContextVar("request_id", default="-")

COVER = "•••"
_LINK = re.compile(r"(/(?:l/[a-z]+|kalenteri)/)[^\s/?\"']+")
_QUERY = re.compile(r"(?<=\S)\?[^\s\"'>)\]]+")
_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def new_request_id() -> str:
    """Begins a request: its mark goes into each line of the log and into the answer's `X-Request-ID`."""
    mark = token_hex(6)
    request_id.set(mark)
    return mark


def covered(line: str) -> str:
    """The line without personal links, what was searched for, e-mail addresses and identity codes."""
    line = _LINK.sub(rf"\1{COVER}", line)
    line = _QUERY.sub(f"?{COVER}", line)
    return identity_code.cover(_EMAIL.sub(COVER, line))


class Covering(logging.Formatter):
    """`2026-11-21 23:15:06 WARNING django.request [4f0c…] Not Found: /l/tarjous/•••/`"""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s", "%Y-%m-%d %H:%M:%S")

    def format(self, record: logging.LogRecord) -> str:
        record.request_id = request_id.get()
        return covered(super().format(record))
