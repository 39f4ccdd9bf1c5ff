"""Verbs of a consent: ask, give, withdraw (L-02). What else ends with it, the wings tell."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person
from coordination.people.permissions import branch
from coordination.privacy.models import Consent, Purpose
from coordination.records.domain import audit, rule

from . import consent_text

Follow = Callable[[Person, str, Actor], None]
_followers: list[Follow] = []


def when_withdrawn(follow: Follow) -> None:
    """A wing tells at the start what else ends with a consent; it is done in the same transaction, before the consent ends."""
    if follow not in _followers:
        _followers.append(follow)


@transaction.atomic
def ask(person: Person, purpose: str, by: Actor, *, keep_past: bool = False) -> Consent:
    """Note that a consent is still to be asked; one that stands already stays. Raises `Refused`.

    One that has run out makes room for the new question, unless `keep_past`: then it is asked again as it is.
    """
    require(by, branch.may_keep(by.user, person))
    standing = _standing(person, purpose)
    if standing and (keep_past or not _is_past(standing)):
        return standing
    _close(standing)
    consent = Consent.objects.create(person=person, purpose=purpose, recorded_by=by.user)
    audit.log(person, "kuuluviin.changed", by, {"consent": purpose, "asked": True})
    return consent


@transaction.atomic
def give(
    person: Person,
    purpose: str,
    by: Actor,
    *,
    channel: str,
    given_at: datetime | None = None,
    expires_on: date | None = None,
) -> Consent:
    """Record that the person agrees to the words in force today, in their language.

    On screen only the person; a coordinator writes down what was given on paper or by phone. `given_at` is aware
    (default now); `expires_on` a Helsinki date (default by the rule `consent.months`). A newer consent takes the
    place of the one before. Raises `Refused`.
    """
    _may_give(person, channel, by)
    moment = given_at or clock.now()
    if moment > clock.now():
        raise Refused(_("A consent cannot be given in the future."), field="given_on", code="future")
    standing = _standing(person, purpose)
    if standing and not _is_past(standing) and _is_same_day(standing.given_at, moment):
        return standing
    text = consent_text.current(purpose, person.language)
    if text is None and channel != Consent.Channel.IMPORT:
        consent_text.seed()
        text = consent_text.current(purpose, person.language)
    _close(standing)
    consent = Consent.objects.create(
        person=person,
        purpose=purpose,
        text=text,
        given_at=moment,
        expires_on=expires_on or _expiry(person, clock.local(moment).date()),
        channel=channel,
        recorded_by=by.user,
    )
    audit.log(person, "kuuluviin.changed", by, {"consent": purpose, "given": channel})
    return consent


@transaction.atomic
def withdraw(person: Person, purpose: str, by: Actor) -> Consent | None:
    """End a consent at once with all that follows from it, by the person or a coordinator they asked.

    None where none stood. Raises `Refused`.
    """
    require(by, _is_own(person, by) or branch.may_keep(by.user, person))
    # First: what follows locks rows of its own, and they are always locked before the person.
    for follow in _followers:
        follow(person, purpose, by)
    return end(person, purpose, by)


@transaction.atomic
def end(person: Person, purpose: str, by: Actor) -> Consent | None:
    """The consent alone, for a verb that sees to the rest itself. Raises `Refused`."""
    require(by, _is_own(person, by) or branch.may_keep(by.user, person))
    standing = _standing(person, purpose)
    if standing is None:
        return None
    standing.withdrawn_at = clock.now()
    standing.save(update_fields=["withdrawn_at"])
    audit.log(person, "kuuluviin.changed", by, {"consent": purpose, "withdrawn": True})
    return standing


def _standing(person: Person, purpose: str) -> Consent | None:
    if purpose not in Purpose.values:
        raise Refused(_("There is no such consent."), code="purpose")
    Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    return Consent.objects.filter(person=person, purpose=purpose, withdrawn_at=None).first()


def _is_own(person: Person, by: Actor) -> bool:
    return by.on_behalf_of is None and by.person is not None and by.person.pk == person.pk


def _may_give(person: Person, channel: str, by: Actor) -> None:
    """Nobody presses the person's own button; a tick on an earlier list is the import's to bring."""
    if channel == Consent.Channel.SCREEN:
        allowed = _is_own(person, by)
        if not (allowed or by.is_house):
            raise Refused(
                _("Only the person can agree on screen. Write down a consent given on paper or by phone."),
                code="not_own",
            )
    else:
        require(by, branch.may_keep(by.user, person))


def _is_past(consent: Consent) -> bool:
    return consent.expires_on is not None and consent.expires_on < clock.today()


def _close(standing: Consent | None) -> None:
    """Make room for another: one never given goes, one that ran out ended on its last day, one in force ends now."""
    if standing is None:
        return
    if standing.given_at is None:
        standing.delete()
        return
    end = clock.now()
    if _is_past(standing):
        end = datetime.combine(standing.expires_on + timedelta(days=1), time.min, tzinfo=clock.HELSINKI)
    Consent.objects.filter(pk=standing.pk).update(withdrawn_at=end)


def last_day(day: date, months: int) -> date:
    """The last day in force of what was given on `day`: so many months on, or the last of that month if it is shorter."""
    count = day.month - 1 + months
    year, month = day.year + count // 12, count % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _is_same_day(before: datetime | None, moment: datetime) -> bool:
    """On the same day in Finland."""
    return before is not None and clock.local(before).date() == clock.local(moment).date()


def _expiry(person: Person, day: date) -> date:
    return last_day(day, int(rule.on(person.unit, "consent.months", day)))
