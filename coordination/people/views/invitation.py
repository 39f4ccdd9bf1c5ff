"""The personal code on paper: it opens the account once and leads to adding a passkey (L-36)."""

from __future__ import annotations

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from allauth.core import ratelimit
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from coordination.foundation.refused import Refused
from coordination.people.domain import invitation
from coordination.people.forms.invitation import InvitationForm


@never_cache
@sensitive_post_parameters("code")
def enter(request: HttpRequest) -> HttpResponse:
    """GET asks for the code; POST signs in with it. Guessing is slowed down and counted."""
    form = InvitationForm(request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "people/invitation.html", {"form": form})
    if not ratelimit.consume(request, action="invitation_code"):
        form.add_error("code", _("Too many tries. Wait a minute, or call your coordinator."))
        return render(request, "people/invitation.html", {"form": form}, status=429)
    try:
        user = invitation.use(form.cleaned_data["code"])
    except Refused as refusal:
        refusal.as_form_error(form)
        return render(request, "people/invitation.html", {"form": form})
    return _sign_in(request, user)


def _sign_in(request: HttpRequest, user: object) -> HttpResponse:
    """Through allauth's own stages: one who has a second factor shows it here too."""
    if request.user.is_authenticated:
        logout(request)
    record_authentication(request, user, method="invitation")
    return perform_login(request, user, redirect_url=reverse("mfa_add_webauthn"))
