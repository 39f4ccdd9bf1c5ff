"""A personal sign-in code, for one who shares an e-mail address or has none (L-36)."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, SignInInvitation, User
from coordination.people.permissions import branch

from . import account, audit
from .authority import require

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"
LIFETIME = timedelta(days=7)
HANDLE, SECRET = 4, 8
WRONG = _("There is no such code, or it is too old. Check the code, or call your coordinator.")


@transaction.atomic
def make(person: Person, by: Actor) -> str:
    """A code of twelve signs (`K7Q2-9FHM-3XWT`), in force for seven days; an older one ends.

    The code is returned once and stored nowhere. Raises `Refused`.
    """
    require(by, branch.may_open_account(by.user, person))
    account.open_account(person, by)
    now = clock.now()
    SignInInvitation.objects.filter(person=person).alive().update(expires_at=now)
    handle, secret = _free_handle(), _signs(SECRET)
    SignInInvitation.objects.create(
        person=person,
        handle=handle,
        digest=_digest(handle, secret),
        made_by=by.user,
        made_at=now,
        expires_at=now + LIFETIME,
    )
    audit.log(person, "kuuluviin.changed", by, {"invitation": "made"})
    return f"{handle}-{secret[:4]}-{secret[4:]}"


def use(code: str) -> User:
    """The account that a code opens, once. Spaces, dashes and case do not matter.

    A wrong secret counts against the invitation, which closes after five. Raises `Refused`.
    """
    signs = "".join(sign for sign in code.upper() if sign in ALPHABET)
    handle, secret = signs[:HANDLE], signs[HANDLE:]
    invitation = SignInInvitation.objects.alive().filter(handle=handle).first()
    if invitation is None:
        raise Refused(WRONG, field="code", code="code")
    if not hmac.compare_digest(invitation.digest, _digest(handle, secret)):
        # Outside any transaction: the count must outlive the refusal.
        SignInInvitation.objects.filter(pk=invitation.pk).update(attempts=F("attempts") + 1)
        raise Refused(WRONG, field="code", code="code")
    return _spend(invitation)


@transaction.atomic
def _spend(invitation: SignInInvitation) -> User:
    spent = SignInInvitation.objects.alive().filter(pk=invitation.pk).update(used_at=clock.now())
    person = Person.objects.living().select_related("user").filter(pk=invitation.person_id).first()
    if not spent or person is None or person.user is None or not person.user.is_active:
        raise Refused(WRONG, field="code", code="code")
    audit.log(person, "kuuluviin.changed", Actor(user=person.user, person=person), {"invitation": "used"})
    return person.user


def _free_handle() -> str:
    while True:
        handle = _signs(HANDLE)
        if not SignInInvitation.objects.filter(handle=handle).exists():
            return handle


def _signs(count: int) -> str:
    return "".join(secrets.choice(ALPHABET) for __ in range(count))


def _digest(handle: str, secret: str) -> str:
    return hmac.new(settings.LINK_KEY.encode(), f"invitation:{handle}:{secret}".encode(), hashlib.sha256).hexdigest()
