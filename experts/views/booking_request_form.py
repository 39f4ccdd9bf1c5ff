"""Writing an order, step by step. A draft is kept from the first step on."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext, pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from experts.domain import booking_request_content as content
from experts.domain.audience import shown_as
from experts.forms import booking_request_begun as begun
from experts.forms.booking_request import SendForm
from experts.forms.booking_request_goal import GoalStep
from experts.forms.booking_request_other import MORE
from experts.forms.booking_request_payer import PayerStep
from experts.forms.booking_request_place import PlaceStep
from experts.forms.booking_request_task import TaskStep
from experts.models import Audience, BookingRequest, Expert
from experts.permissions import booking_request as permissions

from . import booking_request_facts as facts
from . import booking_request_page as page
from . import client_choice
from .booking_request import readable
from .booking_request_begun import refusal_of

CHECK = "tarkista"
ROWS = ("more", "weekly")
MORE_ROWS = "rivit"
FORMS = {
    content.TASK: TaskStep,
    content.GOAL: GoalStep,
    content.PLACE: PlaceStep,
    content.PAYER: PayerStep,
    CHECK: SendForm,
}
STEPS = list(FORMS)
NAMES = {
    content.TASK: pgettext_lazy("order", "Task"),
    content.GOAL: gettext_lazy("Goal and participants"),
    content.PLACE: gettext_lazy("Time and place"),
    content.PAYER: pgettext_lazy("order", "Payer"),
    CHECK: gettext_lazy("Check and send"),
}


@require_http_methods(["GET", "POST"])
@login_required
def order_new(request: HttpRequest) -> HttpResponse:
    """The first step. Nothing is stored before it is posted; `?toive=<staff_key>` brings up to three wishes; a topic, a
    place and a time may have come in through `order_begin`.
    """
    by = Actor.of(request.user)
    if refusal := refusal_of(by):
        return render(request, "experts/booking_request/refused.html", {"refusal": refusal}, status=403)
    wished = _wished_in_address(request)
    named = [(expert, shown.name) for expert, shown in wished]
    form = TaskStep(request.POST or None, actor=by, wished=named, known=begun.known(request))
    if request.method == "POST" and form.is_valid():
        try:
            order = form.save()
        except Refused as refused:
            refused.as_form_error(form)
        else:
            if "asiakas" in request.GET:
                client_choice.mark(request, order)
            begun.forget(request)
            return redirect("experts:order_edit", order.number, STEPS[1])
    return render(request, "experts/booking_request/edit.html", _context(content.TASK, form, None, wished))


@require_http_methods(["GET", "POST"])
@login_required
def order_edit(request: HttpRequest, number: str, step: str) -> HttpResponse:
    """One step of a draft. "Continue" keeps a finished step; "back" and "later" keep what there is."""
    order = readable(request, number)
    by = Actor.of(request.user)
    if step not in FORMS:
        raise Http404
    if not permissions.may_write(by, order):
        return redirect("experts:order", number)
    wished = page.wished(order, request.user)
    form = _form(request, step, order, by, wished)
    if request.method == "POST":
        answer = (
            _leave(request, form, step, order)
            if {"back", "later", *ROWS} & set(request.POST)
            else _go_on(request, form, step, order)
        )
        if answer:
            return answer
    return render(request, "experts/booking_request/edit.html", _context(step, form, order, wished))


@require_POST
@login_required
def order_autosave(request: HttpRequest, number: str, step: str) -> JsonResponse:
    """Keeps the sound fields of a step while one types. 422 tells which were not kept and why; their text is not stored."""
    order = readable(request, number)
    by = Actor.of(request.user)
    if step not in FORMS or not permissions.may_write(by, order):
        raise Http404
    form = _form(request, step, order, by, page.wished(order, request.user))
    form.is_valid()
    try:
        form.keep()
    except Refused as refused:
        return JsonResponse({"ok": False, "errors": {refused.field or "": str(refused)}}, status=422)
    errors = form.refused_fields()
    return JsonResponse({"ok": not errors, "errors": errors}, status=422 if errors else 200)


def _form(request: HttpRequest, step: str, order: BookingRequest, by: Actor, wished: list):
    extra: dict[str, Any] = {}
    if step == content.TASK:
        extra = {"wished": [(expert, shown.name) for expert, shown in wished]}
    elif step == content.PLACE and MORE_ROWS in request.GET:
        extra = {"blank": MORE}
    return FORMS[step](request.POST if request.method == "POST" else None, order=order, actor=by, **extra)


def _go_on(request: HttpRequest, form, step: str, order: BookingRequest) -> HttpResponse | None:
    try:
        if form.is_valid():
            form.save()
            return _sent(request, order) if step == CHECK else _next(request, step, order)
        form.keep()
    except Refused as refused:
        refused.as_form_error(form)
    return None


def _leave(request: HttpRequest, form, step: str, order: BookingRequest) -> HttpResponse | None:
    """Unfinished is fine; what cannot be kept is shown, so that nothing typed is lost without a word."""
    form.is_valid()
    try:
        form.keep()
    except Refused as refused:
        refused.as_form_error(form)
        return None
    if form.refused_fields():
        return None
    if set(ROWS) & set(request.POST):
        more = f"?{MORE_ROWS}=1" if "more" in request.POST else ""
        return redirect(f"{reverse('experts:order_edit', args=[order.number, step])}{more}#id_others")
    if "back" in request.POST:
        return redirect("experts:order_edit", order.number, STEPS[max(STEPS.index(step) - 1, 0)])
    messages.success(request, _("The draft is kept. Go on whenever you like."))
    return redirect("experts:order_list")


def _next(request: HttpRequest, step: str, order: BookingRequest) -> HttpResponseRedirect:
    if step == content.PAYER and (warning := content.fee_warning(order)):
        messages.warning(request, warning)
    return redirect("experts:order_edit", order.number, STEPS[STEPS.index(step) + 1])


def _sent(request: HttpRequest, order: BookingRequest) -> HttpResponseRedirect:
    order.refresh_from_db()
    name = order.coordinator.first_name
    messages.success(
        request, _("The order %(number)s is on its way to %(name)s.") % {"number": order.number, "name": name}
    )
    return redirect("experts:order", order.number)


def _wished_in_address(request: HttpRequest) -> list[tuple]:
    keys = list(dict.fromkeys(request.GET.getlist("toive")))[: content.MOST_WISHES]
    seen = Expert.objects.visible_to(request.user).filter(staff_key__in=keys)
    found = {row.staff_key: row for row in seen.select_related("person", "unit", "photo").prefetch_related("audiences")}
    roots = {unit.organisation_path for unit in permissions.ordering_units(request.user)}
    wished = []
    for key in keys:
        if expert := found.get(key):
            own = expert.unit.organisation_path in roots
            wished.append((expert, shown_as(expert, Audience.Kind.OWN if own else Audience.Kind.PARTNERS)))
    return wished


def _context(step: str, form, order: BookingRequest | None, wished: list) -> dict[str, Any]:
    here = STEPS.index(step)
    names = {**NAMES, content.GOAL: gettext_lazy("Goal and permission")} if _asks_permission(order) else NAMES
    context = {
        "form": form,
        "order": order,
        "step": step,
        "number": here + 1,
        "heading": names[step],
        "steps": [_step(key, names[key], here, order) for key in STEPS],
        "next_name": names[STEPS[here + 1]] if step != CHECK else "",
        "is_last": step == CHECK,
        "so_far": _so_far(order),
        "wished": [shown for __, shown in wished],
    }
    if step == CHECK:
        lacking = [
            {"message": lack.message, "step": lack.step, "anchor": f"id_{lack.field}"}
            for lack in content.missing(order)
        ]
        groups = facts.facts(order)
        groups[0]["facts"].append((_("Your wishes"), ", ".join(shown.name for __, shown in wished)))
        context |= {"groups": groups, "lacking": lacking, "warning": content.fee_warning(order)}
    return context


def _asks_permission(order: BookingRequest | None) -> bool:
    return order is None or order.task_type.is_client_meeting


def _step(key: str, name: Any, here: int, order: BookingRequest | None) -> dict[str, Any]:
    place = STEPS.index(key)
    state = "now" if place == here else "done" if place < here else "todo"
    return {
        "name": name,
        "state": state,
        "url": reverse("experts:order_edit", args=[order.number, key]) if order else "",
    }


def _so_far(order: BookingRequest | None) -> list[tuple]:
    if order is None:
        return []
    spans = facts.times(order)
    return [
        (pgettext("order", "Number"), order.number),
        (pgettext("order", "Task"), order.task_type),
        (pgettext("order", "Unit"), order.unit),
        (pgettext("order", "Time"), spans[0] if spans else ""),
        (pgettext("order", "Where"), facts.where(order)),
        (pgettext("order", "Fee"), facts.fee(order)),
    ]
