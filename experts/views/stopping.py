"""My break: how things stand, and one press each for a break, coming back, stopping and withdrawing a consent (EX-02)."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from coordination.foundation.asking import Asking
from coordination.people.actor import Actor
from coordination.privacy.models import Consent, Purpose
from experts.domain import strain
from experts.forms.stopping import ComeBackForm, StopForm, TopicBreakForm
from experts.models import BackgroundCheck, Expert, ServiceArea, Stopping, Touched

from .expert import for_expert

Kind = Stopping.Kind
Status = Expert.Status
MAY_LEAVE = {Status.ACTIVE}
SHOWN = (Purpose.CV_OWN, Purpose.CV_PARTNERS, Purpose.CV_PUBLIC, Purpose.MEDIA)
WORDS = {
    Kind.LEAVE: {
        "title": gettext_lazy("Take a break"),
        "lead": gettext_lazy("You need not tell why. The break begins at once, and you may come back whenever you like."),
        "happens": gettext_lazy("Your CV leaves the folder and the public page, and you are not asked to anything."),
        "button": gettext_lazy("Begin my break"),
        "done": gettext_lazy("Your break has begun. Rest well: you may come back whenever you like."),
    },
    Kind.END: {
        "title": gettext_lazy("Stop altogether"),
        "lead": gettext_lazy("You may stop at any time, and you need not tell why. Thank you for what you have given."),
        "happens": gettext_lazy(
            "Your CV leaves the folder and the public page, and you are not asked to anything any more. "
            "Fees already earned are paid."
        ),
        "button": gettext_lazy("Stop being an expert"),
        "done": gettext_lazy("It is noted: you have stopped. Thank you for everything."),
    },
    Kind.CONSENT: {
        "title": gettext_lazy("Withdraw a consent"),
        "lead": gettext_lazy("You may withdraw a consent at any time, and you need not tell why. It takes effect at once."),
        "happens": "",
        "button": gettext_lazy("Withdraw my consent"),
        "done": gettext_lazy("Your consent is withdrawn. It is in force already."),
    },
}  # fmt: skip


@require_safe
@never_cache
@for_expert
def show(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    consents = Consent.objects.in_force().filter(person=expert.person_id, purpose__in=SHOWN).order_by("purpose")
    with_times = ("touched__booking_request__task_type", "touched__booking__sessions")
    latest = expert.stoppings.prefetch_related(*with_times).first()
    context = {
        "expert": expert,
        "may_leave": expert.status in MAY_LEAVE,
        "may_come_back": expert.status == Status.LEAVE,
        "may_end": expert.status != Status.ENDED,
        "consents": consents,
        "latest": latest,
        "kept": [row for row in latest.touched.all() if row.outcome == Touched.Outcome.KEPT] if latest else [],
        "row": strain.of(expert),
        "paused": expert.paused_topics.in_force().select_related("area"),
        "check": BackgroundCheck.objects.filter(expert=expert).first(),
    }
    return render(request, "experts/stopping/show.html", context)


@never_cache
@for_expert
def leave(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    if expert.status not in MAY_LEAVE:
        return redirect("experts:stopping")
    return _ask(request, expert, by, Kind.LEAVE)


@never_cache
@for_expert
def end(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    if expert.status == Status.ENDED:
        return redirect("experts:stopping")
    return _ask(request, expert, by, Kind.END)


@never_cache
@for_expert
def consent(request: HttpRequest, expert: Expert, by: Actor, purpose: str) -> HttpResponse:
    if purpose not in SHOWN:
        raise Http404
    if not Consent.objects.in_force().filter(person=expert.person_id, purpose=purpose).exists():
        return redirect("experts:stopping")
    return _ask(request, expert, by, Kind.CONSENT, purpose)


@never_cache
@for_expert
def come_back(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    """Back from a break, or a longer one."""
    if expert.status != Status.LEAVE:
        return redirect("experts:stopping")
    form = ComeBackForm(request.POST if request.method == "POST" else None, expert=expert, by=by)
    if _done(request, form):
        messages.success(request, _("Thank you for telling. It is in force now."))
        return redirect("experts:stopping")
    words = {
        "title": _("Come back from the break"),
        "lead": _("You decide when, and how long."),
        "button": _("Keep my choice"),
    }
    return render(request, "experts/stopping/ask.html", {"form": form, "expert": expert, **words})


@never_cache
@for_expert
def topic(request: HttpRequest, expert: Expert, by: Actor, pk: int) -> HttpResponse:
    """A break from one topic."""
    area = get_object_or_404(ServiceArea, pk=pk)
    form = TopicBreakForm(request.POST if request.method == "POST" else None, expert=expert, area=area, by=by)
    if _done(request, form):
        messages.success(request, _("It is noted. You are not asked to speak of this topic for now."))
        return redirect("experts:stopping")
    words = {
        "title": _("A break from the topic: %(topic)s") % {"topic": area},
        "lead": _("You need not tell why. Your other topics and bookings stay as they are."),
        "button": _("Begin the break from this topic"),
    }
    return render(request, "experts/stopping/ask.html", {"form": form, "expert": expert, **words})


def _ask(request: HttpRequest, expert: Expert, by: Actor, kind: str, purpose: str = "") -> HttpResponse:
    """What happens to which offers and bookings; then one press."""
    data = request.POST if request.method == "POST" else None
    form = StopForm(data, expert=expert, kind=kind, by=by, purpose=purpose)
    words = WORDS[kind]
    if _done(request, form):
        messages.success(request, words["done"])
        return redirect("experts:stopping")
    context = {"form": form, "expert": expert, "kind": kind, "touch": form.touch, **words}
    if purpose:
        context["consent_name"] = Purpose(purpose).label
    return render(request, "experts/stopping/ask.html", context)


def _done(request: HttpRequest, form: Asking) -> bool:
    return request.method == "POST" and form.is_valid() and form.save()
