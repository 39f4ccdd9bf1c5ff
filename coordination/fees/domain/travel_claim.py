"""Travel claims: written, sent, returned or approved, and so owed in the ledger (CC-21, section 2.4)."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from coordination.fees.mails import travel_claim as mails
from coordination.fees.models import Fee, TravelClaim
from coordination.fees.models.trip import Trip
from coordination.fees.permissions import travel_claim as permissions
from coordination.foundation import clock, formats, identity_code
from coordination.foundation.constraints import violation_of
from coordination.foundation.refused import Refused
from coordination.foundation.texts import MAIN_LANGUAGE
from coordination.people.actor import Actor
from coordination.people.models import Person, UnitAgreement
from coordination.records.domain import audit, stored_file, workflow

from . import claim_words, fee, price, travel_check
from .claim_keeping import locked_own, open_for, require_writer

Status = TravelClaim.Status
MOST_WORDS = 300
MOST_ADVANCE = Decimal(2000)
LONGEST_AGO = timedelta(days=3 * 366)


@transaction.atomic
def begin(
    person: Person, by: Actor, *, trip: Trip | None = None, day: date | None = None, what: str = ""
) -> TravelClaim:
    """A new claim as a draft: of a session or a meeting that a wing tells, or of another trip in one's own words.

    The money comes as it came the last time, until the claimant says otherwise.

    Raises `Refused`: somebody else's, the same trip a second time, one that is paid otherwise, no day or words.
    """
    require_writer(by, person)
    facts = _of_trip(trip) if trip else _of_other(person, day, what)
    facts["pay"] = travel_check.usual_pay(person)
    entered = by.user if by.on_behalf_of is not None else None
    try:
        with transaction.atomic():
            claim = TravelClaim.objects.create(person=person, entered_by=entered, **facts)
    except IntegrityError as error:
        if violation_of(error) != "travel_claim_once_a_trip":
            raise
        raise Refused(
            gettext_lazy(
                "The costs of this trip have been claimed already. Open that claim; if it has left and something is "
                "missing, claim it as another trip and tell why."
            ),
            field="trip",
            code="twice",
        ) from error
    audit.log(claim, "kuuluviin.made", by, {"about": claim.about})
    return claim


@transaction.atomic
def keep(
    claim: TravelClaim, by: Actor, *, route: str = "", advance: Decimal = Decimal(0), pay: str = "", reason: str = ""
) -> TravelClaim:
    """The way there, what was paid in advance (euros), how the money comes, and what should be known.

    The route of one with a protected address is not kept: it would tell where one lives (L-10).
    """
    current = open_for(claim, by)
    person = current.person
    for name, text in (("route", route), ("reason", reason)):
        identity_code.refuse(text, field=name)
    claim_words.refuse_address(person, reason, field="reason")
    if not 0 <= advance <= MOST_ADVANCE:
        raise Refused(
            gettext_lazy("What was paid in advance is between 0 and %(most)s.") % {"most": formats.euros(MOST_ADVANCE)},
            field="advance",
            code="sum",
        )
    facts = {
        "route": "" if person.protected_address else route.strip()[:200],
        "advance": advance,
        "pay": pay if pay in TravelClaim.Pay.values else current.pay,
        "reason": reason.strip()[:MOST_WORDS],
    }
    _put(claim, current, facts)
    audit.log(current, "kuuluviin.changed", by, {"fields": sorted(facts)})
    return claim


@transaction.atomic
def submit(claim: TravelClaim, by: Actor, *, reason: str | None = None) -> TravelClaim:
    """Send it to be approved. Raises `Refused` for what stops it, and for what is unusual without a reason."""
    current = open_for(claim, by)
    if reason is not None:
        identity_code.refuse(reason, field="reason")
        claim_words.refuse_address(current.person, reason, field="reason")
        _put(claim, current, {"reason": reason.strip()[:MOST_WORDS]})
    travel_check.refuse_unsound(current)
    found = travel_check.findings(current)
    if found and not current.reason:
        words = " ".join(str(each.message) for each in found)
        raise Refused(
            gettext_lazy("%(why)s Tell in a few words why, then send again.") % {"why": words},
            field="reason",
            code=found[0].code,
        )
    return workflow.move(claim, Status.SUBMITTED, by, submitted_at=clock.now(), returned_because="")


@transaction.atomic
def take_back(claim: TravelClaim, by: Actor) -> TravelClaim:
    """The claimant takes a sent claim back to be mended, as long as nobody has decided on it."""
    locked_own(claim, by)
    return workflow.move(claim, Status.DRAFT, by, submitted_at=None)


@transaction.atomic
def withdraw(claim: TravelClaim, by: Actor) -> TravelClaim:
    """The claimant takes the claim away; its receipts go, and the trip may be claimed anew."""
    current = locked_own(claim, by)
    workflow.move(claim, Status.WITHDRAWN, by)
    for line in current.lines.exclude(receipt=None).select_related("receipt"):
        file, line.receipt = line.receipt, None
        line.save(update_fields=["receipt"])
        stored_file.remove(file)
    return claim


@transaction.atomic
def give_back(claim: TravelClaim, by: Actor, *, reason: str) -> TravelClaim:
    """Return it with a reason, to be mended and sent again. The claimant is told that it waits. Raises `Refused`."""
    current = _to_decide(claim, by)
    identity_code.refuse(reason, field="reason")
    claim_words.refuse_address(current.person, reason, field="reason")
    if not reason.strip():
        raise Refused(gettext_lazy("Tell what has to be mended."), field="reason", code="reason")
    facts = {"returned_because": reason.strip()[:MOST_WORDS], "decided_by": by.user, "decided_at": clock.now()}
    workflow.move(claim, Status.RETURNED, by, **facts)
    mails.returned(claim)
    return claim


@transaction.atomic
def approve(claim: TravelClaim, by: Actor) -> TravelClaim:
    """What the trip cost less what was paid in advance is owed from now on, as travel in the ledger.

    Raises `Refused` for one's own claim, for one that one has written down for another, and for a trip paid otherwise.
    """
    current = _to_decide(claim, by)
    travel_check.refuse_unsound(current)
    owed = _owe(current, by)
    return workflow.move(claim, Status.APPROVED, by, fee=owed, decided_by=by.user, decided_at=clock.now())


def _of_trip(trip: Trip) -> dict[str, object]:
    if trip.settled:
        raise Refused(trip.settled, field="trip", code="settled")
    names = ("about", "day", "payer", "unit", "cost_centre")
    return {**{name: getattr(trip, name) for name in names}, "what": trip.words[:MOST_WORDS]}


def _of_other(person: Person, day: date | None, what: str) -> dict[str, object]:
    """Another trip is paid by the unit that keeps the person's data, or by whoever pays for it."""
    identity_code.refuse(what, field="what")
    claim_words.refuse_address(person, what, field="what")
    if day is None:
        raise Refused(gettext_lazy("Write the day of the trip."), field="day", code="day")
    if day < clock.today() - LONGEST_AGO:
        raise Refused(gettext_lazy("The day is more than three years ago. Check the year."), field="day", code="old")
    if not what.strip():
        raise Refused(gettext_lazy("Tell in a few words what the trip was for."), field="what", code="what")
    agreement = UnitAgreement.objects.covering(person.unit, day)
    payer = agreement.payer if agreement else person.unit
    unit = person.unit
    return {
        "day": day,
        "what": what.strip()[:MOST_WORDS],
        "unit": unit,
        "payer": payer,
        "cost_centre": unit.cost_centre or payer.cost_centre,
    }


def _to_decide(claim: TravelClaim, by: Actor) -> TravelClaim:
    current = workflow.locked(claim, "person__unit", "unit", "payer")
    if by.on_behalf_of is None and permissions.may_decide(by.user, current):
        return current
    is_own = by.person is not None and by.person.pk == current.person_id
    words = (
        gettext_lazy("Nobody approves one's own travel. Another coordinator or whoever handles the money does it.")
        if is_own
        else gettext_lazy("This claim is approved by others: its coordinator, its leader or whoever handles the money.")
    )
    raise Refused(words, code="own" if is_own else "not_yours")


def _owe(claim: TravelClaim, by: Actor) -> Fee:
    left = travel_check.total(claim) - claim.advance
    reason = claim.reason
    if claim.advance:
        with override(MAIN_LANGUAGE):
            paid = _("Paid in advance: %(advance)s.") % {"advance": formats.euros(claim.advance)}
        reason = f"{paid} {reason}".strip()
    return fee.owe(
        payee=claim.person,
        payer=claim.payer,
        unit=claim.unit,
        cost_centre=claim.cost_centre,
        what=claim.what,
        price=price.snapshot(None, 0, left),
        earned_on=claim.day,
        by=by,
        reason=reason[:MOST_WORDS],
        kind=Fee.Kind.TRAVEL,
    )


def _put(claim: TravelClaim, current: TravelClaim, facts: dict[str, object]) -> None:
    for target in (current, claim):
        for name, value in facts.items():
            setattr(target, name, value)
    current.save(update_fields=[*facts])
