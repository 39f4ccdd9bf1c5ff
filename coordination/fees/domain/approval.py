"""Owed to approved: the payer's approver, a deputy after some days, four eyes over a sum, nobody one's own (CM-14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from django.db import transaction
from django.db.models import Case, Count, Q, When
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import Approver, Fee, FeeQuerySet
from coordination.fees.permissions import money
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, Unit
from coordination.records.domain import audit, rule, workflow

from . import approver as approvers

FOUR_EYES, DEPUTY_DAYS, LATE_DAYS = "fee.four_eyes_over", "fee.deputy_days", "fee.approve_days"


@dataclass(frozen=True)
class Done:
    """What became of many: numbers of the approved, of those that now wait for the second person, and the refusals."""

    approved: list[str] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    refused: dict[str, Refused] = field(default_factory=dict)


def waiting_for(person: Person) -> FeeQuerySet:
    """What this person may approve now, the oldest first."""
    mine = list(
        Approver.objects.in_force().filter(Q(person=person) | Q(deputy=person)).select_related("unit").order_by("pk")
    )
    if not mine:
        return Fee.objects.none()
    heads = _seats_in({row.unit.organisation_path for row in mine})
    condition = Q(pk__in=[])
    for row in mine:
        condition |= _may(row, person, heads)
    return Fee.objects.waiting().filter(condition).exclude(payee=person).order_by("earned_on", "pk")


def stands_as(person: Person) -> bool:
    """Whether the person is an approver or a deputy somewhere today."""
    return Approver.objects.in_force().filter(Q(person=person) | Q(deputy=person)).exists()


def approve(fee: Fee, by: Actor) -> Fee:
    """Approve one row; over the sum of the rule the first of two people leaves it owed, and the second approves it.

    Raises `Refused` for one's own, for one who does not approve what this unit pays, for a deputy before the days are
    full, for the same person twice, and for a row that waits no more.
    """
    with transaction.atomic():
        current = workflow.locked(fee, "payer", "payee")
        person = by.person
        _refuse_what_waits_no_more(current)
        _refuse_who_may_not(current, person)
        if current.first_approver_id is None and needs_four_eyes(current):
            return _seen_first(fee, current, person, by)
        return workflow.move(
            fee, Fee.Status.APPROVED, by, approver=person, approved_by=by.user, approved_at=clock.now()
        )


def approve_many(fees: Iterable[Fee], by: Actor) -> Done:
    """Approve each by itself: one that is refused stops none, and is told."""
    done = Done()
    for fee in fees:
        try:
            approve(fee, by)
        except Refused as refusal:
            done.refused[fee.number] = refusal
        else:
            (done.approved if fee.status == Fee.Status.APPROVED else done.first).append(fee.number)
    return done


@transaction.atomic
def give_back(fee: Fee, by: Actor, *, reason: str) -> Fee:
    """Not approved: back to whoever made the row, with the reason. An approval is taken back so too, until the row is in a batch.

    Raises `Refused` without a reason, for one who could not approve it, and for a row that is in a batch or further.
    """
    words = _reason(reason)
    current = workflow.locked(fee, "payer", "payee")
    _refuse_who_may_not(current, by.person, again=True)
    if current.status == Fee.Status.APPROVED:
        _refuse_in_batch(current)
        workflow.move(fee, Fee.Status.OWED, by, approver=None, approved_by=None, approved_at=None)
    else:
        _refuse_what_waits_no_more(current)
    return _write(
        fee,
        by,
        {"given_back": True},
        given_back_at=clock.now(),
        given_back_by=by.person,
        given_back_because=words,
        first_approver=None,
        first_approved_at=None,
    )


@transaction.atomic
def ask_again(fee: Fee, by: Actor) -> Fee:
    """Put a row that was given back before the approver once more, when what was asked is in order.

    Raises `Refused` for one who does not look after the row, and for a row that was not given back.
    """
    current = workflow.locked(fee, "payer", "unit")
    require(by, money.may_put_right(by.user, current.payer) or money.may_put_right(by.user, current.unit))
    if current.status != Fee.Status.OWED or current.given_back_at is None:
        raise Refused(_("This row has not been given back."), code="not_given_back")
    return _write(fee, by, {"asked_again": True}, given_back_at=None, given_back_by=None, given_back_because="")


def needs_four_eyes(fee: Fee) -> bool:
    return abs(fee.amount) > Decimal(rule.on(fee.payer, FOUR_EYES))


def late(fees: FeeQuerySet, unit: Unit | None) -> FeeQuerySet:
    """Of the given, those that have waited for approval longer than the unit's rule says."""
    days = int(rule.on(unit, LATE_DAYS))
    return fees.waiting().filter(created_at__lt=clock.now() - timedelta(days=days))


def without_approver(fees: FeeQuerySet, unit: Unit) -> int:
    """How many of the given rows that wait nobody can approve, as the approvers of the unit's organisation stand today:
    there is none beside the payee, or over the sum of the unit's rule there is only one.
    """
    seats = _seats_in([unit.organisation_path])
    most = Decimal(rule.on(unit, FOUR_EYES))
    is_large = Case(When(Q(amount__gt=most) | Q(amount__lt=-most), then=True), default=False)
    waiting = fees.waiting().order_by().annotate(is_large=is_large)
    groups = waiting.values_list("payer__path", "payee", "first_approver", "is_large").annotate(Count("pk"))
    found = 0
    for path, payee, first, needs_two, count in groups:
        able = {key for head, keys in seats.items() if path.startswith(head) for key in keys} - {payee, first}
        found += count if len(able) < (2 if needs_two and first is None else 1) else 0
    return found


def _seats_in(organisations: Iterable[str]) -> dict[str, set[int]]:
    """Of the units that have an approver of their own today: their paths, and the keys of the approvers and deputies."""
    inside = Unit.path_condition(organisations, "unit__")
    seats: dict[str, set[int]] = defaultdict(set)
    for path, *keys in Approver.objects.in_force().filter(inside).values_list("unit__path", "person", "deputy"):
        seats[path] |= {key for key in keys if key}
    return seats


def _of_others(branch: Q, row: Approver, heads: dict[str, set[int]]) -> Q:
    """The branch without the rows that a nearer unit's own approvers see first; what nobody there may approve comes here."""
    nearer = [path for path in heads if path.startswith(row.unit.path) and path != row.unit.path]
    alone = [(path, *heads[path]) for path in nearer if len(heads[path]) == 1]
    first = branch & ~Unit.path_condition(nearer, "payer__") if nearer else branch
    for path, person in alone:
        first |= Unit.path_condition([path], "payer__") & Q(payee=person)
    return first


def _may(row: Approver, person: Person, heads: dict[str, set[int]]) -> Q:
    """What one row lets the person approve: first eyes where no nearer unit has its own, second eyes in the whole branch."""
    branch = Unit.branch_condition([row.unit], "payer__")
    first = _of_others(branch, row, heads) & Q(first_approver=None)
    if row.person_id != person.pk:
        days = int(rule.on(row.unit, DEPUTY_DAYS))
        first &= Q(created_at__lte=clock.now() - timedelta(days=days)) | Q(payee=row.person_id)
    return first | (branch & Q(first_approver__isnull=False) & ~Q(first_approver=person))


def _refuse_who_may_not(fee: Fee, person: Person | None, *, again: bool = False) -> None:
    """`again`: whoever gives back may have approved it before."""
    chain = approvers.of(fee.payer)
    if person is None or person.pk not in chain.everyone:
        raise Refused(
            _("You do not approve what %(unit)s pays. Ask those who handle the money who does.")
            % {"unit": fee.payer.names},
            code="not_yours",
        )
    if fee.payee_id == person.pk:
        raise Refused(_("Nobody approves their own. Your deputy or another approver does."), code="own")
    if again:
        return
    if fee.first_approver_id is not None:
        if fee.first_approver_id == person.pk:
            raise Refused(
                _("You have approved this once. Over this sum another person approves too."), code="same_eyes"
            )
        return
    _refuse_out_of_turn(fee, person, chain)


def _refuse_out_of_turn(fee: Fee, person: Person, chain: approvers.Chain) -> None:
    if any(row.person_id == person.pk for row in chain.nearest):
        return
    seats = [row for row in chain.nearest if row.deputy_id == person.pk]
    if not seats and all({row.person_id, row.deputy_id} <= {fee.payee_id, None} for row in chain.nearest):
        return
    if not seats:
        raise Refused(_("A nearer unit has an approver of its own. You may be the second to approve."), code="nearer")
    if any(row.person_id == fee.payee_id for row in seats):
        return
    days = min(int(rule.on(row.unit, DEPUTY_DAYS)) for row in seats)
    if fee.created_at > clock.now() - timedelta(days=days):
        raise Refused(
            _("A deputy approves what has waited %(days)s days. This has not yet.") % {"days": days}, code="too_early"
        )


def _refuse_what_waits_no_more(fee: Fee) -> None:
    if fee.status != Fee.Status.OWED:
        raise Refused(
            _("The row %(number)s is “%(state)s” already.") % {"number": fee.number, "state": fee.get_status_display()},
            code="moved",
        )
    if fee.given_back_at is not None:
        raise Refused(
            _("The row %(number)s has been given back and waits to be put right.") % {"number": fee.number},
            code="given_back",
        )
    if not fee.amount:
        raise Refused(_("A row of 0 € needs no approval."), code="nothing")


def _refuse_in_batch(fee: Fee) -> None:
    if hasattr(fee, "batch_row"):
        raise Refused(
            _("The row %(number)s is in a payment batch. Ask those who handle the money to leave it out.")
            % {"number": fee.number},
            code="in_batch",
        )


def _seen_first(fee: Fee, current: Fee, person: Person, by: Actor) -> Fee:
    return _write(fee, by, {"first_of_two": True}, first_approver=person, first_approved_at=clock.now())


def _write(fee: Fee, by: Actor, told: dict, **facts: object) -> Fee:
    for name, value in facts.items():
        setattr(fee, name, value)
    fee.save(update_fields=list(facts))
    audit.log(fee, "kuuluviin.changed", by, told)
    return fee


def _reason(text: str) -> str:
    identity_code.refuse(text)
    if not text.strip():
        raise Refused(_("Tell why, so that it can be put right."), field="reason", code="reason")
    return text.strip()[:300]
