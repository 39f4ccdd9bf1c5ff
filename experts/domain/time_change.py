"""Moving a meeting: one question to the other side; it moves once everybody asked has said yes (CM-11)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from datetime import time as wall_time

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.messaging.domain import safe_link
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import audit, rule, sweep
from experts.mails import time_change as mails
from experts.models import BusyTime, RequestedTime, Session, TimeChange, TimeChangeAnswer
from experts.permissions import time_change as permissions

from . import offer_lock
from .time_change_close import end
from .time_change_move import move

Status, Answer = TimeChange.Status, TimeChangeAnswer.Answer
NOON = wall_time(12)


@transaction.atomic
def propose(time: RequestedTime, starts_at: datetime, ends_at: datetime, by: Actor) -> TimeChange:
    """Ask the others whether the meeting may be at another time (aware datetimes); an earlier question is replaced.

    Orderer, expert or coordinator asks; each of the others gets one question, by link and at the screen. The length
    stays, since the fee was agreed with it. Raises `Refused`, also when the new time is taken.
    """
    order = offer_lock.lock(time.booking_request)
    time.refresh_from_db()
    time.booking_request = order
    sessions = _sessions(time)
    if not permissions.may_propose(by, time, sessions):
        raise Refused(_("Only those who meet and the coordinator can propose another time."), code="stranger")
    _refuse_unmovable(time, sessions)
    _refuse_unfit(time, starts_at, ends_at)
    refuse_taken(sessions, starts_at - time.starts_at)
    asked = _asked(sessions, by)
    if not asked:
        raise Refused(_("There is nobody to ask."), code="nobody")
    for earlier in TimeChange.objects.open().filter(time=time):
        end(earlier, Status.SUPERSEDED, by)
    expires_at = _expiry(time, starts_at)
    change = TimeChange.objects.create(
        time=time,
        starts_at=starts_at,
        ends_at=ends_at,
        was_starts_at=time.starts_at,
        was_ends_at=time.ends_at,
        proposer=by.subject,
        proposed_at=clock.now(),
        expires_at=expires_at,
    )
    audit.log(change, "kuuluviin.made", by, {"order": order.number})
    for person in asked:
        _ask(change, person)
    return change


@transaction.atomic
def answer(change: TimeChange, by: Actor, *, suits: bool) -> TimeChange:
    """Say whether the new time suits: by link, at the screen, or by the coordinator for somebody on the phone.

    The last yes moves the meeting with its hours, calendars and messages in one go; one no leaves the time as it was.
    Who was booked after the question was put is asked, too, before anything moves.
    Raises `Refused` for others, when the question is over, and when the new time has been taken meanwhile.
    """
    order = offer_lock.lock(change.time.booking_request)
    change.refresh_from_db()
    change.time.booking_request = order
    row = change.answers.select_related("person", "link").filter(person=by.subject).first()
    if row is None or not permissions.may_answer(by, row, order):
        raise Refused(_("Only those who were asked can answer, or the coordinator for them."), code="stranger")
    _refuse_over(change)
    row.answer = Answer.YES if suits else Answer.NO
    row.answered_at, row.answered_via = clock.now(), by.via
    row.save(update_fields=["answer", "answered_at", "answered_via"])
    audit.log(change, "kuuluviin.changed", by, {"answer": row.answer})
    if not suits:
        end(change, Status.DECLINED, by)
        mails.stays(change, by.subject)
    elif not change.answers.exclude(answer=Answer.YES).exists():
        sessions = _sessions(change.time)
        if newcomers := _newcomers(change, sessions):
            for person in newcomers:
                _ask(change, person)
            return change
        refuse_taken(sessions, change.starts_at - change.was_starts_at)
        end(change, Status.AGREED, by)
        move(change, sessions, by)
    return change


@transaction.atomic
def withdraw(change: TimeChange, by: Actor) -> TimeChange:
    """The one who asked, or the coordinator, takes the question back: the time stays. Raises `Refused`."""
    order = offer_lock.lock(change.time.booking_request)
    change.refresh_from_db()
    change.time.booking_request = order
    if not permissions.may_withdraw(by, change):
        raise Refused(_("Only the one who asked and the coordinator can take the question back."), code="stranger")
    _refuse_over(change)
    end(change, Status.WITHDRAWN, by)
    mails.stays(change, by.subject)
    return change


def expire(now: datetime | None = None) -> int:
    """Close the questions nobody answered in time, each in a transaction of its own. Returns how many."""
    moment = now or clock.now()
    late = TimeChange.objects.open().filter(expires_at__lte=moment).order_by("pk").values_list("pk", flat=True)
    return sweep.each(late, lambda key: _expire(key, moment))


def open_for(time: RequestedTime) -> TimeChange | None:
    """The question that waits for answers, if there is one."""
    return TimeChange.objects.open().filter(time=time).prefetch_related("answers__person").first()


def refuse_taken(sessions: Sequence[Session], shift: timedelta) -> None:
    """Another booking, or another session of the same one, may hold somebody at the new hours."""
    for session in sessions:
        own = list(session.busy_times.all())
        others = BusyTime.objects.filter(expert=session.booking.expert).exclude(session=session)
        for hours in own:
            starts, ends = hours.starts_at + shift, hours.ends_at + shift
            if others.filter(starts_at__lt=ends, ends_at__gt=starts).exists():
                words = _("%(name)s already has a booking then. Propose another time.")
                raise Refused(words % {"name": session.booking.expert.person.first_name}, field="day", code="busy")


def _sessions(time: RequestedTime) -> list[Session]:
    """Those to come at this time, in the order of their experts."""
    rows = Session.objects.planned().filter(time=time).select_related("booking__expert__person", "booking__link")
    found = list(rows.order_by("booking__expert"))
    for session in found:
        session.time = time
        session.booking.booking_request = time.booking_request
    return found


def _asked(sessions: Sequence[Session], by: Actor) -> list[Person]:
    """Everybody who meets, save the one who proposes."""
    order = sessions[0].booking.booking_request
    people = {person.pk: person for person in [order.orderer, *(row.booking.expert.person for row in sessions)]}
    people.pop(by.subject.pk, None)
    return list(people.values())


def _newcomers(change: TimeChange, sessions: Sequence[Session]) -> list[Person]:
    """Experts booked for the old time since the question was put: nobody's meeting moves unasked."""
    known = {change.proposer_id, *change.answers.values_list("person", flat=True)}
    return [row.booking.expert.person for row in sessions if row.booking.expert.person_id not in known]


def _ask(change: TimeChange, person: Person) -> None:
    link = safe_link.make("time_change", person, change.expires_at)
    mails.ask(TimeChangeAnswer.objects.create(change=change, person=person, link=link))


def _expiry(time: RequestedTime, starts_at: datetime) -> datetime:
    """Noon after the days of the rule `offer.days`, but before either of the two times begins."""
    last_day = clock.today() + timedelta(days=rule.on(time.booking_request.unit, "offer.days"))
    return min(datetime.combine(last_day, NOON, clock.HELSINKI), time.starts_at, starts_at)


def _refuse_unmovable(time: RequestedTime, sessions: Sequence[Session]) -> None:
    if not sessions:
        raise Refused(_("Nobody is booked for this time. Open the order again to see how it stands."), code="moved")
    if time.starts_at <= clock.now():
        raise Refused(_("The meeting has begun already: its time cannot move any more."), code="past")


def _refuse_unfit(time: RequestedTime, starts_at: datetime, ends_at: datetime) -> None:
    if starts_at <= clock.now():
        raise Refused(_("The new time must lie ahead."), field="day", code="ahead")
    if starts_at == time.starts_at:
        raise Refused(_("The meeting is at that time already."), field="start", code="same")
    if ends_at.astimezone(UTC) - starts_at.astimezone(UTC) != time.ends_at - time.starts_at:
        words = _("The length stays as it was agreed. Cancel and order anew, or call the coordinator.")
        raise Refused(words, field="start", code="length")


def _refuse_over(change: TimeChange) -> None:
    if change.status != Status.OPEN:
        words = _("This question is “%(state)s” now. Thank you: you need not do anything.")
        raise Refused(words % {"state": change.get_status_display()}, code="moved")
    if change.expires_at <= clock.now():
        words = _("The time to answer ended on %(moment)s. The meeting stays at its old time.")
        raise Refused(words % {"moment": formats.moment(change.expires_at)}, code="expired")


@transaction.atomic
def _expire(pk: int, moment: datetime) -> bool:
    change = TimeChange.objects.select_related("time__booking_request", "proposer").get(pk=pk)
    offer_lock.lock(change.time.booking_request)
    change.refresh_from_db()
    if change.status != Status.OPEN or change.expires_at > moment:
        return False
    end(change, Status.EXPIRED, Actor.worker())
    mails.stays(change, None)
    return True
