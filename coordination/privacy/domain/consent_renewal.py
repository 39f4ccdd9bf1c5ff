"""A consent is confirmed once a year, each by itself: asked before it runs out and once after it (L-02)."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox, safe_link
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.permissions import branch
from coordination.privacy.mails import consent as mails
from coordination.privacy.models import Consent
from coordination.records.domain import audit, rule, sweep
from coordination.records.domain.workflow import locked

from . import consent as verbs

RULE = "consent.remind_days"
LONGEST = 366
LINK_DAYS = 60
"""How long after the last day in force the link still answers."""


@transaction.atomic
def ask_again(consent: Consent, by: Actor) -> Consent:
    """Send the question with a new link; an earlier link dies. Raises `Refused` for a consent that has been withdrawn."""
    require(by, branch.may_keep(by.user, consent.person))
    current = locked(consent)
    if current.withdrawn_at is not None:
        raise Refused(_("This consent is not in force any more. Ask for a new one."), code="withdrawn")
    today = clock.today()
    safe_link.revoke(current.link)
    last = max(current.expires_on or today, today) + timedelta(days=LINK_DAYS)
    ends = datetime.combine(last, time.max, tzinfo=clock.HELSINKI)
    current.link = safe_link.make("consent", current.person, ends)
    current.asked_again_at = clock.now()
    current.save(update_fields=["link", "asked_again_at"])
    mails.asked_again(current, today)
    audit.log(current.person, "kuuluviin.changed", by, {"consent": current.purpose, "asked_again": True})
    return current


@transaction.atomic
def renew(consent: Consent, by: Actor) -> Consent:
    """Yes, still: a new consent to the words of today, in force for another year. Raises `Refused` for somebody else's."""
    given = verbs.give(consent.person, consent.purpose, by, channel=Consent.Channel.SCREEN)
    outbox.supersede(consent)
    return given


def remind() -> int:
    """Ask about every consent whose time has come: within the days of the rule before its end, and once after it.

    Returns how many were asked. Those already asked since are left in peace.
    """
    today, days, due = clock.today(), {}, {}
    for consent in _perhaps_due():
        unit = consent.person.unit
        if unit.pk not in days:
            days[unit.pk] = int(rule.on(unit, RULE))
        if _is_due(consent, days[unit.pk], today):
            due[consent.pk] = consent
    return sweep.each(due, lambda key: _ask(due[key]))


def _ask(consent: Consent) -> int:
    ask_again(consent, Actor.worker())
    return 1


def running_out(rows: models.QuerySet[Consent], days: int) -> models.QuerySet[Consent]:
    """Those in force that end within so many days."""
    today = clock.today()
    return rows.filter(
        given_at__isnull=False, withdrawn_at=None, expires_on__gte=today, expires_on__lte=today + timedelta(days=days)
    )


def run_out(rows: models.QuerySet[Consent]) -> models.QuerySet[Consent]:
    """Those whose last day is over and that nobody has renewed or withdrawn."""
    return rows.filter(given_at__isnull=False, withdrawn_at=None, expires_on__lt=clock.today())


def _perhaps_due() -> list[Consent]:
    today = clock.today()
    near = models.Q(expires_on__gte=today - timedelta(days=LINK_DAYS), expires_on__lte=today + timedelta(days=LONGEST))
    rows = Consent.objects.filter(near, given_at__isnull=False, withdrawn_at=None)
    living = rows.filter(person__merged_into=None, person__erased_at=None)
    return list(living.select_related("person__unit", "link").order_by("pk"))


def _is_due(consent: Consent, days: int, today) -> bool:
    if consent.expires_on > today + timedelta(days=days):
        return False
    asked = clock.local(consent.asked_again_at).date() if consent.asked_again_at else None
    if asked is None:
        return True
    return asked <= consent.expires_on < today
