from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Person, Role, Unit

from .expert import Expert


class ContractTemplateQuerySet(models.QuerySet):
    def led_by(self, user) -> ContractTemplateQuerySet:
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))

    visible_to = led_by


class ContractKind(models.TextChoices):
    COMMISSION = "commission", pgettext_lazy("contract", "commission contract")
    CONFIDENTIALITY = "confidentiality", pgettext_lazy("contract", "confidentiality commitment")


class ContractTemplate(models.Model):
    """The dated text of a contract or a commitment, in the organisation's languages; a new text is a new version (2.6)."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    kind = models.CharField(pgettext_lazy("contract", "Kind"), max_length=16, choices=ContractKind.choices)
    version = models.PositiveSmallIntegerField(default=1)
    titles = TextsField(verbose_name=pgettext_lazy("contract", "Heading"))
    bodies = TextsField(verbose_name=pgettext_lazy("contract", "Text"))
    valid_from = models.DateField(_("In force from"))
    valid_months = models.PositiveSmallIntegerField(
        _("A signature is good for, months"), null=True, blank=True, help_text=_("Empty: until it is ended.")
    )

    objects = ContractTemplateQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("contract", "contract text")
        verbose_name_plural = pgettext_lazy("contract", "contract texts")
        ordering = ["kind", "-version"]
        constraints = [
            models.UniqueConstraint(name="contract_template_version", fields=["unit", "kind", "version"]),
            models.UniqueConstraint(name="contract_template_day", fields=["unit", "kind", "valid_from"]),
        ]

    def __str__(self) -> str:
        return f"SM{self.pk}"


class ContractQuerySet(models.QuerySet):
    def visible_to(self, user) -> ContractQuerySet:
        """One's own, and those of the experts of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "expert__unit__")
        return self.filter(models.Q(expert__person__user=user) | branch)

    def in_force(self, on) -> ContractQuerySet:
        """Signed, and good on the day (Helsinki date)."""
        last = models.Q(valid_until=None) | models.Q(valid_until__gte=on)
        return self.filter(last, signed_on__lte=on, ended_on=None)


class Contract(models.Model):
    """A contract or a commitment of one expert: which text, signed how and when, good until when (2.6, L-13)."""

    class Signed(models.TextChoices):
        PAPER = "paper", pgettext_lazy("contract", "on paper")
        SCREEN = "screen", pgettext_lazy("contract", "on the screen")

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="contracts")
    kind = models.CharField(pgettext_lazy("contract", "Kind"), max_length=16, choices=ContractKind.choices)
    template = models.ForeignKey(ContractTemplate, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(null=True, blank=True)
    signed_on = models.DateField(_("Signed on"), null=True, blank=True)
    signed_how = models.CharField(_("How signed"), max_length=8, choices=Signed.choices, blank=True)
    signed_language = models.CharField(max_length=8, blank=True)
    noted_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    valid_until = models.DateField(_("Good until"), null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    scan = models.ForeignKey("records.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")

    objects = ContractQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("contract", "contract")
        verbose_name_plural = pgettext_lazy("contract", "contracts")
        ordering = ["-signed_on", "-pk"]
        indexes = [models.Index(fields=["expert", "kind"])]
        constraints = [
            models.CheckConstraint(
                name="contract_signed_somehow",
                condition=models.Q(signed_on=None, signed_how="")
                | (models.Q(signed_on__isnull=False) & ~models.Q(signed_how="")),
            ),
            models.CheckConstraint(
                name="contract_dates",
                condition=models.Q(valid_until=None)
                | models.Q(signed_on=None)
                | models.Q(valid_until__gte=models.F("signed_on")),
            ),
            models.UniqueConstraint(
                name="contract_one_waiting",
                fields=["expert", "kind"],
                condition=models.Q(signed_on=None, ended_on=None),
            ),
        ]

    def __str__(self) -> str:
        return f"SO{self.pk}"
