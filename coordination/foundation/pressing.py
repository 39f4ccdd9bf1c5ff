"""A button that presses one verb: what was done is told, or why not."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from .refused import Refused


def pressed(request: HttpRequest, verb: Callable[[], object], done: object = "") -> bool:
    """Call the verb, and tell `done` if there is something to tell, or the reason of its refusal. Whether it was done."""
    try:
        verb()
    except Refused as refusal:
        messages.error(request, refusal.message)
        return False
    if done:
        messages.success(request, str(done))
    return True
