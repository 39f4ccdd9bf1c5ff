"""The CV at the coordinator's: written together, read, approved or sent back. Every reading is logged."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.backoffice import form_page
from coordination.records.domain import access
from coordination.records.models import AccessEntry
from experts.domain import cv, cv_state, expert_language
from experts.forms.cv import CVForm, SendBackForm, SubmitForm
from experts.models import CVRevision
from experts.permissions import expert as permissions

from . import expert_found


@never_cache
def approval(request: HttpRequest, pk: int) -> HttpResponse:
    """The submitted text beside the approved one; POST approves this very row."""
    revision = expert_found.revision(request, pk)
    expert = revision.cv.expert
    by = Actor.of(request.user)
    if request.method == "POST":
        try:
            cv.approve(revision, by)
        except Refused as refusal:
            messages.error(request, refusal.message)
        else:
            messages.success(request, _("The CV is approved. The expert gets a message."))
        return redirect("expert:page", expert.pk)
    access.record(request.user, AccessEntry.Action.VIEW, f"experts.cv:{expert.staff_key}", subjects=[expert.staff_key])
    approved = CVRevision.objects.approved().filter(cv=revision.cv_id).exclude(pk=pk).first()
    context = {
        "revision": revision,
        "expert": expert,
        "approved": approved,
        "rows": side_by_side(revision, approved),
        "waits": revision.status == CVRevision.Status.SUBMITTED,
        "may_approve": permissions.may_approve(by, expert),
        "language_name": expert_language.name(revision.cv.language),
    }
    return render(request, "experts/backoffice/expert_cv_approval.html", context)


def send_back(request: HttpRequest, pk: int) -> HttpResponse:
    revision = expert_found.revision(request, pk)
    return form_page.run(
        request,
        SendBackForm(request.POST or None),
        lambda data: cv.send_back(revision, Actor.of(request.user), data["comment"]),
        title=_("Send the CV back to %(name)s") % {"name": revision.cv.expert.person.full_name},
        intro=_("The expert gets a message, reads your comment on the CV page and goes on from the same text."),
        button=_("Send back"),
        back=reverse("expert:page", args=[revision.cv.expert_id]),
        done=_("The CV is with the expert again."),
    )


@never_cache
def edit(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """Made together: the coordinator writes what the expert tells. The log says on whose behalf."""
    if language not in dict(settings.LANGUAGES):
        raise Http404
    expert = expert_found.for_keeper(request, pk)
    by = Actor.of(request.user).acting_for(expert.person)
    state = next((row for row in cv_state.of(expert) if row.language == language), None)
    form = CVForm(
        request.POST or None, expert=expert, language=language, by=by, revision=state.shown if state else None
    )
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(request, _("The draft is saved. The expert sees it too."))
            return redirect("expert:cv_submit", pk, language) if "send" in request.POST else redirect("expert:page", pk)
    if request.method == "GET":
        access.record(
            request.user, AccessEntry.Action.VIEW, f"experts.cv:{expert.staff_key}", subjects=[expert.staff_key]
        )
    context = {"form": form, "expert": expert, "language_name": expert_language.name(language)}
    return render(request, "experts/backoffice/expert_cv_edit.html", context)


def submit(request: HttpRequest, pk: int, language: str) -> HttpResponse:
    """The expert has heard or read the text and agrees: said to the coordinator, who writes it down."""
    expert = expert_found.for_keeper(request, pk)
    draft = get_object_or_404(CVRevision, cv__expert=expert, cv__language=language, status=CVRevision.Status.DRAFT)
    form = SubmitForm(request.POST if request.method == "POST" else None)
    form.fields["agreed"].label = _(
        "The expert has read or heard the text and agrees that it is shown to those consented to."
    )
    return form_page.run(
        request,
        form,
        lambda data: cv.submit(draft, Actor.of(request.user).acting_for(expert.person), agreed=data["agreed"]),
        title=_("Send the CV of %(name)s for approval") % {"name": expert.person.full_name},
        button=_("Send for approval"),
        back=reverse("expert:page", args=[pk]),
        done=_("The CV waits for approval."),
    )


def side_by_side(revision: CVRevision, approved: CVRevision | None) -> list[tuple[str, str, str, bool]]:
    """Label, submitted text, approved text, whether they differ: the fields in the order of the standard form."""
    new, old = _texts(revision), _texts(approved) if approved else {}
    labels = list(new) + [label for label in old if label not in new]
    rows = [(label, new.get(label, ""), old.get(label, "")) for label in labels]
    return [
        (label, after, before, bool(approved) and after != before) for label, after, before in rows if after or before
    ]


def _texts(revision: CVRevision) -> dict[str, str]:
    texts = {
        str(_("Expert training completed in year")): str(revision.training_year or ""),
        str(_("Who arranged the training")): revision.trainer,
        str(_("My background as an expert by experience")): revision.background,
        str(_("My motto")): revision.motto,
        str(_("What is my story like?")): revision.story,
    }
    for row in revision.area_texts.select_related("area"):
        texts[str(_("My experience: %(area)s") % {"area": row.area})] = row.text
    texts[str(_("Special skills"))] = "\n".join(revision.special_skills)
    return texts
