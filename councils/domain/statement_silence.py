"""When no answer comes: reminders, then the coordinator is asked to call, then silence is shown as silence (CC-04)."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import Texts
from coordination.people.actor import Actor
from coordination.records.domain import audit, rule, sweep, workflow
from councils.models import Forwarding, Statement
from councils.permissions import council as permissions

from . import statement_telling as telling
from . import statement_words as words

Way = Forwarding.Status
BEFORE, LATE, SILENT = RULES = (
    "council.statement_remind_days",
    "council.statement_late_days",
    "council.statement_silent_days",
)


def follow() -> int:
    """Do what is due today for each answer that is waited for, in a transaction of its own. Returns how many were touched.

    A reminder so many days before the promised day (rule `council.statement_remind_days`) and so many after it
    (`council.statement_late_days`); after twice that the coordinator is asked to call; after `council.statement_silent_days` the
    recipient is silent, and the council hears of it. Running it again the same day changes nothing.
    """
    rows = Forwarding.objects.filter(status=Way.SENT, promised_on__isnull=False)
    return sweep.each(rows.order_by("pk").values_list("pk", flat=True), _follow)


@transaction.atomic
def called(way: Forwarding, by: Actor, note: str = "", promised_on: date | None = None) -> Forwarding:
    """Somebody called the recipient, and what was said. Raises `Refused` when no answer is waited for any more.

    `promised_on`: a new day (Finnish date) promised on the phone. Silence ends, the council is told, and reminders and
    a further call follow the new day.
    """
    identity_code.refuse(note, field="note")
    statement = workflow.locked(way.statement)
    permissions.require_leader(by, statement.council)
    row = workflow.locked(way)
    if not row.is_waiting:
        raise Refused(_("No answer is waited for any more."), code="moved")
    row.called_on, row.called_note = clock.today(), note.strip()[:300]
    row.save(update_fields=["called_on", "called_note"])
    audit.log(row, "kuuluviin.changed", by, {"called": True})
    if promised_on and promised_on != row.promised_on:
        row.statement = statement
        _promise_anew(row, by, promised_on)
    return row


def _promise_anew(way: Forwarding, by: Actor, day: date) -> None:
    if day < clock.today():
        raise Refused(_("The day of the answer must lie ahead."), field="promised_on", code="past")
    facts = {"promised_on": day, "reminded_on": None, "call_asked_on": None}
    if way.status == Way.SILENT:
        workflow.move(way, Way.SENT, by, **facts)
    else:
        for name, value in facts.items():
            setattr(way, name, value)
        way.save(update_fields=list(facts))
    _moved(way.statement, by, words.in_languages(lambda: words.promised(way)))


def _moved(statement: Statement, by: Actor, what: Texts) -> None:
    statement.moved_at, statement.moves = clock.now(), statement.moves + 1
    statement.save(update_fields=["moved_at", "moves"])
    telling.everybody(statement, by, what)


@transaction.atomic
def _follow(pk: int) -> bool:
    statement = Statement.objects.select_for_update(of=("self",)).select_related("council__unit").get(forwardings=pk)
    way = workflow.locked(Forwarding.objects.select_related("recipient").get(pk=pk))
    way.statement = statement
    if way.status != Way.SENT or way.promised_on is None:
        return False
    days = rule.together(statement.council.unit, RULES)
    today, promised = clock.today(), way.promised_on
    if today >= promised + timedelta(days=days[SILENT]):
        _fall_silent(statement, way)
        return True
    if today >= promised + timedelta(days=2 * days[LATE]) and way.call_asked_on is None:
        way.call_asked_on = today
        way.save(update_fields=["call_asked_on"])
        telling.ask_to_call(way)
        return True
    if _is_to_remind(way, today, timedelta(days=days[BEFORE]), timedelta(days=days[LATE])):
        way.reminded_on, way.reminders = today, way.reminders + 1
        way.save(update_fields=["reminded_on", "reminders"])
        telling.remind(way)
        return True
    return False


def _is_to_remind(way: Forwarding, today: date, before: timedelta, late: timedelta) -> bool:
    """Once before the promised day and once after it; what was taken further just now is not reminded of at once."""
    if today >= way.promised_on + late:
        return way.reminded_on is None or way.reminded_on <= way.promised_on
    due = way.promised_on - before
    return due <= today <= way.promised_on and way.reminded_on is None and way.sent_on < due


def _fall_silent(statement: Statement, way: Forwarding) -> None:
    """A recipient the worker never came to remind is silent all the same; the coordinator is still asked to call."""
    house = Actor.worker()
    asked = way.call_asked_on or clock.today()
    is_asked = way.call_asked_on is not None
    workflow.move(way, Way.SILENT, house, call_asked_on=asked)
    if not is_asked:
        telling.ask_to_call(way)
    _moved(statement, house, words.in_languages(lambda: words.silent(way)))
