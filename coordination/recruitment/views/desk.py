"""What waits by phone and post in a campaign, for those who recruit without the back office: whom to call, which letters lie.

Calls are made and written down here; letters are printed by whoever coordinates the campaign's branch.
"""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.messaging.backoffice import call
from coordination.messaging.models import Message
from coordination.people.models import Person
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.models import Campaign
from coordination.recruitment.permissions import desk

INTERVIEWS, PLACES = "recruitment.interview.", "recruitment.place."


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def show(request: HttpRequest, campaign: int) -> HttpResponse:
    """GET lists whom to ring and the letters that wait; POST writes down what came of one call. Reading is logged."""
    found = get_object_or_404(Campaign.objects.led_by(request.user).select_related("unit", "contact"), pk=campaign)
    waiting = Message.objects.at_desk(desk.of(found)).by_hand()
    if request.method == "GET":
        subjects = [f"people.person:{key}" for key in waiting.order_by().values_list("person", flat=True).distinct()]
        access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.campaign:{found.pk}", subjects=subjects)
    letters = waiting.filter(channel=Person.Channel.POST).select_related("person", "letter")
    facts = {
        "campaign": found,
        "letters": letters.order_by("queued_at", "pk"),
        "asks_places": waiting.filter(kind__startswith=PLACES).exists(),
    }
    room = call.CallRoom(
        Message.objects.at_desk(desk.of(found)),
        desk=desk.of(found),
        facts=facts,
        template="recruitment/worker/desk.html",
        page=lambda message: _page(found, message),
    )
    return call.listed(request, room)


def _page(campaign: Campaign, message: Message) -> str:
    """Where the answer is written down; that to a place in the back office, by the one whom the page names."""
    if message.kind.startswith(PLACES):
        return ""
    name = "times" if message.kind.startswith(INTERVIEWS) else "applicants"
    return reverse(f"recruitment:{name}", args=[campaign.pk])
