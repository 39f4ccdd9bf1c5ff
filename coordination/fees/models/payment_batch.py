from __future__ import annotations

from functools import reduce
from operator import or_

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Role, Unit
from coordination.records.models import Job, StoredFile

from .fee import Fee
from .travel_claim import TravelClaim

ANSWERS = 5


class PaymentBatchQuerySet(models.QuerySet):
    def visible_to(self, user) -> PaymentBatchQuerySet:
        """Those of the branches whose money one handles or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "payer__"))


class PaymentBatch(models.Model):
    """What goes to payroll in one file: a basis for payroll, not payroll (section 2.5).

    Open, its rows are chosen. Closed, it has its number and nothing in it changes; the file is made once.
    """

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("batch", "open")
        CLOSED = "closed", pgettext_lazy("batch", "closed")
        GIVEN_UP = "given_up", pgettext_lazy("batch", "given up")

    MOVES = {
        Status.OPEN: {Status.CLOSED, Status.GIVEN_UP},
        Status.CLOSED: set(),
        Status.GIVEN_UP: set(),
    }

    number = models.CharField(_("Number"), max_length=20, unique=True, null=True, blank=True)
    payer = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Who pays"))
    month = models.DateField(_("Earned by the end of"), null=True, blank=True)
    cost_centre = models.CharField(_("Cost centre"), max_length=40, blank=True)
    status = models.CharField(
        pgettext_lazy("batch", "State"), max_length=10, choices=Status.choices, default=Status.OPEN
    )
    opened_at = models.DateTimeField(default=clock.now, editable=False)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("Closed on"), null=True, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    business_id = models.CharField(_("Business ID"), max_length=20, blank=True)
    columns = models.JSONField(default=list, blank=True)
    variant = models.CharField(max_length=10, blank=True)
    count = models.PositiveIntegerField(_("Rows"), default=0)
    total = models.DecimalField(_("Together, €"), max_digits=10, decimal_places=2, default=0)
    job = models.ForeignKey(Job, models.SET_NULL, null=True, blank=True, related_name="+")
    csv = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")
    xlsx = models.ForeignKey(StoredFile, models.PROTECT, null=True, blank=True, related_name="+")

    objects = PaymentBatchQuerySet.as_manager()

    class Meta:
        verbose_name = _("payment batch")
        verbose_name_plural = _("payment batches")
        ordering = ["-pk"]
        constraints = [
            models.CheckConstraint(
                name="payment_batch_closed_has_facts",
                condition=~models.Q(status="closed")
                | models.Q(number__isnull=False, closed_at__isnull=False, count__gt=0),
            ),
            models.CheckConstraint(
                name="payment_batch_file_when_closed",
                condition=models.Q(status="closed") | models.Q(csv=None, xlsx=None, number=None),
            ),
        ]

    def __str__(self) -> str:
        return self.number or f"M{self.pk}"


class BatchRowQuerySet(models.QuerySet):
    def with_cash(self) -> BatchRowQuerySet:
        """Each with `in_cash`: whether who claimed the trip asked for cash. The claim points at its first row, for which
        this one stands: one that came back, was made again and came back, or was reversed, is `ANSWERS` back at most."""
        asked = TravelClaim.objects.filter(pay=TravelClaim.Pay.CASH, fee__isnull=False).values("fee")
        before = ["fee" + "__replaces" * steps for steps in range(ANSWERS + 1)]
        any_of = reduce(or_, (models.Q(**{f"{row}__in": asked}) for row in before))
        return self.annotate(in_cash=models.ExpressionWrapper(any_of, models.BooleanField()))


class BatchRow(models.Model):
    """A fee in a batch, with what the file says of it: a fee is in one batch in its life, since a returned one is closed."""

    class Outcome(models.TextChoices):
        WAITS = "", pgettext_lazy("batch row", "waits")
        PAID = "paid", pgettext_lazy("batch row", "paid")
        RETURNED = "returned", pgettext_lazy("batch row", "returned")

    batch = models.ForeignKey(PaymentBatch, models.PROTECT, related_name="rows")
    fee = models.OneToOneField(Fee, models.PROTECT, related_name="batch_row")
    position = models.PositiveIntegerField(default=0)
    payee_name = models.CharField(max_length=170, blank=True)
    payee_number = models.CharField(max_length=20, blank=True)
    amount = models.DecimalField(max_digits=8, decimal_places=2)
    income_type = models.CharField(max_length=20, blank=True)
    reimbursement = models.CharField(max_length=20, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True, default=Outcome.WAITS)
    outcome_on = models.DateField(null=True, blank=True)
    outcome_because = models.CharField(max_length=300, blank=True)

    objects = BatchRowQuerySet.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="batch_row_outcome_has_day",
                condition=models.Q(outcome="", outcome_on=None) | (~models.Q(outcome="") & ~models.Q(outcome_on=None)),
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.pk}"
