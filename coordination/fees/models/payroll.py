"""What an organisation's payroll wants to be told: columns of the file, codes of the income register, numbers of payees."""

from __future__ import annotations

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person, Role, Unit

from .fee import Fee


class PayrollQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> PayrollQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> PayrollQuerySet:
        """Those of the branches whose money one handles or looks after."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.FINANCE, Role.Kind.ADMIN), "unit__"))


class BatchLayout(models.Model):
    """The columns of an organisation's payment file: which, in which order, under which headings. Dated, never changed."""

    class Variant(models.TextChoices):
        EXCEL = "excel", pgettext_lazy("file", "Semicolons and decimal commas, for a Finnish Excel")
        PLAIN = "plain", pgettext_lazy("file", "Commas and decimal points, for another program")

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    columns = models.JSONField(pgettext_lazy("file", "Columns"), default=list)
    variant = models.CharField(
        pgettext_lazy("file", "Form of the CSV file"), max_length=10, choices=Variant.choices, default=Variant.EXCEL
    )
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = PayrollQuerySet.as_manager()

    class Meta:
        verbose_name = _("columns of the payment file")
        verbose_name_plural = _("columns of the payment file")
        ordering = ["unit__path", "-valid_from", "-pk"]
        constraints = [models.UniqueConstraint(name="batch_layout_once_a_day", fields=["unit", "valid_from"])]

    def __str__(self) -> str:
        return f"L{self.pk}"


class PayCode(models.Model):
    """Which codes of the income register a kind of fee or a price class gets: configuration with its source (L-44)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    kind = models.CharField(pgettext_lazy("ledger", "Kind"), max_length=12, choices=Fee.Kind.choices)
    price_code = models.CharField(_("Only the price class"), max_length=10, blank=True)
    income_type = models.CharField(_("Income type"), max_length=20, blank=True)
    reimbursement = models.CharField(_("Type of reimbursement"), max_length=20, blank=True)
    source = models.CharField(_("Source"), max_length=200)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = PayrollQuerySet.as_manager()

    class Meta:
        verbose_name = _("code of the income register")
        verbose_name_plural = _("codes of the income register")
        ordering = ["unit__path", "kind", "price_code", "-valid_from"]
        constraints = [
            models.UniqueConstraint(name="pay_code_once_a_day", fields=["unit", "kind", "price_code", "valid_from"]),
            models.CheckConstraint(
                name="pay_code_says_something", condition=~models.Q(income_type="", reimbursement="")
            ),
            models.CheckConstraint(name="pay_code_has_source", condition=~models.Q(source="")),
            models.CheckConstraint(
                name="pay_code_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"C{self.pk}"


class PayeeNumber(models.Model):
    """The number by which an organisation's payroll knows a payee: its own number, never an identity code."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Organisation"))
    person = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("To whom"))
    number = models.CharField(_("Number in payroll"), max_length=20)

    class Meta:
        verbose_name = _("number in payroll")
        verbose_name_plural = _("numbers in payroll")
        constraints = [
            models.UniqueConstraint(name="payee_number_one_person", fields=["unit", "number"]),
            models.UniqueConstraint(name="payee_number_one_number", fields=["unit", "person"]),
        ]

    def __str__(self) -> str:
        return f"N{self.pk}"
