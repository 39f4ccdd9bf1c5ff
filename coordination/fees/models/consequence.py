from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Role, Unit


class ConsequenceQuerySet(models.QuerySet):
    def in_force(self, on: date | None = None) -> ConsequenceQuerySet:
        day = on or clock.today()
        return self.filter(models.Q(valid_until=None) | models.Q(valid_until__gte=day), valid_from__lte=day)

    def visible_to(self, user) -> ConsequenceQuerySet:
        """Those of the branches where one coordinates, pays or looks after."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.FINANCE, Role.Kind.ADMIN)
        return self.filter(Unit.branch_condition(branches, "unit__"))

    def together_with(self, row: Consequence) -> ConsequenceQuerySet:
        """The whole table a line belongs to, the longest notice first and the rest last."""
        table = self.filter(unit=row.unit, event=row.event, valid_from=row.valid_from)
        return table.order_by("share", "measure", "-notice")


class Consequence(models.Model):
    """One line of an organisation's dated table: what happened and how early it was told, and what of the fee is due.

    The lines of one branch, event and first day are a table: written together, ended together, never changed.
    """

    class Event(models.TextChoices):
        CANCELLED_BY_ORDERER = "cancelled_by_orderer", pgettext_lazy("consequence", "the orderer cancels")
        CANCELLED_BY_EXPERT = "cancelled_by_expert", pgettext_lazy("consequence", "the expert cancels")
        PERMISSION_WITHDRAWN = (
            "permission_withdrawn",
            pgettext_lazy("consequence", "the client takes the permission back"),
        )
        EXPERT_ABSENT = "expert_absent", pgettext_lazy("consequence", "the expert does not come")
        ORDERER_ABSENT = "orderer_absent", pgettext_lazy("consequence", "the orderer does not come")
        CLIENT_ABSENT = "client_absent", pgettext_lazy("consequence", "the client does not come, the expert did")

    class Measure(models.TextChoices):
        HOURS = "hours", pgettext_lazy("notice", "hours")
        WORKING_DAYS = "working_days", pgettext_lazy("notice", "working days")

    # Only what is told beforehand can be told early or late.
    TOLD_BEFORE = (Event.CANCELLED_BY_ORDERER, Event.CANCELLED_BY_EXPERT, Event.PERMISSION_WITHDRAWN)

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the branch"))
    event = models.CharField(_("What happens"), max_length=24, choices=Event.choices)
    notice = models.PositiveSmallIntegerField(
        _("Told at least so much before"), default=0, validators=[MaxValueValidator(1000)]
    )
    measure = models.CharField(_("Counted in"), max_length=12, choices=Measure.choices, default=Measure.HOURS)
    share = models.DecimalField(
        _("Share of the fee"),
        max_digits=3,
        decimal_places=2,
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(1))],
    )
    costs = models.BooleanField(_("Real costs are paid"), default=False)
    source = models.CharField(_("Who decided, and when?"), max_length=200, blank=True)
    valid_from = models.DateField(_("In force from"), default=clock.today)
    valid_until = models.DateField(_("Until"), null=True, blank=True)

    objects = ConsequenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("consequence")
        verbose_name_plural = _("consequences")
        ordering = ["event", "-valid_from", "share"]
        constraints = [
            models.UniqueConstraint(
                name="consequence_once", fields=["unit", "event", "valid_from", "measure", "notice"]
            ),
            models.CheckConstraint(name="consequence_share", condition=models.Q(share__gte=0, share__lte=1)),
            models.CheckConstraint(
                name="consequence_dates",
                condition=models.Q(valid_until=None) | models.Q(valid_until__gte=models.F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"K{self.pk}"
