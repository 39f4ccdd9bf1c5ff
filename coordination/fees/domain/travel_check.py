"""What is looked at before a travel claim leaves: what stops it, and what asks for a word of explanation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import ClaimLine, Fee, TravelClaim, trip
from coordination.fees.models.trip import Trip
from coordination.foundation import clock, formats
from coordination.foundation.refused import Refused
from coordination.people.models import Person
from coordination.records.domain import rule

Kind = ClaimLine.Kind
DAYS_BACK = 120
ALLOWANCES = {Kind.PART_DAY, Kind.FULL_DAY}


@dataclass(frozen=True)
class Finding:
    """Something unusual in plain words; the claimant tells why, and whoever approves sees both."""

    code: str
    message: Any


def trips(person: Person) -> list[Trip]:
    """What somebody may claim for now: trips of the last four months that have begun, the latest first."""
    today = clock.today()
    return trip.of(person, today - timedelta(days=DAYS_BACK), today)


def trip_of(claim: TravelClaim) -> Trip | None:
    """The trip as its wing tells it now; None for one the wings do not know."""
    return next((each for each in trip.of(claim.person, claim.day, claim.day) if each.about == claim.about), None)


def claimed(person: Person) -> dict[str, TravelClaim]:
    """The standing claim of each trip of somebody's."""
    rows = TravelClaim.objects.standing().filter(person=person).exclude(about="")
    return {row.about: row for row in rows}


def is_claimed(person: Person, about: str) -> bool:
    """Whether the trip is claimed with receipts, so that no other door pays it too."""
    return TravelClaim.objects.standing().filter(person=person, about=about).exists()


def usual(claim: TravelClaim) -> Decimal | None:
    """The fare, in euros, that is remembered: of the trip itself, else what was last approved for the same unit."""
    told = trip_of(claim) if claim.about else None
    if told and told.usual:
        return told.usual
    last = _last_line(claim, Kind.TICKET)
    return last.amount if last else None


def usual_ride(claim: TravelClaim) -> ClaimLine | None:
    """The kilometres that were last approved for the same unit, so that nobody looks them up anew."""
    return _last_line(claim, Kind.KILOMETRES)


def usual_route(claim: TravelClaim) -> str:
    """The way that was last told for the same unit."""
    rows = _alike(claim).exclude(route="").order_by("-day", "-pk")
    return rows.values_list("route", flat=True).first() or ""


def _last_line(claim: TravelClaim, kind: Kind) -> ClaimLine | None:
    approved = _alike(claim).filter(status=TravelClaim.Status.APPROVED)
    return ClaimLine.objects.filter(kind=kind, claim__in=approved).order_by("-claim__day", "-pk").first()


def _alike(claim: TravelClaim) -> QuerySet[TravelClaim]:
    """The person's claims of trips to the same unit. Where another trip led, in one's own words, nobody knows."""
    if not claim.about:
        return TravelClaim.objects.none()
    return TravelClaim.objects.standing().filter(person=claim.person, unit=claim.unit).exclude(about="")


def usual_pay(person: Person) -> str:
    """How the person last wanted the money."""
    rows = TravelClaim.objects.standing().filter(person=person).order_by("-pk")
    return rows.values_list("pay", flat=True).first() or TravelClaim.Pay.TRANSFER


def total(claim: TravelClaim) -> Decimal:
    """The costs of all the lines, in euros."""
    return sum((line.amount for line in claim.lines.all()), Decimal("0.00"))


def refuse_unsound(claim: TravelClaim) -> None:
    """Raise `Refused` for what no reason mends: nothing claimed, a trip to come, an advance too large, paid otherwise."""
    costs = total(claim)
    if not claim.lines.all():
        raise Refused(_("Add at least one cost first."), code="empty")
    if claim.day > clock.today():
        raise Refused(
            _("The trip is still to come. Send the claim when you have travelled; it stays here."), "day", "early"
        )
    if claim.advance > costs:
        raise Refused(
            _("More was paid in advance (%(advance)s) than the trip cost (%(costs)s). Call the coordinator.")
            % {"advance": formats.euros(claim.advance), "costs": formats.euros(costs)},
            field="advance",
            code="advance",
        )
    refuse_settled(claim)


def refuse_settled(claim: TravelClaim) -> None:
    """The same trip is never paid twice: here, and from the sheet of a meeting's fares."""
    told = trip_of(claim) if claim.about else None
    if told and told.settled:
        raise Refused(told.settled, code="settled")


def findings(claim: TravelClaim) -> list[Finding]:
    """Everything that asks for a reason, in the order it is looked at. Five queries at most."""
    lines = list(claim.lines.all())
    return [*_of_sum(claim, lines), *_of_lines(claim, lines), *_of_day(claim)]


def _of_sum(claim: TravelClaim, lines: list[ClaimLine]) -> Iterator[Finding]:
    most = Decimal(str(rule.on(claim.unit, "travel.most", claim.day)))
    if sum(line.amount for line in lines) > most:
        words = _("The costs are over %(most)s, more than one trip usually costs.")
        yield Finding("over", words % {"most": formats.euros(most)})


def _of_lines(claim: TravelClaim, lines: list[ClaimLine]) -> Iterator[Finding]:
    least = Decimal(str(rule.on(claim.unit, "travel.receipt_over", claim.day)))
    if any(line.kind in ClaimLine.BY_RECEIPT and line.amount > least and not line.receipt_id for line in lines):
        words = _("A cost over %(least)s has no receipt.")
        yield Finding("receipt", words % {"least": formats.euros(least)})
    kinds = {line.kind for line in lines}
    if Kind.MEAL in kinds and kinds & ALLOWANCES:
        yield Finding("meal", _("Meal compensation is not usually paid beside an allowance for the day."))


def _of_day(claim: TravelClaim) -> Iterator[Finding]:
    if not claim.about and not _known_on(claim.person, claim.day):
        yield Finding("no_trip", _("There is no booking or meeting on that day."))
    others = TravelClaim.objects.standing().filter(person=claim.person, day=claim.day).exclude(pk=claim.pk)
    owed = Fee.objects.filter(kind=Fee.Kind.TRAVEL, payee=claim.person, earned_on=claim.day)
    paid = owed.exclude(status=Fee.Status.VOID).exclude(pk=claim.fee_id)
    if others.exists() or paid.exists():
        words = _("Costs of another trip on %(day)s have been claimed already.")
        yield Finding("same_day", words % {"day": formats.day(claim.day)})


def _known_on(person: Person, day: date) -> bool:
    return any(each.was_made for each in trip.of(person, day, day))
