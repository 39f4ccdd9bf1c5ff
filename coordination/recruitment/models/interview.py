from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.foundation import clock
from coordination.people.models import Person

from .applicant import Applicant
from .campaign import Campaign


class SlotQuerySet(models.QuerySet):
    def visible_to(self, user) -> SlotQuerySet:
        """Those of the campaigns one recruits for."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(campaign__in=Campaign.objects.led_by(user))

    def free(self) -> SlotQuerySet:
        """Still to come, and chosen by nobody."""
        taken = Interview.objects.filter(slot=models.OuterRef("pk"), status__in=Interview.TAKEN)
        return self.filter(~models.Exists(taken), starts_at__gt=clock.now())


class Slot(models.Model):
    """A time for one interview, offered to those invited; the first to choose it has it (CC-10, EX-08)."""

    campaign = models.ForeignKey(Campaign, models.CASCADE, related_name="slots")
    starts_at = models.DateTimeField(pgettext_lazy("interview", "Begins"))
    ends_at = models.DateTimeField(pgettext_lazy("interview", "Ends"))
    place = models.CharField(_("Place"), max_length=200, blank=True)
    online_url = models.URLField(_("Remote link"), blank=True)
    by_phone = models.BooleanField(_("By phone"), default=False)
    interviewers = models.ManyToManyField(
        Person, related_name="+", blank=True, verbose_name=pgettext_lazy("interview", "Who interview")
    )

    objects = SlotQuerySet.as_manager()

    class Meta:
        ordering = ["starts_at", "pk"]
        constraints = [
            models.CheckConstraint(name="slot_ends_after_start", condition=models.Q(ends_at__gt=models.F("starts_at")))
        ]

    def __str__(self) -> str:
        return f"HA{self.pk}"


class InterviewQuerySet(models.QuerySet):
    def visible_to(self, user) -> InterviewQuerySet:
        """Those of the campaigns one recruits for, but not one's own talk. Applicants see their own by their link."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(applicant__campaign__in=Campaign.objects.led_by(user)).others_than(user)

    def others_than(self, user) -> InterviewQuerySet:
        """Whoever recruits and has applied, too, handles no talk of one's own."""
        return self.exclude(applicant__person__in=Person.objects.filter(user=user))

    def held_by(self, user) -> InterviewQuerySet:
        """Those one interviews in oneself, while one recruits there."""
        return self.visible_to(user).filter(interviewers__user=user)

    def waiting(self) -> InterviewQuerySet:
        """Asked or agreed, and not over."""
        return self.filter(status__in=(Interview.Status.ASKED, Interview.Status.AGREED))

    def standing(self) -> InterviewQuerySet:
        return self.exclude(status__in=(Interview.Status.CANCELLED, Interview.Status.MISSED))


class Interview(models.Model):
    """One conversation before anybody is accepted: asked, a time chosen, held, summed up (CC-10, EX-08, DG-04)."""

    class Status(models.TextChoices):
        ASKED = "asked", pgettext_lazy("interview", "times offered")
        AGREED = "agreed", pgettext_lazy("interview", "time agreed")
        HELD = "held", pgettext_lazy("interview", "held")
        MISSED = "missed", pgettext_lazy("interview", "did not come")
        CANCELLED = "cancelled", pgettext_lazy("interview", "cancelled")

    TAKEN = (Status.AGREED, Status.HELD, Status.MISSED)
    """Those that keep their time from others."""

    MOVES = {
        Status.ASKED: {Status.AGREED, Status.CANCELLED},
        Status.AGREED: {Status.ASKED, Status.HELD, Status.MISSED, Status.CANCELLED},
        Status.HELD: set(),
        Status.MISSED: set(),
        Status.CANCELLED: set(),
    }

    applicant = models.ForeignKey(Applicant, models.CASCADE, related_name="interviews")
    slot = models.ForeignKey(Slot, models.SET_NULL, null=True, blank=True, related_name="interviews")
    status = models.CharField(
        pgettext_lazy("interview", "State"), max_length=10, choices=Status.choices, default=Status.ASKED
    )
    starts_at = models.DateTimeField(pgettext_lazy("interview", "Begins"), null=True, blank=True)
    ends_at = models.DateTimeField(pgettext_lazy("interview", "Ends"), null=True, blank=True)
    place = models.CharField(_("Place"), max_length=200, blank=True)
    online_url = models.URLField(_("Remote link"), blank=True)
    by_phone = models.BooleanField(_("By phone"), default=False)
    interviewers = models.ManyToManyField(
        Person, related_name="+", blank=True, verbose_name=pgettext_lazy("interview", "Who interview")
    )
    chosen_via = models.CharField(max_length=10, blank=True)
    asked_at = models.DateTimeField()
    held_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveSmallIntegerField(default=1)

    objects = InterviewQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("interview", "interview")
        verbose_name_plural = pgettext_lazy("interview", "interviews")
        ordering = ["starts_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                name="interview_one_standing",
                fields=["applicant"],
                condition=models.Q(status__in=("asked", "agreed")),
            ),
            models.UniqueConstraint(
                name="interview_slot_once",
                fields=["slot"],
                condition=models.Q(status__in=("agreed", "held", "missed")),
            ),
            models.CheckConstraint(
                name="interview_agreed_has_time",
                condition=models.Q(status__in=("asked", "cancelled"))
                | (models.Q(starts_at__isnull=False) & models.Q(ends_at__gt=models.F("starts_at"))),
            ),
        ]

    def __str__(self) -> str:
        return f"HT{self.pk}"


class InterviewNote(models.Model):
    """What one interviewer wrote down, apart from the other; emptied when it is old (EX-08, L-05)."""

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="notes")
    interviewer = models.ForeignKey(Person, models.PROTECT, related_name="+")
    answers = models.JSONField(default=dict, blank=True, help_text=_("By the key of the question."))
    impression = models.TextField(_("Your own impression"), blank=True)
    suits = models.CharField(_("Your own view"), max_length=6, blank=True)
    ready_at = models.DateTimeField(null=True, blank=True)
    emptied_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(name="interview_note_once", fields=["interview", "interviewer"])]

    def __str__(self) -> str:
        return f"HM{self.pk}"


class Summary(models.Model):
    """What the interviewers came to together: now, later or no, and the three criteria with their days (CC-11, EX-10).

    This is what an admission points to; the words are emptied when they are old, the day and the outcome stay.
    """

    class Outcome(models.TextChoices):
        NOW = "now", pgettext_lazy("suitable", "now")
        LATER = "later", pgettext_lazy("suitable", "later")
        NO = "no", pgettext_lazy("suitable", "no")

    interview = models.OneToOneField(Interview, models.PROTECT, related_name="summary")
    outcome = models.CharField(_("Suitable"), max_length=6, choices=Outcome.choices)
    life_situation = models.CharField(_("The life situation lets take part"), max_length=6, choices=Outcome.choices)
    recovered_on = models.DateField(_("Far enough in the own recovery"), null=True, blank=True)
    reflects_on = models.DateField(_("Able to look at the own experience from a distance"), null=True, blank=True)
    cooperates_on = models.DateField(_("Able to work with professionals"), null=True, blank=True)
    words = models.TextField(_("In a few words"), blank=True)
    alone_because = models.CharField(_("Why there was only one interviewer"), max_length=200, blank=True)
    closed_at = models.DateTimeField()
    closed_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    emptied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = pgettext_lazy("interview", "summary of an interview")
        verbose_name_plural = pgettext_lazy("interview", "summaries of interviews")

    def __str__(self) -> str:
        return f"HY{self.pk}"
