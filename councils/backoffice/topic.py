"""The leaders' topic bank: who proposed what, gathered into themes, put aside, taken to a meeting; suggestions that wait."""

from __future__ import annotations

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from coordination.feedback.domain import suggestion as suggestions
from coordination.feedback.models import Suggestion
from coordination.foundation.board import asking
from coordination.foundation.refused import Refused
from coordination.messaging.domain.outbox import cause
from coordination.people.actor import Actor
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from councils.domain import topic as verbs
from councils.domain import topic_bank, topic_vote
from councils.forms.topic import DismissForm, EnterForm, GatherForm, TakeForm
from councils.forms.topic_act import AgendaForm, ParkForm, PhoneVoteForm
from councils.models import Topic

from . import council_found

LOOK, ACT = "councils.view_topic", "councils.change_topic"
IN_BANK, OUT = (Topic.Status.PROPOSED, Topic.Status.TAKEN), (Topic.Status.HANDLED, Topic.Status.PARKED)


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, council: int) -> HttpResponse:
    """The bank by themes with origin and votes; POST gathers the ticked ones. Reading who proposed what is logged."""
    board = council_found.led(request, council)
    by = Actor.of(request.user)
    form = GatherForm(request.POST if request.method == "POST" else None, council=board, by=by)
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The topics are gathered."))
        return redirect("council_topic:index", board.pk)
    rows = Topic.objects.visible_to(request.user).filter(council=board).with_support()
    topics = list(rows.select_related("theme", "proposed_by", "from_unit"))
    people = {f"people.person:{row.proposed_by_id}" for row in topics if row.proposed_by_id}
    access.record(request.user, AccessEntry.Action.VIEW, f"councils.topic_bank:{board.pk}", subjects=sorted(people))
    context = {
        "council": board,
        "form": form,
        "clusters": topic_bank.clusters([row for row in topics if row.status in IN_BANK]),
        "out": [row for row in topics if row.status in OUT],
        "suggestions": list(suggestions.waiting_for(cause(board), board.unit)),
        "allowed": topic_vote.allowed(board),
    }
    return render(request, "councils/backoffice/topic_list.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def new(request: HttpRequest, council: int) -> HttpResponse:
    """What a member says on the phone or on paper, what a unit or the management brings."""
    board = council_found.led(request, council)
    form = EnterForm(request.POST if request.method == "POST" else None, council=board, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The topic is in the topic bank."))
        return redirect("council_topic:index", board.pk)
    return render(request, "councils/backoffice/topic_new.html", {"council": board, "form": form})


@require_http_methods(["GET", "POST"])
@never_cache
def show(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """One topic and all that can be done with it; POST carries `act`."""
    topic = _topic(request, council, pk)
    by = Actor.of(request.user)
    forms = _forms(request, topic, by)
    asked = forms.get(request.POST.get("act", ""))
    if request.method == "POST" and asked and asked.is_valid() and asked.save():
        messages.success(request, _("Done."))
        return redirect("council_topic:page", council, topic.pk)
    if request.method == "GET":
        people = [f"people.person:{topic.proposed_by_id}"] if topic.proposed_by_id else []
        access.record(request.user, AccessEntry.Action.VIEW, f"councils.topic:{topic.pk}", subjects=people)
    items = topic.items.select_related("meeting").order_by("pk")
    context = {"council": topic.council, "topic": topic, "items": items, "forms": forms, "form": asked}
    return render(request, "councils/backoffice/topic_page.html", context)


@require_POST
def press(request: HttpRequest, council: int, pk: int, act: str) -> HttpResponse:
    """What needs no words: seen on the public page or not, back to the bank, talked over."""
    topic = _topic(request, council, pk)
    acts: dict[str, Callable[[], object]] = {
        "nayta": lambda: verbs.show(topic, Actor.of(request.user), is_public=True),
        "piilota": lambda: verbs.show(topic, Actor.of(request.user), is_public=False),
        "takaisin": lambda: verbs.bring_back(topic, Actor.of(request.user)),
        "kasitelty": lambda: verbs.handle(topic, Actor.of(request.user)),
    }
    try:
        acts.get(act, lambda: None)()
    except Refused as refusal:
        messages.error(request, refusal.message)
    return redirect("council_topic:page", council, topic.pk)


@require_http_methods(["GET", "POST"])
@never_cache
def suggestion(request: HttpRequest, council: int, pk: int) -> HttpResponse:
    """One idea that waits in the office: into the bank without a name, or aside with a reason."""
    board = council_found.led(request, council)
    row = get_object_or_404(Suggestion.objects.for_body(cause(board), board.unit), pk=pk)
    act, data = request.POST.get("act"), request.POST if request.method == "POST" else None
    facts = {"council": board, "by": Actor.of(request.user), "suggestion": row}
    take = TakeForm(data if act == "take" else None, prefix="take", **facts)
    dismiss = DismissForm(data if act == "dismiss" else None, prefix="dismiss", **facts)
    asked = {"take": take, "dismiss": dismiss}.get(act or "")
    if asked and asked.is_valid() and asked.save():
        messages.success(request, _("The idea is in the topic bank.") if act == "take" else _("The idea is put aside."))
        return redirect("council_topic:index", board.pk)
    waits = not (row.passed_on_at or row.dismissed_at)
    context = {"council": board, "suggestion": row, "take": take, "dismiss": dismiss, "form": asked, "waits": waits}
    return render(request, "councils/backoffice/suggestion.html", context)


def _forms(request: HttpRequest, topic: Topic, by: Actor) -> dict:
    """The forms that fit the topic's state, each bound if it was sent."""
    act, data = request.POST.get("act"), request.POST if request.method == "POST" else None

    def sent(name: str) -> object:
        return data if act == name else None

    found: dict = {}
    if topic.status in IN_BANK:
        found["agenda"] = AgendaForm(sent("agenda"), topic=topic, by=by, prefix="agenda")
        found["park"] = ParkForm(sent("park"), topic=topic, by=by, prefix="park")
    if topic.status == Topic.Status.PROPOSED:
        found["vote"] = PhoneVoteForm(sent("vote"), topic=topic, by=by, prefix="vote")
    return found


def _topic(request: HttpRequest, council: int, pk: int) -> Topic:
    rows = Topic.objects.visible_to(request.user).filter(council=council_found.led(request, council)).with_support()
    return get_object_or_404(rows.select_related("council__unit", "theme", "proposed_by", "from_unit"), pk=pk)


urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, ACT), name="index"),
    path("uusi/", asking(new, ACT, ACT), name="new"),
    path("<int:pk>/", asking(show, LOOK, ACT), name="page"),
    path("<int:pk>/<str:act>/", asking(press, ACT, ACT), name="press"),
    path("ehdotus/<int:pk>/", asking(suggestion, LOOK, ACT), name="suggestion"),
]
