"""Selection: applicants side by side, a draft choice for each, the balance of the moment, and settling (CC-10, EX-08, L-45).

Each reading is logged. Nobody hears anything before the selection is settled.
"""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.board import asking
from coordination.foundation.keys import ticked
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from coordination.recruitment.domain import balance, decision, equality, selection_list
from coordination.recruitment.forms.selection import ManyForm, RowsForm
from coordination.recruitment.models import Applicant, Campaign

from . import campaign_found as found
from . import campaign_reserve as reserve

LOOK, ACT = "recruitment.view_applicant", "recruitment.change_applicant"
PAGE = 40
FEWEST, MOST = 2, 4
ROWS, MANY, ALL, COMPARE = "rivit", "monta", "kaikki", "vertaa"


@require_http_methods(["GET", "POST"])
@never_cache
def index(request: HttpRequest, campaign: int) -> HttpResponse:
    """The table of a view with a box each; POST saves the boxes, one choice for many, or leads to the comparison."""
    board = found.led(request, campaign)
    view = request.GET.get("nayta", selection_list.UNDECIDED)
    view = view if view in selection_list.VIEWS else selection_list.UNDECIDED
    rows = selection_list.in_view(board, view).others_than(request.user)
    page = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    act, facts = request.POST.get("act"), {"campaign": board, "by": Actor.of(request.user)}
    if act == COMPARE:
        return _compared(request, board, view)
    boxes = RowsForm(_data(request, act == ROWS), rows=selection_list.of(board, page), **facts)
    many = ManyForm(_data(request, act in (MANY, ALL)), applicants=_picked(request, rows, act), prefix="many", **facts)
    form = {ROWS: boxes, MANY: many, ALL: many}.get(act or "")
    if form and form.is_valid() and form.save():
        _tell(request, form)
        return redirect(request.get_full_path())
    _log(request, board, [row.person_id for row in page])
    context = {
        "campaign": board,
        "view": view,
        "views": selection_list.counts(board),
        "may_choose": view in selection_list.CHOOSABLE and board.status != Campaign.Status.ENDED,
        "page_obj": page,
        "boxes": boxes,
        "many": many,
        "form": form,
        "balance": balance.of(board),
        "picked": request.POST.getlist("picked"),
    }
    return render(request, "recruitment/backoffice/selection.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def compare(request: HttpRequest, campaign: int) -> HttpResponse:
    """Two to four beside each other, by what was asked of everybody and the interviewers' joint words."""
    board = found.led(request, campaign)
    keys = ticked(request.GET.getlist("kuka"))[:MOST]
    rows = Applicant.objects.visible_to(request.user).filter(campaign=board, pk__in=keys).select_related("person")
    shown = selection_list.of(board, rows.order_by("came_at", "pk"))
    if len(shown) < FEWEST:
        messages.info(request, _("Tick two to four people, then compare."))
        return redirect("campaign_selection:index", board.pk)
    form = RowsForm(_data(request, request.method == "POST"), rows=shown, campaign=board, by=Actor.of(request.user))
    if request.method == "POST" and form.is_valid() and form.save():
        _tell(request, form)
        return redirect(request.get_full_path())
    _log(request, board, [row.applicant.person_id for row in shown])
    context = {
        "campaign": board,
        "form": form,
        "boxes": form.boxes(),
        "criteria": list(selection_list.NAMES.items()),
        "balance": balance.of(board),
        "may_choose": board.status != Campaign.Status.ENDED,
    }
    return render(request, "recruitment/backoffice/selection_compare.html", context)


@require_http_methods(["GET", "POST"])
@never_cache
def settle(request: HttpRequest, campaign: int) -> HttpResponse:
    """What will happen and what to look at first; the press settles and tells everybody."""
    board = found.led(request, campaign)
    refusal = None
    if request.method == "POST":
        try:
            work = decision.settle(board, Actor.of(request.user))
        except Refused as refused:
            refusal = refused
        else:
            messages.success(request, _("The selection is settled, and the answers are on their way."))
            return redirect("records:job", work.pk) if work else redirect("campaign_selection:index", board.pk)
    drafts = list(decision.waiting(board).select_related("person"))
    rows = selection_list.of(board, drafts)
    stuck = [row for row in rows if row.applicant.choice not in row.open_to]
    _log(request, board, [row.applicant.person_id for row in stuck])
    context = {
        "campaign": board,
        "balance": balance.of(board),
        "answers": decision.answers(drafts),
        "stuck": stuck,
        "kept": selection_list.in_view(board, selection_list.KEPT).filter(choice="").count(),
        "refusal": refusal,
    }
    return render(request, "recruitment/backoffice/selection_settle.html", context)


@require_safe
@never_cache
def equal(request: HttpRequest, campaign: int) -> HttpResponse:
    """Numbers of answers and reasons by group; nobody is told of, so it is not logged."""
    board = found.led(request, campaign)
    context = {"campaign": board, "tables": equality.of(board), "smallest": equality.SMALLEST}
    return render(request, "recruitment/backoffice/selection_equality.html", context)


def _data(request: HttpRequest, is_mine: bool) -> QueryDict | None:
    return form_page.posted(request) if is_mine else None


def _picked(request: HttpRequest, rows, act: str | None):
    if act == ALL:
        return rows
    return rows.filter(pk__in=ticked(request.POST.getlist("picked")))


def _compared(request: HttpRequest, board: Campaign, view: str) -> HttpResponse:
    keys = ticked(request.POST.getlist("picked"))
    if not FEWEST <= len(keys) <= MOST:
        messages.info(request, _("Tick two to four people, then compare."))
        return redirect(request.get_full_path())
    asked = "&".join(f"kuka={key}" for key in keys)
    return redirect(f"{reverse('campaign_selection:compare', args=[board.pk])}?{asked}")


def _tell(request: HttpRequest, form: RowsForm | ManyForm) -> None:
    words = ngettext("%(count)s choice is saved.", "%(count)s choices are saved.", form.made)
    messages.success(request, words % {"count": form.made})
    left = getattr(form, "left_out", [])
    if left:
        words = ngettext(
            "%(count)s person was left out: the choice is not open to them. The list tells why.",
            "%(count)s people were left out: the choice is not open to them. The list tells why.",
            len(left),
        )
        messages.warning(request, words % {"count": len(left)})


def _log(request: HttpRequest, board: Campaign, people: list[int]) -> None:
    subjects = [f"people.person:{key}" for key in sorted(set(people))]
    access.record(request.user, AccessEntry.Action.VIEW, f"recruitment.selection:{board.pk}", subjects=subjects)


urlpatterns: list[URLPattern] = [
    path("", asking(index, LOOK, ACT), name="index"),
    path("rinnakkain/", asking(compare, LOOK, ACT), name="compare"),
    path("paatos/", asking(settle, ACT, ACT), name="settle"),
    path("tasapuolisuus/", asking(equal, LOOK, LOOK), name="equality"),
    path("varalla/", asking(reserve.index, LOOK, LOOK), name="reserve"),
    path("varalla/<int:pk>/vastaus/", asking(reserve.answer, ACT, ACT), name="answer"),
    path("varalla/<int:pk>/jatko/", asking(reserve.keep, ACT, ACT), name="keep"),
    path("varalla/<int:pk>/<slug:act>/", asking(reserve.press, ACT, ACT), name="press"),
]
