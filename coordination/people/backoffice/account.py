"""A person's account on their page: open, invite, forget keys, close."""

from __future__ import annotations

from dataclasses import dataclass

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.contrib.auth.decorators import permission_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain import account, invitation
from coordination.people.models import Person
from coordination.people.permissions import branch

from . import found


@dataclass(frozen=True)
class SignIn:
    """How a person gets in, in words, and which acts make sense."""

    text: str
    is_open: bool = False
    needs_invitation: bool = False
    has_keys: bool = False


def state(person: Person) -> SignIn:
    """What the person page tells of signing in; shared addresses are told as they are."""
    if person.user is None or not person.user.is_active:
        return SignIn(_("There is no account. Messages and personal links work without one."))
    has_keys = Authenticator.objects.filter(user=person.user).exists()
    if EmailAddress.objects.filter(user=person.user, verified=True).exists():
        return SignIn(
            _("Signs in with a code sent to the e-mail address, or with a passkey."), is_open=True, has_keys=has_keys
        )
    if person.email:
        text = _(
            "Somebody else signs in with the same e-mail address. This person signs in with a personal code and a passkey."
        )
    else:
        text = _("There is no e-mail address. This person signs in with a personal code and a passkey.")
    return SignIn(text, is_open=True, needs_invitation=not has_keys, has_keys=has_keys)


ACTS = {
    "avaa": (account.open_account, _("The account is open.")),
    "avaimet": (
        account.forget_keys,
        _("The passkeys and codes are removed. Give a new personal code if one is needed."),
    ),
    "sulje": (account.close_account, _("The account is closed.")),
}


@permission_required("people.change_person", raise_exception=True)
@never_cache
@require_POST
def act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Runs the verb named in the address; a new personal code is shown once, on this answer alone."""
    person, by = found.person(request, pk), Actor.of(request.user)
    if not branch.may_open_account(request.user, person):
        raise PermissionDenied
    try:
        if act == "kutsu":
            return render(
                request, "people/backoffice/code.html", {"person": person, "code": invitation.make(person, by)}
            )
        if act not in ACTS:
            raise Http404
        verb, done = ACTS[act]
        verb(person, by)
    except Refused as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, done)
    return redirect("people_person:page", pk)
