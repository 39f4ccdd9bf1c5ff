from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.messaging.models import SafeLink

from .booking_request import BookingRequest, RequestedTime
from .expert import Expert


class OfferQuerySet(models.QuerySet):
    def open(self) -> OfferQuerySet:
        return self.filter(status=Offer.Status.OPEN)

    def alive(self) -> OfferQuerySet:
        """Waiting for an answer, or accepted."""
        return self.filter(status__in=Offer.ALIVE)

    def visible_to(self, user) -> OfferQuerySet:
        """The expert's own, and those of the orders one coordinates. The orderer does not see who declined."""
        if not user.is_authenticated:
            return self.none()
        kept = BookingRequest.objects.coordinated_by(user)
        return self.filter(models.Q(expert__person__user=user) | models.Q(booking_request__in=kept))


class Offer(models.Model):
    """A question to one expert: this time, place, task, goal and fee. Declining needs no reason (EX-11)."""

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("offer", "waits for an answer")
        ACCEPTED = "accepted", pgettext_lazy("offer", "accepted")
        DECLINED = "declined", pgettext_lazy("offer", "declined")
        EXPIRED = "expired", pgettext_lazy("offer", "expired")
        WITHDRAWN = "withdrawn", pgettext_lazy("offer", "withdrawn")
        FILLED = "filled", pgettext_lazy("offer", "another expert was chosen")

    ALIVE = (Status.OPEN, Status.ACCEPTED)
    MOVES = {
        Status.OPEN: {Status.ACCEPTED, Status.DECLINED, Status.EXPIRED, Status.WITHDRAWN, Status.FILLED},
        Status.ACCEPTED: {Status.DECLINED, Status.WITHDRAWN, Status.FILLED},
        Status.DECLINED: set(),
        Status.EXPIRED: set(),
        Status.WITHDRAWN: set(),
        Status.FILLED: set(),
    }

    booking_request = models.ForeignKey(BookingRequest, models.PROTECT, related_name="offers")
    expert = models.ForeignKey(Expert, models.PROTECT, related_name="offers")
    seat = models.PositiveSmallIntegerField(_("Place"), null=True, blank=True)
    status = models.CharField(
        pgettext_lazy("offer", "State"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    link = models.ForeignKey(SafeLink, models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_via = models.CharField(max_length=10, blank=True)
    fee_choice = models.CharField(max_length=12, choices=Expert.FeeMode.choices, default=Expert.FeeMode.FEE)
    reasons = models.JSONField(default=dict, blank=True, help_text=_("Why this expert: the match as it stood."))
    overruled_because = models.CharField(_("Why offered in spite of the warning?"), max_length=300, blank=True)
    expert_asked_on = models.DateField(_("When was the expert asked about the limit?"), null=True, blank=True)

    objects = OfferQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("offer", "offer")
        verbose_name_plural = pgettext_lazy("offer", "offers")
        constraints = [
            models.UniqueConstraint(
                name="offer_one_alive",
                fields=["booking_request", "expert"],
                condition=models.Q(status__in=["open", "accepted"]),
            )
        ]
        indexes = [models.Index(fields=["expert", "status"]), models.Index(fields=["status", "expires_at"])]

    def __str__(self) -> str:
        return f"O{self.pk}"

    @property
    def role_name(self) -> str:
        return self.booking_request.role_at(self.seat)


class OfferTime(models.Model):
    """A time the expert ticked as suitable."""

    offer = models.ForeignKey(Offer, models.CASCADE, related_name="times")
    time = models.ForeignKey(RequestedTime, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(name="offer_time_once", fields=["offer", "time"])]

    def __str__(self) -> str:
        return f"{self.offer_id}:{self.time_id}"
