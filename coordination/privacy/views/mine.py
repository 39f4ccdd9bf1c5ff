"""My consents: each with its words, one press to give, one press to withdraw."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.privacy.domain import consent, consent_page
from coordination.privacy.models import Consent, Purpose


@login_required
def show(request: HttpRequest) -> HttpResponse:
    person = _me(request)
    context = {"standings": consent_page.standings(person, get_language()), "history": consent_page.history(person)}
    return render(request, "privacy/mine.html", context)


@require_POST
@login_required
def give(request: HttpRequest, purpose: str) -> HttpResponse:
    person = _me(request)
    consent.give(person, _known(purpose), Actor.of(request.user), channel=Consent.Channel.SCREEN)
    messages.success(request, _("Thank you. You have agreed: %(what)s.") % {"what": Purpose(purpose).label})
    return redirect("privacy:mine")


@require_POST
@login_required
def withdraw(request: HttpRequest, purpose: str) -> HttpResponse:
    person = _me(request)
    consent.withdraw(person, _known(purpose), Actor.of(request.user))
    messages.success(
        request, _("You have withdrawn your consent: %(what)s. It works at once.") % {"what": Purpose(purpose).label}
    )
    return redirect("privacy:mine")


def _me(request: HttpRequest) -> Person:
    person = Person.objects.filter(user=request.user).select_related("unit").first()
    if person is None:
        raise Http404
    return person


def _known(purpose: str) -> str:
    if purpose not in Purpose.values:
        raise Http404
    return purpose
