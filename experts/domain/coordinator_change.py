"""A new coordinator: whom to tell, telling them once, and handing over the open orders (GC-12)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock
from coordination.foundation.refused import Refused
from coordination.messaging.domain import outbox
from coordination.messaging.models import Message
from coordination.people.actor import Actor
from coordination.people.domain.authority import require
from coordination.people.models import Person, Role, Unit, UnitAgreement
from coordination.people.permissions import branch
from coordination.records.domain import audit, job
from coordination.records.models import Job
from experts.mails import coordinator_change as mails
from experts.models import BookingRequest, Expert
from experts.permissions.booking_request import BEFORE_IT_IS_HELD

AT_ONCE = 40
ENDED = "ended_role"
TASK = "experts.tasks.coordinator_change.tell"


@dataclass(frozen=True)
class NewCoordinator:
    """Who begins, where and from which day (Helsinki date); `cause` is the agreement or the role that says so.

    `goes_on`: the cause is the role of the one before, which has been ended; its people were told once when it began.
    """

    cause: UnitAgreement | Role
    person: Person
    unit: Unit
    from_day: date
    former: Person | None = None
    goes_on: bool = False

    @classmethod
    def by_agreement(cls, row: UnitAgreement) -> NewCoordinator:
        before = UnitAgreement.objects.covering(row.unit, row.valid_from - timedelta(days=1))
        return cls(row, row.coordinator, row.unit, row.valid_from, before.coordinator if before else None)

    @classmethod
    def by_role(cls, row: Role) -> NewCoordinator:
        return cls(row, row.person, row.unit, row.starts_on)

    @classmethod
    def after(cls, row: Role) -> NewCoordinator | None:
        """Who coordinates the branch once the role is over: the nearest coordinator then. None while there is nobody else."""
        if row.ends_on is None:
            return None
        day = row.ends_on + timedelta(days=1)
        roles = Role.objects.open(day).filter(kind=Role.Kind.COORDINATOR, unit__path__in=row.unit.paths_up())
        heir = roles.select_related("person").order_by("-unit__depth", "pk").first()
        if heir is None or heir.person_id == row.person_id:
            return None
        return cls(row, heir.person, row.unit, day, row.person, goes_on=True)

    @property
    def version(self) -> int:
        """Tells the messages of the end of a role from those of its beginning."""
        return self.from_day.toordinal() if self.goes_on else 0


def people_of(new: NewCoordinator) -> list[Person]:
    """The experts of the branch and those who have an order under way in it, each once; not units below that have agreed otherwise."""
    others = _agreed_otherwise(new)
    experts = Expert.objects.exclude(status=Expert.Status.ENDED).filter(Unit.branch_condition([new.unit], "unit__"))
    pairs = list(experts.values_list("person", "unit__path"))
    pairs += _open_orders(new.unit).values_list("orderer", "unit__path")
    keys = {key for key, path in pairs if not path.startswith(others or ("-",))}
    living = Person.objects.living().filter(pk__in=keys).exclude(pk=new.person.pk)
    return list(living.select_related("unit").order_by("last_name", "first_name", "pk"))


def orders_of(new: NewCoordinator) -> list[BookingRequest]:
    """The open orders that the former coordinator has and the new one takes; none before the day has come."""
    if new.former is None or new.former == new.person or new.from_day > clock.today():
        return []
    others = _agreed_otherwise(new)
    rows = _open_orders(new.unit).filter(coordinator=new.former).select_related("unit").order_by("pk")
    return [row for row in rows if not row.unit.path.startswith(others or ("-",))]


def told(new: NewCoordinator) -> int:
    """How many have been told already."""
    return Message.objects.filter(about=outbox.cause(new.cause), kind=mails.KIND, version=new.version).count()


@transaction.atomic
def tell(new: NewCoordinator, by: Actor, *, hand_over: bool = False, at_once: int = AT_ONCE) -> Job | int:
    """Tell the people of the branch once, each by their channel; more than `at_once` by the worker, whose job is returned.

    Raises `Refused` for one who does not keep the branch, and where there is nobody to tell.
    """
    require(by, branch.holds(by.user, new.unit, *branch.KEEPERS))
    people = people_of(new)
    if not people:
        raise Refused(_("There is nobody to tell in this branch."), code="nobody")
    if hand_over:
        _hand_over(new, by)
    audit.log(new.unit, "kuuluviin.changed", by, {"coordinator_told": len(people), "coordinator": new.person.pk})
    if len(people) > at_once:
        key = ENDED if new.goes_on else new.cause._meta.model_name
        return job.start("coordinator_change", TASK, by, cursor={key: new.cause.pk})
    write(new, people)
    return len(people)


def write(new: NewCoordinator, people: Iterable[Person]) -> None:
    """One message each; who has been told is not told twice."""
    for person in people:
        mails.begins(person, new.person, new.cause, new.from_day, new.version)


def of_job(cursor: dict) -> NewCoordinator | None:
    """None where nobody goes on with the branch any more."""
    if ENDED in cursor:
        return NewCoordinator.after(Role.objects.select_related("person", "unit").get(pk=cursor[ENDED]))
    if "role" in cursor:
        return NewCoordinator.by_role(Role.objects.select_related("person", "unit").get(pk=cursor["role"]))
    rows = UnitAgreement.objects.select_related("coordinator", "unit")
    return NewCoordinator.by_agreement(rows.get(pk=cursor["unitagreement"]))


def _hand_over(new: NewCoordinator, by: Actor) -> None:
    keys = [row.pk for row in orders_of(new)]
    for order in BookingRequest.objects.select_for_update().filter(pk__in=keys).order_by("pk"):
        order.coordinator = new.person
        order.save(update_fields=["coordinator"])
        audit.log(order, "kuuluviin.changed", by, {"coordinator": new.person.pk})


def _open_orders(unit: Unit) -> object:
    return BookingRequest.objects.filter(Unit.branch_condition([unit], "unit__"), status__in=BEFORE_IT_IS_HELD)


def _agreed_otherwise(new: NewCoordinator) -> tuple[str, ...]:
    """The paths of the units below whose own agreement names somebody else."""
    below = UnitAgreement.objects.in_force(max(new.from_day, clock.today())).exclude(unit=new.unit)
    rows = below.filter(Unit.branch_condition([new.unit], "unit__")).exclude(coordinator=new.person)
    return tuple(rows.values_list("unit__path", flat=True))
