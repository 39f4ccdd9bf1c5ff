from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person, Role, Unit

from . import trip


class TravelClaimQuerySet(models.QuerySet):
    def claimed_by(self, user) -> TravelClaimQuerySet:
        """One's own, whatever the roles."""
        return self.filter(person__user=user) if user.is_authenticated else self.none()

    def handled_by(self, user) -> TravelClaimQuerySet:
        """Claims of the branches where one coordinates or handles the money, and of the meetings one leads.

        A draft is its writer's own matter.
        """
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE)
        kept = Unit.branch_condition(branches, "unit__") | Unit.branch_condition(branches, "payer__")
        sent = self.exclude(status__in=[TravelClaim.Status.DRAFT, TravelClaim.Status.WITHDRAWN])
        return sent.filter(kept | models.Q(about__in=trip.keys_led(user)))

    def visible_to(self, user) -> TravelClaimQuerySet:
        """One's own, and those one handles."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Q(person__user=user) | models.Q(pk__in=self.handled_by(user).values("pk")))

    def standing(self) -> TravelClaimQuerySet:
        return self.exclude(status=TravelClaim.Status.WITHDRAWN)

    def with_total(self) -> TravelClaimQuerySet:
        """Each with `costs`, the sum of its lines in euros."""
        return self.annotate(costs=models.Sum("lines__amount", default=Decimal(0)))


class TravelClaim(models.Model):
    """What a trip cost somebody, line by line, until it stands in the ledger as owed (CC-21, section 2.4)."""

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("claim", "draft")
        SUBMITTED = "submitted", pgettext_lazy("claim", "sent")
        RETURNED = "returned", pgettext_lazy("claim", "returned")
        APPROVED = "approved", pgettext_lazy("claim", "approved")
        WITHDRAWN = "withdrawn", pgettext_lazy("claim", "withdrawn")

    MOVES = {
        Status.DRAFT: {Status.SUBMITTED, Status.WITHDRAWN},
        Status.SUBMITTED: {Status.APPROVED, Status.RETURNED, Status.DRAFT, Status.WITHDRAWN},
        Status.RETURNED: {Status.SUBMITTED, Status.WITHDRAWN},
        Status.APPROVED: set(),
        Status.WITHDRAWN: set(),
    }

    class Pay(models.TextChoices):
        TRANSFER = "transfer", pgettext_lazy("claim", "to my account")
        CASH = "cash", pgettext_lazy("claim", "in cash")

    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("Who travelled"))
    status = models.CharField(
        pgettext_lazy("claim", "State"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    about = models.CharField(max_length=60, blank=True)
    what = models.CharField(_("What trip"), max_length=300)
    day = models.DateField(_("Day of the trip"))
    route = models.CharField(_("From where to where"), max_length=200, blank=True)
    payer = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Who pays"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("For which unit"))
    cost_centre = models.CharField(_("Cost centre"), max_length=40, blank=True)
    advance = models.DecimalField(_("Paid in advance, €"), max_digits=8, decimal_places=2, default=0)
    pay = models.CharField(_("How the money comes"), max_length=10, choices=Pay.choices, default=Pay.TRANSFER)
    reason = models.CharField(_("What should be known"), max_length=300, blank=True)
    returned_because = models.CharField(_("Why it was returned"), max_length=300, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    submitted_at = models.DateTimeField(null=True, blank=True)
    decided_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    fee = models.OneToOneField("fees.Fee", models.PROTECT, null=True, blank=True, related_name="+")

    objects = TravelClaimQuerySet.as_manager()

    class Meta:
        verbose_name = _("travel claim")
        verbose_name_plural = _("travel claims")
        ordering = ["-day", "-pk"]
        indexes = [models.Index(fields=["status", "submitted_at"]), models.Index(fields=["person", "day"])]
        constraints = [
            models.UniqueConstraint(
                name="travel_claim_once_a_trip",
                fields=["person", "about"],
                condition=~models.Q(about="") & ~models.Q(status="withdrawn"),
            ),
            models.CheckConstraint(name="travel_claim_advance_not_negative", condition=models.Q(advance__gte=0)),
            models.CheckConstraint(
                name="travel_claim_returned_says_why",
                condition=~models.Q(status="returned") | ~models.Q(returned_because=""),
            ),
            models.CheckConstraint(
                name="travel_claim_approved_has_fee",
                condition=~models.Q(status="approved") | models.Q(fee__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"T{self.pk}"

    @property
    def is_open(self) -> bool:
        """Whether its writer may still change it."""
        return self.status in {self.Status.DRAFT, self.Status.RETURNED}


class ClaimLine(models.Model):
    """One cost of a trip, with the rate it was counted by."""

    class Kind(models.TextChoices):
        TICKET = "ticket", pgettext_lazy("cost", "ticket")
        KILOMETRES = "kilometres", pgettext_lazy("cost", "kilometres by one's own car")
        MEAL = "meal", pgettext_lazy("cost", "meal compensation")
        PART_DAY = "part_day", pgettext_lazy("cost", "part-day allowance")
        FULL_DAY = "full_day", pgettext_lazy("cost", "full-day allowance")
        OTHER = "other", pgettext_lazy("cost", "another cost")

    BY_RECEIPT = (Kind.TICKET, Kind.OTHER)

    claim = models.ForeignKey(TravelClaim, models.CASCADE, related_name="lines")
    kind = models.CharField(_("Which cost"), max_length=12, choices=Kind.choices)
    what = models.CharField(_("In words"), max_length=120, blank=True)
    quantity = models.DecimalField(max_digits=7, decimal_places=1, default=1)
    passengers = models.PositiveSmallIntegerField(pgettext_lazy("cost", "Passengers"), default=0)
    rate = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    passenger_rate = models.DecimalField(max_digits=8, decimal_places=2, default=0)
    amount = models.DecimalField(_("Amount, €"), max_digits=8, decimal_places=2)
    receipt = models.OneToOneField("records.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="claim_line_not_negative", condition=models.Q(amount__gte=0, quantity__gte=0, rate__gte=0)
            )
        ]

    def __str__(self) -> str:
        return f"L{self.pk}"
