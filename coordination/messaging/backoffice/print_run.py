"""Letters in the back office: those that wait, the runs, one run from its making to the post."""

from __future__ import annotations

from django.db.models import Count, QuerySet
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.admin.ui.tables import Column, TitleColumn

from coordination.foundation.board import Board, MomentColumn
from coordination.messaging.models import PrintRun
from coordination.people.models import Role, User

from . import letters
from .letters import LetterRoom


class PrintRunBoard(Board):
    model = PrintRun
    name = "print_run"
    url_prefix = "kirjeet"
    icon = "doc-full"
    menu_label = pgettext_lazy("menu", "Print runs")
    add_to_admin_menu = False
    search_fields = None
    list_display = [
        TitleColumn(
            "number",
            label=_("Print run"),
            accessor=lambda row: _("Print run %(number)s") % {"number": row.number},
            get_url=lambda row: board.page_url(row),
        ),
        Column("letters", label=_("Letters"), accessor="letter_count"),
        Column("unit", label=_("In the branch"), accessor="unit.names"),
        Column("status", label=pgettext_lazy("print run", "State"), accessor="get_status_display"),
        MomentColumn("made_at", label=pgettext_lazy("print run", "Made"), sort_key="made_at"),
        MomentColumn("ended_at", label=pgettext_lazy("print run", "Posted")),
    ]
    default_ordering = "-made_at"

    def queryset_for(self, user: User) -> QuerySet:
        return PrintRun.objects.visible_to(user).select_related("unit").annotate(letter_count=Count("letters"))

    def pages(self) -> list[URLPattern]:
        return [
            path("odottavat/", waiting, name="waiting"),
            path("kirje/<int:message>/", preview, name="letter"),
            path("<int:pk>/", show, name="page"),
            path("<int:pk>/tilanne/", state, name="state"),
            path("<int:pk>/pdf/", pdf, name="pdf"),
            path("<int:pk>/postissa/", post, name="post"),
            path("<int:pk>/uudestaan/", again, name="again"),
            path("<int:pk>/peru/", cancel, name="cancel"),
        ]


def _room(request: HttpRequest) -> LetterRoom:
    """The coordinators' own: every letter of their branches."""
    return LetterRoom(
        namespace="print_run",
        runs=PrintRun.objects.visible_to(request.user),
        heads=tuple(request.user.branches(Role.Kind.COORDINATOR)),
    )


@never_cache
@require_http_methods(["GET", "POST"])
def waiting(request: HttpRequest) -> HttpResponse:
    """GET shows the letters that wait and what is wrong with some; POST begins a run of one branch."""
    return letters.waiting(request, _room(request))


@never_cache
def preview(request: HttpRequest, message: int) -> FileResponse:
    """One letter as it will be printed, its codes covered."""
    return letters.preview(request, _room(request), message)


@never_cache
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """The run as it stands: being made, to be posted with its list to tick, or over."""
    return letters.show(request, _room(request), pk)


@never_cache
def state(request: HttpRequest, pk: int) -> JsonResponse:
    """What the progress bar asks for (static/js/progress.js)."""
    return letters.state(_room(request), pk)


@never_cache
def pdf(request: HttpRequest, pk: int) -> FileResponse:
    """The letters to print."""
    return letters.pdf(request, _room(request), pk)


@require_POST
def post(request: HttpRequest, pk: int) -> HttpResponse:
    return letters.post(request, _room(request), pk)


@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    return letters.again(request, _room(request), pk)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    return letters.cancel(request, _room(request), pk)


board = PrintRunBoard()
