"""One expert's training: from elsewhere, interrupted, gone on with; certificates as PDF."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from coordination.foundation.paper import as_paper
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import training as verbs
from experts.domain import training_certificate
from experts.forms.training import ElsewhereForm
from experts.models import Training, TrainingGroup

from . import expert_found

PRESSES = {"keskeyta": verbs.interrupt, "jatka": verbs.go_on}


@require_http_methods(["GET", "POST"])
@never_cache
def elsewhere(request: HttpRequest, expert: int) -> HttpResponse:
    row = expert_found.for_keeper(request, expert)
    form = ElsewhereForm(form_page.posted(request), expert=row, by=Actor.of(request.user))
    back = reverse("expert:page", args=[row.pk])
    if request.method == "POST" and form.is_valid() and form.save():
        messages.success(request, _("The training is written down."))
        return redirect(back)
    context = {
        "form": form,
        "title": _("A training elsewhere: %(name)s") % {"name": row.person.full_name},
        "intro": _("Ask to see the certificate. No copy of it is kept."),
        "button": _("Write down the training"),
        "back": back,
    }
    return render(request, "people/backoffice/form.html", context)


@require_POST
def press(request: HttpRequest, row: int, act: str) -> HttpResponse:
    """Interrupted (`keskeyta`), or gone on with (`jatka`)."""
    training = _found(request, row)
    if act not in PRESSES:
        raise Http404
    try:
        PRESSES[act](training, Actor.of(request.user))
        messages.success(request, _("Noted."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    if training.group_id:
        return redirect("training_group:page", training.group_id)
    return redirect("expert:page", training.expert_id)


@require_safe
@never_cache
def certificate(request: HttpRequest, row: int) -> HttpResponse:
    training = _found(request, row)
    return _drawn(request, [training], training.expert.person.language, training.group_id)


@require_safe
@never_cache
def certificates(request: HttpRequest, pk: int) -> HttpResponse:
    """All of a group in one file, to print, sign and post."""
    group = get_object_or_404(TrainingGroup.objects.led_by(request.user), pk=pk)
    rows = group.trainings.completed().select_related("expert__person", "expert__unit")
    return _drawn(request, list(rows.order_by("expert__person__last_name", "pk")), get_language() or "fi", group.pk)


def _drawn(request: HttpRequest, rows: list[Training], language: str, group: int | None) -> HttpResponse:
    try:
        body = training_certificate.sheets(rows, language)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("training_group:page", group) if group else redirect("training_group:index")
    keys = [row.expert.staff_key for row in rows]
    access.record(request.user, AccessEntry.Action.EXPORT, "experts.certificate", subjects=keys)
    return as_paper(body, "todistus.pdf")


def _found(request: HttpRequest, pk: int) -> Training:
    rows = Training.objects.visible_to(request.user).select_related("expert__person", "expert__unit")
    return get_object_or_404(rows, pk=pk)
