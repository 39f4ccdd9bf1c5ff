"""Sending one message again from the outbox: who gets it and how is shown before the press."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from coordination.foundation.refused import Refused
from coordination.messaging.domain import resend
from coordination.messaging.models import Message
from coordination.messaging.permissions.message import may_handle
from coordination.people.actor import Actor
from coordination.people.models import Person


def may_send_again(row: Message) -> bool:
    return row.status in {Message.Status.SENT, Message.Status.JOINED} and not row.secret


def send(request: HttpRequest, pk: int) -> HttpResponse:
    rows = Message.objects.visible_to(request.user).select_related("person__unit")
    row = get_object_or_404(rows, pk=pk)
    if not may_handle(request.user, row):
        raise PermissionDenied
    if request.method == "POST":
        try:
            made = resend.send(row, request.POST.get("press", ""), Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect(reverse("outbox:page", args=[pk]))
        messages.success(request, _("The message is on its way again."))
        return redirect(reverse("outbox:page", args=[made.pk]))
    context = {
        "message": row,
        "title": _("Send this message again"),
        "press": resend.press(),
        "channel": Person.Channel(resend.channel_of(row)).label,
    }
    return render(request, "messaging/backoffice/again.html", context)
