from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Person, Role, Unit

from .expert import Expert


class OutOfDateQuerySet(models.QuerySet):
    def open(self) -> OutOfDateQuerySet:
        return self.filter(status=OutOfDate.Status.OPEN)

    def coordinated_by(self, user) -> OutOfDateQuerySet:
        """Those about the experts and the units of the branches where the user coordinates."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        return self.filter(
            Unit.branch_condition(branches, "expert__unit__") | Unit.branch_condition(branches, "unit__")
        )

    def visible_to(self, user) -> OutOfDateQuerySet:
        """What one has told, what one is to mend, and what concerns the branch one coordinates."""
        if not user.is_authenticated:
            return self.none()
        own = models.Q(reporter__user=user) | models.Q(updater__user=user)
        return self.filter(own | models.Q(pk__in=self.coordinated_by(user).values("pk")))


class OutOfDate(models.Model):
    """A reader says that a CV or a unit's contact details are not up to date; one named updater mends (SM-03)."""

    class Status(models.TextChoices):
        OPEN = "open", pgettext_lazy("out of date", "waits")
        FIXED = "fixed", pgettext_lazy("out of date", "mended")
        NOT_SO = "not_so", pgettext_lazy("out of date", "was up to date")

    MOVES = {Status.OPEN: {Status.FIXED, Status.NOT_SO}, Status.FIXED: set(), Status.NOT_SO: set()}

    class Wrong(models.TextChoices):
        TEXT = "text", pgettext_lazy("out of date", "The text is old or mistaken")
        CONTACT = "contact", pgettext_lazy("out of date", "A phone number, an address or a name is wrong")
        TIMES = "times", pgettext_lazy("out of date", "The place or the times do not hold any more")
        STOPPED = "stopped", pgettext_lazy("out of date", "This person does not do this any more")
        OTHER = "other", pgettext_lazy("out of date", "Something else")

    expert = models.ForeignKey(Expert, models.CASCADE, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.CASCADE, null=True, blank=True, related_name="+")
    wrong = models.CharField(_("What is not up to date?"), max_length=10, choices=Wrong.choices)
    words = models.CharField(_("In your own words"), max_length=300, blank=True)
    reporter = models.ForeignKey(Person, models.CASCADE, related_name="+", verbose_name=_("Who told"))
    updater = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("Who mends")
    )
    status = models.CharField(
        pgettext_lazy("out of date", "State"), max_length=8, choices=Status.choices, default=Status.OPEN
    )
    told_at = models.DateTimeField(_("Told"))
    answer = models.CharField(_("Answer to the one who told"), max_length=300, blank=True)
    handled_at = models.DateTimeField(_("Seen to"), null=True, blank=True)

    objects = OutOfDateQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("out of date", "remark that something is out of date")
        verbose_name_plural = pgettext_lazy("out of date", "remarks that something is out of date")
        ordering = ["-told_at", "-pk"]
        indexes = [models.Index(fields=["status", "told_at"])]
        constraints = [
            models.CheckConstraint(
                name="out_of_date_about_one",
                condition=models.Q(expert__isnull=False, unit=None) | models.Q(expert=None, unit__isnull=False),
            ),
            models.UniqueConstraint(
                name="out_of_date_expert_once",
                fields=["expert", "reporter"],
                condition=models.Q(status="open", expert__isnull=False),
            ),
            models.UniqueConstraint(
                name="out_of_date_unit_once",
                fields=["unit", "reporter"],
                condition=models.Q(status="open", unit__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"R{self.pk}"

    @property
    def about_name(self) -> str:
        """For the coordinator, who knows everybody by name. Fetch the expert's person, or the unit, with a list."""
        return self.expert.person.full_name if self.expert else str(self.unit)
