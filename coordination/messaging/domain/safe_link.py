"""Safe links: a personal address that shows on GET and acts on POST, with a short code beside it."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import SafeLink
from coordination.people.models import Person

# Which door a purpose opens. The doors stand in the wings, so they are named, not imported.
DOORS = {
    "offer": "offer_link",
    "agreement": "agreement_link",
    "time_change": "time_change_link",
    "notices": "messaging:notice",
    "order": "order_link",
    "consent": "consent_link",
    "outside_order": "outside_order_link",
    "message": "messaging:message",
    "meeting": "meeting_link",
    "statement": "statement_link",
    "event": "event_link",
    "application": "application_link",
}
ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"


def make(purpose: str, person: Person, expires_at: datetime) -> SafeLink:
    """A new link for one purpose and one person, alive until `expires_at` (aware)."""
    nonce = secrets.token_hex(12)
    return SafeLink.objects.create(
        purpose=purpose,
        person=person,
        expires_at=expires_at,
        nonce=nonce,
        code_digest=_digest("code-digest", code_of(nonce)),
    )


def placeholder(link: SafeLink) -> str:
    """What stands in a stored text; the worker puts the live address in its place at sending."""
    return f"[[link:{link.pk}]]"


def code_placeholder(link: SafeLink) -> str:
    return f"[[code:{link.pk}]]"


def token(link: SafeLink) -> str:
    """The live token: nonce and its keyed digest. Never stored."""
    return f"{link.nonce}.{_digest('token', link.nonce)[:40]}"


def path_of(link: SafeLink) -> str:
    """The path of the live link, without host."""
    return reverse(DOORS[link.purpose], args=[token(link)])


def code_of(nonce: str) -> str:
    """Eight signs without look-alikes, in two groups."""
    number = int(_digest("code", nonce), 16)
    signs = ""
    for __ in range(8):
        number, index = divmod(number, len(ALPHABET))
        signs += ALPHABET[index]
    return f"{signs[:4]}-{signs[4:]}"


def find(value: str, purpose: str) -> SafeLink:
    """The living link of a token. Raises `Refused` where it is unknown, old, revoked or for another purpose."""
    nonce, __, digest = value.partition(".")
    link = SafeLink.objects.alive().select_related("person").filter(nonce=nonce, purpose=purpose).first()
    if link is None or not hmac.compare_digest(digest.encode(), _digest("token", nonce)[:40].encode()):
        raise Refused(_("This link does not work any more. Sign in, or call your coordinator."), code="link")
    return link


def find_by_code(value: str) -> SafeLink:
    """The living link of a short code, as typed: spaces, dashes and case do not matter. Raises `Refused`."""
    signs = "".join(sign for sign in value.upper() if sign in ALPHABET)
    digest = _digest("code-digest", f"{signs[:4]}-{signs[4:]}")
    link = SafeLink.objects.alive().select_related("person").filter(code_digest=digest).first()
    if link is None:
        raise Refused(
            _("There is no such code, or it is too old. Check the code, or call your coordinator."),
            field="code",
            code="code",
        )
    return link


def use(link: SafeLink) -> None:
    """Note the first time the link acted."""
    SafeLink.objects.filter(pk=link.pk, used_at=None).update(used_at=clock.now())


def extend(link: SafeLink | None, expires_at: datetime) -> None:
    """Let the link live until another time (aware): what it leads to has moved."""
    if link is not None:
        link.expires_at = expires_at
        SafeLink.objects.filter(pk=link.pk).update(expires_at=expires_at)


def revoke(link: SafeLink | None) -> None:
    if link is not None:
        SafeLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=clock.now())


def _digest(purpose: str, value: str) -> str:
    return hmac.new(settings.LINK_KEY.encode(), f"{purpose}:{value}".encode(), hashlib.sha256).hexdigest()
