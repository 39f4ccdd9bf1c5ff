"""Events on the public site: the list, one event, registering without an account, leaving an idea."""

from __future__ import annotations

import hashlib
import hmac

from allauth.core import ratelimit
from allauth.core.internal.ratelimit import get_ip
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.events.domain import newcomer_retention, seat
from coordination.events.domain import registration as verbs
from coordination.events.forms.answer import RegisterForm
from coordination.events.forms.idea import StreetIdeaForm
from coordination.events.models import Event, Registration
from coordination.foundation import clock
from coordination.foundation.phone import reaches
from coordination.foundation.street import StreetForm

PAST = 6


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What comes, soonest first, and a few of the last ones."""
    rows = Event.objects.public()
    now = clock.now()
    past = rows.filter(ends_at__lt=now).exclude(status=Event.Status.CANCELLED).order_by("-starts_at")[:PAST]
    context = {"coming": list(rows.filter(ends_at__gte=now)), "past": list(past)}
    return render(request, "events/street/index.html", context)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    event = _public(pk)
    context = {
        "event": event,
        "programme": event.programme.all(),
        "left": seat.left(event),
        "takes_answers": verbs.takes_answers(event),
        "has_begun": event.starts_at <= clock.now(),
        "holder": event.coordinator,
        "trail": [{"name": pgettext("page title", "Events"), "url": reverse("event_street:index")}],
    }
    return render(request, "events/street/show.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def register(request: HttpRequest, pk: int) -> HttpResponse:
    """A name and one way to reach one. Where all places are taken the form says so: one gets a turn in the waiting list."""
    event = _public(pk)
    if not verbs.takes_answers(event):
        return redirect("event_street:event", event.pk)
    form = RegisterForm(request.POST if request.method == "POST" else None, event=event)
    if request.method == "POST":
        if form.is_trapped:
            # A machine learns nothing: it is answered as everybody, and nothing is kept.
            return redirect("event_street:thanks", event.pk)
        if form.is_valid() and _may_register(request, form):
            had_room = seat.has_room(event)
            if form.save():
                _remember(request, form.made, had_room)
                return redirect("event_street:thanks", event.pk)
    context = {"form": form, "event": event, "left": seat.left(event)}
    context["keep_days"] = newcomer_retention.days(event.unit)
    return render(request, "events/street/register.html", context)


@require_safe
@never_cache
def thanks(request: HttpRequest, pk: int) -> HttpResponse:
    """Thank you, and what happens next."""
    event = _public(pk)
    said = request.session.get("event_answer") or {}
    is_waiting = said.get("event") == event.pk and bool(said.get("waits"))
    return render(request, "events/street/thanks.html", {"event": event, "is_waiting": is_waiting})


@require_http_methods(["GET", "POST"])
@never_cache
def ideas(request: HttpRequest, pk: int) -> HttpResponse:
    """“Did an idea come to you?”: the address stands at the event as a square code. No name is asked."""
    event = _public(pk)
    if event.status == Event.Status.CANCELLED:
        return redirect("event_street:event", event.pk)
    form = StreetIdeaForm(request.POST if request.method == "POST" else None, event=event)
    is_sent = False
    if request.method == "POST":
        is_sent = form.is_trapped or (form.is_valid() and _may_tell(request, form) and form.save())
    context = {"form": form, "event": event, "is_sent": is_sent}
    return render(request, "events/street/ideas.html", context)


def _public(pk: int) -> Event:
    return get_object_or_404(Event.objects.public().select_related("coordinator", "unit"), pk=pk)


def _remember(request: HttpRequest, row: Registration, had_room: bool) -> None:
    """What the next page tells. Whoever sends another's name and address learns what a newcomer would: not who comes."""
    before = request.session.get("event_answer") or {}
    is_own = before.get("row") == row.pk or not row.was_known
    waits = row.status == Registration.Status.WAITING if is_own else not had_room
    request.session["event_answer"] = {"event": row.event_id, "row": row.pk if is_own else None, "waits": waits}


def _may_register(request: HttpRequest, form: RegisterForm) -> bool:
    """So many an hour from one sender, so many a day for one address, known to us or not."""
    addresses = reaches(form.cleaned_data["email"], form.cleaned_data["phone"])
    sender = ratelimit.consume(request, action="event_sender", key=_sender(request))
    if sender and all(ratelimit.consume(request, action="event_address", key=address) for address in addresses):
        return True
    return _too_many(form)


def _may_tell(request: HttpRequest, form: StreetIdeaForm) -> bool:
    return ratelimit.consume(request, action="event_idea", key=_sender(request)) or _too_many(form)


def _too_many(form: StreetForm) -> bool:
    form.add_error(None, _("Many have been sent in a short while. Wait an hour, or call us."))
    return False


def _sender(request: HttpRequest) -> str:
    """A keyed digest in the place of the sender's address."""
    return hmac.new(settings.LINK_KEY.encode(), f"event:{get_ip(request)}".encode(), hashlib.sha256).hexdigest()
