"""The doors of a desk's letters and calls, as its holders have them under the page of their own matter.

The matter's app finds it, for its holders alone (`Http404` for others), and tells its name and what stands above its screens.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.board import asking
from coordination.messaging.models import Message, PrintRun
from coordination.people.models import Unit

from . import call, letters
from .call import CallRoom
from .letters import LetterRoom


@dataclass(frozen=True)
class Desk:
    """One desk: its `name` ("councils.council:3"), the key of its matter, its branch, the tabs above and what they need."""

    name: str
    key: int
    unit: Unit
    head: str
    facts: dict[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Doors:
    """`found` gives the desk of the key that the address has under `noun`; `rights` are those to look and to act."""

    noun: str
    found: Callable[[HttpRequest, int], Desk]
    rights: tuple[str, str]
    letters_namespace: str

    def letters(self) -> list[URLPattern]:
        either = require_http_methods(["GET", "HEAD", "POST"])
        rows = [
            ("", "waiting", letters.waiting, either),
            ("ajot/", "index", _runs, require_safe),
            ("kirje/<int:message>/", "letter", letters.preview, require_safe),
            ("ajot/<int:pk>/", "page", letters.show, require_safe),
            ("ajot/<int:pk>/tilanne/", "state", lambda request, room, pk: letters.state(room, pk), require_safe),
            ("ajot/<int:pk>/pdf/", "pdf", letters.pdf, require_safe),
            ("ajot/<int:pk>/postissa/", "post", letters.post, require_POST),
            ("ajot/<int:pk>/uudestaan/", "again", letters.again, require_POST),
            ("ajot/<int:pk>/peru/", "cancel", letters.cancel, require_POST),
        ]
        return [
            self._door(address, name, screen, self._letter_room, methods) for address, name, screen, methods in rows
        ]

    def calls(self) -> list[URLPattern]:
        either = require_http_methods(["GET", "HEAD", "POST"])
        return [self._door("", "index", call.listed, self._call_room, either)]

    def letter(self, request: HttpRequest, key: int, message: int) -> HttpResponse:
        """One letter of the desk, for the other pages of its matter."""
        return letters.preview(request, self._letter_room(self.found(request, key)), message)

    def _door(self, address: str, name: str, screen: Callable, room: Callable, methods: Callable) -> URLPattern:
        @never_cache
        @methods
        def view(request: HttpRequest, **keys: int) -> HttpResponse:
            desk = self.found(request, keys.pop(self.noun))
            return screen(request, room(desk), **keys)

        return path(address, asking(view, *self.rights), name=name)

    def _letter_room(self, desk: Desk) -> LetterRoom:
        return LetterRoom(
            namespace=self.letters_namespace,
            runs=PrintRun.objects.at_desk(desk.name),
            heads=(desk.unit,),
            desk=desk.name,
            args=(desk.key,),
            head=desk.head,
            facts=desk.facts,
        )

    def _call_room(self, desk: Desk) -> CallRoom:
        return CallRoom(Message.objects.at_desk(desk.name), desk=desk.name, head=desk.head, facts=desk.facts)


def _runs(request: HttpRequest, room: LetterRoom) -> HttpResponse:
    """Earlier print runs of the desk."""
    runs = room.runs.annotate(letter_count=Count("letters")).select_related("ended_by__person")
    rows = [(run, room.url("page", run.pk)) for run in runs[:100]]
    context = {"runs": rows, "waiting_url": room.url("waiting"), "room": room, **room.facts}
    return render(request, "messaging/backoffice/runs.html", context)
