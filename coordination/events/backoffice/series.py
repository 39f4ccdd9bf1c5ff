"""Series of events: supervision, trainings, joint meetings; their times and who was there."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.events.domain import attendance, someone
from coordination.events.domain import series as verbs
from coordination.events.forms.arrange import FindForm
from coordination.events.forms.series import AddForm, SeriesForm
from coordination.events.models import Event, EventSeries
from coordination.foundation.board import Board, DayColumn
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.models import User
from coordination.records.domain import access
from coordination.records.models import AccessEntry

from . import found
from .event_edit import FORM


class SeriesBoard(Board):
    model = EventSeries
    name = "event_series"
    url_prefix = "tapahtumasarjat"
    icon = "list-ol"
    menu_label = pgettext_lazy("menu", "Series of events")
    menu_order = 144
    add_to_admin_menu = True
    search_fields = None
    list_display = [
        TitleColumn(
            "name",
            label=pgettext_lazy("event", "Name"),
            accessor=lambda row: str(row.names),
            get_url=lambda row: reverse("event_series:page", args=[row.pk]),
        ),
        Column("kind", label=pgettext_lazy("event", "Kind"), accessor=lambda row: Event.Kind(row.kind).label),
        Column("unit", label=pgettext_lazy("field", "Unit"), accessor=lambda row: str(row.unit.names)),
        Column("times", label=pgettext_lazy("series", "Times"), accessor="count"),
        DayColumn("ended_on", label=pgettext_lazy("series", "Ended")),
    ]
    page_rights = {"new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return EventSeries.objects.led_by(user).select_related("unit").annotate(count=Count("events")).order_by("-pk")

    def new_url(self) -> str:
        return reverse("event_series:new")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", new, name="new"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/kerta/", add, name="add"),
            path("<int:pk>/kutsu/", invite, name="invite"),
            path("<int:pk>/paina/<slug:act>/", press, name="press"),
        ]


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest) -> HttpResponse:
    form = SeriesForm(form_page.posted(request), user=request.user)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The times are drafts: look them through, open them, then invite."))
        return redirect("event_series:page", form.made.pk)
    context = {
        "form": form,
        "title": _("New series"),
        "lead": _(
            "Instead of a public holiday the next working day is taken. Each time can be changed on its own page."
        ),
        "button": _("Make the times"),
        "back": reverse("event_series:index"),
    }
    return render(request, FORM, context)


@require_safe
@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The times, and a table of who was there. Reading it is written to the access log."""
    series = found.series(request, pk)
    access.record(request.user, AccessEntry.Action.VIEW, f"events.eventseries:{series.pk}")
    events = attendance.times(series)
    context = {
        "series": series,
        "kind": Event.Kind(series.kind).label,
        "events": events,
        "drafts": sum(event.status == Event.Status.DRAFT for event in events),
        "rows": attendance.table(series, events),
    }
    return render(request, "events/backoffice/series.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def add(request: HttpRequest, pk: int) -> HttpResponse:
    series = found.series(request, pk)
    form = AddForm(form_page.posted(request), series=series, by=Actor.of(request.user))
    back = reverse("event_series:page", args=[series.pk])
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The time is a draft until you open it."))
        return redirect(back)
    context = {"form": form, "title": _("One more time"), "button": _("Make the time"), "back": back}
    return render(request, FORM, context)


@require_http_methods(["GET", "POST"])
@never_cache
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """First a search, then those one ticked are invited to every open time with one message each."""
    series = found.series(request, pk)
    by = Actor.of(request.user)
    back = reverse("event_series:page", args=[series.pk])
    first = series.events.order_by("starts_at").first()
    form, people = FindForm(form_page.posted(request)), None
    if first is not None and request.method == "POST" and form.is_valid():
        try:
            people = someone.known(first, by, form.cleaned_data["reach"])
            access.record(request.user, AccessEntry.Action.SEARCH, f"events.eventseries:{series.pk}")
            chosen = found.ticked(request, people)
            if chosen:
                verbs.invite(series, chosen, by)
                words = ngettext("%(count)s person is invited.", "%(count)s people are invited.", len(chosen))
                messages.success(request, words % {"count": len(chosen)})
                return redirect(back)
        except Refused as refusal:
            refusal.as_form_error(form)
    rows = [(person, False) for person in people or []]
    context = {"series": series, "form": form, "found": rows, "searched": people is not None, "back": back}
    return render(request, "events/backoffice/invite.html", context)


@require_POST
def press(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Open every draft (`avaa`), or end the series (`paata`)."""
    series = found.series(request, pk)
    verb = {"avaa": verbs.open_all, "paata": verbs.end}.get(act)
    if verb is None:
        raise Http404
    try:
        verb(series, Actor.of(request.user))
        messages.success(request, _("The times are open.") if act == "avaa" else _("The series has ended."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("event_series:page", series.pk)


board = SeriesBoard()
