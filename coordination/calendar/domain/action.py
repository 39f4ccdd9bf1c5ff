"""What somebody took on: take, finish, drop, open again (CC-26, MT-10)."""

from __future__ import annotations

from datetime import date

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _

from coordination.calendar.models import Action
from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit
from coordination.people.permissions import branch
from coordination.records.domain import audit, workflow

Status = Action.Status


def cause(row: models.Model) -> str:
    """How an action names what it came of: “councils.agendaitem:17”."""
    return f"{row._meta.label_lower}:{row.pk}"


@transaction.atomic
def take(*, about: models.Model, unit: Unit, what: str, owner: Person, due_on: date, by: Actor) -> Action:
    """Write down who does what by when; the wing has seen to it that the actor may. The same open action is not made twice.

    Raises `Refused`: nothing told, a day that has gone, an identity code.
    """
    what = " ".join(what.split())
    identity_code.refuse(what, field="what")
    if not what:
        raise Refused(_("Write what will be done."), field="what", code="what")
    if due_on < clock.today():
        raise Refused(_("The day has already gone. Choose one that is still to come."), field="due_on", code="gone")
    facts = {"unit": unit, "about": cause(about), "what": what[:300], "owner": owner, "due_on": due_on}
    found = Action.objects.open().filter(**facts).first()
    if found:
        return found
    made = Action.objects.create(**facts)
    audit.log(made, "kuuluviin.made", by, {"about": made.about, "owner": owner.pk})
    return made


def finish(action: Action, by: Actor, *, note: str = "", let_in: bool = False) -> Action:
    """It has been done. `let_in`: the wing whose action it is has found that the actor may. Raises `Refused`."""
    return _end(action, Status.DONE, by, note, let_in)


def drop(action: Action, by: Actor, *, note: str, let_in: bool = False) -> Action:
    """It will not be done; why not is told. Raises `Refused`."""
    if not note.strip():
        raise Refused(_("Tell in a few words why this is not done."), field="note", code="why")
    return _end(action, Status.DROPPED, by, note, let_in)


@transaction.atomic
def reopen(action: Action, by: Actor, *, let_in: bool = False) -> Action:
    """It is to be done after all. Raises `Refused`."""
    _refuse_stranger(action, by, let_in)
    return workflow.move(action, Status.OPEN, by, ended_at=None)


@transaction.atomic
def _end(action: Action, to: str, by: Actor, note: str, let_in: bool) -> Action:
    identity_code.refuse(note, field="note")
    _refuse_stranger(action, by, let_in)
    return workflow.move(action, to, by, note=" ".join(note.split())[:300], ended_at=clock.now())


def _refuse_stranger(action: Action, by: Actor, let_in: bool) -> None:
    is_owner = by.subject is not None and by.subject.pk == action.owner_id
    if not (let_in or is_owner or branch.holds(by.user, action.unit, Role.Kind.COORDINATOR)):
        raise Refused(_("Only who took this on, or a leader, can tell how it went."), code="stranger")
