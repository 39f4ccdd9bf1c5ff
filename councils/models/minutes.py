from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person

from .agenda_item import AgendaItem
from .council import Council
from .meeting import Meeting


class MinutesQuerySet(models.QuerySet):
    def visible_to(self, user) -> MinutesQuerySet:
        """The leaders see them from the first word; the council's members once they may be commented."""
        if not user.is_authenticated:
            return self.none()
        led = models.Q(meeting__council__in=Council.objects.led_by(user))
        own = models.Q(meeting__council__in=Council.objects.attended_by(user))
        return self.filter(led | (own & ~models.Q(status=Minutes.Status.DRAFT)))

    def public(self) -> MinutesQuerySet:
        """Approved, and published without names (L-14)."""
        return self.filter(status=Minutes.Status.APPROVED, published_at__isnull=False, meeting__council__is_public=True)


class Minutes(models.Model):
    """The minutes (muistio) of a meeting: its words stand in the agenda items, their state here (MT-12, L-14)."""

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("minutes", "draft")
        COMMENTABLE = "commentable", pgettext_lazy("minutes", "open for comments")
        APPROVED = "approved", pgettext_lazy("minutes", "approved")

    MOVES = {
        Status.DRAFT: {Status.COMMENTABLE},
        Status.COMMENTABLE: {Status.DRAFT, Status.APPROVED},
        Status.APPROVED: set(),
    }

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="record")
    status = models.CharField(
        pgettext_lazy("minutes", "State"), max_length=12, choices=Status.choices, default=Status.DRAFT
    )
    version = models.PositiveSmallIntegerField(default=1, help_text=_("Stands on every page."))
    offered_at = models.DateTimeField(null=True, blank=True, help_text=_("Open for comments since."))
    approved_in = models.ForeignKey(
        Meeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("minutes", "Approved in the meeting"),
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(pgettext_lazy("minutes", "On the public page since"), null=True, blank=True)
    plain_checks = models.JSONField(default=list, blank=True)
    plain_read_on = models.DateField(_("Read by a member"), null=True, blank=True)
    archive = models.ForeignKey("records.StoredFile", models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MinutesQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "minutes")
        verbose_name_plural = pgettext_lazy("council", "minutes")
        ordering = ["-meeting__starts_at"]
        constraints = [
            models.CheckConstraint(
                name="minutes_approved_has_meeting",
                condition=~models.Q(status="approved")
                | (models.Q(approved_in__isnull=False) & models.Q(approved_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="minutes_published_are_approved",
                condition=models.Q(published_at=None) | models.Q(status="approved"),
            ),
        ]

    def __str__(self) -> str:
        return f"MU{self.pk}"


class MinutesComment(models.Model):
    """What one who was there would correct, before the minutes are approved."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="comments")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    text = models.TextField(pgettext_lazy("minutes", "What should be corrected?"))
    told_at = models.DateTimeField()
    told_via = models.CharField(max_length=10, blank=True)
    handled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["told_at", "pk"]

    def __str__(self) -> str:
        return f"MK{self.pk}"


class Correction(models.Model):
    """A correction noted when the minutes were approved in the next meeting."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="corrections")
    item = models.ForeignKey(AgendaItem, models.SET_NULL, null=True, blank=True, related_name="+")
    text = models.TextField(pgettext_lazy("minutes", "Correction"))
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["noted_at", "pk"]

    def __str__(self) -> str:
        return f"MC{self.pk}"


class MinutesRevision(models.Model):
    """The minutes as they stood when somebody was told of them: what changed later can be seen."""

    minutes = models.ForeignKey(Minutes, models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    status = models.CharField(max_length=12, choices=Minutes.Status.choices)
    content = models.JSONField(default=list)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(name="minutes_revision_once", fields=["minutes", "number"])]

    def __str__(self) -> str:
        return f"MR{self.pk}"
