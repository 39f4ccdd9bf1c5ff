"""A button or a form that presses one verb: what was done is told, or why not."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest

from .asking import Asking
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


def sent(request: HttpRequest, form: Asking) -> bool:
    """Whether the form was sent and its verb done; what it has to tell of that is then told."""
    if request.method != "POST" or not (form.is_valid() and form.save()):
        return False
    if form.told:
        messages.success(request, form.told)
    for words in form.remarks:
        messages.warning(request, words)
    return True


def refused(request: HttpRequest, form: Asking) -> None:
    """Tell why a form without a page of its own was not done."""
    for rows in form.errors.values():
        for words in rows:
            messages.error(request, words)
