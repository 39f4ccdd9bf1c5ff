"""What a cancellation or an absence brings: the tables of the branches one looks after, and a new one from a day."""

from __future__ import annotations

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.fees.domain import consequence, consequence_words
from coordination.fees.domain import consequence_keeping as verbs
from coordination.fees.domain.consequence import Line
from coordination.fees.forms.consequence import ConsequenceForm
from coordination.fees.models import Consequence
from coordination.foundation import formats
from coordination.foundation.board import Board, DayColumn
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.people.forms.choices import head_of
from coordination.people.models import Role, Unit, User

Words = tuple[str, str]


def _line(row: Consequence) -> Line:
    return Line(row.share, row.costs, row.notice, row.measure)


class ConsequenceBoard(Board):
    model = Consequence
    name = "fees_consequence"
    url_prefix = "seuraukset"
    icon = "history"
    menu_label = pgettext_lazy("menu", "Cancellations and absences")
    list_filter = ["event"]
    list_display = [
        TitleColumn(
            "event",
            label=_("What happens"),
            accessor=lambda row: capfirst(row.get_event_display()),
            get_url=lambda row: board.page_url(row),
        ),
        Column("notice", label=_("When it is told"), accessor=lambda row: notice_words(row.event, _line(row))),
        Column("share", label=_("What is due"), accessor=lambda row: consequence_words.share(_line(row))),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        DayColumn("valid_from", label=_("In force from"), sort_key="valid_from"),
        DayColumn("valid_until", label=_("Until"), sort_key="valid_until"),
    ]
    default_ordering = "event"
    index_results_template_name = "fees/backoffice/consequence_results.html"
    page_rights = {"choose": "add", "new": "add"}

    def queryset_for(self, user: User) -> QuerySet:
        return Consequence.objects.visible_to(user).select_related("unit")

    def new_url(self) -> str:
        return reverse("fees_consequence:choose")

    def pages(self) -> list[URLPattern]:
        return [
            path("uusi/", choose, name="choose"),
            path("uusi/<str:event>/", keep, name="new"),
            path("<int:pk>/", end, name="page"),
        ]


def notice_words(event: str, line: Line) -> str:
    """An absence has no notice to tell of."""
    return consequence_words.notice(line) if event in Consequence.TOLD_BEFORE else ""


def choose(request: HttpRequest) -> HttpResponse:
    """Every event with what holds now."""
    branches = request.user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
    home = head_of(Unit.objects.within(branches).active())
    events = [
        (key, capfirst(name), _told(key, consequence.table_for(home, key) if home else consequence.DEFAULTS[key]))
        for key, name in Consequence.Event.choices
    ]
    return render(request, "fees/backoffice/consequences.html", {"events": events, "home": home})


def keep(request: HttpRequest, event: str) -> HttpResponse:
    if event not in Consequence.Event.values:
        raise Http404
    form = ConsequenceForm(form_page.posted(request), event=event, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The new rule is kept. What happens before its first day goes by the old one."))
        return redirect("fees_consequence:index")
    title = capfirst(Consequence.Event(event).label)
    return render(request, "fees/backoffice/consequence_form.html", {"form": form, "title": title})


def end(request: HttpRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Consequence.objects.visible_to(request.user).select_related("unit"), pk=pk)
    by = Actor.of(request.user)
    form = forms.Form(form_page.posted(request))
    if request.method == "POST" and form.is_valid():
        try:
            verbs.end(row, by)
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The rule is ended. What holds above it holds here from today."))
            return redirect("fees_consequence:index")
    table = [_line(each) for each in Consequence.objects.together_with(row)]
    context = {
        "row": row,
        "title": capfirst(row.get_event_display()),
        "lines": _told(row.event, consequence.in_order(table)),
        "days": _days(row),
        "is_over": row.valid_until is not None,
    }
    return render(request, "fees/backoffice/consequence.html", context)


def _told(event: str, table: tuple[Line, ...]) -> list[Words]:
    """Notice and what is due, line by line."""
    return [(capfirst(notice_words(event, line)), consequence_words.share(line)) for line in table]


def _days(row: Consequence) -> str:
    last = formats.day(row.valid_until) if row.valid_until else ""
    return f"{formats.day(row.valid_from)} {formats.DASH} {last}".rstrip()


board = ConsequenceBoard()
