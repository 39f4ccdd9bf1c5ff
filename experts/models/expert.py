from __future__ import annotations

import secrets

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Partnership, Person, Role, Unit
from coordination.privacy.models import Consent, Purpose

from .catalogue import ServiceArea, TaskType


def random_key() -> str:
    return secrets.token_urlsafe(9)


def consented(purpose: str) -> models.Exists:
    """Whether the expert's person agrees to the purpose at this moment."""
    return models.Exists(Consent.objects.in_force().filter(person=models.OuterRef("person"), purpose=purpose))


class ExpertQuerySet(models.QuerySet):
    def coordinated_by(self, user) -> ExpertQuerySet:
        """The experts of the branches where the user coordinates."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(Unit.branch_condition(user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN), "unit__"))

    def own(self, user) -> ExpertQuerySet:
        return self.filter(person__user=user) if user.is_authenticated else self.none()

    def active(self) -> ExpertQuerySet:
        return self.filter(status=Expert.Status.ACTIVE)

    def listed(self) -> ExpertQuerySet:
        """Whose CV may stand in a folder: taking part now, and with an approved CV."""
        approved = Expert.objects.filter(pk=models.OuterRef("pk"), cvs__revisions__status="approved")
        return self.active().filter(models.Exists(approved))

    def in_folder_of(self, user) -> ExpertQuerySet:
        """The CV folder of a reader: the own organisation's and its partners', each by the expert's consent (CM-07, L-02)."""
        if not user.is_authenticated:
            return self.none()
        kinds = (Role.Kind.STAFF, Role.Kind.COORDINATOR)
        organisations = {role.unit.organisation_path for role in user.open_roles if role.kind in kinds}
        owners = (
            Partnership.objects.in_force().filter(partner__path__in=organisations).values_list("owner__path", flat=True)
        )
        own = Unit.path_condition(organisations, "unit__") & models.Q(consented(Purpose.CV_OWN))
        shared = Unit.path_condition(owners, "unit__") & models.Q(consented(Purpose.CV_PARTNERS))
        return self.listed().filter(own | shared)

    def visible_to(self, user) -> ExpertQuerySet:
        """The reader's folder, oneself, and everybody in the branch one coordinates. A stranger sees none."""
        if not user.is_authenticated:
            return self.none()
        branches = user.branches(Role.Kind.COORDINATOR, Role.Kind.ADMIN)
        folder = models.Q(pk__in=Expert.objects.in_folder_of(user).values("pk"))
        return self.filter(folder | models.Q(person__user=user) | Unit.branch_condition(branches, "unit__"))

    def public(self) -> ExpertQuerySet:
        """Whose public profile may stand on the site now: the consent is asked on every read."""
        return self.listed().filter(consented(Purpose.CV_PUBLIC))


class Expert(models.Model):
    """An expert by experience in the register of a unit (EX-01). Limits are the expert's own to keep."""

    class Status(models.TextChoices):
        TRAINING = "training", pgettext_lazy("expert", "in training")
        ACTIVE = "active", pgettext_lazy("expert", "active")
        LEAVE = "leave", pgettext_lazy("expert", "on leave")
        ENDED = "ended", pgettext_lazy("expert", "ended")

    MOVES = {
        Status.TRAINING: {Status.ACTIVE, Status.ENDED},
        Status.ACTIVE: {Status.LEAVE, Status.ENDED},
        Status.LEAVE: {Status.ACTIVE, Status.ENDED},
        Status.ENDED: set(),
    }

    class FeeMode(models.TextChoices):
        FEE = "fee", pgettext_lazy("fee mode", "fee and costs")
        COSTS_ONLY = "costs_only", pgettext_lazy("fee mode", "costs only")

    class Remote(models.TextChoices):
        NO = "no", pgettext_lazy("remote", "on the spot only")
        ALSO = "also", pgettext_lazy("remote", "also remotely")
        ONLY = "only", pgettext_lazy("remote", "remotely only")

    person = models.OneToOneField(Person, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=_("Kept in the register of"))
    status = models.CharField(
        pgettext_lazy("expert", "State"), max_length=10, choices=Status.choices, default=Status.TRAINING
    )
    staff_key = models.CharField(max_length=20, unique=True, default=random_key, editable=False)
    public_key = models.CharField(max_length=20, unique=True, default=random_key, editable=False)
    list_name = models.CharField(max_length=80, blank=True)
    list_number = models.CharField(max_length=20, blank=True)
    locality = models.CharField(_("Town"), max_length=80, blank=True)
    remote = models.CharField(_("Where"), max_length=6, choices=Remote.choices, default=Remote.NO)
    areas = models.ManyToManyField(ServiceArea, blank=True, verbose_name=_("Areas of experience"))
    task_types = models.ManyToManyField(TaskType, blank=True, verbose_name=_("Tasks"))
    training_year = models.PositiveSmallIntegerField(_("Training completed in"), null=True, blank=True)
    fee_mode = models.CharField(_("Fee"), max_length=12, choices=FeeMode.choices, default=FeeMode.FEE)
    max_per_month = models.PositiveSmallIntegerField(
        _("Bookings a month at most"), null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(31)]
    )
    rest_days = models.PositiveSmallIntegerField(
        _("Rest days after a booking"), default=0, validators=[MaxValueValidator(60)]
    )
    no_media = models.BooleanField(_("No media"), default=False)
    photo = models.ForeignKey("records.StoredFile", models.PROTECT, null=True, blank=True, related_name="+")
    photo_words = models.CharField(_("The photo in words"), max_length=200, blank=True)
    note = models.TextField(_("Coordinator's note"), blank=True)
    interview = models.OneToOneField(
        "recruitment.Summary", models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Interview")
    )
    admitted_before = models.CharField(
        _("Admitted before interviews were kept here"),
        max_length=200,
        blank=True,
        help_text=_("How the person was admitted before interviews were kept here: date and by whom."),
    )
    admitted_before_on = models.DateField(_("Admitted on"), null=True, blank=True)
    joined_on = models.DateField(_("Since"), null=True, blank=True)
    access = models.JSONField(_("What do you need at the place?"), default=list, blank=True)
    leave_until = models.DateField(_("Last day of the leave"), null=True, blank=True)
    leave_asked_on = models.DateField(null=True, blank=True, editable=False)

    objects = ExpertQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("expert", "expert by experience")
        verbose_name_plural = pgettext_lazy("expert", "experts by experience")
        indexes = [models.Index(fields=["status", "unit"]), models.Index(fields=["locality"])]
        constraints = [
            # EX-08: nobody becomes an expert without an interview, kept here or told of from before.
            models.CheckConstraint(
                name="expert_interviewed", condition=models.Q(interview__isnull=False) | ~models.Q(admitted_before="")
            ),
            models.UniqueConstraint(
                name="expert_list_number",
                fields=["unit", "list_name", "list_number"],
                condition=~models.Q(list_number=""),
            ),
        ]

    def __str__(self) -> str:
        return f"E{self.pk}"


class ExpertLanguage(models.Model):
    """A language the expert works in, by its code (fi, sv, en, ru, se…)."""

    expert = models.ForeignKey(Expert, models.CASCADE, related_name="languages")
    code = models.CharField(max_length=8)

    class Meta:
        constraints = [models.UniqueConstraint(name="expert_language_once", fields=["expert", "code"])]
        indexes = [models.Index(fields=["code", "expert"])]

    def __str__(self) -> str:
        return self.code
