from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.messaging.models import SafeLink
from coordination.people.models import Person

from .booking_request import BookingRequest, RequestedTime


class TimeChangeQuerySet(models.QuerySet):
    def open(self) -> TimeChangeQuerySet:
        return self.filter(status=TimeChange.Status.OPEN)

    def visible_to(self, user) -> TimeChangeQuerySet:
        """Those one is asked, those of one's own orders, and those of the orders one coordinates."""
        if not user.is_authenticated:
            return self.none()
        orders = BookingRequest.objects.visible_to(user)
        seen = models.Q(time__booking_request__in=orders) | models.Q(answers__person__user=user)
        return self.filter(seen | models.Q(proposer__user=user)).distinct()


class TimeChange(models.Model):
    """A question: may this meeting be at another time? It moves once everybody asked has said yes."""

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("time change", "waits for answers")
        AGREED = "agreed", pgettext_lazy("time change", "the time was moved")
        DECLINED = "declined", pgettext_lazy("time change", "the time stays")
        SUPERSEDED = "superseded", pgettext_lazy("time change", "another time was proposed")
        EXPIRED = "expired", pgettext_lazy("time change", "nobody answered in time")
        WITHDRAWN = "withdrawn", pgettext_lazy("time change", "not needed any more")

    MOVES = {
        Status.OPEN: {Status.AGREED, Status.DECLINED, Status.SUPERSEDED, Status.EXPIRED, Status.WITHDRAWN},
        Status.AGREED: set(),
        Status.DECLINED: set(),
        Status.SUPERSEDED: set(),
        Status.EXPIRED: set(),
        Status.WITHDRAWN: set(),
    }

    time = models.ForeignKey(RequestedTime, models.CASCADE, related_name="changes")
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    was_starts_at = models.DateTimeField()
    was_ends_at = models.DateTimeField()
    status = models.CharField(
        pgettext_lazy("time change", "State"), max_length=12, choices=Status.choices, default=Status.OPEN
    )
    proposer = models.ForeignKey(Person, models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    objects = TimeChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("change of time")
        verbose_name_plural = _("changes of time")
        ordering = ["-proposed_at", "-pk"]
        indexes = [models.Index(fields=["status", "expires_at"])]
        constraints = [
            models.UniqueConstraint(name="time_change_one_open", fields=["time"], condition=models.Q(status="open")),
            models.CheckConstraint(
                name="time_change_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
        ]

    def __str__(self) -> str:
        return f"C{self.pk}"


class TimeChangeAnswer(models.Model):
    """What one of those asked says, by a link of one's own, at the screen or by phone."""

    class Answer(models.TextChoices):
        WAITING = "", pgettext_lazy("time change", "not answered yet")
        YES = "yes", pgettext_lazy("time change", "it suits")
        NO = "no", pgettext_lazy("time change", "it does not suit")

    change = models.ForeignKey(TimeChange, models.CASCADE, related_name="answers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    link = models.ForeignKey(SafeLink, models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.CharField(max_length=4, choices=Answer.choices, default=Answer.WAITING, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_via = models.CharField(max_length=10, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="time_change_answer_once", fields=["change", "person"])]

    def __str__(self) -> str:
        return f"{self.change_id}:{self.person_id}"
