"""My CV: how it stands, writing it, sending it on, seeing it as others see it."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.privacy.models import Consent
from experts.domain import audience, cv, cv_state, expert_language
from experts.domain.cv_state import CVState
from experts.forms.cv import CVForm, SubmitForm
from experts.models import Audience, CVRevision, Expert

from .expert import for_expert


@never_cache
@for_expert
@require_GET
def mine(request: HttpRequest, expert: Expert, by: Actor) -> HttpResponse:
    """Every language with its state, and the one thing to do next."""
    states = cv_state.of(expert)
    written = {state.language for state in states}
    main = states[0] if states else None
    context = {
        "states": [(state, expert_language.name(state.language)) for state in states],
        "main": main,
        "main_language": main.language if main else _first_language(expert),
        "step": main.step if main else "write",
        "is_seen": _purposes(expert),
        "more_languages": [
            (code, expert_language.name(code)) for code, _name in settings.LANGUAGES if code not in written
        ]
        if main
        else [],
        "shown": audience.shown_as(expert, Audience.Kind.OWN),
        "expert": expert,
    }
    return render(request, "experts/cv/mine.html", context)


@never_cache
@for_expert
def edit(request: HttpRequest, expert: Expert, by: Actor, language: str) -> HttpResponse:
    """The standard form. Looking at it makes no draft; saving does."""
    state = _state(expert, language, missing_ok=True)
    newest = state.shown if state else None
    form = CVForm(request.POST or None, expert=expert, language=language, by=by, revision=newest)
    if request.method == "POST" and form.is_valid():
        try:
            form.save()
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            if "send" in request.POST:
                return redirect("experts:my_cv_submit", language)
            messages.success(request, _("Your draft is saved. Send it to the coordinator when you are ready."))
            return redirect("experts:my_cv")
    context = {
        "form": form,
        "expert": expert,
        "language": language,
        "language_name": expert_language.name(language),
        "returned": state.returned if state and state.step == "mend" else None,
        "waits": bool(state and state.submitted),
    }
    return render(request, "experts/cv/edit.html", context)


@for_expert
@require_POST
def autosave(request: HttpRequest, expert: Expert, by: Actor, language: str) -> JsonResponse:
    """The sound fields go into the draft; what is refused stays in the browser."""
    state = _state(expert, language, missing_ok=True)
    form = CVForm(request.POST, expert=expert, language=language, by=by, revision=state.shown if state else None)
    sound = form.is_valid()
    try:
        form.save()
    except Refused as refusal:
        return JsonResponse({"refused": str(refusal)}, status=422)
    return JsonResponse({"saved": sound}, status=200 if sound else 422)


@never_cache
@for_expert
def submit(request: HttpRequest, expert: Expert, by: Actor, language: str) -> HttpResponse:
    """Read it once more, agree, send."""
    state = _state(expert, language)
    if state.draft is None:
        messages.info(request, _("There is no draft to send."))
        return redirect("experts:my_cv")
    form = SubmitForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            cv.submit(state.draft, by, agreed=form.cleaned_data["agreed"])
        except Refused as refusal:
            refusal.as_form_error(form)
        else:
            messages.success(
                request, _("Your CV is on its way to the coordinator. You get a message when it has been read.")
            )
            return redirect("experts:my_cv")
    return render(request, "experts/cv/submit.html", {"form": form, **_page(expert, state.draft, Audience.Kind.OWN)})


@for_expert
@require_POST
def confirm(request: HttpRequest, expert: Expert, by: Actor, language: str) -> HttpResponse:
    try:
        cv.confirm(_state(expert, language).cv, by)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Thank you. Your CV is confirmed for another year."))
    return redirect("experts:my_cv")


@never_cache
@for_expert
@require_GET
def preview(request: HttpRequest, expert: Expert, by: Actor, language: str, kind: str) -> HttpResponse:
    """As a client worker (own organisation, partner) or anybody on the site sees me."""
    if kind not in Audience.Kind.values:
        raise Http404
    revision = _state(expert, language).shown
    context = {
        **_page(expert, revision, kind),
        "kinds": [(value, label, value == kind) for value, label in Audience.Kind.choices],
        "is_consented": audience.PURPOSES[kind] in _purposes(expert),
        "is_approved": revision.status == CVRevision.Status.APPROVED,
        "audience_name": Audience.Kind(kind).label,
    }
    return render(request, "experts/cv/preview.html", context)


def _page(expert: Expert, revision: CVRevision, kind: str) -> dict:
    """What `experts/cv/_cv.html` draws."""
    return {
        "expert": expert,
        "shown": audience.shown_as(expert, kind),
        "revision": revision,
        "areas": list(revision.area_texts.select_related("area")),
        "spoken": [expert_language.name(row.code) for row in expert.languages.all()],
        "language": revision.cv.language,
        "language_name": expert_language.name(revision.cv.language),
    }


def _state(expert: Expert, language: str, *, missing_ok: bool = False) -> CVState | None:
    if language not in dict(settings.LANGUAGES):
        raise Http404
    found = next((state for state in cv_state.of(expert) if state.language == language), None)
    if found is None and not missing_ok:
        raise Http404
    return found


def _first_language(expert: Expert) -> str:
    return expert.person.language if expert.person.language in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE


def _purposes(expert: Expert) -> set[str]:
    return set(Consent.objects.in_force().filter(person=expert.person_id).values_list("purpose", flat=True))
