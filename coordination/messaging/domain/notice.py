"""Notices: what may be switched off or gathered, how each person wishes them, and the link by which one says so."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.models import Message, NoticePace, SafeLink
from coordination.messaging.models.desk import is_closed
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, Role
from coordination.people.permissions import branch
from coordination.records.domain import audit

from . import catalogue, safe_link
from .kind import Notice

Pace = NoticePace.Pace
PURPOSE = "notices"
DIGEST = "messaging.digest"
ALL = "kaikki"
LIFETIME = timedelta(days=180)
RENEWED_BEFORE = timedelta(days=60)


def group_of(kind: str) -> str:
    """The group of notices a kind belongs to; empty for a service message."""
    found = catalogue.of(kind)
    return found.notice if found else ""


def pace_of(person: Person, group: str) -> str:
    """At once for a service message, which is in no group, and where nothing else was wished."""
    if not group:
        return Pace.AT_ONCE
    row = NoticePace.objects.filter(person=person, group=group).first()
    return row.pace if row else Pace.AT_ONCE


def pace_at(desk: str, pace: str) -> str:
    """The wish as it holds for what lies on a desk: nothing waits on a closed one, since a digest lies on none."""
    return Pace.AT_ONCE if is_closed(desk) and pace != Pace.NEVER else pace


def paces(person: Person) -> dict[str, str]:
    """Every group with the person's wish."""
    said = dict(NoticePace.objects.filter(person=person).values_list("group", "pace"))
    return {group: said.get(group, Pace.AT_ONCE) for group in Notice.values}


@transaction.atomic
def choose(person: Person, by: Actor, wishes: dict[str, str]) -> list[str]:
    """Write down how a person wishes groups of notices to come: the person, by a link or signed in, or a keeper for them.

    Returns the groups that changed. Raises `Refused` for a stranger and for what is no notice.
    """
    own = by.person is not None and by.person.pk == person.pk
    require(by, own or by.is_house or branch.may_keep(by.user, person))
    before = paces(person)
    for group, pace in wishes.items():
        if group not in Notice.values or pace not in Pace.values:
            raise Refused(_("This message belongs to the service and cannot be switched off."), code="service")
    changed = sorted(group for group, pace in wishes.items() if before[group] != pace)
    for group in changed:
        NoticePace.objects.update_or_create(person=person, group=group, defaults={"pace": wishes[group]})
    if changed:
        audit.log(person, "kuuluviin.changed", by, {"notices": {group: wishes[group] for group in changed}})
    return changed


def groups_for(person: Person) -> list[str]:
    """The groups that have messages for this person; those of the work only for whoever coordinates."""
    standing = {kind.notice for kind in catalogue.everything().values() if kind.notice}
    if not Role.objects.open().filter(person=person, kind__in=[Role.Kind.COORDINATOR, Role.Kind.ADMIN]).exists():
        standing.discard(Notice.WORK)
    return [group for group in Notice.values if group in standing]


def link_for(person: Person) -> SafeLink:
    """The person's link to their own wishes: one for all notices, renewed in good time."""
    alive = SafeLink.objects.alive().filter(person=person, purpose=PURPOSE, expires_at__gt=clock.now() + RENEWED_BEFORE)
    return alive.order_by("-pk").first() or safe_link.make(PURPOSE, person, clock.now() + LIFETIME)


def footer(person: Person) -> str:
    """What stands under a notice, in the language in use."""
    words = _("You may choose how these messages come, or switch them off:")
    return f"\n-- \n{words}\n{safe_link.placeholder(link_for(person))}\n"


def headers(message: Message) -> dict[str, str]:
    """For notices only: where a mail program switches them off by itself (RFC 2369, RFC 8058)."""
    which = ALL if message.kind == DIGEST else group_of(message.kind)
    if not which:
        return {}
    link = SafeLink.objects.alive().filter(person=message.person_id, purpose=PURPOSE).order_by("-pk").first()
    if link is None:
        return {}
    address = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('messaging:notice_off', args=[safe_link.token(link), which])}"
    return {"List-Unsubscribe": f"<{address}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"}
