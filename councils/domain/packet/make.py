"""The worker's part of a packet: each copy made outside a transaction, handed to the outbox once."""

from __future__ import annotations

import logging
from datetime import timedelta

from django.db import InterfaceError, OperationalError, transaction

from coordination.foundation import clock
from coordination.messaging.domain.outbox import Enclosure
from coordination.people.actor import Actor
from coordination.people.models import Person
from coordination.records.domain import job, stored_file, sweep, workflow
from coordination.records.models import Job, StoredFile
from councils.domain import invitation_entry, neutral
from councils.mails import packet as mails
from councils.models import Invitation, Material, Meeting, Packet, PacketCopy

from .audience import wanting_papers
from .papers import Papers, Variant, title, variant_of

log = logging.getLogger(__name__)
KIND = "packet_papers"
STUCK = timedelta(minutes=10)
Status = PacketCopy.Status


def make(key: int, work: Job | None = None) -> int:
    """Hand every copy that still waits to the outbox. The same however often it is begun, and by however many workers.

    Returns how many were handed over now.
    """
    packet = Packet.objects.select_related("meeting__council", "meeting__chair", "meeting__entry").get(pk=key)
    if packet.status == Packet.Status.SENT:
        return 0
    made = _Making(packet)
    waiting = list(packet.copies.filter(status=Status.WAITING).order_by("pk").values_list("pk", flat=True))
    total = packet.copies.count()
    handed = 0
    for place, copy in enumerate(waiting, start=1):
        handed += made.copy(copy)
        if work is not None:
            job.went_on(work, total - len(waiting) + place, total)
    _close(packet)
    return handed


def go_on() -> int:
    """Packets whose worker vanished and whom nobody began again. Returns how many were taken up."""
    left = Packet.objects.filter(status=Packet.Status.MAKING, made_at__lt=clock.now() - STUCK)
    return sweep.each(left.order_by("pk").values_list("pk", flat=True), _again)


def _again(key: int) -> int:
    make(key)
    return 1


class _Making:
    """One packet in the making: its papers, made once each."""

    def __init__(self, packet: Packet) -> None:
        self.packet = packet
        self.papers = Papers(packet.meeting, packet.version)
        self.wanting = wanting_papers(packet.meeting)
        self._kept: dict[Variant, StoredFile] = {}

    def copy(self, key: int) -> bool:
        """One copy, made and handed over; what cannot be made is left aside with a word, for the others' sake."""
        copy = PacketCopy.objects.select_related("invitation__person__unit", "invitation__link").get(pk=key)
        copy.invitation.meeting = self.packet.meeting
        try:
            return self._hand_over(copy, self._attachment(copy))
        except (OperationalError, InterfaceError, OSError):
            raise  # the machine's trouble, not the copy's: another worker goes on with it
        except Exception as problem:  # noqa: BLE001 - whatever is wrong with one copy, the others get theirs
            log.warning("A copy of a packet could not be made: %s", type(problem).__name__)
            _leave_aside(copy)
            return False

    def _attachment(self, copy: PacketCopy) -> bytes:
        """The papers as they go along with the mail of a member who chose so."""
        person = copy.invitation.person
        is_attached = copy.channel == Person.Channel.EMAIL and person.pk in self.wanting
        if not is_attached or copy.invitation.role == Invitation.Role.STAFF:
            return b""
        return self.papers.bound(variant_of(copy))

    @transaction.atomic
    def _hand_over(self, copy: PacketCopy, content: bytes) -> bool:
        """Looked at again under the locks, the meeting's first: handed over by another worker, or called off meanwhile, it is left alone."""
        meeting = workflow.locked(self.packet.meeting)
        if workflow.locked(copy).status != Status.WAITING:
            return False
        if meeting.status != Meeting.Status.OPEN or _is_withdrawn(copy):
            workflow.move(copy, Status.FAILED, Actor.worker(), log=False, problem="off")
            return False
        message = mails.sent(
            copy,
            title=neutral.title(self.packet.meeting.council, copy.invitation.person),
            agenda=self.papers.short(copy.language),
            minutes_day=self.papers.minutes.meeting.starts_at if self.papers.minutes else None,
            enclosures=self._enclosures(copy, content),
            has_papers=bool(content),
        )
        kept = self._kept.get(variant_of(copy)) if content else None
        workflow.move(copy, Status.QUEUED, Actor.worker(), log=False, message=message, file=kept, problem="")
        return True

    def _enclosures(self, copy: PacketCopy, content: bytes) -> list[Enclosure]:
        invitation, variant = copy.invitation, variant_of(copy)
        found = [self.papers.envelope(invitation, variant)]
        if invitation.is_expected and (entry := invitation_entry.enclosure_for(invitation)):
            found.append(entry)
        if content:
            file = self._keep(variant, content)
            found.append(Enclosure(file.name, "application/pdf", file=file))
            found += [_material(row) for row in self.papers.attached()]
        return found

    def _keep(self, variant: Variant, content: bytes) -> StoredFile:
        """One file for all who get the same; found again after a worker that vanished."""
        if variant not in self._kept:
            same = PacketCopy.objects.filter(packet=self.packet, language=variant.language, form=variant.form)
            earlier = same.exclude(file=None).select_related("file").first()
            name = f"{title(self.packet.meeting, variant.language)}.pdf"
            self._kept[variant] = earlier.file if earlier else stored_file.store(name, content, KIND)
        return self._kept[variant]


def _material(row: Material) -> Enclosure:
    return Enclosure(row.file.name, "application/octet-stream", file=row.file)


def _is_withdrawn(copy: PacketCopy) -> bool:
    return not Invitation.objects.standing().filter(pk=copy.invitation_id).exists()


@transaction.atomic
def _leave_aside(copy: PacketCopy) -> None:
    if workflow.locked(copy).status == Status.WAITING:
        workflow.move(copy, Status.FAILED, Actor.worker(), log=False, problem="pdf")


@transaction.atomic
def _close(packet: Packet) -> None:
    """Sent, once nothing waits any more; whichever worker comes last."""
    current = workflow.locked(packet)
    if current.status == Packet.Status.MAKING and not packet.copies.filter(status=Status.WAITING).exists():
        workflow.move(packet, Packet.Status.SENT, Actor.worker())


def progress(packet: Packet) -> tuple[int, int]:
    """How many copies are done, of how many."""
    total = packet.copies.count()
    return total - packet.copies.filter(status=Status.WAITING).count(), total
