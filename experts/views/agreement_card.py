"""The card agreed before a meeting: read and written by either side, printed on half a page for the client too (CM-10)."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from coordination.foundation import clock, pdf
from experts.domain import agreement_card
from experts.forms.agreement_card import AgreementCardForm
from experts.models import Booking

from .booking_reader import Reader, at_screen, behind_link, draw


def _show(request: HttpRequest, reader: Reader) -> HttpResponse:
    booking = reader.booking
    is_open = booking.status == Booking.Status.CONFIRMED and booking.ends_at > clock.now()
    data = request.POST if request.method == "POST" else None
    form = AgreementCardForm(data, booking=booking, party=reader.party, by=reader.by) if is_open else None
    if request.method == "POST" and form and form.is_valid() and form.save():
        messages.success(request, _("The card is kept. The other side sees it too."))
        return redirect(reader.url("agreement_card"))
    context = {
        "title": _("The agreement card"),
        "card": agreement_card.of(booking),
        "form": form,
        "pdf_url": reader.url("agreement_card_pdf"),
    }
    return draw(request, reader, "agreement/card", context)


def _print(request: HttpRequest, reader: Reader) -> HttpResponse:
    card = agreement_card.of(reader.booking)
    body = pdf.render(
        "agreement_card",
        card.as_data(),
        language=get_language() or "fi",
        title=_("Before we meet"),
        made_at=card.made_at,
    )
    answer = HttpResponse(body, content_type="application/pdf")
    answer["Content-Disposition"] = 'inline; filename="kortti.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


show, show_link = at_screen(_show), behind_link(_show)
printed, printed_link = at_screen(_print), behind_link(_print)
