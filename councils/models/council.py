from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.fees.models import PriceClass
from coordination.foundation.fields import TextsField
from coordination.people.models import Person, Role, Unit

MOST_SEATS = 20


class CouncilQuerySet(models.QuerySet):
    def led_by(self, user) -> CouncilQuerySet:
        """Those whose staff the user is of today, and those of the branches where the user coordinates."""
        if not user.is_authenticated:
            return self.none()
        branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
        return self.filter(branch | models.Q(pk__in=self._of_staff(user).values("pk")))

    def attended_by(self, user) -> CouncilQuerySet:
        """Those where the user is a member or a substitute today."""
        if not user.is_authenticated:
            return self.none()
        seated = self.model.objects.filter(memberships__person__user=user, memberships__left_on=None)
        return self.filter(pk__in=seated.values("pk"))

    def visible_to(self, user) -> CouncilQuerySet:
        """Their leaders and members. That a council stands at all is told on the site only where it is public."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(
            models.Q(pk__in=self.model.objects.led_by(user).values("pk"))
            | models.Q(pk__in=self.model.objects.attended_by(user).values("pk"))
        )

    def public(self) -> CouncilQuerySet:
        """What the site may tell of to everybody."""
        return self.filter(is_public=True)

    def standing(self) -> CouncilQuerySet:
        return self.exclude(status=Council.Status.ENDED)

    def _of_staff(self, user) -> CouncilQuerySet:
        reach = Unit.branch_condition(user.branches(Role.Kind.LEADER), "unit__")
        return self.model.objects.filter(reach, staff__person__user=user, staff__ended_on=None)


class Council(models.Model):
    """A body where clients take part: a client council, a developer-client group, a steering group, a panel (CC-01)."""

    class Kind(models.TextChoices):
        CLIENT_COUNCIL = "client_council", pgettext_lazy("council", "client council")
        DEVELOPER_GROUP = "developer_group", pgettext_lazy("council", "developer-client group")
        STEERING_GROUP = "steering_group", pgettext_lazy("council", "steering group")
        PANEL = "panel", pgettext_lazy("council", "panel")

    class Status(models.TextChoices):
        """The six phases of CC-03, and the end of the term."""

        PLANNING = "planning", pgettext_lazy("council", "planning and aims")
        RECRUITING = "recruiting", pgettext_lazy("council", "recruitment and marketing")
        KICK_OFF = "kick_off", pgettext_lazy("council", "kick-off event")
        SELECTING = "selecting", pgettext_lazy("council", "interviews and selection")
        STARTING = "starting", pgettext_lazy("council", "start and joint planning")
        REGULAR = "regular", pgettext_lazy("council", "regular meetings")
        ENDED = "ended", pgettext_lazy("council", "ended")

    MOVES = {
        Status.PLANNING: {Status.RECRUITING, Status.ENDED},
        Status.RECRUITING: {Status.KICK_OFF, Status.SELECTING, Status.ENDED},
        Status.KICK_OFF: {Status.SELECTING, Status.ENDED},
        Status.SELECTING: {Status.STARTING, Status.ENDED},
        Status.STARTING: {Status.REGULAR, Status.ENDED},
        # A new term begins with its recruitment.
        Status.REGULAR: {Status.RECRUITING, Status.ENDED},
        Status.ENDED: {Status.RECRUITING},
    }

    class Mode(models.TextChoices):
        PLACE = "place", pgettext_lazy("mode", "on the spot")
        REMOTE = "remote", pgettext_lazy("mode", "remotely")
        HYBRID = "hybrid", pgettext_lazy("mode", "on the spot and remotely")

    class Rhythm(models.TextChoices):
        WEEKLY = "weekly", pgettext_lazy("rhythm", "every week")
        TWO_WEEKS = "two_weeks", pgettext_lazy("rhythm", "every second week")
        MONTHLY = "monthly", pgettext_lazy("rhythm", "once a month")
        TWO_MONTHS = "two_months", pgettext_lazy("rhythm", "every second month")
        QUARTERLY = "quarterly", pgettext_lazy("rhythm", "four times a year")
        OTHER = "other", pgettext_lazy("rhythm", "as agreed")

    kind = models.CharField(
        pgettext_lazy("council", "Kind"), max_length=16, choices=Kind.choices, default=Kind.CLIENT_COUNCIL
    )
    names = TextsField(verbose_name=pgettext_lazy("council", "Name"))
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))
    status = models.CharField(
        pgettext_lazy("council", "Phase"), max_length=12, choices=Status.choices, default=Status.PLANNING
    )
    purpose = TextsField(verbose_name=pgettext_lazy("council", "What it is for"), blank=True)
    aims = TextsField(verbose_name=pgettext_lazy("council", "Aims of the term"), blank=True)
    languages = models.JSONField(_("Languages"), default=list)
    seats = models.PositiveSmallIntegerField(
        _("Seats"), default=15, validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)]
    )
    term_starts = models.DateField(_("Term begins"), null=True, blank=True)
    term_ends = models.DateField(_("Term ends"), null=True, blank=True)
    rhythm = models.CharField(_("How often it meets"), max_length=12, choices=Rhythm.choices, default=Rhythm.MONTHLY)
    mode = models.CharField(_("Where it meets"), max_length=8, choices=Mode.choices, default=Mode.PLACE)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    directions = TextsField(verbose_name=_("How to get there"), blank=True)
    venue_access = TextsField(verbose_name=_("Accessibility of the place"), blank=True)
    online_url = models.URLField(_("Remote link"), blank=True)
    sponsor = models.ForeignKey(
        Person,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("council", "Who of the management has committed"),
    )
    sponsor_title = models.CharField(pgettext_lazy("council", "Title of the sponsor"), max_length=120, blank=True)
    committed_on = models.DateField(pgettext_lazy("council", "Committed on"), null=True, blank=True)
    commitment = TextsField(verbose_name=pgettext_lazy("council", "What the management promises"), blank=True)
    ground_rules = TextsField(verbose_name=_("Ground rules"), blank=True)
    rules_version = models.PositiveSmallIntegerField(default=0)
    meeting_fee = models.ForeignKey(
        PriceClass, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Meeting fee")
    )
    payer = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Who pays"))
    cost_centre = models.CharField(_("Cost centre"), max_length=40, blank=True)
    neutral_title = TextsField(
        verbose_name=_("What the calendar and the subject of a mail say"),
        blank=True,
        help_text=_("Neutral: somebody may look over the shoulder. Empty: “Meeting”."),
    )
    is_public = models.BooleanField(_("Has a page on the public site"), default=False)
    ended_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = CouncilQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "council")
        verbose_name_plural = pgettext_lazy("council", "councils")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="council_seats", condition=models.Q(seats__gte=1, seats__lte=MOST_SEATS)),
            models.CheckConstraint(
                name="council_term",
                condition=models.Q(term_starts=None)
                | models.Q(term_ends=None)
                | models.Q(term_ends__gte=models.F("term_starts")),
            ),
            models.CheckConstraint(
                name="council_commitment_has_date",
                condition=models.Q(sponsor=None) | models.Q(committed_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.names)

    @property
    def main_language(self) -> str:
        """The language its papers are written in first."""
        return (self.languages or ["fi"])[0]
