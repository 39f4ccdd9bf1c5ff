from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Role, Unit

from .expert import Expert


class Mark(models.TextChoices):
    """What a training holds (EX-09)."""

    THEORY = "theory", pgettext_lazy("training", "theory")
    STORY = "story", pgettext_lazy("training", "telling one's own life story")
    PERFORMING = "performing", pgettext_lazy("training", "performing in public")
    EXPERIENCE = "experience", pgettext_lazy("training", "own experience as the basis")
    SPEAKING = "speaking", pgettext_lazy("training", "speaking exercises")
    SERVICES = "services", pgettext_lazy("training", "introduction to social services")


class TrainingGroupQuerySet(models.QuerySet):
    def led_by(self, user) -> TrainingGroupQuerySet:
        """Those of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__"))

    visible_to = led_by


class TrainingGroup(models.Model):
    """A training for experts, own or bought, with its sessions as a series of events (EX-09, AN-03, SC-03)."""

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("training", "planned")
        RUNNING = "running", pgettext_lazy("training", "running")
        ENDED = "ended", pgettext_lazy("training", "ended")
        CANCELLED = "cancelled", pgettext_lazy("training", "cancelled")

    MOVES = {
        Status.PLANNED: {Status.RUNNING, Status.CANCELLED},
        Status.RUNNING: {Status.ENDED, Status.CANCELLED},
        Status.ENDED: set(),
        Status.CANCELLED: set(),
    }

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("In the register of"))
    names = TextsField(verbose_name=pgettext_lazy("training", "Name"))
    provider = models.CharField(_("Who arranges it"), max_length=160)
    hours = models.DecimalField(_("Hours"), max_digits=6, decimal_places=1, null=True, blank=True)
    credits = models.DecimalField(_("Credits (ECTS)"), max_digits=4, decimal_places=1, null=True, blank=True)
    marks = models.JSONField(_("What it holds"), default=list, blank=True)
    starts_on = models.DateField(_("Begins"))
    ends_on = models.DateField(_("Ends"))
    series = models.OneToOneField("events.EventSeries", models.PROTECT, null=True, blank=True, related_name="+")
    campaign = models.ForeignKey(
        "recruitment.Campaign",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("For those chosen in"),
    )
    status = models.CharField(
        pgettext_lazy("training", "State"), max_length=10, choices=Status.choices, default=Status.PLANNED
    )
    made_at = models.DateTimeField(auto_now_add=True)

    objects = TrainingGroupQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("training", "training group")
        verbose_name_plural = pgettext_lazy("training", "training groups")
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(name="training_group_dates", condition=models.Q(ends_on__gte=models.F("starts_on")))
        ]

    def __str__(self) -> str:
        return f"KR{self.pk}"


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, user) -> TrainingQuerySet:
        """One's own, and those of the experts of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "expert__unit__")
        return self.filter(models.Q(expert__person__user=user) | branch)

    def completed(self) -> TrainingQuerySet:
        return self.filter(status=Training.Status.COMPLETED)


class Training(models.Model):
    """An expert's training: in a group of ours, or elsewhere before. It gives no professional qualification (EX-09)."""

    class Status(models.TextChoices):
        GOING_ON = "going_on", pgettext_lazy("training", "going on")
        COMPLETED = "completed", pgettext_lazy("training", "completed")
        INTERRUPTED = "interrupted", pgettext_lazy("training", "interrupted")

    MOVES = {
        Status.GOING_ON: {Status.COMPLETED, Status.INTERRUPTED},
        Status.COMPLETED: set(),
        Status.INTERRUPTED: {Status.GOING_ON},
    }

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="trainings")
    group = models.ForeignKey(TrainingGroup, models.PROTECT, null=True, blank=True, related_name="trainings")
    name = models.CharField(pgettext_lazy("training", "Name"), max_length=160)
    provider = models.CharField(_("Who arranged it"), max_length=160)
    hours = models.DecimalField(_("Hours"), max_digits=6, decimal_places=1, null=True, blank=True)
    credits = models.DecimalField(_("Credits (ECTS)"), max_digits=4, decimal_places=1, null=True, blank=True)
    marks = models.JSONField(_("What it held"), default=list, blank=True)
    status = models.CharField(
        pgettext_lazy("training", "State"), max_length=12, choices=Status.choices, default=Status.GOING_ON
    )
    started_on = models.DateField(_("Began"), null=True, blank=True)
    completed_on = models.DateField(_("Completed on"), null=True, blank=True)
    completed_year = models.PositiveSmallIntegerField(
        _("Completed in"), null=True, blank=True, validators=[MinValueValidator(1980), MaxValueValidator(2100)]
    )
    certificate_number = models.CharField(max_length=20, blank=True)

    objects = TrainingQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("training", "training")
        verbose_name_plural = pgettext_lazy("training", "trainings")
        ordering = ["-completed_year", "-pk"]
        constraints = [
            models.UniqueConstraint(name="training_once_a_group", fields=["expert", "group"]),
            models.CheckConstraint(
                name="training_completed_has_year",
                condition=~models.Q(status="completed") | models.Q(completed_year__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"KO{self.pk}"
