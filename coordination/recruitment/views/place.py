"""A free place offered to somebody in reserve: yes, or not this time. Behind the personal link or signed in; GET shows, POST answers."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from coordination.foundation.refused import Refused
from coordination.recruitment.domain import place

from .application import Reader, drawn, linked, signed_in

YES, NO = "kylla", "ei"


def answer(request: HttpRequest, reader: Reader) -> HttpResponse:
    """What the place is stands on the page, which is the person's own; no message tells it."""
    refusal, said = None, request.POST.get("vastaus")
    if request.method == "POST" and said in (YES, NO):
        try:
            place.answer(reader.row, reader.by, takes=said == YES)
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _THANKS[said]())
            return redirect(reader.url(""))
    context = {
        "refusal": refusal,
        "unsaid": request.method == "POST" and said not in (YES, NO),
        "is_offered": bool(reader.row.place_offered_at) and reader.row.status in place.KEPT,
        "withdraw": reader.url("withdraw"),
    }
    return drawn(request, reader, "recruitment/application/place.html", context)


_THANKS = {
    YES: lambda: _("Good that you come along! We contact you about how to begin."),
    NO: lambda: _("Thank you for answering. We keep you in mind as before."),
}
by_link, own = linked(answer, "POST"), signed_in(answer, "POST")
