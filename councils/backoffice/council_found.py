"""A council by key, for those who lead it."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from councils.models import Council


def led(request: HttpRequest, pk: int, *related: str) -> Council:
    """Raises `Http404` for one the user does not lead."""
    return get_object_or_404(Council.objects.led_by(request.user).select_related("unit", *related), pk=pk)


def page(council: Council) -> str:
    return reverse("council:page", args=[council.pk])


def members(council: Council) -> str:
    return reverse("council:members", args=[council.pk])


def board() -> str:
    return reverse("council:index")
