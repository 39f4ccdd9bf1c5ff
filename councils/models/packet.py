from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person

from .council import Council
from .invitation import Invitation
from .meeting import Meeting


class PacketQuerySet(models.QuerySet):
    def visible_to(self, user) -> PacketQuerySet:
        return self.filter(meeting__council__in=Council.objects.led_by(user))


class Packet(models.Model):
    """One sending of the last minutes, the invitation and the agenda to everybody invited (CC-15)."""

    class Status(models.TextChoices):
        MAKING = "making", pgettext_lazy("packet", "being made")
        SENT = "sent", pgettext_lazy("packet", "sent")

    MOVES = {Status.MAKING: {Status.SENT}, Status.SENT: set()}

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="packets")
    version = models.PositiveSmallIntegerField(default=1)
    status = models.CharField(
        pgettext_lazy("packet", "State"), max_length=8, choices=Status.choices, default=Status.MAKING
    )
    job = models.ForeignKey("records.Job", models.SET_NULL, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()
    late_because = models.CharField(_("Why it leaves late"), max_length=300, blank=True)

    objects = PacketQuerySet.as_manager()

    class Meta:
        ordering = ["version"]
        constraints = [models.UniqueConstraint(name="packet_version_once", fields=["meeting", "version"])]

    def __str__(self) -> str:
        return f"PK{self.pk}"


class PacketCopy(models.Model):
    """What one person gets of a packet: in which form and language, by which channel, and how far it has come."""

    class Status(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("packet copy", "waits to be made")
        QUEUED = "queued", pgettext_lazy("packet copy", "handed to the outbox")
        FAILED = "failed", pgettext_lazy("packet copy", "could not be made")

    MOVES = {
        Status.WAITING: {Status.QUEUED, Status.FAILED},
        Status.FAILED: {Status.QUEUED, Status.WAITING},
        Status.QUEUED: set(),
    }

    packet = models.ForeignKey(Packet, models.CASCADE, related_name="copies")
    invitation = models.ForeignKey(Invitation, models.PROTECT, related_name="copies")
    form = models.CharField(_("Form of papers"), max_length=10, choices=Person.Format.choices)
    language = models.CharField(_("Language"), max_length=8)
    channel = models.CharField(_("Channel"), max_length=10, choices=Person.Channel.choices)
    status = models.CharField(
        pgettext_lazy("packet copy", "State"), max_length=8, choices=Status.choices, default=Status.WAITING
    )
    file = models.ForeignKey("records.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    message = models.ForeignKey("messaging.Message", models.SET_NULL, null=True, blank=True, related_name="+")
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="packet_copy_once", fields=["packet", "invitation"])]

    def __str__(self) -> str:
        return f"PKK{self.pk}"
