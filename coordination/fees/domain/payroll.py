"""What payroll wants to be told: codes of the income register, columns of the file, numbers of payees (L-44, 2.5)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.db.models import OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import BatchLayout, Fee, PayCode, PayeeNumber
from coordination.fees.permissions import money
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, Role, Unit, User
from coordination.records.domain import audit

from . import batch_column


class Codes:
    """The codes in force for what a unit pays, read once for a batch."""

    def __init__(self, payer: Unit, day: date | None = None) -> None:
        rows = PayCode.objects.in_force(day).filter(unit__path__startswith=payer.organisation_path)
        self._rows = sorted(
            rows.select_related("unit"), key=lambda row: (bool(row.price_code), row.unit.depth, row.valid_from)
        )

    def of(self, fee: Fee) -> tuple[str, str]:
        """Income type and type of reimbursement: the price class's own before the kind's, the nearest branch's before
        the ones above. Empty where nobody has said. A correction has the codes of the kind it corrects.
        """
        kind = fee.root_kind
        found = [
            row
            for row in self._rows
            if row.kind == kind and row.price_code in ("", fee.price_code) and fee.payer.path.startswith(row.unit.path)
        ]
        return (found[-1].income_type, found[-1].reimbursement) if found else ("", "")


def layout_of(payer: Unit, day: date | None = None) -> BatchLayout:
    """The nearest branch's own columns, else the usual ones in a row that is not stored."""
    rows = BatchLayout.objects.in_force(day).filter(unit__path__in=payer.paths_up()).select_related("unit")
    own = max(rows, key=lambda row: (row.unit.depth, row.valid_from), default=None)
    return own or BatchLayout(unit=payer, columns=batch_column.usual())


def business_id_of(payer: Unit) -> str:
    """The nearest one upwards."""
    units = Unit.objects.filter(path__in=payer.paths_up()).exclude(business_id="").order_by("-depth")
    return next((unit.business_id for unit in units), "")


def numbers_of(people: Iterable[int], organisation: Unit) -> dict[int, str]:
    """Payroll's numbers by the person's key."""
    rows = PayeeNumber.objects.filter(person__in=list(people), unit=organisation)
    return dict(rows.values_list("person", "number"))


def payees(user: User, words: str = "") -> QuerySet[Person]:
    """Those to whom the branches whose money the user handles owe something, each with `number`; those without one first."""
    heads = user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)
    paid = Fee.objects.filter(Unit.branch_condition(heads, "payer__")).order_by().values("payee")
    own = PayeeNumber.objects.filter(person=OuterRef("pk"), unit__path__in={head.organisation_path for head in heads})
    found = Person.objects.filter(pk__in=paid).annotate(number=Coalesce(Subquery(own.values("number")[:1]), Value("")))
    for word in words.split()[:3]:
        found = found.filter(Q(first_name__icontains=word) | Q(last_name__icontains=word))
    return found.order_by("number", "last_name", "first_name", "pk")


@transaction.atomic
def keep_layout(
    unit: Unit, by: Actor, *, columns: list[dict[str, str]], variant: str, valid_from: date | None = None
) -> BatchLayout:
    """The columns of the branch's payment files from a day (Helsinki date, default today); the ones before end the day before.

    Files that were made stay as they were. Raises `Refused` for one who does not handle the money, and for columns that
    are unknown, missing, doubled, or named for what is never kept here.
    """
    require(by, money.may_handle(by.user, unit))
    batch_column.refuse_unsound(columns)
    day = valid_from or clock.today()
    _refuse_past(day)
    BatchLayout.objects.filter(unit=unit, valid_from__gte=day).delete()
    BatchLayout.objects.in_force(day).filter(unit=unit).update(valid_until=day - timedelta(days=1))
    row = BatchLayout.objects.create(unit=unit, columns=columns, variant=variant, valid_from=day)
    audit.log(row, "kuuluviin.made", by, {"unit": unit.pk, "columns": [column["key"] for column in columns]})
    return row


@transaction.atomic
def keep_code(
    unit: Unit,
    by: Actor,
    *,
    kind: str,
    source: str,
    price_code: str = "",
    income_type: str = "",
    reimbursement: str = "",
    valid_from: date | None = None,
) -> PayCode:
    """A code from a day on; the one before of the same kind and class ends the day before.

    Raises `Refused` for one who does not handle the money, and without a code or its source.
    """
    require(by, money.may_handle(by.user, unit))
    for text in (source, income_type, reimbursement, price_code):
        identity_code.refuse(text)
    if not source.strip():
        raise Refused(_("Tell where the code comes from: whose list, which day."), field="source", code="source")
    if not (income_type.strip() or reimbursement.strip()):
        raise Refused(_("Write at least one of the codes."), field="income_type", code="nothing")
    day = valid_from or clock.today()
    same = PayCode.objects.filter(unit=unit, kind=kind, price_code=price_code)
    same.filter(valid_from__gte=day).delete()
    same.in_force(day).update(valid_until=day - timedelta(days=1))
    row = PayCode.objects.create(
        unit=unit,
        kind=kind,
        price_code=price_code.strip(),
        income_type=income_type.strip(),
        reimbursement=reimbursement.strip(),
        source=source.strip()[:200],
        valid_from=day,
    )
    audit.log(row, "kuuluviin.made", by, {"unit": unit.pk, "kind": kind})
    return row


@transaction.atomic
def number(person: Person, by: Actor, *, number: str, unit: Unit) -> PayeeNumber | None:
    """Write down by which number the organisation's payroll knows a payee; an empty one takes it away.

    Raises `Refused` for one who does not handle the money there, for somebody to whom the organisation owes nothing, for
    an identity code, and for another's number.
    """
    organisation = unit.organisation()
    require(by, money.may_handle(by.user, unit))
    identity_code.refuse(number, field="number")
    if not Fee.objects.filter(Unit.branch_condition([organisation], "payer__"), payee=person).exists():
        raise Refused(_("Nothing is paid to %(name)s here.") % {"name": person.full_name}, code="no_payee")
    gone, __ = PayeeNumber.objects.filter(unit=organisation, person=person).delete()
    if not number.strip():
        if gone:
            audit.log(person, "kuuluviin.changed", by, {"payee_number": False, "unit": organisation.pk})
        return None
    try:
        with transaction.atomic():
            row = PayeeNumber.objects.create(unit=organisation, person=person, number=number.strip()[:20])
    except IntegrityError:
        raise Refused(_("This number is another person's."), field="number", code="taken") from None
    audit.log(row, "kuuluviin.made", by, {"person": person.pk})
    return row


def _refuse_past(day: date) -> None:
    if day < clock.today():
        raise Refused(_("Choose today or a later day: what has been stays as it was."), field="valid_from", code="past")
