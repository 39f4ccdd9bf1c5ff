"""To be kept in mind longer: one press, behind the personal link or signed in. GET shows, POST keeps."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from coordination.foundation import formats
from coordination.foundation.refused import Refused
from coordination.recruitment.domain import keeping

from .application import Reader, drawn, linked, signed_in


def keep(request: HttpRequest, reader: Reader) -> HttpResponse:
    refusal = None
    if request.method == "POST":
        try:
            row = keeping.keep_on(reader.row, reader.by)
        except Refused as refused:
            refusal = refused
        else:
            words = _("Good. We keep you in mind until %(day)s.")
            messages.success(request, words % {"day": formats.day(row.keep_until)})
            return redirect(reader.url(""))
    is_ending = keeping.is_ending(reader.row)
    context = {
        "refusal": refusal,
        "is_ending": is_ending,
        "next_day": keeping.next_day(reader.row) if is_ending else None,
        "withdraw": reader.url("withdraw"),
    }
    return drawn(request, reader, "recruitment/application/keep.html", context)


by_link, own = linked(keep, "POST"), signed_in(keep, "POST")
