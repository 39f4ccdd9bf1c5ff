"""The client chooses: cards on a tablet, or on paper; the choice goes into the order. Nothing of the client is asked."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Role
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import client_choice, folder_sheet
from experts.domain.shown_cv import ShownCV
from experts.models import BookingRequest

from . import booking_request_page as page
from . import comparison
from .comparison import ORDER

FIRST, SECOND = "eka", "toka"
NOBODY = "ei"
KEPT = "client_choice"
"""Where a choice waits in the session for an order that does not exist yet: keys of the experts alone."""


@require_safe
@login_required
@never_cache
def cards(request: HttpRequest) -> HttpResponse:
    """The worker's page: hand over the device, print the cards, or write down what was chosen on paper."""
    cvs, order = _shown(request), _order(request)
    address = _query(cvs, order)
    context = {
        "cvs": cvs,
        "order": order,
        "fits": _fits(cvs),
        "tablet_url": f"{reverse('experts:client_choose')}?{address}",
        "paper_url": f"{reverse('experts:client_paper')}?{address}",
        "keep_url": f"{reverse('experts:client_chosen')}?{address}",
        "picks": [(FIRST, _("First choice")), (SECOND, _("Second choice"))],
        **comparison.links(request, cvs),
    }
    return render(request, "experts/client_choice/cards.html", context)


@require_safe
@login_required
@never_cache
def choose(request: HttpRequest) -> HttpResponse:
    """The client's own pages, without a way into the worker's: the first choice, the second, are these right."""
    cvs, order = _shown(request), _order(request)
    if not _fits(cvs):
        return redirect(f"{reverse('experts:client_cards')}?{_query(cvs, order)}")
    by_key = {cv.key: cv for cv in cvs}
    first, second = request.GET.get(FIRST, ""), request.GET.get(SECOND, "")
    context = {
        "cvs": [cv for cv in cvs if cv.key != first],
        "first": by_key.get(first),
        "second": by_key.get(second) if second != first else None,
        "step": _step(by_key, first, second),
        "hidden": [(comparison.PICK, cv.key) for cv in cvs] + ([(ORDER, order.number)] if order else []),
        "again_url": f"?{_query(cvs, order)}",
        "keep_url": f"{reverse('experts:client_chosen')}?{_query(cvs, order)}",
    }
    if context["step"] == "first":
        comparison.look(request, cvs)
    return render(request, "experts/client_choice/choose.html", context)


@require_http_methods(["GET", "POST"])
@login_required
@never_cache
def chosen(request: HttpRequest) -> HttpResponse:
    """POST keeps the choice: in the order, else in the session for the order to come. GET thanks and asks the device back."""
    cvs, order = _shown(request), _order(request)
    if request.method == "POST":
        return _kept(request, cvs, order)
    kept = _in_session(request)
    picked = [cv for key in kept for cv in cvs if cv.key == key]
    back = reverse("experts:order", args=[order.number]) if order else reverse("experts:client_result")
    context = {"picked": picked, "back_url": back if order else f"{back}?{_query(cvs, None)}"}
    return render(request, "experts/client_choice/thanks.html", context)


@require_safe
@login_required
@never_cache
def result(request: HttpRequest) -> HttpResponse:
    """The worker again: whom the client chose, and on to the order."""
    cvs = _shown(request)
    picked = [cv for key in _in_session(request) for cv in cvs if cv.key == key]
    wishes = "&".join(f"toive={cv.key}" for cv in picked)
    context = {
        "picked": picked,
        "orders_here": request.user.has_role(Role.Kind.STAFF),
        "order_url": f"{reverse('experts:order_new')}?{wishes}",
        "again_url": f"{reverse('experts:client_cards')}?{_query(cvs, None)}",
        **comparison.links(request, cvs),
    }
    return render(request, "experts/client_choice/result.html", context)


@require_safe
@login_required
@never_cache
def paper(request: HttpRequest) -> HttpResponse:
    """The same cards on paper, with boxes to tick. A page or two: made at once, and logged as taken out."""
    cvs, order = _shown(request), _order(request)
    if not _fits(cvs):
        return redirect(f"{reverse('experts:client_cards')}?{_query(cvs, order)}")
    body = folder_sheet.cards(cvs, request.LANGUAGE_CODE, 2 if request.GET.get("sivulla") == "2" else 4)
    access.record(request.user, AccessEntry.Action.EXPORT, "experts.client_cards", [cv.key for cv in cvs])
    return pdf_answer(body, pgettext("file name", "cards"))


def pdf_answer(body: bytes, name: str) -> HttpResponse:
    """A PDF to open in the browser's own reader."""
    response = HttpResponse(body, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def on_order(request: HttpRequest, order: BookingRequest) -> dict:
    """What the page of an order tells: whom the client chose, and where the client may choose."""
    marked = set(order.wishes.filter(chosen_by_client=True).values_list("expert_id", flat=True))
    wished = page.wished(order, request.user) if marked else []
    url = ""
    if order.task_type.is_client_meeting and client_choice.may_choose(order, Actor.of(request.user)):
        keys = order.wishes.values_list("expert__staff_key", flat=True)
        data = QueryDict(mutable=True)
        data.setlist(comparison.PICK, keys)
        data[ORDER] = order.number
        url = f"{reverse('experts:client_cards')}?{data.urlencode()}"
    return {"chosen": [shown.name for expert, shown in wished if expert.pk in marked], "url": url}


def mark(request: HttpRequest, order: BookingRequest) -> None:
    """Mark the wishes of a new draft as the client's, where the client has just chosen them."""
    kept = _in_session(request)
    wished = [wish.expert for wish in order.wishes.select_related("expert").order_by("rank")]
    if kept and [expert.staff_key for expert in wished] == kept:
        client_choice.choose(order, wished, Actor.of(request.user))
        del request.session[KEPT]


def _kept(request: HttpRequest, cvs: list[ShownCV], order: BookingRequest | None) -> HttpResponse:
    by_key = {cv.key: cv for cv in cvs}
    keys = list(dict.fromkeys(request.POST.get(name, "") for name in (FIRST, SECOND)))
    picked = [by_key[key] for key in keys if key in by_key]
    request.session[KEPT] = [cv.key for cv in picked]
    here = f"{reverse('experts:client_chosen')}?{_query(cvs, order)}"
    if order is not None:
        try:
            client_choice.choose(order, [cv.expert for cv in picked], Actor.of(request.user))
        except Refused as refusal:
            messages.error(request, refusal.message)
            return redirect("experts:order", order.number)
    if "paper" in request.POST:
        messages.success(request, _("The client's choice is written down."))
        return (
            redirect("experts:order", order.number)
            if order
            else redirect(f"{reverse('experts:client_result')}?{_query(cvs, None)}")
        )
    return redirect(here)


def _in_session(request: HttpRequest) -> list[str]:
    return list(request.session.get(KEPT, []))


def _shown(request: HttpRequest) -> list[ShownCV]:
    return comparison.picked(request)


def _fits(cvs: list[ShownCV]) -> bool:
    return client_choice.LEAST_SHOWN <= len(cvs) <= client_choice.MOST_SHOWN


def _order(request: HttpRequest) -> BookingRequest | None:
    """The order the choice goes into, where one was named and may still take it."""
    number = request.GET.get(ORDER, "")
    order = BookingRequest.objects.visible_to(request.user).filter(number=number).first() if number else None
    return order if order and client_choice.may_choose(order, Actor.of(request.user)) else None


def _query(cvs: list[ShownCV], order: BookingRequest | None) -> str:
    return comparison.query(cvs, **({ORDER: order.number} if order else {}))


def _step(by_key: dict[str, ShownCV], first: str, second: str) -> str:
    """Nothing is stored while one chooses: the address tells how far the client is."""
    if first == NOBODY:
        return "nobody"
    if first not in by_key:
        return "first"
    if (second in by_key and second != first) or second == NOBODY:
        return "sure"
    return "second"
