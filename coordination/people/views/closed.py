"""allauth's pages for making accounts, passwords and addresses: closed in this house."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache


@never_cache
def show(request: HttpRequest) -> HttpResponse:
    """Says how one gets in, whatever the method."""
    return render(request, "people/closed.html", status=403)
