"""What is done to the items of an agenda: add, change, put in order, move on, take out, take from the topic bank."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from councils.domain import agenda as verbs
from councils.domain import topic as topics
from councils.forms.agenda import ItemForm, MoveForm, QuickForm
from councils.models import AgendaItem, Meeting, Topic

from . import meeting_found as found
from . import meeting_page

STEPS = {"up": -1, "down": 1}


@require_http_methods(["GET", "POST"])
@never_cache
def item_new(request: HttpRequest, pk: int) -> HttpResponse:
    """An item with all its facts; what the agenda's own short form sent lands here when it was not sound."""
    meeting = found.meeting(request, pk)
    by = Actor.of(request.user)
    form = ItemForm(form_page.posted(request), council=meeting.council, meeting=meeting, by=by)
    if request.method == "POST" and form.is_valid() and (made := form.save()):
        messages.success(request, _("The item is on the agenda."))
        return redirect(_at(made))
    return _drawn(request, meeting, form)


@require_POST
def quick(request: HttpRequest, pk: int) -> HttpResponse:
    """A title and minutes from the agenda's page."""
    meeting = found.meeting(request, pk)
    form = QuickForm(request.POST)
    if form.is_valid():
        try:
            language = meeting.council.main_language
            facts = {"title": {language: form.cleaned_data["title"]}, "minutes": form.cleaned_data["minutes"]}
            made = verbs.add(meeting, Actor.of(request.user), **facts)
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, _("The item is on the agenda."))
            return redirect(_at(made))
    for errors in form.errors.values():
        messages.error(request, errors[0])
    return redirect(f"{reverse('meeting:page', args=[meeting.pk])}#lisaa")


@require_http_methods(["GET", "POST"])
@never_cache
def item(request: HttpRequest, item: int) -> HttpResponse:
    row = found.item(request, item)
    form = ItemForm(
        form_page.posted(request), council=row.council, meeting=row.meeting, item=row, by=Actor.of(request.user)
    )
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("Kept."))
        return redirect(_at(row))
    return _drawn(request, row.meeting, form, row)


@require_POST
def put(request: HttpRequest, item: int) -> HttpResponse:
    """One step up or down (`step`), or to a place of its own (`place`, from 0).

    The small script asks for the agenda alone (`X-Part`) and tells what happened aloud; without it the page comes anew.
    """
    row = found.item(request, item)
    meeting = row.meeting
    if meeting is None:
        raise Http404("It waits in the backlog.")
    try:
        ordered = verbs.put(row, Actor.of(request.user), _place(request, row))
    except Refused as refusal:
        said = str(refusal)
    else:
        place = [each.pk for each in ordered].index(row.pk) + 1
        said = _("%(title)s is now number %(place)s of %(count)s.") % {
            "title": row.title,
            "place": place,
            "count": len(ordered),
        }
    if request.headers.get("X-Part"):
        return render(request, "councils/backoffice/_agenda.html", meeting_page.agenda_facts(meeting, said))
    messages.info(request, said)
    return redirect(_at(row))


@require_http_methods(["GET", "POST"])
@never_cache
def item_move(request: HttpRequest, item: int) -> HttpResponse:
    """To another meeting or to the backlog."""
    row = found.item(request, item)
    was = row.meeting
    form = MoveForm(form_page.posted(request), item=row, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The item is moved."))
        return redirect("meeting:page", was.pk) if was else redirect("council_meeting:index", row.council_id)
    context = {"council": row.council, "meeting": was, "item": row, "form": form}
    return render(request, "councils/backoffice/agenda_item_move.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def item_remove(request: HttpRequest, item: int) -> HttpResponse:
    row = found.item(request, item)
    meeting, council = row.meeting, row.council
    refused = ""
    if request.method == "POST":
        try:
            verbs.remove(row, Actor.of(request.user))
        except Refused as refusal:
            refused = str(refusal)
        else:
            messages.success(request, _("The item is taken out."))
            return redirect("meeting:page", meeting.pk) if meeting else redirect("council_meeting:index", council.pk)
    context = {"council": council, "meeting": meeting, "item": row, "refused": refused}
    return render(request, "councils/backoffice/agenda_item_remove.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def take(request: HttpRequest, pk: int) -> HttpResponse:
    """Topics of the bank and items that wait, each with a button that takes it to this agenda."""
    meeting = found.meeting(request, pk)
    waiting = AgendaItem.objects.backlog(meeting.council)
    bank = Topic.objects.visible_to(request.user).filter(council=meeting.council).waiting().with_support()
    if request.method == "POST":
        try:
            made = _taken(request, meeting)
        except Refused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("The item is on the agenda."))
            return redirect(_at(made))
    most_wanted = sorted(bank, key=lambda topic: (-topic.support, topic.pk))
    context = {"council": meeting.council, "meeting": meeting, "topics": most_wanted, "waiting": waiting}
    return render(request, "councils/backoffice/agenda_take.html", context)


def _taken(request: HttpRequest, meeting: Meeting) -> AgendaItem:
    by = Actor.of(request.user)
    if key := request.POST.get("topic", ""):
        rows = Topic.objects.visible_to(request.user).filter(council=meeting.council)
        return topics.take(get_object_or_404(rows, pk=_number(key)), by, meeting)
    rows = AgendaItem.objects.backlog(meeting.council)
    return verbs.move(get_object_or_404(rows, pk=_number(request.POST.get("item", ""))), by, meeting)


def _place(request: HttpRequest, row: AgendaItem) -> int:
    if step := STEPS.get(request.POST.get("step", "")):
        return max(0, row.position + step)
    place = request.POST.get("place", "")
    return _number(place) if place else row.position


def _number(text: str) -> int:
    """Nothing a browser of ours sends is anything else; 0 finds no row."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 10 else 0


def _at(row: AgendaItem) -> str:
    if row.meeting_id:
        return f"{reverse('meeting:page', args=[row.meeting_id])}#kohta-{row.pk}"
    return reverse("council_meeting:index", args=[row.council_id])


def _drawn(
    request: HttpRequest, meeting: Meeting | None, form: ItemForm, row: AgendaItem | None = None
) -> HttpResponse:
    context = {"council": form.council, "meeting": meeting, "form": form, "item": row}
    return render(request, "councils/backoffice/agenda_item.html", context)


pages = [
    path("<int:pk>/kohta/", item_new, name="item_new"),
    path("<int:pk>/lisaa/", quick, name="item_quick"),
    path("<int:pk>/ota/", take, name="take"),
    path("kohta/<int:item>/", item, name="item"),
    path("kohta/<int:item>/paikka/", put, name="put"),
    path("kohta/<int:item>/siirra/", item_move, name="item_move"),
    path("kohta/<int:item>/poista/", item_remove, name="item_remove"),
]
