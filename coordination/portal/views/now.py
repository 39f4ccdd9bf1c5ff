"""What should I do now: every role's matters on one page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from coordination.calendar.models import Entry
from coordination.fees.models import Fee
from coordination.foundation import clock
from coordination.people.models import Role
from coordination.portal.domain import todo
from experts.models import Expert, Session


@login_required
def show(request: HttpRequest) -> HttpResponse:
    """The first matter as the one next step, the rest below, what is coming beside."""
    own = todo.own(request.user)
    coming = Entry.objects.visible_to(request.user).standing().filter(ends_at__gte=clock.now()).order_by("starts_at")
    coming = list(coming[:4])
    for entry in coming:
        entry.about = ""
    for session in Session.objects.filter(entry__in=coming).select_related("booking__booking_request__task_type"):
        entry = next(entry for entry in coming if entry.pk == session.entry_id)
        entry.about = session.booking.booking_request.topic or session.booking.booking_request.task_type
        # The calendar keeps the preparation and the debrief free, too; here stands the time that was agreed.
        entry.starts_at, entry.ends_at = session.starts_at, session.ends_at
    context = {
        "person": request.user.as_person(),
        "first": own[0] if own else None,
        "rest": own[1:],
        "office": todo.office(request.user),
        "coming": coming,
        "has_money": Fee.objects.earned_by(request.user).exists(),
        "orders_here": request.user.has_role(Role.Kind.STAFF),
        "expert": Expert.objects.own(request.user).first(),
    }
    return render(request, "portal/now.html", context)
