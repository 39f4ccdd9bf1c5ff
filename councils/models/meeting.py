from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.foundation.fields import TextsField
from coordination.people.models import Person

from .council import Council


class MeetingQuerySet(models.QuerySet):
    def led_by(self, user) -> MeetingQuerySet:
        return self.filter(council__in=Council.objects.led_by(user))

    def visible_to(self, user) -> MeetingQuerySet:
        """The leaders see all; members of today, and guests those they were invited to, once it has been opened: a draft is nobody else's."""
        if not user.is_authenticated:
            return self.none()
        told = ~models.Q(status=Meeting.Status.PLANNED) & models.Q(opened_at__isnull=False)
        own = models.Q(council__in=Council.objects.attended_by(user))
        guest = {"invitations__person__user": user, "invitations__role": "guest", "invitations__withdrawn_at": None}
        asked = self.model.objects.filter(**guest)
        invited = models.Q(pk__in=asked.values("pk"))
        return self.filter(models.Q(council__in=Council.objects.led_by(user)) | (told & (own | invited)))

    def upcoming(self) -> MeetingQuerySet:
        return self.filter(ends_at__gte=clock.now(), status__in=[Meeting.Status.PLANNED, Meeting.Status.OPEN])

    def told(self) -> MeetingQuerySet:
        """Those that have been opened: invitations have left."""
        return self.filter(opened_at__isnull=False)

    def public(self) -> MeetingQuerySet:
        """What the council's public page tells: that it meets, never who."""
        return self.told().filter(council__is_public=True)


class Meeting(models.Model):
    """A meeting of a council: planned in peace, opened to its members, held, closed with its minutes (MT-01…MT-13)."""

    class Kind(models.TextChoices):
        REGULAR = "regular", pgettext_lazy("meeting", "regular meeting")
        FIRST = "first", pgettext_lazy("meeting", "first meeting")
        NETWORK = "network", pgettext_lazy("meeting", "network meeting")
        GROUP = "group", pgettext_lazy("meeting", "group session")
        DISCUSSION = "discussion", pgettext_lazy("meeting", "discussion event")

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("meeting", "being planned")
        OPEN = "open", pgettext_lazy("meeting", "open")
        HELD = "held", pgettext_lazy("meeting", "held")
        CLOSED = "closed", pgettext_lazy("meeting", "closed")
        CANCELLED = "cancelled", pgettext_lazy("meeting", "cancelled")

    MOVES = {
        Status.PLANNED: {Status.OPEN, Status.CANCELLED},
        Status.OPEN: {Status.HELD, Status.CANCELLED},
        Status.HELD: {Status.CLOSED},
        Status.CLOSED: set(),
        Status.CANCELLED: set(),
    }

    council = models.ForeignKey(Council, models.PROTECT, related_name="meetings")
    number = models.PositiveSmallIntegerField(pgettext_lazy("meeting", "Number"))
    kind = models.CharField(pgettext_lazy("meeting", "Kind"), max_length=12, choices=Kind.choices, default=Kind.REGULAR)
    status = models.CharField(
        pgettext_lazy("meeting", "State"), max_length=10, choices=Status.choices, default=Status.PLANNED
    )
    version = models.PositiveIntegerField(default=0, help_text=_("Rises with every change the invited are told of."))
    purpose = TextsField(verbose_name=_("Why do we meet?"), blank=True)
    starts_at = models.DateTimeField(_("Starts"))
    ends_at = models.DateTimeField(_("Ends"))
    mode = models.CharField(_("On the spot or remotely"), max_length=8, choices=Council.Mode.choices)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    directions = TextsField(verbose_name=_("How to get there"), blank=True)
    venue_access = TextsField(verbose_name=_("Accessibility of the place"), blank=True)
    online_url = models.URLField(_("Remote link"), blank=True)
    catering = TextsField(verbose_name=_("Refreshments"), blank=True)
    chair = models.ForeignKey(
        Person, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=pgettext_lazy("meeting", "Chair")
    )
    secretary = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("meeting", "Secretary"),
    )
    presenter = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=pgettext_lazy("meeting", "Presents the topics"),
    )
    distributor = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("Who sends the minutes, also to the absent (MT-04)"),
    )
    answer_by = models.DateField(_("Answers are wished for by"), null=True, blank=True)
    opened_at = models.DateTimeField(null=True, blank=True)
    began_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    cancelled_because = models.CharField(_("Why it is cancelled"), max_length=300, blank=True)
    entry = models.OneToOneField("calendar.Entry", models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "meeting")
        verbose_name_plural = pgettext_lazy("council", "meetings")
        ordering = ["starts_at", "pk"]
        indexes = [models.Index(fields=["council", "starts_at"]), models.Index(fields=["status", "starts_at"])]
        constraints = [
            models.UniqueConstraint(name="meeting_number_once", fields=["council", "number"]),
            models.CheckConstraint(
                name="meeting_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at"))
            ),
            models.CheckConstraint(
                name="meeting_sent_has_chair_and_secretary",
                condition=models.Q(status__in=["planned", "cancelled"])
                | (models.Q(chair__isnull=False) & models.Q(secretary__isnull=False)),
            ),
            models.CheckConstraint(
                name="meeting_cancelled_tells_why",
                condition=~models.Q(status="cancelled") | ~models.Q(cancelled_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"K{self.pk}"


class MeetingTask(models.Model):
    """What must be done for a meeting, by whom and by when (CC-26)."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="tasks")
    what = models.CharField(pgettext_lazy("task", "What"), max_length=200)
    owner = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=pgettext_lazy("task", "Who")
    )
    due_on = models.DateField(pgettext_lazy("task", "By when"), null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return f"KT{self.pk}"
