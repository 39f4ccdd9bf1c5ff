"""The call list: whom to ring, what to say, what came of it. It prints, too."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import call as verbs
from coordination.messaging.domain.call import Matter, ToCall
from coordination.messaging.forms.call import CallForm
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit

from . import cause

REACHED, NOT_REACHED = "tavattu", "ei-tavattu"


@dataclass(frozen=True)
class Card:
    """One person on the list, with the form that tells what came of the call."""

    entry: ToCall
    matters: list[tuple[Matter, str]]
    form: CallForm


@dataclass(frozen=True)
class CallRoom:
    """Whose calls these are: those of the branches one coordinates, or of one `desk`; `head` stands above the list.

    A holder of the desk who has no back office gets a `template` of the portal, and `page` tells where a matter is there.
    """

    messages: QuerySet[Message]
    heads: tuple[Unit, ...] = ()
    desk: str = ""
    head: str = ""
    facts: dict[str, object] = field(default_factory=dict)
    template: str = "messaging/backoffice/calls.html"
    page: Callable[[Message], str] = cause.url_of


@never_cache
@require_http_methods(["GET", "POST"])
def show(request: HttpRequest) -> HttpResponse:
    """The coordinators' own list: everybody of their branches."""
    heads = tuple(request.user.branches(Role.Kind.COORDINATOR))
    return listed(request, CallRoom(Message.objects.visible_to(request.user), heads))


def listed(request: HttpRequest, room: CallRoom) -> HttpResponse:
    """GET lists whom to ring, the most urgent first; POST writes down what came of one call."""
    wrong = _answered(request, room) if request.method == "POST" else None
    if request.method == "POST" and wrong is None:
        return redirect(request.path)
    cards = [_card(entry, wrong, room) for entry in verbs.calls(room.heads, room.desk)]
    context = {"cards": cards, "now": clock.now(), "reached": REACHED, "not_reached": NOT_REACHED, "room": room}
    return render(request, room.template, {**context, **room.facts})


def _card(entry: ToCall, wrong: CallForm | None, room: CallRoom) -> Card:
    prefix = f"p{entry.person.pk}"
    is_wrong = wrong is not None and wrong.prefix == prefix
    form = wrong if is_wrong else CallForm(messages=[], prefix=prefix)
    return Card(entry, [(matter, room.page(matter.message)) for matter in entry.matters], form)


def _answered(request: HttpRequest, room: CallRoom) -> CallForm | None:
    """Nothing when it was written down or refused with a word above the page; a form with its mistakes otherwise."""
    keys = [key for key in request.POST.get("messages", "").split(",") if key.isdecimal() and len(key) < 19]
    rows = list(room.messages.filter(pk__in=keys).select_related("person"))
    prefix = f"p{rows[0].person_id}" if rows else "p"
    form = CallForm(request.POST, messages=rows, prefix=prefix)
    if not form.is_valid():
        return form
    is_reached = request.POST.get("outcome") == REACHED
    try:
        form.save(Actor.of(request.user), is_reached=is_reached)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        _told(request, rows[0].person, is_reached=is_reached)
    return None


def _told(request: HttpRequest, person: Person, *, is_reached: bool) -> None:
    words = _("%(name)s has been told.") if is_reached else _("The try is written down. %(name)s stays on the list.")
    messages.success(request, words % {"name": person.full_name})
