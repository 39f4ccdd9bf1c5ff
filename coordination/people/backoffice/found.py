"""A person by key, as the user may see them."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from coordination.people.models import Person


def person(request: HttpRequest, pk: int) -> Person:
    """Raises `Http404` for one the user does not look after."""
    rows = Person.objects.visible_to(request.user).living().select_related("unit", "user")
    return get_object_or_404(rows, pk=pk)
