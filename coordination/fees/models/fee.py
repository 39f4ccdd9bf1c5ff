from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit

# The right sum that stands on a reversal is no answer to the reversal's own coming back.
_NOT_MADE_AGAIN = models.Q(replaced_by=None) | models.Q(amount__lt=0, replaced_by__amount__gt=0)


class FeeQuerySet(models.QuerySet):
    def earned_by(self, user) -> FeeQuerySet:
        """The payee's own rows only, whatever the roles."""
        return self.filter(payee__user=user) if user.is_authenticated else self.none()

    def visible_to(self, user) -> FeeQuerySet:
        """The payee's own, and the payments of the branches where one coordinates or handles the money."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(
            models.Q(payee__user=user)
            | Unit.branch_condition(branches, "payer__")
            | Unit.branch_condition(branches, "unit__")
        )

    def handled_by(self, user) -> FeeQuerySet:
        """The payments of the branches where one coordinates or handles the money, without one's own elsewhere."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "payer__") | Unit.branch_condition(branches, "unit__"))

    def payable(self) -> FeeQuerySet:
        """Without rows of nothing: nobody approves or pays 0 €."""
        return self.exclude(amount=0)

    def waiting(self) -> FeeQuerySet:
        """Owed, and not given back by the one who approves."""
        return self.payable().filter(status=Fee.Status.OWED, given_back_at=None)

    def counted(self) -> FeeQuerySet:
        """What stands as debt or as paid: a void row is none, nor one that came back and is made again."""
        none = models.Q(status=Fee.Status.VOID) | (models.Q(status=Fee.Status.RETURNED) & ~_NOT_MADE_AGAIN)
        return self.filter(~none)

    def unanswered(self) -> FeeQuerySet:
        """What came back and nobody has made again."""
        return self.filter(_NOT_MADE_AGAIN, status=Fee.Status.RETURNED)


class Fee(models.Model):
    """A row of the ledger, in its own words: what, to whom, by whom, for which unit, from which cost centre (EX-12, CM-14).

    A row that came back, or was paid wrong, is closed; what is done about it is a new row that `replaces` it. Only such
    a correction may be negative.
    """

    class Status(models.TextChoices):
        OWED = "owed", pgettext_lazy("fee", "owed")
        APPROVED = "approved", pgettext_lazy("fee", "approved")
        SENT = "sent", pgettext_lazy("fee", "sent to payroll")
        PAID = "paid", pgettext_lazy("fee", "paid")
        RETURNED = "returned", pgettext_lazy("fee", "returned")
        VOID = "void", pgettext_lazy("fee", "void")

    MOVES = {
        Status.OWED: {Status.APPROVED, Status.VOID},
        Status.APPROVED: {Status.SENT, Status.OWED},
        Status.SENT: {Status.PAID, Status.RETURNED},
        Status.RETURNED: set(),
        Status.PAID: set(),
        Status.VOID: set(),
    }

    class Kind(models.TextChoices):
        FEE = "fee", pgettext_lazy("ledger", "fee")
        TRAVEL = "travel", pgettext_lazy("ledger", "travel")
        CORRECTION = "correction", pgettext_lazy("ledger", "correction")

    number = models.CharField(_("Number"), max_length=20, unique=True)
    kind = models.CharField(_("Kind"), max_length=12, choices=Kind.choices, default=Kind.FEE)
    payee = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=_("To whom"))
    payer = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Who pays"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("For which unit"))
    cost_centre = models.CharField(_("Cost centre"), max_length=40, blank=True)
    what = models.CharField(_("For what"), max_length=300)
    price_code = models.CharField(_("Price class"), max_length=10, blank=True)
    rate = models.DecimalField(_("Rate, €"), max_digits=8, decimal_places=2)
    quantity = models.DecimalField(_("Quantity"), max_digits=6, decimal_places=2, default=1)
    share = models.DecimalField(_("Share"), max_digits=4, decimal_places=2, default=1)
    amount = models.DecimalField(_("Amount, €"), max_digits=8, decimal_places=2)
    reason = models.CharField(_("Reason"), max_length=300, blank=True)
    earned_on = models.DateField(_("Earned on"))
    status = models.CharField(pgettext_lazy("fee", "State"), max_length=10, choices=Status.choices, default=Status.OWED)
    created_at = models.DateTimeField(default=clock.now, editable=False)
    first_approver = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("First approved by")
    )
    first_approved_at = models.DateTimeField(_("First approved"), null=True, blank=True)
    approver = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Approved by")
    )
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(_("Approved on"), null=True, blank=True)
    given_back_at = models.DateTimeField(_("Given back on"), null=True, blank=True)
    given_back_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    given_back_because = models.CharField(_("Given back because"), max_length=300, blank=True)
    sent_at = models.DateTimeField(_("Sent to payroll on"), null=True, blank=True)
    paid_on = models.DateField(_("Paid on"), null=True, blank=True)
    returned_at = models.DateTimeField(_("Returned on"), null=True, blank=True)
    returned_because = models.CharField(_("Returned because"), max_length=300, blank=True)
    replaces = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="replaced_by", verbose_name=_("In place of")
    )

    objects = FeeQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("ledger", "fee")
        verbose_name_plural = _("fees")
        ordering = ["-earned_on", "-pk"]
        indexes = [
            models.Index(fields=["-earned_on", "-id"]),
            models.Index(fields=["payee", "earned_on"]),
            models.Index(fields=["status", "payer", "earned_on"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="fee_not_negative",
                condition=models.Q(amount__gte=0) | models.Q(kind="correction", replaces__isnull=False),
            ),
            models.CheckConstraint(name="fee_zero_has_reason", condition=models.Q(amount__gt=0) | ~models.Q(reason="")),
            models.CheckConstraint(
                name="fee_not_approved_by_payee",
                condition=~models.Q(approver=models.F("payee")) & ~models.Q(first_approver=models.F("payee")),
            ),
            models.CheckConstraint(name="fee_four_eyes", condition=~models.Q(approver=models.F("first_approver"))),
            models.CheckConstraint(
                name="fee_approved_has_facts",
                condition=models.Q(status__in=["owed", "void"])
                | models.Q(approver__isnull=False, approved_at__isnull=False),
            ),
            models.CheckConstraint(
                name="fee_sent_has_facts",
                condition=models.Q(status__in=["owed", "void", "approved"]) | models.Q(sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="fee_paid_has_day",
                condition=models.Q(status="paid", paid_on__isnull=False)
                | (~models.Q(status="paid") & models.Q(paid_on=None)),
            ),
            models.CheckConstraint(
                name="fee_returned_has_reason", condition=~models.Q(status="returned") | ~models.Q(returned_because="")
            ),
            models.CheckConstraint(name="fee_not_in_place_of_itself", condition=~models.Q(replaces=models.F("id"))),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def comes_to(self) -> Decimal:
        """Euros, counted with the rows that answer it: a void one is nothing, nor is a returned one that is made again.

        Read `replaced_by` along.
        """
        answer: Fee | None = getattr(self, "replaced_by", None)
        is_none = self.status == self.Status.VOID or (self.status == self.Status.RETURNED and self.is_made_again)
        return (Decimal(0) if is_none else self.amount) + (answer.comes_to if answer else Decimal(0))

    @property
    def is_made_again(self) -> bool:
        """Whether another row stands in its place; the right sum that stands on a reversal does not. Read `replaced_by` along."""
        answer: Fee | None = getattr(self, "replaced_by", None)
        return answer is not None and not self.amount < 0 < answer.amount

    @property
    def root_kind(self) -> str:
        """The kind; of a correction that of what it corrects. Read `replaces` along."""
        row = self
        while row.kind == self.Kind.CORRECTION and row.replaces is not None:
            row = row.replaces
        return row.kind

    @property
    def state_name(self) -> str:
        """The state as it is read: of nothing there is nothing to wait for."""
        if self.status == self.Status.OWED and not self.amount:
            return pgettext("money", "Nothing to pay").lower()
        return str(self.get_status_display())
