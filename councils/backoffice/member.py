"""One member in the leaders' hands: the member's page as a sheet of paper, and choices told by phone."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.http import FileResponse, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.board import asking
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import member_page, member_sheet
from councils.forms.member_choice import MemberChoiceForm
from councils.models import Council, Membership

LOOK, ACT = "councils.view_membership", "councils.change_membership"
WITH = ("council__unit", "council__meeting_fee", "person__unit")


@require_safe
@never_cache
def sheet(request: HttpRequest, council: int, pk: int) -> FileResponse:
    """For a member without a computer: the same page on paper, in the member's language and form of print."""
    seat = _seat(request, council, pk)
    body = BytesIO(member_sheet.make(member_page.of(seat)))
    return FileResponse(body, content_type="application/pdf", filename="raatini.pdf")


@require_http_methods(["GET", "POST"])
@never_cache
def choices(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """What the member chooses on the telephone; the log says who wrote it down."""
    seat = _seat(request, council, pk)
    by = Actor.of(request.user).acting_for(seat.person)
    form = MemberChoiceForm(request.POST if request.method == "POST" else None, seat=seat, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The member's choices are kept."))
        return redirect("council:members", council)
    context = {"council": seat.council, "seat": seat, "form": form}
    return render(request, "councils/backoffice/member_choices.html", context)


def _seat(request: HttpRequest, council: int, pk: int) -> Membership:
    """Of a council the reader leads; opening it is logged."""
    led = Council.objects.led_by(request.user).filter(pk=council)
    seat = get_object_or_404(Membership.objects.open().select_related(*WITH), council__in=led, pk=pk)
    access.record(
        request.user, AccessEntry.Action.VIEW, f"councils.membership:{seat.pk}", [f"people.person:{seat.person_id}"]
    )
    return seat


urlpatterns = [
    path("tuloste/", asking(sheet, LOOK, LOOK), name="sheet"),
    path("valinnat/", asking(choices, ACT, ACT), name="choices"),
]
