"""Moving a meeting: proposing another time, and answering the question, at the screen or by a link of one's own."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from experts.domain import time_change as verbs
from experts.forms.time_change import ProposeForm
from experts.models import TimeChange, TimeChangeAnswer

from .booking_reader import Reader, at_screen, behind_link, behind_order_link, draw

WITH = (
    "time__booking_request__task_type",
    "time__booking_request__unit",
    "time__booking_request__orderer",
    "time__booking_request__coordinator",
    "proposer",
)


def _propose(request: HttpRequest, reader: Reader, session: int) -> HttpResponse:
    row = reader.session(session)
    form = ProposeForm(request.POST if request.method == "POST" else None, time=row.time, by=reader.by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(
            request, _("The question is on its way. The meeting stays at its old time until all have agreed.")
        )
        return redirect(reader.home)
    title, is_open = _("Propose another time"), verbs.open_for(row.time)
    context = {"title": title, "form": form, "session": row, "is_open": is_open}
    return draw(request, reader, "time_change/_propose", context)


propose, propose_link = at_screen(_propose), behind_link(_propose)
propose_order_link = behind_order_link(_propose)


@require_http_methods(["GET", "POST"])
@login_required
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """A question put to the signed-in person."""
    by = Actor.of(request.user)
    change = get_object_or_404(TimeChange.objects.visible_to(request.user).select_related(*WITH), pk=pk)
    row = change.answers.filter(person=by.person).first()
    if row is None:
        raise Http404
    return _answer(request, change, row, by, "experts/time_change/page.html")


@require_http_methods(["GET", "POST"])
@never_cache
def answer_link(request: HttpRequest, token: str) -> HttpResponse:
    """The same behind the link of the question; GET shows, POST answers."""
    try:
        link = safe_link.find(token, "time_change")
        row = TimeChangeAnswer.objects.select_related("person").get(link=link)
    except (Refused, TimeChangeAnswer.DoesNotExist):
        return render(request, "experts/offer/gone.html", status=410)
    change = TimeChange.objects.select_related(*WITH).get(pk=row.change_id)
    with translation.override(translation.get_language() if "kieli" in request.GET else link.person.language):
        return _answer(request, change, row, Actor.by_link(link.person), "experts/time_change/by_link.html")


def _answer(request: HttpRequest, change: TimeChange, row: TimeChangeAnswer, by: Actor, template: str) -> HttpResponse:
    order = change.time.booking_request
    if request.method == "POST" and request.POST.get("answer") in ("yes", "no"):
        try:
            verbs.answer(change, by, suits=request.POST["answer"] == "yes")
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            if by.user is None and row.link_id:
                safe_link.use(row.link)
            messages.success(request, _thanks(change))
        return redirect(request.get_full_path())
    helper = {"name": order.coordinator.first_name, "phone": order.coordinator.phone} if order.coordinator else None
    context = {
        "change": change,
        "order": order,
        "answer": row,
        "waits": change.status == TimeChange.Status.OPEN and change.expires_at > clock.now() and not row.answer,
        "helper": helper,
    }
    return render(request, template, context)


def _thanks(change: TimeChange) -> str:
    if change.status == TimeChange.Status.AGREED:
        return _("Thank you! The meeting has its new time, and everybody gets a message.")
    if change.status == TimeChange.Status.DECLINED:
        return _("Thank you for telling. The meeting stays at its old time.")
    return _("Thank you! The time moves once the others have answered, too.")
