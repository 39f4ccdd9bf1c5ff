"""Somebody who reads says that something is not up to date; one named updater mends it or says that it is (SM-03)."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from coordination.foundation import clock, identity_code
from coordination.foundation.refused import Refused
from coordination.people.actor import Actor
from coordination.people.models import Person, Role, Unit
from coordination.records.domain import audit, workflow
from experts.mails import out_of_date as mails
from experts.models import Expert, OutOfDate

from .booking_request import contact

Status = OutOfDate.Status
Wrong = OutOfDate.Wrong
ABOUT_A_CV = (Wrong.TEXT, Wrong.TIMES, Wrong.STOPPED, Wrong.OTHER)
ABOUT_A_CONTACT = (Wrong.CONTACT, Wrong.STOPPED, Wrong.OTHER)
READERS = (Role.Kind.STAFF, Role.Kind.COORDINATOR)


@dataclass(frozen=True)
class About:
    """What the remark is about: an expert's CV or a unit's contact details, one of the two."""

    expert: Expert | None = None
    unit: Unit | None = None

    @property
    def choices(self) -> list[tuple[str, str]]:
        return [(each.value, each.label) for each in (ABOUT_A_CV if self.expert else ABOUT_A_CONTACT)]


def updater_of(about: About) -> Person | None:
    """Who mends: the expert, where the CV is in the expert's own hands, else the coordinator of the unit."""
    if about.expert and about.expert.person.user_id and about.expert.person.email:
        return about.expert.person
    return contact(about.expert.unit if about.expert else about.unit)


@transaction.atomic
def report(about: About, by: Actor, *, wrong: str, words: str = "") -> OutOfDate:
    """Tell that something is out of date. Whoever reads the folder may; the updater hears of it at once.

    Raises `Refused` for a second remark on the same thing while the first waits.
    """
    if by.user is None or by.person is None or not by.user.has_role(*READERS):
        raise Refused(_("Those who read the folder can tell this. Call your coordinator instead."), code="stranger")
    if wrong not in dict(about.choices):
        raise Refused(_("Choose what is not up to date."), field="wrong", code="wrong")
    identity_code.refuse(words, "words")
    # The reader's row is the lock: two presses of one button tell once.
    reporter = workflow.locked(by.person)
    if OutOfDate.objects.open().filter(expert=about.expert, unit=about.unit, reporter=reporter).exists():
        raise Refused(_("You have told this already. You get a message when it has been seen to."), code="told")
    row = OutOfDate.objects.create(
        expert=about.expert,
        unit=about.unit,
        wrong=wrong,
        words=words.strip(),
        reporter=reporter,
        updater=updater_of(about),
        told_at=clock.now(),
    )
    audit.log(row, "kuuluviin.made", by, {"wrong": wrong})
    mails.told(row)
    return row


@transaction.atomic
def handle(row: OutOfDate, by: Actor, *, fixed: bool, answer: str = "") -> OutOfDate:
    """Mended, or it was up to date after all: the one who told hears which. Raises `Refused` for anybody else's."""
    if not may_handle(row, by):
        raise Refused(_("This is for the one who keeps these details, and for the coordinator."), code="stranger")
    identity_code.refuse(answer, "answer")
    workflow.move(row, Status.FIXED if fixed else Status.NOT_SO, by, answer=answer.strip(), handled_at=clock.now())
    mails.handled(row)
    return row


def may_handle(row: OutOfDate, by: Actor) -> bool:
    """The named updater, and the coordinator of the branch; never the one who told, as such."""
    if by.person is not None and row.updater_id == by.person.pk:
        return True
    return by.user is not None and OutOfDate.objects.coordinated_by(by.user).filter(pk=row.pk).exists()


def reported(about: About, reporter: Person | None) -> OutOfDate | None:
    """The reader's own remark that still waits."""
    if reporter is None:
        return None
    return OutOfDate.objects.open().filter(expert=about.expert, unit=about.unit, reporter=reporter).first()
