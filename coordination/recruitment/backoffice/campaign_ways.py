"""The ways a campaign is told by: their short links, their papers to print, words to copy."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.recruitment.domain import campaign_sheet, overview
from coordination.recruitment.domain import channel as verbs
from coordination.recruitment.forms.campaign import ChannelForm
from coordination.recruitment.models import Campaign, Channel

from . import campaign_found


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, pk: int) -> HttpResponse:
    """Each way with its short link, how many came by it, and its papers; a box for one more."""
    campaign = campaign_found.led(request, pk)
    form = ChannelForm(form_page.posted(request), campaign=campaign, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The new way has its own short link and papers now."))
        return redirect(campaign_found.ways(campaign))
    context = {
        "campaign": campaign,
        "title": str(campaign.names),
        "form": form,
        "rows": [_row(campaign, channel, count) for channel, count in overview.of(campaign).ways],
    }
    return render(request, "recruitment/backoffice/campaign_ways.html", context)


@require_POST
def remove(request: HttpRequest, pk: int, channel: int) -> HttpResponse:
    campaign = campaign_found.led(request, pk)
    try:
        verbs.remove(get_object_or_404(campaign.channels, pk=channel), Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, _("The way is taken away. Its short link leads to the list of recruitments now."))
    return redirect(campaign_found.ways(campaign))


@require_safe
@never_cache
def paper(request: HttpRequest, pk: int, channel: int, paper: str, language: str) -> HttpResponse:
    """An advert for a notice board or a flyer for the hand, with the code of this way."""
    campaign = campaign_found.led(request, pk)
    if paper not in campaign_sheet.PAPERS or language not in campaign.languages:
        raise Http404
    way = get_object_or_404(campaign.channels.select_related("campaign"), pk=channel)
    body = BytesIO(campaign_sheet.PAPERS[paper](way, language))
    return FileResponse(body, content_type="application/pdf", filename=campaign_sheet.file_name(way, paper, language))


def _row(campaign: Campaign, channel: Channel, count: int) -> dict:
    return {
        "channel": channel,
        "count": count,
        "address": verbs.address(channel),
        "shown": verbs.shown_address(channel),
        "may_remove": not count and verbs.may_remove(channel),
    }
