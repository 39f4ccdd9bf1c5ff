"""Recruitments on the public site: what is open, one campaign's page, and the short links that lead there."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.events.models import Event
from coordination.foundation import clock
from coordination.recruitment.domain import channel
from coordination.recruitment.models import Campaign


@require_safe
@never_cache
def index(request: HttpRequest) -> HttpResponse:
    """What one can apply to today. A short link whose code nobody knows leads here, and says so kindly."""
    campaigns = Campaign.objects.public().select_related("unit", "contact").order_by("ends_on", "pk")
    context = {"campaigns": campaigns, "is_lost": "eiloydy" in request.GET}
    return render(request, "recruitment/campaign/list.html", context)


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """What it is, in ordinary and in plain words, whom to call, how it goes on. A closed one says so and leads on.

    A draft, and one kept off the site, is shown to those who recruit in it alone: as it will look.
    """
    found = Campaign.objects.select_related("unit", "contact", "kick_off").filter(pk=pk).first()
    if found is None or not (_is_told(found) or Campaign.objects.visible_to(request.user).filter(pk=pk).exists()):
        raise Http404
    came_by = channel.found(request.GET.get(channel.QUERY, ""))
    context = {
        "campaign": found,
        "is_open": Campaign.objects.public().filter(pk=pk).exists(),
        "is_preview": not _is_told(found),
        "offers": str(found.offers).splitlines(),
        "kick_off": _kick_off(found),
        "onward": f"?{channel.QUERY}={came_by.code}" if came_by else "",
    }
    return render(request, "recruitment/campaign/show.html", context)


@require_safe
def by_short_link(request: HttpRequest, code: str) -> HttpResponse:
    """From a flyer to the campaign, in the reader's language; the address goes on carrying the code. Nothing is stored."""
    known = channel.found(code)
    if known is None or not _is_told(known.campaign):
        response = redirect(f"{reverse('recruitment_street:index')}?eiloydy=1")
    else:
        response = redirect(
            f"{reverse('recruitment_street:campaign', args=[known.campaign_id])}?{channel.QUERY}={known.code}"
        )
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def _is_told(campaign: Campaign) -> bool:
    """Whether the site has a page of it, open or over. One that begins later has none yet."""
    has_begun = campaign.status != Campaign.Status.DRAFT and campaign.starts_on <= clock.today()
    return campaign.is_public and has_begun


def _kick_off(campaign: Campaign) -> Event | None:
    """The kick-off, where everybody may see it and it is still to come."""
    if campaign.kick_off_id is None:
        return None
    return Event.objects.public().standing().filter(pk=campaign.kick_off_id, ends_at__gte=clock.now()).first()
