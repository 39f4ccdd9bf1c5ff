from __future__ import annotations

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from coordination.people.models import Need, Person

from .council import Council
from .meeting import Meeting


class InvitationQuerySet(models.QuerySet):
    def visible_to(self, user) -> InvitationQuerySet:
        """One's own, and those of the councils one leads."""
        if not user.is_authenticated:
            return self.none()
        return self.filter(models.Q(person__user=user) | models.Q(meeting__council__in=Council.objects.led_by(user)))

    def unanswered(self) -> InvitationQuerySet:
        return self.filter(answer=Invitation.Answer.NONE)

    def standing(self) -> InvitationQuerySet:
        return self.filter(withdrawn_at=None)


class Invitation(models.Model):
    """One person invited to one meeting, and the answer, however it came (CC-15, CC-17, MT-02)."""

    class Role(models.TextChoices):
        MEMBER = "member", pgettext_lazy("invited", "member")
        SUBSTITUTE = "substitute", pgettext_lazy("invited", "substitute")
        STAFF = "staff", pgettext_lazy("invited", "leader")
        GUEST = "guest", pgettext_lazy("invited", "guest")

    class Answer(models.TextChoices):
        NONE = "", pgettext_lazy("answer", "no answer yet")
        YES = "yes", pgettext_lazy("answer", "comes")
        NO = "no", pgettext_lazy("answer", "does not come")
        MAYBE = "maybe", pgettext_lazy("answer", "does not know yet")

    Need = Need

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="invitations")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", verbose_name=pgettext_lazy("invited", "Who"))
    role = models.CharField(pgettext_lazy("invited", "As"), max_length=10, choices=Role.choices)
    matter = models.CharField(pgettext_lazy("guest", "What the guest comes to talk about"), max_length=200, blank=True)
    link = models.OneToOneField("messaging.SafeLink", models.SET_NULL, null=True, blank=True, related_name="+")
    answer = models.CharField(_("Answer"), max_length=6, choices=Answer.choices, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_via = models.CharField(_("How the answer came"), max_length=10, blank=True)
    needs = models.JSONField(_("What is needed"), default=list, blank=True)
    needs_note = models.CharField(_("Something else"), max_length=200, blank=True)
    called_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When a substitute was asked to come in the place of a member.")
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = InvitationQuerySet.as_manager()

    class Meta:
        verbose_name = pgettext_lazy("council", "invitation")
        verbose_name_plural = pgettext_lazy("council", "invitations")
        ordering = ["role", "pk"]
        constraints = [
            models.UniqueConstraint(name="invitation_once", fields=["meeting", "person"]),
            models.CheckConstraint(
                name="invitation_answer_has_time",
                condition=models.Q(answer="") | models.Q(answered_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"KU{self.pk}"

    @property
    def is_expected(self) -> bool:
        """Whether the person is asked to come: a substitute only once called in the place of a member."""
        return self.withdrawn_at is None and (self.role != self.Role.SUBSTITUTE or self.called_at is not None)

    @property
    def was_for_another_time(self) -> bool:
        """Whether the person had said yes, and the meeting has moved since to another day or hour."""
        return self.answer == self.Answer.NONE and self.answered_at is not None

    @property
    def answer_choices(self) -> list[tuple[str, str, bool]]:
        """The three answers in the words of the one who gives them, and which of them stands."""
        words = {"yes": _("I come"), "no": _("I cannot come"), "maybe": _("I do not know yet")}
        return [(value, label, value == self.answer) for value, label in words.items()]

    @property
    def need_choices(self) -> list[tuple[str, str, bool]]:
        """What can be asked for, and what has been."""
        return [(value, capfirst(label), value in self.needs) for value, label in self.Need.choices]


class Attendance(models.Model):
    """Who was there, and what the way there cost (CC-21). No reasons for being absent are kept."""

    class Status(models.TextChoices):
        PRESENT = "present", pgettext_lazy("attendance", "present")
        REMOTE = "remote", pgettext_lazy("attendance", "present remotely")
        ABSENT = "absent", pgettext_lazy("attendance", "absent")

    class Signed(models.TextChoices):
        NO = "", pgettext_lazy("fare", "not signed yet")
        PAPER = "paper", pgettext_lazy("fare", "signed on paper")
        SCREEN = "screen", pgettext_lazy("fare", "confirmed on the screen")

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="attendances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    state = models.CharField(_("Attendance"), max_length=8, choices=Status.choices)
    marked_at = models.DateTimeField(null=True, blank=True)
    fare_amount = models.DecimalField(_("Fare, €"), max_digits=6, decimal_places=2, null=True, blank=True)
    fare_route = models.CharField(_("Route"), max_length=120, blank=True)
    fare_signed = models.CharField(_("Signed"), max_length=8, choices=Signed.choices, blank=True)
    fare = models.OneToOneField("fees.Fee", models.PROTECT, null=True, blank=True, related_name="+")
    fee = models.OneToOneField("fees.Fee", models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(name="attendance_once", fields=["meeting", "person"]),
            models.CheckConstraint(
                name="attendance_fare_not_negative",
                condition=models.Q(fare_amount=None) | models.Q(fare_amount__gte=0),
            ),
            models.CheckConstraint(
                name="attendance_fare_is_signed", condition=models.Q(fare=None) | ~models.Q(fare_signed="")
            ),
        ]

    def __str__(self) -> str:
        return f"LA{self.pk}"
