"""Sending an order's messages again: whom it reaches is shown before the press."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from coordination.foundation.refused import Refused
from coordination.messaging.domain import resend as press
from coordination.people.actor import Actor
from experts.domain import resend

from . import booking_request_found as found


def send(request: HttpRequest, pk: int) -> HttpResponse:
    """GET shows who was told what; POST sends again to all of them or to those the last change concerned."""
    order = found.to_act(request, pk)
    if request.method == "POST" and request.POST.get("to") in resend.CHOICES:
        try:
            made = resend.send(order, request.POST["to"], request.POST.get("press", ""), Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            words = ngettext("Sent again to %(count)s person.", "Sent again to %(count)s people.", len(made))
            messages.success(request, words % {"count": len(made)})
        return redirect(reverse("booking_request:page", args=[order.pk]))
    readers = resend.readers(order)
    concerned = [each for each in readers if each.is_concerned]
    context = {
        "order": order,
        "title": _("Send the messages again"),
        "readers": readers,
        "concerned": concerned if len(concerned) < len(readers) else [],
        "press": press.press(),
    }
    return render(request, "experts/backoffice/booking_request_again.html", context)
