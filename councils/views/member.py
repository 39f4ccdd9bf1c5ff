"""The member's own page, the same as a sheet of paper, and the member's choices."""

from __future__ import annotations

from io import BytesIO

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.people.actor import Actor
from coordination.people.models import User
from councils.domain import member_page, member_sheet
from councils.forms.member_choice import MemberChoiceForm
from councils.models import Membership

WITH = ("council__unit", "council__meeting_fee", "person__unit")


@require_safe
@never_cache
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """My council; `?raati=` chooses among several."""
    seats, seat = _seats(request)
    context = {"seats": seats, "page": member_page.of(seat), "council": seat.council}
    return render(request, "councils/member/home.html", context)


@require_safe
@never_cache
@login_required
def sheet(request: HttpRequest) -> FileResponse:
    """The page as one sheet of paper, in the form and language one reads."""
    __, seat = _seats(request)
    body = BytesIO(member_sheet.make(member_page.of(seat)))
    return FileResponse(body, content_type="application/pdf", filename="raatini.pdf")


@require_http_methods(["GET", "POST"])
@never_cache
@login_required
def choices(request: HttpRequest) -> HttpResponse:
    seats, seat = _seats(request)
    data = request.POST if request.method == "POST" else None
    form = MemberChoiceForm(data, seat=seat, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Your choices are kept."))
        return redirect(address("councils:choices", seat))
    return render(request, "councils/member/choices.html", {"seats": seats, "council": seat.council, "form": form})


def address(name: str, seat: Membership) -> str:
    return f"{reverse(name)}?raati={seat.council_id}"


def seats_of(user: User) -> list[Membership]:
    """The user's open seats; councils that stand before those that have ended."""
    seats = Membership.objects.open().filter(person__user=user).select_related(*WITH)
    return sorted(seats, key=lambda seat: (seat.council.status == "ended", seat.pk))


def _seats(request: HttpRequest) -> tuple[list[Membership], Membership]:
    """All of them where there is something to choose, and the chosen one. Raises `Http404` for one who has none."""
    seats = seats_of(request.user)
    asked = request.GET.get("raati", "")
    chosen = next((seat for seat in seats if str(seat.council_id) == asked), None) or next(iter(seats), None)
    if chosen is None:
        raise Http404
    return seats if len(seats) > 1 else [], chosen
