from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit

from .fee import Fee


class FeeInquiryQuerySet(models.QuerySet):
    def open(self) -> FeeInquiryQuerySet:
        return self.filter(answered_at=None)

    def visible_to(self, user) -> FeeInquiryQuerySet:
        """One's own, and those of the branches where one coordinates or handles the money."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(
            models.Q(fee__payee__user=user)
            | Unit.branch_condition(branches, "fee__payer__")
            | Unit.branch_condition(branches, "fee__unit__")
        )


class FeeInquiry(models.Model):
    """The question where one's money is, asked in one press, and its answer."""

    class Desk(models.TextChoices):
        """Who holds the money at the moment of asking."""

        APPROVER = "approver", pgettext_lazy("inquiry", "the approver")
        FINANCE = "finance", pgettext_lazy("inquiry", "those who handle the money")
        COORDINATOR = "coordinator", pgettext_lazy("inquiry", "the coordinator")

    fee = models.ForeignKey(Fee, models.PROTECT, related_name="inquiries")
    desk = models.CharField(max_length=12, choices=Desk.choices)
    asked_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    asked_on = models.DateField(_("Asked on"), default=clock.today)
    asked_at = models.DateTimeField(default=clock.now, editable=False)
    answer = models.CharField(_("Answer"), max_length=600, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(_("Answered on"), null=True, blank=True)

    objects = FeeInquiryQuerySet.as_manager()

    class Meta:
        verbose_name = _("question about a fee")
        verbose_name_plural = _("questions about fees")
        ordering = ["-pk"]
        constraints = [
            models.UniqueConstraint(name="fee_inquiry_once_a_day", fields=["fee", "asked_on"]),
            models.UniqueConstraint(name="fee_inquiry_one_open", fields=["fee"], condition=models.Q(answered_at=None)),
            models.CheckConstraint(
                name="fee_inquiry_answer_has_words", condition=models.Q(answered_at=None) | ~models.Q(answer="")
            ),
        ]

    def __str__(self) -> str:
        return f"Q{self.pk}"
