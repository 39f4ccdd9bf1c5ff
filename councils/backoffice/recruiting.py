"""Beginning a recruitment for a council or a group: one press, and the office's page opens with what the council knows."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from coordination.foundation import board
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from councils.domain import recruiting

from . import council_found


@require_POST
def begin(request: HttpRequest, council: int) -> HttpResponse:
    row = council_found.led(request, council)
    try:
        made = recruiting.begin(row, Actor.of(request.user))
    except Refused as refusal:
        messages.error(request, refusal.message)
        return redirect(council_found.page(row))
    messages.success(request, _("The recruitment is begun as a draft. Read the words through, then open it."))
    return redirect("campaign:page", made.pk)


urlpatterns = [path("", board.asking(begin, "recruitment.add_campaign", "recruitment.add_campaign"), name="begin")]
