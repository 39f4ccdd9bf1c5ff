"""What is written into one box stays on one line: names and addresses stand in headings, letters and mails."""

from __future__ import annotations

import re

_UNSEEN = re.compile("[\x00-\x08\x0e-\x1b\x7f\u202a-\u202e\u2066-\u2069]")
"""Signs that draw nothing, and those that turn the rest of a line the other way round."""


def one_line(text: str) -> str:
    return " ".join(_UNSEEN.sub("", text).split())
