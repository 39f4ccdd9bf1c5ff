"""“I am interested” on the public site: the form of a campaign, at an event, on paper. The answer is the same whatever was sent."""

from __future__ import annotations

import hashlib
import hmac
from io import BytesIO

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.events.models import Event
from coordination.foundation.phone import reaches
from coordination.people.models import Person
from coordination.recruitment.domain import channel as channels
from coordination.recruitment.domain import interest_paper, kick_off
from coordination.recruitment.forms.interest import InterestForm
from coordination.recruitment.models import Campaign

SENT = "interested_in"


@require_http_methods(["GET", "POST"])
@never_cache
def apply(request: HttpRequest, pk: int) -> HttpResponse:
    """The form of a campaign that the site tells of. `?k=` tells by which channel the reader came."""
    campaign = get_object_or_404(Campaign.objects.public().select_related("unit", "contact"), pk=pk)
    channel = channels.came_by(campaign, request.GET.get(channels.QUERY, ""))
    return _ask(request, campaign, "recruitment_sender", channel=channel)


@require_http_methods(["GET", "POST"])
@never_cache
def at_event(request: HttpRequest, pk: int) -> HttpResponse:
    """The same at the end of an event, where contact details are collected (CC-09)."""
    event = get_object_or_404(Event.objects.filter(collects_interest=True).standing(), pk=pk)
    campaign = kick_off.campaign_of(event)
    if campaign is None or not (event.is_public or campaign.is_public):
        raise Http404
    return _ask(request, campaign, "recruitment_event", event=event)


@require_safe
@never_cache
def thanks(request: HttpRequest) -> HttpResponse:
    campaign = Campaign.objects.taking().select_related("contact").filter(pk=request.session.get(SENT)).first()
    return render(request, "recruitment/interest/thanks.html", {"campaign": campaign, **_helper(campaign)})


@require_safe
def paper(request: HttpRequest, pk: int) -> FileResponse:
    """The form to print and to fill in by hand, in the page's language; `?iso` in large print."""
    campaign = get_object_or_404(Campaign.objects.public().select_related("unit", "contact"), pk=pk)
    content = interest_paper.make(campaign, get_language(), is_large="iso" in request.GET)
    return FileResponse(BytesIO(content), content_type="application/pdf", filename="lomake.pdf")


def _ask(request: HttpRequest, campaign: Campaign, limit: str, **facts: object) -> HttpResponse:
    person = _signed_in(request, campaign)
    data = request.POST if request.method == "POST" else None
    form = InterestForm(data, campaign=campaign, person=person, **facts)
    if request.method == "POST":
        if form.is_trapped:
            # A machine learns nothing: it is answered as everybody, and nothing is kept.
            return redirect("recruitment_street:thanks")
        if form.is_valid() and _may_send(request, form, limit) and form.save():
            request.session[SENT] = campaign.pk
            return redirect("recruitment_street:thanks")
    context = {
        "form": form,
        "campaign": campaign,
        "event": facts.get("event"),
        "person": person,
        "is_plain": "selko" in request.GET,
        **_helper(campaign),
    }
    return render(request, "recruitment/interest/form.html", context)


def _signed_in(request: HttpRequest, campaign: Campaign) -> Person | None:
    """One of the same organisation's people comes as themselves, and is asked for no name or address."""
    if not request.user.is_authenticated:
        return None
    person = request.user.as_person()
    if person is None or not person.unit.path.startswith(campaign.unit.organisation_path):
        return None
    return person


def _helper(campaign: Campaign | None) -> dict:
    contact = campaign.contact if campaign else None
    return {"helper": {"name": contact.first_name, "phone": contact.phone}} if contact and contact.phone else {}


def _may_send(request: HttpRequest, form: InterestForm, limit: str) -> bool:
    """So many an hour from one sender, known by a keyed digest alone; so many a day to one address, so that nobody's is filled."""
    sender = hmac.new(settings.LINK_KEY.encode(), f"interest:{get_ip(request)}".encode(), hashlib.sha256).hexdigest()
    addresses = reaches(form.cleaned_data.get("email", ""), form.cleaned_data.get("phone", ""))
    if ratelimit.consume(request, action=limit, key=sender) and all(
        ratelimit.consume(request, action="recruitment_address", key=address) for address in addresses
    ):
        return True
    form.add_error(None, _("Many have been sent in a short while. Wait an hour, or call us."))
    return False
