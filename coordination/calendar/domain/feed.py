"""A personal feed: a secret address, made and revoked by its owner."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from coordination.calendar.models import Entry, Feed
from coordination.foundation import clock
from coordination.people.models import Person

from .component import calendar, component

KEPT = timedelta(days=90)


def mine(person: Person) -> Feed | None:
    return Feed.objects.filter(person=person, revoked_at=None).first()


@transaction.atomic
def make(person: Person) -> Feed:
    """A new address; the old one stops working at once."""
    revoke(person)
    return Feed.objects.create(person=person, nonce=secrets.token_hex(12))


def revoke(person: Person) -> None:
    Feed.objects.filter(person=person, revoked_at=None).update(revoked_at=clock.now())


def token(feed: Feed) -> str:
    """The live address part: nonce and keyed digest. Never stored."""
    return f"{feed.nonce}.{_digest(feed.nonce)}"


def find(value: str) -> Feed | None:
    nonce, __, digest = value.partition(".")
    if not hmac.compare_digest(digest.encode(), _digest(nonce).encode()):
        return None
    return Feed.objects.select_related("person").filter(nonce=nonce, revoked_at=None, person__erased_at=None).first()


def etag(feed: Feed) -> str:
    """Moves when any of the person's entries does, and at midnight, when the oldest fall out."""
    return f'"{feed.pk}-{feed.version}-{clock.today():%Y%m%d}"'


def body(feed: Feed) -> bytes:
    """The person's standing entries from the last three months on, neutral titles in the person's language."""
    entries = (
        Entry.objects.standing()
        .filter(guests__person=feed.person, ends_at__gte=clock.now() - KEPT)
        .order_by("starts_at", "pk")
    )
    events = [component(entry, feed.person.language) for entry in entries]
    with translation.override(feed.person.language):
        name = _("Kuuluviin: my calendar")
    return calendar(f"feed-{feed.nonce}@kuuluviin", feed.made_at, events, name=name).to_ical()


def _digest(nonce: str) -> str:
    return hmac.new(settings.LINK_KEY.encode(), f"feed:{nonce}".encode(), hashlib.sha256).hexdigest()[:40]
