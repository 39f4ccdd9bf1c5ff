"""Fares to a meeting: remembered for each member, confirmed on paper or on the screen, owed in the ledger (CC-21)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from coordination.fees.domain import fee as ledger
from coordination.fees.domain import price, travel_check
from coordination.fees.models import Fee
from coordination.foundation import clock, formats, identity_code
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.actor import Actor
from coordination.people.models import Person, Unit, UnitAgreement
from coordination.records.domain import audit, rule, workflow
from councils.models import Attendance, Council, Meeting, Membership
from councils.permissions import council as permissions

MOST = Decimal(200)
State, Signed = Attendance.Status, Attendance.Signed


@dataclass(frozen=True)
class Row:
    """One member on the sheet of fares: what is told of the fare now, or what is remembered of the last one."""

    attendance: Attendance
    membership: Membership

    @property
    def person(self) -> Person:
        return self.attendance.person

    @property
    def is_confirmed(self) -> bool:
        return bool(self.attendance.fare_signed)

    @property
    def takes_fare(self) -> bool:
        """One who was there remotely came by no bus."""
        return self.attendance.state == State.PRESENT

    @property
    def amount(self) -> Decimal | None:
        kept = self.attendance.fare_amount
        return self.membership.usual_fare if kept is None else kept

    @property
    def route(self) -> str:
        return self.attendance.fare_route or ("" if self.is_confirmed else self.membership.usual_route)


def sheet(meeting: Meeting) -> list[Row]:
    """The members who were there, in the order of their names; leaders and guests are paid otherwise. Three queries."""
    there = meeting.attendances.exclude(state=State.ABSENT).select_related("person", "fare__replaced_by", "fee")
    return rows(there.filter(person__in=_members(meeting.council).values("person")))


def rows(attendances: Iterable[Attendance]) -> list[Row]:
    """Each attendance beside the seat it was made from, in the order of names."""
    found = list(attendances)
    councils = {row.meeting.council_id for row in found}
    people = {row.person_id for row in found}
    seats = Membership.objects.filter(council__in=councils, person__in=people).order_by("pk")
    seat_of = {(seat.council_id, seat.person_id): seat for seat in seats}
    made = [Row(row, seat_of[row.meeting.council_id, row.person_id]) for row in found]
    return sorted(made, key=lambda row: (row.person.last_name, row.person.first_name, row.attendance.pk))


def asks_reason_above(council: Council) -> Decimal:
    """Euros: the organisation's own limit, over which a fare needs a reason."""
    return Decimal(str(rule.on(council.unit, "council.fare_most")))


@transaction.atomic
def remember(membership: Membership, by: Actor, *, amount: Decimal | None, route: str) -> Membership:
    """Keep the usual fare, in euros, and the route for the next time. The member's own, or a leader's to do."""
    current = workflow.locked(membership)
    _require_own_or_leader(by, current.person_id, current.council)
    _refuse_sum(amount)
    identity_code.refuse(route, field="route")
    for target in (current, membership):
        target.usual_fare, target.usual_route = amount, route.strip()
    current.save(update_fields=["usual_fare", "usual_route"])
    audit.log(current, "kuuluviin.changed", by, {"fields": ["usual_fare", "usual_route"]})
    return membership


@transaction.atomic
def confirm(
    attendance: Attendance, by: Actor, *, amount: Decimal, signed: str, route: str = "", reason: str = ""
) -> Attendance:
    """The fare of one who was there, in euros, stands in the ledger as owed from now on; 0 € tells that there was none.

    A leader confirms what was signed on paper, the member one's own on the screen. Raises `Refused`: somebody else, one
    who was not on the spot, a second time, over 200 €, over the rule `council.fare_most` without a reason.
    """
    current = _to_settle(attendance, by, signed)
    if current.fare_signed:
        raise Refused(
            gettext_lazy("This fare has been confirmed already. Look at how it stands, and correct it if it is wrong."),
            code="confirmed",
        )
    return _settle(current, attendance, by, amount=amount, route=route, reason=reason, signed=signed)


@transaction.atomic
def correct(attendance: Attendance, by: Actor, *, amount: Decimal, reason: str, route: str = "") -> Attendance:
    """Another sum for a fare nobody has approved yet: the wrong row is struck out, a right one stands beside it.

    Raises `Refused` for others than the leaders, without a reason, and once the row has been approved.
    """
    current = _to_settle(attendance, by, Signed.PAPER)
    if not current.fare_signed:
        raise Refused(gettext_lazy("This fare has not been confirmed yet: confirm it."), code="unconfirmed")
    if not reason.strip():
        raise Refused(gettext_lazy("Tell what was wrong."), field="reason", code="reason")
    if current.fare and current.fare.status != Fee.Status.VOID:
        ledger.void(current.fare, by, reason=reason)
    return _settle(current, attendance, by, amount=amount, route=route, reason=reason, signed=current.fare_signed)


def whats(meeting: Meeting, words: str) -> str:
    """For a voucher, neutrally: the ledger tells nobody which council somebody sits in (CC-29)."""
    return words % {"day": formats.day(meeting.starts_at)}


def payer_of(council: Council, day: date) -> Unit:
    """Who pays what the council's members are owed."""
    agreement = None if council.payer else UnitAgreement.objects.covering(council.unit, day)
    return council.payer or (agreement and agreement.payer) or council.unit


def locked_own_or_led(attendance: Attendance, by: Actor) -> Attendance:
    """The row, locked, for the member or a leader. Raises `Refused` for others and before the meeting."""
    current = workflow.locked(attendance, "person", "meeting__council__unit", "meeting__council__payer")
    _require_own_or_leader(by, current.person_id, current.meeting.council)
    if not _members(current.meeting.council).filter(person=current.person_id).exists():
        raise Refused(gettext_lazy("Only members and substitutes are paid here."), code="no_member")
    if current.meeting.starts_at > clock.now():
        raise Refused(gettext_lazy("Fares are confirmed when the meeting has begun."), code="early")
    return current


def is_own(by: Actor, person_id: int) -> bool:
    """Whether the actor is that person and acts for nobody else."""
    return by.on_behalf_of is None and by.person is not None and by.person.pk == person_id


def _to_settle(attendance: Attendance, by: Actor, signed: str) -> Attendance:
    current = locked_own_or_led(attendance, by)
    own = is_own(by, current.person_id)
    if signed == Signed.SCREEN and not own:
        raise Refused(gettext_lazy("On the screen everybody confirms one's own fare."), code="not_own")
    if signed != Signed.SCREEN:
        permissions.require_leader(by, current.meeting.council)
    if own and signed != Signed.SCREEN:
        raise Refused(gettext_lazy("Another leader confirms your own fare."), code="own")
    if current.state != State.PRESENT:
        raise Refused(
            gettext_lazy("Only one who was there on the spot has a fare. Mark the attendance first."), code="absent"
        )
    return current


def _settle(
    current: Attendance, attendance: Attendance, by: Actor, *, amount: Decimal, route: str, reason: str, signed: str
) -> Attendance:
    council = current.meeting.council
    _refuse_sum(amount)
    for name, text in (("route", route), ("reason", reason)):
        identity_code.refuse(text, field=name)
    if amount > asks_reason_above(council) and not reason.strip():
        raise Refused(
            gettext_lazy("This is more than usual, over %(most)s. Tell why, for example: a taxi, agreed beforehand.")
            % {"most": formats.euros(asks_reason_above(council))},
            field="reason",
            code="reason",
        )
    if amount and travel_check.is_claimed(current.person, f"councils.meeting:{current.meeting_id}"):
        raise Refused(
            gettext_lazy("The costs of this trip have been claimed with receipts: here the fare is 0 €."),
            field="amount",
            code="claimed",
        )
    owed = _owe(current, by, amount, reason.strip()) if amount else None
    facts = {"fare_amount": amount, "fare_route": route.strip()[:120], "fare_signed": signed, "fare": owed}
    for target in (current, attendance):
        for name, value in facts.items():
            setattr(target, name, value)
    current.save(update_fields=[*facts])
    _keep_usual(current)
    audit.log(
        current.meeting, "kuuluviin.changed", by, {"attendance": current.pk, "fare": str(amount), "signed": signed}
    )
    return attendance


def _owe(row: Attendance, by: Actor, amount: Decimal, reason: str) -> Fee:
    council, day = row.meeting.council, clock.local(row.meeting.starts_at).date()
    with override(MAIN_LANGUAGE):
        words = whats(row.meeting, _("Fare to a meeting on %(day)s"))
    return ledger.owe(
        payee=row.person,
        payer=payer_of(council, day),
        unit=council.unit,
        cost_centre=council.cost_centre or council.unit.cost_centre,
        what=words,
        price=price.snapshot(None, 0, amount),
        earned_on=day,
        by=by,
        reason=reason,
        kind=Fee.Kind.TRAVEL,
    )


def _keep_usual(row: Attendance) -> None:
    """What was confirmed is offered the next time."""
    if row.fare_amount:
        kept = Membership.objects.filter(council=row.meeting.council, person=row.person, left_on=None)
        kept.update(usual_fare=row.fare_amount, **({"usual_route": row.fare_route} if row.fare_route else {}))


def _members(council: Council):
    """Those who have or had a seat, or stood in for one: a fare is owed to one who has left since, too."""
    return Membership.objects.filter(council=council)


def _refuse_sum(amount: Decimal | None) -> None:
    if amount is not None and not 0 <= amount <= MOST:
        raise Refused(
            gettext_lazy("A fare is between 0 and %(most)s.") % {"most": formats.euros(MOST)},
            field="amount",
            code="sum",
        )


def _require_own_or_leader(by: Actor, person_id: int, council: Council) -> None:
    if not is_own(by, person_id):
        permissions.require_leader(by, council)
