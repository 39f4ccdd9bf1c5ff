"""Ticking that the client's situation and the goal were talked through before the meeting (CM-09)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from experts.forms.briefing import BriefingForm

from .booking_reader import Reader, at_screen, behind_link, draw


def _tell(request: HttpRequest, reader: Reader) -> HttpResponse:
    if not reader.booking.booking_request.client_meeting:
        raise Http404
    form = BriefingForm(request.POST if request.method == "POST" else None, booking=reader.booking, by=reader.by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Noted: you have talked it through before the meeting."))
        return redirect(reader.home)
    context = {"title": _("The talk before the meeting"), "form": form}
    return draw(request, reader, "agreement/briefing", context)


show, show_link = at_screen(_tell), behind_link(_tell)
