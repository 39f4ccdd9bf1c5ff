from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Need, Person

from .event import Event


class RegistrationQuerySet(models.QuerySet):
    def visible_to(self, user) -> RegistrationQuerySet:
        """One's own, and those of the events one organises."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Q(person__user=user) | models.Q(event__in=Event.objects.led_by(user)))

    def coming(self) -> RegistrationQuerySet:
        """Those with a place, before and after the door."""
        return self.filter(status__in=(Registration.Status.REGISTERED, Registration.Status.ATTENDED))

    def waiting(self) -> RegistrationQuerySet:
        """The waiting list in the order it was joined."""
        return self.filter(status=Registration.Status.WAITING).order_by("waiting_since", "pk")


class Registration(models.Model):
    """One person and one event: invited, coming, waiting, was there (CC-08, ND-03, AN-14).

    With a limited number of places a place is a number with a unique key, so that one too many is refused by the database.
    No reasons for staying away are kept.
    """

    class Status(models.TextChoices):
        INVITED = "invited", pgettext_lazy("registration", "invited")
        WAITING = "waiting", pgettext_lazy("registration", "on the waiting list")
        REGISTERED = "registered", pgettext_lazy("registration", "comes")
        DECLINED = "declined", pgettext_lazy("registration", "does not come")
        ATTENDED = "attended", pgettext_lazy("registration", "was there")
        ABSENT = "absent", pgettext_lazy("registration", "was not there")

    MOVES = {
        Status.INVITED: {Status.REGISTERED, Status.WAITING, Status.DECLINED, Status.ATTENDED, Status.ABSENT},
        Status.WAITING: {Status.REGISTERED, Status.DECLINED, Status.ATTENDED},
        Status.REGISTERED: {Status.ATTENDED, Status.ABSENT, Status.DECLINED},
        Status.DECLINED: {Status.REGISTERED, Status.WAITING, Status.ATTENDED},
        Status.ATTENDED: {Status.ABSENT, Status.REGISTERED, Status.WAITING, Status.INVITED, Status.DECLINED},
        Status.ABSENT: {Status.ATTENDED, Status.REGISTERED, Status.WAITING, Status.INVITED, Status.DECLINED},
    }

    class Via(models.TextChoices):
        INVITED = "invited", pgettext_lazy("registration", "invited by the organisers")
        SITE = "site", pgettext_lazy("registration", "on the site")
        LINK = "link", pgettext_lazy("registration", "by the personal link")
        PORTAL = "portal", pgettext_lazy("registration", "signed in")
        PHONE = "phone", pgettext_lazy("registration", "by phone")
        POST = "post", pgettext_lazy("registration", "by post")
        DOOR = "door", pgettext_lazy("registration", "at the door")

    Need = Need

    event = models.ForeignKey(Event, models.CASCADE, related_name="registrations")
    person = models.ForeignKey(
        Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("registration", "Who")
    )
    status = models.CharField(
        pgettext_lazy("registration", "State"), max_length=12, choices=Status.choices, default=Status.INVITED
    )
    seat = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text=_("The number of the place, where places are limited.")
    )
    waiting_since = models.DateTimeField(null=True, blank=True)
    via = models.CharField(_("How the answer came"), max_length=10, choices=Via.choices, default=Via.INVITED)
    needs = models.JSONField(_("What is needed"), default=list, blank=True)
    needs_note = models.CharField(_("Something else"), max_length=200, blank=True)
    link = models.OneToOneField("messaging.SafeLink", models.SET_NULL, null=True, blank=True, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # How it stood before it was marked; empty for somebody written down at the door.
    marked_from = models.CharField(max_length=12, choices=Status.choices, blank=True, default="")
    marked_at = models.DateTimeField(null=True, blank=True, help_text=_("When it was marked who was there."))

    objects = RegistrationQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("registration", "registration")
        verbose_name_plural = pgettext_lazy("registration", "registrations")
        ordering = ["pk"]
        indexes = [models.Index(fields=["event", "status"]), models.Index(fields=["person", "status"])]
        constraints = [
            models.UniqueConstraint(name="registration_once", fields=["event", "person"]),
            models.UniqueConstraint(name="registration_seat_once", fields=["event", "seat"]),
            models.CheckConstraint(
                name="registration_seat_of_those_who_come",
                condition=models.Q(seat=None) | models.Q(status__in=("registered", "attended", "absent")),
            ),
            models.CheckConstraint(
                name="registration_waits_since",
                condition=~models.Q(status="waiting") | models.Q(waiting_since__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"I{self.pk}"
