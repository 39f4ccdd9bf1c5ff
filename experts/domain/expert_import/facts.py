"""A fact is what one cell says once it is read, under a name; a keyed digest remembers it without keeping it twice."""

from __future__ import annotations

import hashlib
import hmac
import json
from typing import Any

from django.conf import settings

from experts.domain.list_sheet import fold

Facts = dict[str, Any]
CV, CV_AREA, CONSENT, LIMIT, PERSON = "cv.", "cv.area.", "consent.", "limit.", "person."


def digest(name: str, value: Any) -> str:
    """Sixteen signs that tell whether a fact is the same; without the installation's key they tell nothing."""
    text = json.dumps([name, same(value)], sort_keys=True, ensure_ascii=False)
    return hmac.new(settings.SECRET_KEY.encode(), text.encode(), hashlib.sha256).hexdigest()[:16]


def same(value: Any) -> Any:
    """Nothing is nothing, however it is kept; line breaks and spaces at the ends do not count."""
    if value is None or value == []:
        return ""
    return value.replace("\r\n", "\n").strip() if isinstance(value, str) else value


def name_key(first_name: str, last_name: str) -> tuple[str, str]:
    """First and last name for comparing."""
    return fold(first_name), fold(last_name)


def part(facts: Facts, prefix: str) -> Facts:
    """The facts under a prefix, without it."""
    return {name.removeprefix(prefix): value for name, value in facts.items() if name.startswith(prefix)}
