"""A campaign by key, for those who recruit in it."""

from __future__ import annotations

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse

from coordination.recruitment.models import Campaign


def led(request: HttpRequest, pk: int, *related: str) -> Campaign:
    """Raises `Http404` for one the user does not recruit in."""
    rows = Campaign.objects.led_by(request.user).select_related("unit", "contact", *related)
    return get_object_or_404(rows, pk=pk)


def page(campaign: Campaign) -> str:
    return reverse("campaign:page", args=[campaign.pk])


def ways(campaign: Campaign) -> str:
    return reverse("campaign:ways", args=[campaign.pk])
