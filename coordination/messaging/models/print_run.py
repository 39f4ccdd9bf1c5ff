from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Role, Unit

from .message import Message


class PrintRunQuerySet(models.QuerySet):
    def visible_to(self, user) -> PrintRunQuerySet:
        """The coordinators of the branch: a run is full of addresses, and main users need none of them (L-10)."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__"))

    def at_desk(self, desk: str) -> PrintRunQuerySet:
        """The runs of one desk alone: the caller has asked who holds it."""
        return self.filter(desk=desk)

    def open(self) -> PrintRunQuerySet:
        return self.filter(status__in=[PrintRun.Status.MAKING, PrintRun.Status.READY])


class PrintRun(models.Model):
    """The waiting letters of a branch as one numbered PDF: made by the worker, printed, put into envelopes, posted."""

    class Status(models.TextChoices):
        MAKING = "making", pgettext_lazy("print run", "being made")
        READY = "ready", pgettext_lazy("print run", "to be posted")
        POSTED = "posted", pgettext_lazy("print run", "posted")
        CANCELLED = "cancelled", pgettext_lazy("print run", "cancelled")

    MOVES = {
        Status.MAKING: {Status.READY, Status.CANCELLED},
        Status.READY: {Status.POSTED, Status.CANCELLED},
        Status.POSTED: set(),
        Status.CANCELLED: set(),
    }

    class Sort(models.TextChoices):
        PERSON = "person", pgettext_lazy("print run", "by name")
        POSTCODE = "postcode", pgettext_lazy("print run", "by postcode")

    number = models.PositiveIntegerField(pgettext_lazy("print run", "Number"), unique=True)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    desk = models.CharField(max_length=80, blank=True, default="", help_text=_("Only the letters of this desk."))
    sort = models.CharField(_("Order of the letters"), max_length=10, choices=Sort.choices, default=Sort.PERSON)
    status = models.CharField(
        pgettext_lazy("print run", "State"), max_length=10, choices=Status.choices, default=Status.MAKING
    )
    job = models.ForeignKey("records.Job", models.SET_NULL, null=True, blank=True, related_name="+")
    pdf = models.ForeignKey("records.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField(pgettext_lazy("print run", "Made"))
    ended_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    ended_at = models.DateTimeField(pgettext_lazy("print run", "Posted"), null=True, blank=True)

    objects = PrintRunQuerySet.as_manager()

    class Meta:
        verbose_name = _("print run")
        verbose_name_plural = _("print runs")
        ordering = ["-number"]

    def __str__(self) -> str:
        return str(self.number)


class Letter(models.Model):
    """A message on its way by post: in one run only. A letter that leaves its run waits for the next one as a message."""

    message = models.OneToOneField(Message, models.CASCADE, related_name="letter")
    run = models.ForeignKey(PrintRun, models.CASCADE, related_name="letters")
    place = models.PositiveIntegerField()
    posted_at = models.DateTimeField(null=True, blank=True)
    posted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["place"]
        constraints = [models.UniqueConstraint(name="letter_place_once", fields=["run", "place"])]

    def __str__(self) -> str:
        return f"{self.run_id}/{self.place}"
