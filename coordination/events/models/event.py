from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation.fields import TextsField
from coordination.people.models import Person, Role, Unit

from .owner import of_led
from .series import EventSeries


class EventQuerySet(models.QuerySet):
    def led_by(self, user) -> EventQuerySet:
        """Those one organises, and those of the branches where one coordinates."""
        if not user.is_authenticated:
            return self.none()
        branch = Unit.branch_condition(user.branches(Role.Kind.COORDINATOR), "unit__")
        organised = Organiser.objects.in_service(user).values("event")
        return self.filter(branch | models.Q(pk__in=organised))

    def attended_by(self, user) -> EventQuerySet:
        """Those one is invited to, or has a place or a turn in the waiting list of."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(pk__in=self.model.objects.filter(registrations__person__user=user).values("pk"))

    def of_led_bodies(self, user) -> EventQuerySet:
        """Those of the councils one leads, whoever arranges them: to be looked at, without those who come."""
        return self.filter(of_led(user)) if user.is_authenticated else self.none()

    def visible_to(self, user) -> EventQuerySet:
        """Its organisers, the leaders of its council, the invited and the public of a public one."""
        if not user.is_authenticated:
            return self.none()
        own = self.model.objects.led_by(user).values("pk")
        invited = self.model.objects.attended_by(user).values("pk")
        public = self.model.objects.public().values("pk")
        return self.filter(models.Q(pk__in=own) | models.Q(pk__in=invited) | models.Q(pk__in=public) | of_led(user))

    def public(self) -> EventQuerySet:
        """What the site tells of to everybody: published, and not a draft any more."""
        return self.filter(is_public=True).exclude(status=Event.Status.DRAFT)

    def standing(self) -> EventQuerySet:
        return self.exclude(status=Event.Status.CANCELLED)


class Event(models.Model):
    """A time, a place and a programme that people register for (CC-09, EX-14, EX-15, TD-06…TD-08, ND-02…ND-06, DG-11)."""

    class Kind(models.TextChoices):
        KICK_OFF = "kick_off", pgettext_lazy("event", "kick-off event")
        INFO = "info", pgettext_lazy("event", "information event")
        THEME_DAY = "theme_day", pgettext_lazy("event", "theme day")
        NETWORK_DAY = "network_day", pgettext_lazy("event", "network day")
        DISCUSSION = "discussion", pgettext_lazy("event", "discussion event")
        TRAINING = "training", pgettext_lazy("event", "training")
        SUPERVISION = "supervision", pgettext_lazy("event", "supervision")
        JOINT_MEETING = "joint_meeting", pgettext_lazy("event", "joint meeting of experts")
        OTHER = "other", pgettext_lazy("event", "other event")

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("event", "draft")
        OPEN = "open", pgettext_lazy("event", "open for registration")
        CLOSED = "closed", pgettext_lazy("event", "registration closed")
        HELD = "held", pgettext_lazy("event", "held")
        CANCELLED = "cancelled", pgettext_lazy("event", "cancelled")

    MOVES = {
        Status.DRAFT: {Status.OPEN, Status.CANCELLED},
        Status.OPEN: {Status.CLOSED, Status.HELD, Status.CANCELLED},
        Status.CLOSED: {Status.OPEN, Status.HELD, Status.CANCELLED},
        Status.HELD: set(),
        Status.CANCELLED: set(),
    }

    class Mode(models.TextChoices):
        PLACE = "place", pgettext_lazy("mode", "on the spot")
        REMOTE = "remote", pgettext_lazy("mode", "remotely")
        HYBRID = "hybrid", pgettext_lazy("mode", "on the spot and remotely")

    kind = models.CharField(pgettext_lazy("event", "Kind"), max_length=16, choices=Kind.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("field", "Unit"))
    series = models.ForeignKey(
        EventSeries, models.PROTECT, null=True, blank=True, related_name="events", verbose_name=_("Belongs to a series")
    )
    names = TextsField(verbose_name=pgettext_lazy("event", "Name"))
    leads = TextsField(verbose_name=pgettext_lazy("event", "In a sentence or two"), blank=True)
    descriptions = TextsField(verbose_name=pgettext_lazy("event", "What happens there"), blank=True)
    neutral_title = TextsField(
        verbose_name=_("What the calendar and the subject of a mail say"),
        blank=True,
        help_text=_("Neutral: somebody may look over the shoulder. Empty: “Event”."),
    )
    starts_at = models.DateTimeField(pgettext_lazy("event", "Begins"))
    ends_at = models.DateTimeField(pgettext_lazy("event", "Ends"))
    mode = models.CharField(_("Where"), max_length=8, choices=Mode.choices, default=Mode.PLACE)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    directions = TextsField(verbose_name=_("How to get there"), blank=True)
    venue_access = TextsField(verbose_name=_("Accessibility of the place"), blank=True)
    online_url = models.URLField(_("Remote link"), blank=True)
    capacity = models.PositiveSmallIntegerField(
        _("Places"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(2000)],
        help_text=_("Empty: as many as come."),
    )
    registration_until = models.DateTimeField(_("Register by"), null=True, blank=True)
    is_public = models.BooleanField(
        _("Everybody may see it and register"), default=False, help_text=_("Otherwise only those you invite.")
    )
    collects_interest = models.BooleanField(
        _("At the end, those who are interested leave their contact details"), default=False
    )
    meant_for = models.CharField(
        max_length=80, blank=True, help_text=_("Whose event it is, if a council's: “councils.council:3”.")
    )
    coordinator = models.ForeignKey(
        Person,
        models.PROTECT,
        related_name="+",
        verbose_name=_("Who holds the strings"),
        help_text=_("Keeps contact, books the place, sees to who does what."),
    )
    status = models.CharField(
        pgettext_lazy("event", "State"), max_length=10, choices=Status.choices, default=Status.DRAFT
    )
    version = models.PositiveSmallIntegerField(default=1)
    forgotten_there = models.PositiveIntegerField(
        default=0, help_text=_("How many were there whose details have been erased since: a number alone.")
    )
    forgotten_absent = models.PositiveIntegerField(default=0)
    cancelled_because = models.CharField(pgettext_lazy("event", "Why it is cancelled"), max_length=300, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("event", "event")
        verbose_name_plural = pgettext_lazy("event", "events")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["kind", "starts_at"]), models.Index(fields=["status", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            models.CheckConstraint(
                name="event_registration_before_end",
                condition=models.Q(registration_until=None) | models.Q(registration_until__lte=models.F("ends_at")),
            ),
        ]

    def __str__(self) -> str:
        return f"TA{self.pk}"


class ProgrammeItem(models.Model):
    """A line of the programme: when, what, by whom (ND-06)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="programme")
    position = models.PositiveSmallIntegerField(default=0)
    starts_at = models.DateTimeField(pgettext_lazy("programme", "From"))
    ends_at = models.DateTimeField(pgettext_lazy("programme", "To"), null=True, blank=True)
    titles = TextsField(verbose_name=pgettext_lazy("programme", "What"))
    who = models.CharField(pgettext_lazy("programme", "Who"), max_length=160, blank=True)

    class Meta:
        ordering = ["starts_at", "position", "pk"]
        constraints = [
            models.CheckConstraint(
                name="programme_item_ends_after_start",
                condition=models.Q(ends_at=None) | models.Q(ends_at__gt=models.F("starts_at")),
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id}:{self.position}"


class OrganiserQuerySet(models.QuerySet):
    def in_service(self, user) -> OrganiserQuerySet:
        """The user's own rows, while the user works in the organisation in some role."""
        kinds = (Role.Kind.STAFF, Role.Kind.COORDINATOR, Role.Kind.LEADER)
        if not user.is_authenticated or not user.has_role(*kinds):
            return self.none()
        return self.filter(person__user=user)


class Organiser(models.Model):
    """An employee who takes part in arranging: sees who comes and marks them at the door (TD-07, WT-02)."""

    event = models.ForeignKey(Event, models.CASCADE, related_name="organisers")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("organiser", "Who"))
    duty = models.CharField(pgettext_lazy("organiser", "Sees to"), max_length=120, blank=True)

    objects = OrganiserQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="organiser_once", fields=["event", "person"])]

    def __str__(self) -> str:
        return f"{self.event_id}:{self.person_id}"
