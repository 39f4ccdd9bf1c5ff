"""How many events, how many came: a table of numbers, a year at a time (AN-14)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.events.domain import figures
from coordination.events.models import Event
from coordination.foundation import clock
from coordination.people.models import Role


@require_safe
@never_cache
def show(request: HttpRequest) -> HttpResponse:
    events = Event.objects.led_by(request.user)
    years = figures.years(events)
    asked = request.GET.get("vuosi", "")
    year = int(asked) if asked.isdecimal() and int(asked) in years else next(iter(years), clock.today().year)
    lines = figures.of_year(events, year)
    totals = {name: sum(getattr(line, name) for line in lines) for name in ("events", "visits", "absent")}
    context = {"years": years, "year": year, "lines": lines, "totals": totals}
    context["coordinates"] = request.user.has_role(Role.Kind.COORDINATOR)
    return render(request, "events/backoffice/figures.html", context)
