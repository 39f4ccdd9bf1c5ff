"""Who approves what a unit pays: kept by the main user and by those who handle the money, dated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from coordination.fees.models import Approver
from coordination.fees.permissions import money
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, Unit
from coordination.records.domain import audit


@dataclass(frozen=True)
class Chain:
    """The rows in force for a unit: the nearest ones, which decide, and those above, who may be the second eyes."""

    nearest: tuple[Approver, ...]
    above: tuple[Approver, ...]

    @property
    def everyone(self) -> set[int]:
        """Keys of all who may approve here, deputies too."""
        rows = (*self.nearest, *self.above)
        return {key for row in rows for key in (row.person_id, row.deputy_id) if key}


def of(unit: Unit) -> Chain:
    """Who approves what this unit pays today."""
    rows = list(Approver.objects.in_force().filter(unit__path__in=unit.paths_up()).select_related("unit"))
    depth = max((row.unit.depth for row in rows), default=0)
    return Chain(
        nearest=tuple(row for row in rows if row.unit.depth == depth),
        above=tuple(row for row in rows if row.unit.depth < depth),
    )


@transaction.atomic
def keep(
    *,
    unit: Unit,
    person: Person,
    by: Actor,
    deputy: Person | None = None,
    valid_from: date | None = None,
    source: str = "",
) -> Approver:
    """Make a person an approver of a unit's branch from a day (Helsinki date, default today), with a deputy.

    Raises `Refused` for one who may not decide so, for oneself where somebody else could, for a deputy who is the same
    person, for one who approves there already, and for people kept elsewhere.
    """
    require(by, money.may_appoint(by.user, unit))
    identity_code.refuse(source)
    _refuse_oneself(unit, {"person": person, "deputy": deputy}, by)
    if deputy == person:
        raise Refused(_("Choose another person as the deputy."), field="deputy", code="same")
    _refuse_strangers(unit, [person, deputy] if deputy else [person])
    if Approver.objects.in_force().filter(unit=unit, person=person).exists():
        raise Refused(
            _("%(name)s approves here already. To change the deputy, end the old row first.")
            % {"name": person.full_name},
            field="person",
            code="twice",
        )
    try:
        with transaction.atomic():
            row = Approver.objects.create(
                unit=unit,
                person=person,
                deputy=deputy,
                source=source.strip()[:200],
                valid_from=valid_from or clock.today(),
            )
    except IntegrityError:
        raise Refused(_("This approver is written down for that day already."), field="person", code="twice") from None
    audit.log(row, "kuuluviin.made", by, {"unit": unit.pk, "approver": person.pk})
    return row


@transaction.atomic
def end(row: Approver, by: Actor) -> Approver:
    """The person approves for the last time today; one who was to begin later or today never does. Raises `Refused` for a stranger."""
    require(by, money.may_appoint(by.user, row.unit))
    if row.valid_from >= clock.today():
        audit.log(row, "kuuluviin.removed", by, {"unit": row.unit_id})
        row.delete()
        return row
    row.valid_until = clock.today() - timedelta(days=1)
    row.save(update_fields=["valid_until"])
    audit.log(row, "kuuluviin.changed", by, {"unit": row.unit_id, "ended": True})
    return row


def _refuse_oneself(unit: Unit, seats: dict[str, Person | None], by: Actor) -> None:
    """Whoever sends the money out would also have approved it; one who is alone with it names oneself."""
    field = next((name for name, person in seats.items() if person is not None and person == by.person), None)
    if field and money.others_who_appoint(by.person, unit).exists():
        raise Refused(
            _("Nobody names oneself to approve. Ask another of those who handle the money, or the main user."),
            field=field,
            code="own",
        )


def _refuse_strangers(unit: Unit, people: Iterable[Person]) -> None:
    for person in people:
        if not person.unit.path.startswith(unit.organisation_path) or person.user_id is None:
            raise Refused(
                _("%(name)s has no account in this organisation. Bring the person in first.")
                % {"name": person.full_name},
                code="stranger",
            )
